import { readBson } from './bson.ts';
import { type ByteDocument, notThisFormat } from './byte-document.ts';
import { readCbor } from './cbor.ts';
import { readHubMessages, readMessagePack } from './message-pack.ts';
import { readPropertyList } from './property-list.ts';

/** Fewer bytes hold no name with a value. */
const MIN_BYTES = 8;

/** Larger ones are no messages, and are looked through as bytes. */
const MAX_BYTES = 16 * 1024 * 1024;

/** The document that bytes are as a whole; `undefined` where they are none of the formats known. */
export function readByteDocument(bytes: Uint8Array): ByteDocument | undefined {
  if (bytes.length < MIN_BYTES || bytes.length > MAX_BYTES) return undefined;
  for (const read of readersFor(bytes)) {
    try {
      const document = read(bytes);
      if (document.json.includes('":')) return document;
    } catch (error) {
      if (error !== notThisFormat) throw error;
    }
  }
  return undefined;
}

/** The formats that can begin so. */
function readersFor(bytes: Uint8Array): ((bytes: Uint8Array) => ByteDocument)[] {
  const [first = 0, second = 0, third = 0, fourth = 0, fifth = 0] = bytes;
  const readers: ((bytes: Uint8Array) => ByteDocument)[] = [];
  if (first === 0x62 && second === 0x70 && third === 0x6c) readers.push(readPropertyList);
  const length = first | (second << 8) | (third << 16) | (fourth << 24);
  if (fifth < 0x14 && length > 0 && length <= bytes.length && bytes.at(-1) === 0) readers.push(readBson);
  if ((first >= 0x80 && first < 0xa0) || (first >= 0xdc && first < 0xe0)) readers.push(readMessagePack);
  if (first >= 0x80 && first < 0xe0) readers.push(readCbor);
  const behind = first < 0x80 ? second : second < 0x80 ? third : fourth;
  if ((behind & 0xf0) === 0x90) readers.push(readHubMessages);
  return readers;
}
