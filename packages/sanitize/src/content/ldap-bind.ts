import { joinBytes } from '@harrier/har';
import type { Visit } from '../formats/visit.ts';
import { bigEndian } from './binary/byte-reader.ts';
import { bytesToLatin1, decodeUtf8, latin1ToBytes } from './bytes.ts';

/** Tags in front of a length. Spec: RFC 4511 §4.1.1, §4.2. */
const MESSAGE = 0x30;
const NUMBER = 0x02;
const NAME = 0x04;
const BIND_REQUEST = 0x60;
const SIMPLE = 0x80;

interface Element {
  readonly start: number;
  /** Where the content begins and ends. */
  readonly from: number;
  readonly end: number;
}

/** Rewrites the password with which a client signs in to a directory; `undefined` where bytes are no such message. */
export function rewriteLdapBind(bytes: Uint8Array, visit: Visit): Uint8Array | undefined {
  const message = readElement(bytes, 0, MESSAGE, bytes.length);
  const id = message && readElement(bytes, message.from, NUMBER, message.end);
  const request = message && id && readElement(bytes, id.end, BIND_REQUEST, message.end);
  const version = request && readElement(bytes, request.from, NUMBER, request.end);
  const name = request && version && readElement(bytes, version.end, NAME, request.end);
  const password = request && name && readElement(bytes, name.end, SIMPLE, request.end);
  if (message === undefined || request === undefined || password === undefined) return undefined;
  if (message.end !== bytes.length) return undefined;
  const value = bytes.subarray(password.from, password.end);
  const text = decodeUtf8(value) ?? bytesToLatin1(value);
  const rewritten = visit({ place: 'json', name: 'password', text });
  if (rewritten === text) return bytes;
  const fresh = withHead(
    SIMPLE,
    decodeUtf8(value) === undefined ? latin1ToBytes(rewritten) : new TextEncoder().encode(rewritten),
  );
  const body = joinBytes([
    bytes.subarray(request.from, password.start),
    fresh,
    bytes.subarray(password.end, request.end),
  ]);
  const bound = withHead(BIND_REQUEST, body);
  return withHead(
    MESSAGE,
    joinBytes([bytes.subarray(message.from, request.start), bound, bytes.subarray(request.end)]),
  );
}

/**
 * Length in one byte, or behind the number of bytes that it takes; `undefined` where an element goes beyond `stop`, the end of what
 * holds it. Spec: X.690 §8.1.3.
 */
function readElement(bytes: Uint8Array, start: number, tag: number, stop: number): Element | undefined {
  if (bytes[start] !== tag) return undefined;
  const head = bytes[start + 1] ?? 0;
  const size = head < 128 ? 0 : head & 127;
  if (size > 4) return undefined;
  let length = size === 0 ? head : 0;
  for (let step = 0; step < size; step++) length = length * 256 + (bytes[start + 2 + step] ?? 0);
  const from = start + 2 + size;
  return from + length > stop ? undefined : { start, from, end: from + length };
}

function withHead(tag: number, content: Uint8Array): Uint8Array {
  const { length } = content;
  const head = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x84, ...bigEndian(length, 4)];
  return joinBytes([Uint8Array.from([tag, ...head]), content]);
}
