import { joinBytes } from '@harrier/har';
import { endOfQuoted } from '../../formats/quoted.ts';
import { isPseudonymous } from '../../pseudonyms/is-pseudonymous.ts';
import { bytesToLatin1, decodeBase64, decodeUtf8 } from '../bytes.ts';

/** Some bytes and what takes their place. */
export interface ByteEdit {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  readonly bytes: Uint8Array;
}

/** Where a value stands, its head with its length included, and how another is written there. */
export interface ValueSlot {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  readonly write: (value: string) => Uint8Array;
}

/** A document in a format of bytes, as the JSON that says the same: names, values and what holds what. */
export interface ByteDocument {
  readonly json: string;
  /** The slots of the keys and scalars of `json`, in its order; `undefined` for what is never changed. */
  readonly slots: readonly (ValueSlot | undefined)[];
  /** The document with some values changed, whose lengths and places are right again. Edits are in order and apart. */
  readonly assemble: (edits: readonly ByteEdit[]) => Uint8Array;
}

/**
 * Has the values of a document rewritten as those of JSON are, by their names and by what they are. The same array where
 * nothing changed; `undefined` where the way back is not certain, so that the document can only go whole.
 */
export function rewriteByteDocument(
  bytes: Uint8Array,
  { json, slots, assemble }: ByteDocument,
  rewriteJson: (json: string) => string,
): Uint8Array | undefined {
  const rewritten = rewriteJson(json);
  if (rewritten === json) return bytes;
  const before = scalarsOf(json);
  const after = scalarsOf(rewritten);
  if (before.length !== slots.length || after.length !== slots.length) return undefined;
  const edits = new Map<number, ByteEdit>();
  for (const [at, slot] of slots.entries()) {
    const written = after[at] as string;
    if (written === before[at]) continue;
    const value = scalarValue(written);
    if (slot === undefined || value === undefined) return undefined;
    edits.set(slot.start, { start: slot.start, end: slot.end, bytes: slot.write(value) });
  }
  const inOrder = [...edits.values()].sort((a, b) => a.start - b.start);
  // Values that lie in each other are made to: what is left of one would be written behind the other.
  if (inOrder.some(({ start }, at) => start < (inOrder[at - 1]?.end ?? 0))) return undefined;
  return assemble(inOrder);
}

/** Bytes with some of them replaced. */
export function spliceBytes(bytes: Uint8Array, edits: readonly ByteEdit[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  let at = 0;
  for (const { start, end, bytes: fresh } of edits) {
    pieces.push(bytes.subarray(at, start), fresh);
    at = end;
  }
  return joinBytes([...pieces, bytes.subarray(at)]);
}

/** By how many bytes edits lengthen what stands in front of a place; edits count whole. */
export function growthOf(edits: readonly ByteEdit[]): (place: number) => number {
  const sums = [0];
  for (const { start, end, bytes } of edits)
    sums.push((sums.at(-1) as number) + bytes.length - (end - start));
  return (place) => {
    let low = 0;
    let high = edits.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((edits[middle] as ByteEdit).start < place) low = middle + 1;
      else high = middle;
    }
    return sums[low] as number;
  };
}

/** A format was not kept: the bytes are something else. One for all, because most bytes are, and nobody asks where that showed. */
export const notThisFormat = new Error('The bytes are in another format.');

/** Deeper ones are made to break readers. */
const MAX_DEPTH = 64;

/** A document says about as much as it has bytes; what says more is made to take for ever. */
const MAX_RATIO = 32;
/** Below it no ratio is suspicious. */
const FREE_JSON = 64 * 1024;

/** Each keeps two hundred bytes of memory; more are measurements, and are looked through as bytes. */
const MAX_VALUES = 4_000_000;

/** Writes the JSON of a document and notes where its values came from. */
export class DocumentWriter {
  readonly slots: (ValueSlot | undefined)[] = [];
  readonly #parts: string[] = [];
  readonly #maxLength: number;
  #length = 0;
  #values = 0;
  readonly #open: { readonly close: string; count: number }[] = [];

  /** `bytes`: how many the document has. */
  constructor(bytes: number) {
    this.#maxLength = FREE_JSON + MAX_RATIO * bytes;
  }

  get json(): string {
    return this.#parts.join('');
  }

  beginMap(): void {
    this.#begin('{', '}');
  }

  beginList(): void {
    this.#begin('[', ']');
  }

  end(): void {
    this.#parts.push(this.#open.pop()?.close ?? '');
  }

  /** Whether only half as many lists and maps may still be begun. */
  get isDeep(): boolean {
    return this.#open.length >= MAX_DEPTH / 2;
  }

  text(value: string, slot?: ValueSlot): void {
    this.#scalar(JSON.stringify(value), slot);
  }

  /** A whole number; as a key it stands in quotation marks. */
  number(value: number | bigint, slot?: ValueSlot): void {
    this.#scalar(this.#isKey ? `"${value}"` : String(value), slot);
  }

  /** Bytes: as the text that they are, else in base64. */
  bytes(value: Uint8Array, slot: Omit<ValueSlot, 'write'> & { write: (bytes: Uint8Array) => Uint8Array }) {
    const text = decodeUtf8(value);
    const isText = text !== undefined && !/[\0-\x08\x0e-\x1f\x7f]/.test(text);
    const { start, end } = slot;
    const write = (written: string): Uint8Array => {
      const decoded = isText || isPseudonymous(written) ? undefined : decodeBase64(written)?.bytes;
      return slot.write(decoded ?? new TextEncoder().encode(written));
    };
    this.text(isText ? text : btoa(bytesToLatin1(value)), { start, end, write });
  }

  /** A value that is never a credential: a date, a fraction, an object's id. */
  nothing(): void {
    this.#scalar(this.#isKey ? '""' : 'null', undefined);
  }

  get #isKey(): boolean {
    const open = this.#open.at(-1);
    return open !== undefined && open.close === '}' && open.count % 2 === 0;
  }

  #begin(sign: string, close: string): void {
    if (this.#isKey || this.#open.length >= MAX_DEPTH) throw notThisFormat;
    this.#value(sign);
    this.#open.push({ close, count: 0 });
  }

  #scalar(written: string, slot: ValueSlot | undefined): void {
    this.#value(written);
    this.slots.push(slot);
  }

  #value(written: string): void {
    this.#separate();
    this.#parts.push(written);
    this.#length += written.length;
    if (this.#length > this.#maxLength || ++this.#values > MAX_VALUES) throw notThisFormat;
  }

  #separate(): void {
    const open = this.#open.at(-1);
    if (open === undefined) return;
    if (open.count > 0) this.#parts.push(open.close === '}' && open.count % 2 === 1 ? ':' : ',');
    open.count++;
  }
}

function scalarsOf(json: string): string[] {
  const scalars: string[] = [];
  SCALAR.lastIndex = 0;
  for (let start = SCALAR.exec(json); start !== null; start = SCALAR.exec(json)) {
    if (start[0] === '"') SCALAR.lastIndex = endOfQuoted(json, start.index);
    // A text that does not end.
    if (SCALAR.lastIndex < 0) break;
    scalars.push(json.slice(start.index, SCALAR.lastIndex));
  }
  return scalars;
}

/** A scalar, or the first sign of one in quotation marks. */
const SCALAR = /"|[^\s[\]{},:"]+/g;

/** What a scalar of JSON says, as text; `undefined` where it is none. */
function scalarValue(written: string): string | undefined {
  if (!written.startsWith('"')) return /^-?\d+$/.test(written) ? written : undefined;
  try {
    return JSON.parse(written) as string;
  } catch {
    return undefined;
  }
}
