import type { Evidence } from '../../../findings/finding.ts';
import { lintRule } from '../../../lint/lint-rule.ts';

/** Fields with a single value. RFC 9110, RFC 9111, RFC 6797, RFC 6266. */
const singletons = [
  'content-type',
  'content-length',
  'content-range',
  'content-disposition',
  'etag',
  'last-modified',
  'expires',
  'date',
  'age',
  'location',
  'retry-after',
  'strict-transport-security',
] as const;

/**
 * Finds fields that stand twice with different values although they may stand once: each reader takes another one.
 * Quiet on: lists (Vary, Set-Cookie, Cache-Control …), equal copies, Access-Control fields, which have their own findings.
 * Spec: RFC 9110 §5.3.
 */
export const duplicateHeader = lintRule('lint/duplicate-header', (exchange) => {
  const { headers } = exchange.entry.response;
  for (const field of singletons) {
    const places = headers.flatMap(({ name }, at) => (name.toLowerCase() === field ? [at] : []));
    const values = places.flatMap((at) => headers[at]?.value.split('\n') ?? []);
    if (new Set(values.map((value) => value.trim())).size < 2) continue;
    const evidence = places.map(
      (at): Evidence => ({
        entry: exchange.entry.index,
        pointer: `/response/headers/${at}/value`,
        role: 'cause',
      }),
    );
    return { evidence, facts: { field } };
  }
  return undefined;
});
