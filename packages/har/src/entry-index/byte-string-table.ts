import type { StringTable } from './entry-index.ts';
import { fitted } from './fitted.ts';
import { KeptTexts } from './kept-texts.ts';
import type { PackedStrings } from './string-table.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Collects strings, each once, as the UTF-8 bytes that a scan meets them in: of the hundred thousand tracking ids
 * of a capture a screen shows fifty, so they become JavaScript strings only when somebody asks.
 */
export class ByteStringTable implements StringTable {
  #bytes = new Uint8Array(4096);
  /** Where each string ends in `#bytes`; it begins where the one before ends. */
  #ends = new Uint32Array(256);
  #hashes = new Uint32Array(256);
  /** Open addressing: id + 1, 0 = free. A power of two, at most half full; empty once nothing comes any more. */
  #slots = new Uint32Array(1024);
  readonly #texts = new KeptTexts((id) =>
    decoder.decode(this.#bytes.subarray(this.#ends[id - 1], this.#ends[id])),
  );
  /** Id 0 is the empty string. */
  #length = 1;

  get length(): number {
    return this.#length;
  }

  get(id: number): string {
    return id <= 0 || id >= this.#length ? '' : this.#texts.get(id);
  }

  toArray(): readonly string[] {
    return Array.from({ length: this.#length }, (_, id) => this.get(id));
  }

  pack(): PackedStrings {
    const ends = this.#ends.slice(0, this.#length);
    return { bytes: this.#bytes.slice(0, ends[this.#length - 1]), ends };
  }

  /** Nothing comes any more: gives back the memory that was kept for it, and that of finding what is there by its bytes. */
  finish(): void {
    this.#ends = fitted(this.#ends, this.#length);
    this.#bytes = fitted(this.#bytes, this.#ends[this.#length - 1] as number);
    this.#hashes = fitted(this.#hashes, 0);
    this.#slots = fitted(this.#slots, 0);
  }

  /** The id of the string in `bytes[start, end)`, new or known. Error: the table is finished. */
  intern(bytes: Uint8Array, start: number, end: number): number {
    if (start === end) return 0;
    const hash = hashOf(bytes, start, end);
    const mask = this.#slots.length - 1;
    if (mask < 0) throw new Error('Nothing is added to a table that is finished.');
    let slot = hash & mask;
    for (let found = this.#slots[slot] as number; found !== 0; found = this.#slots[slot] as number) {
      if (this.#hashes[found - 1] === hash && this.#equals(found - 1, bytes, start, end)) return found - 1;
      slot = (slot + 1) & mask;
    }
    return this.#add(bytes, start, end, hash, slot);
  }

  /** {@link intern} for a string. A lone surrogate becomes U+FFFD. */
  internText(text: string): number {
    const bytes = encoder.encode(text);
    return this.intern(bytes, 0, bytes.length);
  }

  #equals(id: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = this.#ends[id - 1] as number;
    if ((this.#ends[id] as number) - from !== end - start) return false;
    for (let at = start; at < end; at++) if (this.#bytes[from + at - start] !== bytes[at]) return false;
    return true;
  }

  #add(bytes: Uint8Array, start: number, end: number, hash: number, slot: number): number {
    const id = this.#length++;
    const from = this.#ends[id - 1] as number;
    const to = from + end - start;
    if (to > this.#bytes.length)
      this.#bytes = copyInto(new Uint8Array(Math.max(to, this.#bytes.length * 2)), this.#bytes);
    if (id === this.#ends.length) {
      this.#ends = copyInto(new Uint32Array(id * 2), this.#ends);
      this.#hashes = copyInto(new Uint32Array(id * 2), this.#hashes);
    }
    // A loop is faster than a view and a copy for strings as short as these.
    for (let at = start; at < end; at++) this.#bytes[from + at - start] = bytes[at] as number;
    this.#ends[id] = to;
    this.#hashes[id] = hash;
    this.#slots[slot] = id + 1;
    if (this.#length * 2 > this.#slots.length) this.#rehash();
    return id;
  }

  #rehash(): void {
    this.#slots = new Uint32Array(this.#slots.length * 2);
    const mask = this.#slots.length - 1;
    for (let id = 1; id < this.#length; id++) {
      let slot = (this.#hashes[id] as number) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = id + 1;
    }
  }
}

/** Four bytes at a time: a table is asked for every entry, and the first ones before there is fast code for it. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = end - start;
  let at = start;
  for (; at + 4 <= end; at += 4) {
    const word =
      (bytes[at] as number) |
      ((bytes[at + 1] as number) << 8) |
      ((bytes[at + 2] as number) << 16) |
      ((bytes[at + 3] as number) << 24);
    // The upper bits of a product depend on all below them, and are folded onto those.
    hash = Math.imul(hash ^ word, 0x9e37_79b1);
    hash ^= hash >>> 15;
  }
  for (; at < end; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x9e37_79b1);
  return (hash ^ (hash >>> 15)) >>> 0;
}

function copyInto<A extends Uint8Array | Uint32Array>(to: A, from: A): A {
  to.set(from);
  return to;
}
