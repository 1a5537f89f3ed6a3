/** What an audit event may hold: text, whole numbers, truth, and lists or objects of them. */
export type PlainValue = string | number | boolean | null | readonly PlainValue[] | PlainObject;

export interface PlainObject {
  readonly [name: string]: PlainValue;
}

/**
 * The one text of a value: members sorted by name (UTF-16 code units), no blanks, so that equal events have equal hashes
 * wherever they are written down again. Spec: RFC 8785 (JCS), of which we need the part without fractions.
 * Error: RangeError for a number that is not a safe whole one.
 */
export function canonicalJson(value: PlainValue): string {
  if (typeof value === 'number' && !Number.isSafeInteger(value))
    throw new RangeError('an audit event holds whole numbers only');
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonicalJson(value[name] as PlainValue)}`);
  return `{${members.join(',')}}`;
}

// Array.isArray does not narrow a readonly list away from the other objects.
function isList(value: PlainObject | readonly PlainValue[]): value is readonly PlainValue[] {
  return Array.isArray(value);
}
