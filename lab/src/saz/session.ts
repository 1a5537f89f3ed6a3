import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import type { HarEntry, HarField } from '../recorder/har.ts';
import { proxyAnswer } from './proxy-answer.ts';
import { sessionMeta } from './session-meta.ts';

/** One session of an archive, as its three members. */
export interface Session {
  readonly request: Uint8Array;
  readonly response: Uint8Array;
  /** `_m.xml`, which knows the session's number. */
  meta(number: number): string;
}

/** What a proxy saw of an entry; undefined where the browser asked nobody. */
export function sessionOf(entry: HarEntry): Session | undefined {
  const { request, response } = entry;
  const answer = response.status === 0 ? proxyAnswer(entry) : wireResponse(entry);
  if (answer === undefined || '_fromCache' in entry) return undefined;
  const target = new URL(request.url);
  return {
    request: message(
      `${request.method} ${target.origin}${target.pathname}${target.search} HTTP/1.1`,
      [
        { name: 'Host', value: target.host },
        ...wireFields(request.headers).filter(({ name }) => !/^host$/i.test(name)),
      ],
      bodyBytes(request.postData),
    ),
    response: answer,
    meta: (number) => sessionMeta(number, entry),
  };
}

function wireResponse({ response }: HarEntry): Uint8Array {
  const fields = wireFields(response.headers);
  const framing = /^(content-length|transfer-encoding)$/i;
  const others = fields.filter(({ name }) => !framing.test(name));
  const coding = others.find(({ name }) => /^content-encoding$/i.test(name))?.value.toLowerCase();
  const body = encoded(bodyBytes(response.content), coding);
  const line = `HTTP/1.1 ${response.status} ${response.statusText}`;
  const error = response._error ?? '';
  if (error.includes('INCOMPLETE_CHUNKED')) {
    const cut = Buffer.concat([Buffer.from(`${body.length.toString(16)}\r\n`), body, Buffer.from('\r\n')]);
    return message(line, fields, cut);
  }
  // A response without content keeps the length that it told, e.g. of a 304, and so does one that was cut.
  if (body.length === 0 || error.includes('CONTENT_LENGTH_MISMATCH')) return message(line, fields, body);
  return message(line, [...others, { name: 'Content-Length', value: String(body.length) }], body);
}

/** A HAR keeps what the coding hid; an archive keeps the bytes of the wire. */
function encoded(body: Uint8Array, coding: string | undefined): Uint8Array {
  if (body.length === 0) return body;
  if (coding === 'gzip') return gzipSync(body);
  if (coding === 'br') return brotliCompressSync(body);
  if (coding === 'deflate') return deflateSync(body);
  return body;
}

/** HTTP/2 has fields of its own, and DevTools writes several values of one field as lines of one. */
function wireFields(fields: readonly HarField[]): HarField[] {
  return fields
    .filter(({ name }) => !name.startsWith(':'))
    .flatMap(({ name, value }) => value.split('\n').map((line) => ({ name, value: line })));
}

function bodyBytes(content: { readonly text?: string; readonly encoding?: string } | undefined): Uint8Array {
  return Buffer.from(content?.text ?? '', content?.encoding === 'base64' ? 'base64' : 'utf8');
}

function message(startLine: string, fields: readonly HarField[], body: Uint8Array): Uint8Array {
  const head = [startLine, ...fields.map(({ name, value }) => `${name}: ${value}`), '', ''].join('\r\n');
  return Buffer.concat([Buffer.from(head, 'latin1'), body]);
}
