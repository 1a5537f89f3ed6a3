import type { Field } from '@harrier/har';
import { shownOrigin } from './origin.ts';

/** Which rule of the CORS check an answer breaks. */
export type OriginTrouble = 'missing' | 'wildcard' | 'multiple' | 'invalid' | 'mismatch' | 'credentials';

/** An answer that a page must not read, and the field that says so. */
export interface OriginRefusal {
  readonly trouble: OriginTrouble;
  readonly header: 'Access-Control-Allow-Origin' | 'Access-Control-Allow-Credentials';
  /** As facts show it; absent: the answer lacks the field. */
  readonly actual?: string;
  readonly expected: string;
}

/**
 * The CORS check of an answer, in Chromium's order. `includesCredentials`: the page asked with credentials (cookies went
 * along, or the browser refused what it would have let through otherwise). undefined: the page may read it.
 * Spec: Fetch standard, CORS check; the names and their order as in Chromium's services/network/public/cpp/cors.
 */
export function checkOrigin(
  headers: readonly Field[],
  origin: string,
  includesCredentials: boolean,
): OriginRefusal | undefined {
  const header = 'Access-Control-Allow-Origin';
  const expected = origin === 'null' ? 'null' : shownOrigin(origin);
  const refusal = (trouble: OriginTrouble, actual?: string): OriginRefusal => ({
    trouble,
    header,
    ...(actual === undefined ? {} : { actual }),
    expected,
  });
  const allowed = joinedValue(headers, 'access-control-allow-origin');
  if (allowed === undefined) return refusal('missing');
  if (allowed === '*') return includesCredentials ? refusal('wildcard', '*') : undefined;
  if (allowed !== origin.trim()) {
    if (/[ ,]/.test(allowed)) return refusal('multiple', shownOrigins(allowed));
    // `null` is no URL; a host without a scheme and an empty value are none either.
    if (!/^[a-z][a-z\d+.-]*:\/\/[^/]/i.test(allowed)) return refusal('invalid', shownText(allowed));
    return refusal('mismatch', shownText(allowed));
  }
  if (!includesCredentials) return undefined;
  const credentials = joinedValue(headers, 'access-control-allow-credentials');
  if (credentials === 'true') return undefined;
  return {
    trouble: 'credentials',
    header: 'Access-Control-Allow-Credentials',
    ...(credentials === undefined ? {} : { actual: shownText(credentials) }),
    expected: 'true',
  };
}

/** The value of a field; of several ones joined, as RFC 9110 §5.3 has it (some exporters join them with line ends). */
export function joinedValue(headers: readonly Field[], name: string): string | undefined {
  const values = headers.filter((field) => field.name.toLowerCase() === name).map(({ value }) => value);
  return values.length === 0
    ? undefined
    : values
        .join(', ')
        .replace(/(?<!\s)\s*\n\s*/g, ', ')
        .trim();
}

/** A short value in one line, quoted where nothing would be seen. */
export function shownText(value: string): string {
  const text = value.replace(/[^\x20-\x7e]+/g, ' ').trim();
  return text === '' ? '""' : text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN - 1)}…` : text;
}

/** Lists of fields and methods are long where services allow everything; the beginning is enough to recognise them. */
const MAX_SHOWN = 160;

function shownOrigins(value: string): string {
  return shownText(
    value
      .split(/[ ,]+/)
      .filter((part) => part !== '')
      .map((part) => (part === '*' ? part : shownOrigin(part)))
      .join(', '),
  );
}
