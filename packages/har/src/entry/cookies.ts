import { textOf } from './fields.ts';
import type { Cookie } from './model.ts';
import { isJsonObject, RawObject } from './raw-object.ts';
import { type Reading, shapeOf, takeNote } from './reading.ts';
import { withoutUndefined } from './without-undefined.ts';

/**
 * Reads `cookies`. `expires` stays as it was written: exporters put `Session`, HTTP dates and nothing there.
 * Internet Explorer 11 writes a single object for a single cookie.
 */
export function readCookies(owner: RawObject, reading: Reading): readonly Cookie[] {
  const value = owner.peek('cookies');
  const pointer = `${owner.pointer}/cookies`;
  if (value === undefined) return [];
  if (Array.isArray(value)) {
    owner.take('cookies');
    return value.flatMap((item, position) => readCookie(item, `${pointer}/${position}`, reading) ?? []);
  }
  if (isJsonObject(value) && 'name' in value) {
    owner.take('cookies');
    takeNote(reading, 'entry/single-cookie', pointer, 'object', 'list of 1');
    return [readCookie(value, pointer, reading)].flatMap((cookie) => cookie ?? []);
  }
  if (value === null) takeNote(reading, 'entry/null', pointer, 'null', 'none');
  else takeNote(reading, 'entry/wrong-type', pointer, shapeOf(value), 'none');
  return [];
}

function readCookie(value: unknown, pointer: string, reading: Reading): Cookie | undefined {
  if (!isJsonObject(value)) {
    takeNote(reading, 'entry/wrong-type', pointer, shapeOf(value), 'no cookie');
    return undefined;
  }
  const raw = new RawObject(value, pointer, reading);
  return withoutUndefined({
    name: textOf(raw.take('name')),
    value: textOf(raw.take('value')),
    path: raw.text('path'),
    domain: raw.text('domain'),
    expires: raw.filledText('expires'),
    httpOnly: raw.flag('httpOnly'),
    secure: raw.flag('secure'),
    sameSite: raw.filledText('sameSite'),
    custom: raw.rest(),
  });
}
