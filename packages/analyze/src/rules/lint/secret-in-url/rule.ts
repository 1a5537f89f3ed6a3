import type { Exchange } from '../../../exchange/exchange.ts';
import { lintRule } from '../../../lint/lint-rule.ts';

/**
 * Finds credentials in addresses: passwords, tokens and keys in the query or before the host. Addresses stand in logs,
 * histories and Referer fields. Only the parameter's name is told.
 * Quiet on: `code` and `state` of a sign-in, page tokens, short values. Spec: RFC 9110 §17.9, RFC 6750 §2.3.
 */
export const secretInUrl = lintRule('lint/secret-in-url', (exchange) => {
  const parameter = secretIn(exchange);
  if (parameter === undefined) return undefined;
  return {
    evidence: [{ entry: exchange.entry.index, pointer: '/request/url', role: 'cause' }],
    facts: { parameter },
  };
});

const secretName =
  /^(?:password|passwd|pwd|secret|client_?secret|token|access_?token|auth_?token|id_?token|refresh_?token|bearer|jwt|api_?key|private_?key|session_?id|jsessionid|phpsessid|sid)$/i;
/** Shorter values are switches and numbers. */
const LEAST_CHARS = 6;

function secretIn({ entry }: Exchange): string | undefined {
  const { url } = entry.request;
  if (/^[a-z][\w+.-]*:\/\/[^/?#@:]*:[^/?#@]+@/i.test(url)) return 'userinfo';
  const query = url.replace(/#.*$/s, '').split('?').slice(1).join('?');
  for (const pair of query.split('&')) {
    const [name = '', value = ''] = pair.split('=', 2);
    if (secretName.test(name) && value.length >= LEAST_CHARS) return name.toLowerCase();
  }
  return undefined;
}
