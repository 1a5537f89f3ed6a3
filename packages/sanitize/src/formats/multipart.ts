import type { Visit } from './visit.ts';

/** What a part of a multipart body says of itself. */
export interface PartHeader {
  readonly name: string;
  readonly fileName?: string;
  readonly mimeType?: string;
}

/**
 * Rewrites the parts of a multipart body given as text; boundaries and part headers stay. The boundary
 * is read from the body's first line where the media type does not name it. Spec: RFC 2046 §5.1, RFC 7578.
 */
export function rewriteMultipart(
  text: string,
  mimeType: string,
  rewritePart: (header: PartHeader, content: string, visit: Visit) => string,
  visit: Visit,
): string {
  const boundary = boundaryOf(text, mimeType);
  if (boundary === undefined) return visit({ place: 'text', name: '', text });
  const delimiter = `--${boundary}`;
  return text
    .split(delimiter)
    .map((part, index) => {
      const split = PART.exec(part);
      if (index === 0 || split === null) return part;
      const [, head = '', content = '', tail = ''] = split;
      return head + rewritePart(readPartHeader(head), content, visit) + tail;
    })
    .join(delimiter);
}

/** Line ends of every system: `\r\n`, `\n`, `\r`. */
const PART = /^((?:\r?\n|\r)[\s\S]*?(?:\r\n\r\n|\n\n|\r\r))([\s\S]*?)(\r?\n|\r)?$/;

function boundaryOf(text: string, mimeType: string): string | undefined {
  // In quotation marks it may hold blanks, commas and more.
  const [, quoted, bare] = /boundary=(?:"([^"\r\n]{1,200})"|([^";,\s]{1,200}))/i.exec(mimeType) ?? [];
  const named = quoted ?? bare;
  if (named !== undefined && text.includes(`--${named}`)) return named;
  return /^\s{0,8}--([^\r\n]{1,200}?)(?:--)?(?:\r?\n|\r)/.exec(text)?.[1];
}

function readPartHeader(head: string): PartHeader {
  const fileName = parameterOf(head, FILE_NAME);
  const mimeType = /^content-type:[ \t]{0,8}([^\r\n]{1,200})/im.exec(head)?.[1];
  return {
    // `name=` also ends `filename=`: ask for the one behind a separator.
    name: parameterOf(head, PART_NAME) ?? '',
    ...(fileName === undefined ? {} : { fileName }),
    ...(mimeType === undefined ? {} : { mimeType }),
  };
}

/** In quotation marks as the standard asks, in others and in none as programs write. */
const PART_NAME = /[;\s]name=(?:"([^"\r\n]{0,1000})"|'([^'\r\n]{0,1000})'|([^\s;"']{1,1000}))/i;
const FILE_NAME = /\bfilename=(?:"([^"\r\n]{0,1000})"|'([^'\r\n]{0,1000})'|([^\s;"']{1,1000}))/i;

function parameterOf(head: string, pattern: RegExp): string | undefined {
  const [, double, single, bare] = pattern.exec(head) ?? [];
  return double ?? single ?? bare;
}
