import type { Headers } from '../requests/network-events.ts';

export interface HarField {
  readonly name: string;
  readonly value: string;
}

/** A list in the browser's order; several lines of one name are several fields again. */
export function fieldsOf(headers: Headers): HarField[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    value.split('\n').map((line) => ({ name, value: line })),
  );
}

/** The value of a field, several joined by commas; `''` where there is none. RFC 9110 §5.2. */
export function fieldValue(fields: readonly HarField[], name: string): string {
  return fields
    .filter((field) => field.name.toLowerCase() === name)
    .map(({ value }) => value)
    .join(', ');
}

/** `name=value` pairs as they stand in a query or a form, not decoded, as DevTools writes them. */
export function parametersOf(text: string): HarField[] {
  if (text === '') return [];
  return text.split('&').map((pair) => {
    const at = pair.indexOf('=');
    return at < 0 ? { name: pair, value: '' } : { name: pair.slice(0, at), value: pair.slice(at + 1) };
  });
}
