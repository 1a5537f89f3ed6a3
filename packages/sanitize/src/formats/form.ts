import type { ValuePlace, Visit } from './visit.ts';

/**
 * Rewrites the values of `name=value` pairs joined by `&`, or by `;` in front of another pair (URL query, fragment,
 * form body): a semicolon that nobody encoded is a part of a value. Pairs that do not change keep their exact spelling.
 * Spec: WHATWG URL, application/x-www-form-urlencoded; HTML 4.01 appendix B.2.2 for the semicolon.
 */
export function rewriteForm(text: string, place: ValuePlace, visit: Visit): string {
  return text
    .split(/(&|;(?=[A-Za-z_$][\w.$~%[\]-]{0,200}=))/)
    .map((piece, index) => (index % 2 === 1 ? piece : rewritePair(piece, place, visit)))
    .join('');
}

function rewritePair(pair: string, place: ValuePlace, visit: Visit): string {
  const equals = pair.indexOf('=');
  const name = decodeForm(equals < 0 ? '' : pair.slice(0, equals));
  const written = equals < 0 ? pair : pair.slice(equals + 1);
  const value = decodeForm(written);
  const rewritten = visit({ place, name, text: value });
  if (rewritten === value) return pair;
  return `${equals < 0 ? '' : pair.slice(0, equals + 1)}${encodeURIComponent(rewritten)}`;
}

/** `+` is a space in forms and queries; what is not valid percent-encoding stays as it is. */
export function decodeForm(text: string): string {
  return decodePercent(text.replaceAll('+', ' '));
}

/** Decodes every run of percent-escapes that is UTF-8, leaves the others as they are. */
export function decodePercent(text: string): string {
  if (!text.includes('%')) return text;
  return text.replace(/(?:%[0-9a-fA-F]{2})+/g, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}
