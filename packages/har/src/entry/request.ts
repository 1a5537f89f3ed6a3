import { readCookies } from './cookies.ts';
import { readFields } from './fields.ts';
import type { EntryRequest } from './model.ts';
import { readPostData } from './post-data.ts';
import type { RawObject } from './raw-object.ts';
import type { Reading } from './reading.ts';
import { withoutUndefined } from './without-undefined.ts';

/** Reads `request`. A missing method or URL is the empty string: the entry is still a row. */
export function readRequest(raw: RawObject, reading: Reading): EntryRequest {
  return withoutUndefined({
    method: raw.text('method') ?? '',
    url: raw.text('url') ?? '',
    httpVersion: raw.filledText('httpVersion'),
    headers: readFields(raw, 'headers', reading),
    cookies: readCookies(raw, reading),
    queryString: readFields(raw, 'queryString', reading),
    postData: readPostData(raw, reading),
    headersSize: raw.measure('headersSize'),
    bodySize: raw.measure('bodySize'),
    comment: raw.filledText('comment'),
    custom: raw.rest(),
  });
}
