import type { Field } from '@harrier/har';

/** Value of the first field of this name, in any case. RFC 9110 §5.1. */
export function fieldValue(fields: readonly Field[], name: string): string | undefined {
  return fields[fieldPosition(fields, name)]?.value;
}

/** Position of the first field of this name, in any case; -1 where there is none. */
export function fieldPosition(fields: readonly Field[], name: string): number {
  // Rules ask this a thousand times for each entry; most names differ in length already.
  return fields.findIndex((field) => field.name.length === name.length && field.name.toLowerCase() === name);
}
