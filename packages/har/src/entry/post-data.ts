import { textOf } from './fields.ts';
import type { PostData, PostParam } from './model.ts';
import { isJsonObject, RawObject } from './raw-object.ts';
import { type Reading, shapeOf, takeNote } from './reading.ts';
import { withoutUndefined } from './without-undefined.ts';

/**
 * Reads `postData`; its text stays in the file. `params` and `text` may both be there, whatever the
 * specification says (75 of 10,718 measured entries).
 */
export function readPostData(request: RawObject, reading: Reading): PostData | undefined {
  const value = request.peek('postData');
  if (typeof value === 'string') {
    request.take('postData');
    takeNote(reading, 'entry/wrong-type', `${request.pointer}/postData`, shapeOf(value), 'its text');
    return value === '' ? undefined : { mimeType: '', params: [], hasText: true, custom: {} };
  }
  const raw = request.object('postData');
  if (!raw) return undefined;
  const params = raw.list('params') ?? [];
  return withoutUndefined({
    mimeType: raw.text('mimeType') ?? '',
    params: params.flatMap(
      (item, position) => readParam(item, `${raw.pointer}/params/${position}`, reading) ?? [],
    ),
    hasText: Boolean(raw.text('text')),
    encoding: raw.filledText('encoding'),
    file: raw.filledText('_file'),
    comment: raw.filledText('comment'),
    custom: raw.rest(),
  });
}

function readParam(value: unknown, pointer: string, reading: Reading): PostParam | undefined {
  if (!isJsonObject(value)) {
    takeNote(reading, 'entry/wrong-type', pointer, shapeOf(value), 'no parameter');
    return undefined;
  }
  const raw = new RawObject(value, pointer, reading);
  return withoutUndefined({
    name: textOf(raw.take('name')),
    value: raw.text('value'),
    fileName: raw.filledText('fileName'),
    contentType: raw.filledText('contentType'),
  });
}
