import type { Field } from './model.ts';
import { isJsonObject, type RawObject } from './raw-object.ts';
import { type Reading, shapeOf, takeNote } from './reading.ts';

/**
 * Reads a list of header fields, query parameters or the like, in order, duplicates kept (RFC 9110 §5).
 * Besides HAR's `[{name, value}]` there are objects `{name: value}`, pairs `[name, value]`, lists of values under
 * one name (Polly.JS) and several Set-Cookie fields joined by a line feed (Chrome, chrome-har).
 */
export function readFields(owner: RawObject, member: string, reading: Reading): readonly Field[] {
  const value = owner.peek(member);
  const pointer = `${owner.pointer}/${member}`;
  const items = itemsOf(value);
  if (!items) {
    if (value === null) takeNote(reading, 'entry/null', pointer, 'null', 'none');
    else if (value !== undefined) takeNote(reading, 'entry/wrong-type', pointer, shapeOf(value), 'none');
    return [];
  }
  owner.take(member);
  if (!Array.isArray(value))
    takeNote(reading, 'entry/fields-as-object', pointer, 'object', 'one field a member');

  const fields: Field[] = [];
  for (let position = 0; position < items.length; position++) {
    const item = items[position];
    if (isJsonObject(item) && typeof item.name === 'string' && typeof item.value === 'string') {
      addField(fields, item.name, item.value, pointer, position, reading);
    } else {
      addOddField(fields, item, pointer, position, reading);
    }
  }
  return fields;
}

function itemsOf(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (isJsonObject(value)) return Object.entries(value);
  return undefined;
}

function addField(
  fields: Field[],
  name: string,
  value: string,
  pointer: string,
  position: number,
  reading: Reading,
): void {
  // A header value holds no line feed (RFC 9110 §5.5), so one in Set-Cookie is always a join.
  if (value.includes('\n') && name.toLowerCase() === 'set-cookie') {
    const values = value.split(/\r?\n/).filter((line) => line !== '');
    takeNote(
      reading,
      'entry/joined-set-cookie',
      `${pointer}/${position}`,
      `${values.length} values in one`,
      `${values.length} fields`,
    );
    for (const line of values) fields.push({ name, value: line });
    return;
  }
  fields.push({ name, value });
}

function addOddField(
  fields: Field[],
  item: unknown,
  pointer: string,
  position: number,
  reading: Reading,
): void {
  const place = `${pointer}/${position}`;
  const pair = Array.isArray(item) && item.length === 2 ? { name: item[0], value: item[1] } : item;
  if (!isJsonObject(pair) || (pair.name === undefined && pair.value === undefined)) {
    takeNote(reading, 'entry/wrong-type', place, shapeOf(item), 'no field');
    return;
  }
  const name = textOf(pair.name);
  const values = Array.isArray(pair.value) ? pair.value : [pair.value];
  if (Array.isArray(pair.value)) {
    takeNote(reading, 'entry/field-values-in-list', place, shapeOf(pair.value), 'one field a value');
  } else if (pair === item) {
    const member = typeof pair.name === 'string' ? 'value' : 'name';
    takeNote(reading, 'entry/wrong-type', `${place}/${member}`, shapeOf(pair[member]), 'its text');
  }
  for (const value of values) addField(fields, name, textOf(value), pointer, position, reading);
}

/** The text of a value that should have been a string; objects as their JSON, so that nothing is lost. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === undefined || value === null) return '';
  if (typeof value !== 'object') return String(value);
  try {
    return JSON.stringify(value);
  } catch {
    // Nested deeper than the stack; no scanned file is, its depth is capped.
    return '';
  }
}

/** The first value under a name in any case; undefined when there is none. RFC 9110 §5.1. */
export function fieldValue(fields: readonly Field[], name: string): string | undefined {
  const wanted = name.toLowerCase();
  return fields.find((field) => field.name.toLowerCase() === wanted)?.value;
}
