import type { StringTable } from './entry-index.ts';
import { KeptTexts } from './kept-texts.ts';

/** A string table as plain data: what `postMessage` can carry without a copy. */
export interface PackedStrings {
  readonly bytes: Uint8Array;
  /** Where each string ends in `bytes`, in id order; it begins where the one before ends. */
  readonly ends: Uint32Array;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Any table as bytes. */
export function packStrings(strings: StringTable): PackedStrings {
  const encoded = strings.toArray().map((text) => encoder.encode(text));
  const ends = new Uint32Array(encoded.length);
  let end = 0;
  for (const [id, bytes] of encoded.entries()) {
    end += bytes.length;
    ends[id] = end;
  }
  const bytes = new Uint8Array(end);
  for (const [id, text] of encoded.entries()) bytes.set(text, (ends[id] as number) - text.length);
  return { bytes, ends };
}

/** A finished table, as it comes out of a worker: its strings are made when somebody asks for them. */
export function unpackStrings({ bytes, ends }: PackedStrings): StringTable {
  const texts = new KeptTexts((id) => decoder.decode(bytes.subarray(ends[id - 1], ends[id])));
  const get = (id: number): string => (id <= 0 || id >= ends.length ? '' : texts.get(id));
  return {
    length: ends.length,
    get,
    toArray: () => Array.from(ends, (_, id) => get(id)),
    pack: () => ({ bytes: bytes.slice(), ends: ends.slice() }),
  };
}
