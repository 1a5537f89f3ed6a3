import { absenceOf } from './body-absence.ts';
import { readCookies } from './cookies.ts';
import { readFields } from './fields.ts';
import type { Content, EntryRequest, EntryResponse } from './model.ts';
import type { RawObject } from './raw-object.ts';
import type { Reading } from './reading.ts';
import { withoutUndefined } from './without-undefined.ts';

/** Reads `response`; its body's text stays in the file. The request tells why a body is not there. */
export function readResponse(raw: RawObject, request: EntryRequest, reading: Reading): EntryResponse {
  const status = readStatus(raw);
  const headersSize = raw.measure('headersSize');
  const bodySize = raw.measure('bodySize');
  const written = raw.measure('_transferSize');
  return withoutUndefined({
    status,
    statusText: raw.text('statusText') ?? '',
    httpVersion: raw.filledText('httpVersion'),
    headers: readFields(raw, 'headers', reading),
    cookies: readCookies(raw, reading),
    content: readContent(raw.object('content'), request, status),
    redirectUrl: raw.filledText('redirectURL'),
    headersSize,
    bodySize,
    transferSize:
      written ?? (headersSize !== undefined && bodySize !== undefined ? headersSize + bodySize : undefined),
    comment: raw.filledText('comment'),
    custom: raw.rest(),
  });
}

/** Whole and not negative; 0 says that no response was received, which is not the same as not saying. */
function readStatus(raw: RawObject): number | undefined {
  const status = raw.number('status');
  if (status === undefined || status === -1) return undefined;
  if (Number.isInteger(status) && status >= 0 && status <= 0xffff) return status;
  return raw.refuse('status', String(status));
}

function readContent(raw: RawObject | undefined, request: EntryRequest, status: number | undefined): Content {
  if (!raw) {
    const absent = absenceOf({ request, status, size: undefined, comment: undefined });
    return { hasText: false, absent, custom: {} };
  }
  const size = raw.measure('size');
  const comment = raw.filledText('comment');
  const hasText = Boolean(raw.text('text'));
  const file = raw.filledText('_file');
  const mimeType = raw.filledText('mimeType');
  return withoutUndefined({
    size,
    compression: raw.number('compression'),
    // Chrome's word for "none".
    mimeType: mimeType === 'x-unknown' ? undefined : mimeType,
    hasText,
    encoding: raw.filledText('encoding')?.toLowerCase(),
    file,
    absent: hasText || file ? undefined : absenceOf({ request, status, size, comment }),
    comment,
    custom: raw.rest(),
  });
}
