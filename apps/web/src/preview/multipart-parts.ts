/** One part of a multipart content. */
export interface MultipartPart {
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  /** `name` of Content-Disposition. */
  readonly name: string | undefined;
  readonly fileName: string | undefined;
  readonly mimeType: string;
  readonly text: string;
}

/** More parts are an attack. */
const MAX_PARTS = 1000;

/**
 * The parts of a multipart content; none where it is none. The boundary is the media type's, else the first line's, because
 * exporters lose parameters. Spec: RFC 2046 §5.1, RFC 7578.
 */
export function multipartParts(text: string, mimeType: string): MultipartPart[] {
  const boundary = boundaryOf(text, mimeType);
  if (boundary === undefined) return [];
  const parts: MultipartPart[] = [];
  let at = boundaryEnd(text, text.indexOf(boundary), boundary);
  while (at !== undefined && parts.length < MAX_PARTS) {
    const next = nextBoundary(text, at, boundary);
    parts.push(readPart(text.slice(at, next ?? text.length).replace(/\r?\n$/, '')));
    at = next === undefined ? undefined : boundaryEnd(text, text.indexOf(boundary, next), boundary);
  }
  return parts;
}

function boundaryOf(text: string, mimeType: string): string | undefined {
  const named = /boundary="?([^";]{1,200})"?/i.exec(mimeType)?.[1];
  if (named !== undefined && text.includes(`--${named}`)) return `--${named}`;
  const first = /^--[\w'()+,./:=?-]{1,200}(?=\r?\n)/.exec(text)?.[0];
  return first;
}

/** The start of the part behind a boundary; undefined behind the last one. */
function boundaryEnd(text: string, start: number, boundary: string): number | undefined {
  if (start < 0) return undefined;
  const at = start + boundary.length;
  if (text.startsWith('--', at)) return undefined;
  const line = text.indexOf('\n', at);
  return line < 0 ? undefined : line + 1;
}

function nextBoundary(text: string, from: number, boundary: string): number | undefined {
  for (let at = text.indexOf(boundary, from); at >= 0; at = text.indexOf(boundary, at + 1))
    if (at === from || text[at - 1] === '\n') return at;
  return undefined;
}

function readPart(part: string): MultipartPart {
  const blank = /\r?\n\r?\n|^\r?\n/.exec(part);
  const head = blank === null ? part : part.slice(0, blank.index);
  const text = blank === null ? '' : part.slice(blank.index + blank[0].length);
  const fields = head.split(/\r?\n/).flatMap((line) => {
    const colon = line.indexOf(':');
    return colon <= 0 ? [] : [{ name: line.slice(0, colon).trim(), value: line.slice(colon + 1).trim() }];
  });
  const fieldOf = (name: string): string =>
    fields.find((field) => field.name.toLowerCase() === name)?.value ?? '';
  const disposition = fieldOf('content-disposition');
  return {
    fields,
    name: parameter(disposition, 'name'),
    fileName: parameter(disposition, 'filename'),
    mimeType: fieldOf('content-type'),
    text,
  };
}

function parameter(value: string, name: string): string | undefined {
  const found = new RegExp(`;[ \\t]*${name}="((?:[^"\\\\]|\\\\.)*)"|;[ \\t]*${name}=([^;\\s"]*)`, 'i').exec(
    value,
  );
  return (found?.[1] ?? found?.[2])?.replace(/\\(["\\])/g, '$1');
}
