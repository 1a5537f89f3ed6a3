import type { Visit } from './visit.ts';

/**
 * Rewrites the values of a Cookie header field: `a=1; b=2`. Names, order and spacing stay.
 * Spec: RFC 6265 §4.2.
 */
export function rewriteCookieField(text: string, visit: Visit): string {
  return text
    .split(';')
    .map((pair) => rewriteCookiePair(pair, 'cookie', visit))
    .join(';');
}

/**
 * Rewrites the value of each cookie of a Set-Cookie field; its attributes stay as they are, because
 * they are what cookie faults are diagnosed with. Several cookies may stand in one field, a line each
 * (Chrome's export). Spec: RFC 6265 §4.1.
 */
export function rewriteSetCookieField(text: string, visit: Visit): string {
  return text
    .split('\n')
    .map((line) => {
      const end = line.indexOf(';');
      const pair = end < 0 ? line : line.slice(0, end);
      return rewriteCookiePair(pair, 'set-cookie', visit) + (end < 0 ? '' : line.slice(end));
    })
    .join('\n');
}

function rewriteCookiePair(pair: string, place: 'cookie' | 'set-cookie', visit: Visit): string {
  const equals = pair.indexOf('=');
  const name = equals < 0 ? '' : pair.slice(0, equals).trim();
  const written = equals < 0 ? pair : pair.slice(equals + 1);
  const trimmed = written.trim();
  const quoted = trimmed.length > 1 && trimmed.startsWith('"') && trimmed.endsWith('"');
  const value = quoted ? trimmed.slice(1, -1) : trimmed;
  if (value === '') return pair;
  const rewritten = visit({ place, name, text: value });
  if (rewritten === value) return pair;
  const lead = written.slice(0, written.indexOf(trimmed));
  return `${equals < 0 ? '' : pair.slice(0, equals + 1)}${lead}${quoted ? `"${rewritten}"` : rewritten}`;
}
