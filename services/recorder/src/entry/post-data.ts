import type { RequestRecord } from '../requests/request-record.ts';
import { fieldValue, type HarField, parametersOf } from './har-fields.ts';

interface PostParam {
  readonly name: string;
  readonly value?: string;
  readonly fileName?: string;
  readonly contentType?: string;
}

interface PostData {
  readonly mimeType: string;
  readonly text: string;
  readonly params?: readonly PostParam[];
}

/** The request's body; undefined where it has none, or the browser does not give it. */
export function postDataOf({ request }: RequestRecord, headers: readonly HarField[]): PostData | undefined {
  const { postData: text } = request;
  if (text === undefined) return undefined;
  const mimeType = fieldValue(headers, 'content-type');
  const params = paramsOf(text, mimeType);
  return { mimeType, text, ...(params === undefined ? {} : { params }) };
}

function paramsOf(text: string, mimeType: string): readonly PostParam[] | undefined {
  if (/^application\/x-www-form-urlencoded\b/i.test(mimeType)) return parametersOf(text);
  const boundary = /^multipart\/form-data\s*;.*\bboundary="?([^";]+)"?/i.exec(mimeType)?.[1];
  if (boundary === undefined) return undefined;
  return text.split(`--${boundary}`).flatMap((part) => partOf(part) ?? []);
}

/** One part of a form. What was uploaded as a file is named, not repeated: it stands in the text. RFC 7578 §4.2. */
function partOf(part: string): PostParam | undefined {
  const end = part.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const head = part.slice(0, end);
  const name = /\bname="([^"]*)"/i.exec(head)?.[1];
  if (name === undefined) return undefined;
  const fileName = /\bfilename="([^"]*)"/i.exec(head)?.[1];
  const contentType = /^content-type\s*:\s*(.+)$/im.exec(head)?.[1]?.trim();
  return {
    name,
    ...(fileName === undefined ? { value: part.slice(end + 4).replace(/\r\n$/, '') } : { fileName }),
    ...(contentType === undefined ? {} : { contentType }),
  };
}
