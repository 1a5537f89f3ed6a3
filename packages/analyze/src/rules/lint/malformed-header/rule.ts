import { fieldValue } from '../../../exchange/field-value.ts';
import { headerEvidence } from '../../../failures/failure-evidence.ts';
import { cacheDirectives } from '../../../lint/cache-directives.ts';
import { isHttpDate } from '../../../lint/http-date.ts';
import { lintRule } from '../../../lint/lint-rule.ts';

const wholeNumber = /^\d{1,20}$/;
const hasClosedQuotes = (value: string) => value.replace(/\\./g, '').split('"').length % 2 === 1;

/** Fields with a test that every right value passes. */
const checks: readonly (readonly [string, (value: string) => boolean])[] = [
  ['age', (value) => wholeNumber.test(value)],
  ['content-length', (value) => /^\d{1,20}(?:\s{0,2},\s{0,2}\d{1,20})*$/.test(value)],
  ['retry-after', (value) => wholeNumber.test(value) || isHttpDate(value)],
  ['etag', (value) => /^(?:W\/)?"[^"]*"$/.test(value)],
  [
    'priority',
    (value) => /^(?:u=[0-7]|i(?:=\?[01])?)(?:\s{0,4},\s{0,4}(?:u=[0-7]|i(?:=\?[01])?))*$/.test(value),
  ],
  ['cache-status', hasClosedQuotes],
  ['proxy-status', hasClosedQuotes],
  ['server-timing', hasClosedQuotes],
  ['alt-svc', hasClosedQuotes],
  ['link', hasClosedQuotes],
];

/**
 * Finds fields whose value is not written as their standard asks, so that readers drop them: ages that are no whole numbers,
 * entity tags without quotes, quotes that are not closed.
 * Quiet on: dates (`lint/bad-date`), Strict-Transport-Security (`lint/hsts`), cookies, fields without a standard.
 * Spec: RFC 9110 §8.8.3, §10.2.3; RFC 9111 §1.2.2, §5.1; RFC 9218; RFC 9651.
 */
export const malformedHeader = lintRule('lint/malformed-header', (exchange) => {
  const { headers } = exchange.entry.response;
  const wrong = checks.find(([name, isRight]) => {
    const value = fieldValue(headers, name)?.trim();
    return value !== undefined && value !== '' && !isRight(value);
  });
  const ages = cacheDirectives(headers).filter(([name]) => /^(?:s-maxage|max-age|stale-[a-z-]+)$/.test(name));
  const field =
    wrong?.[0] ?? (ages.some(([, age]) => !wholeNumber.test(age ?? '')) ? 'cache-control' : undefined);
  if (field === undefined) return undefined;
  return { evidence: headerEvidence(exchange, 'response', field, 'cause'), facts: { field } };
});
