import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, readSync, rmSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ByteSource } from '@harrier/har';

/** Plain bytes of a page: large enough that a page costs little, small enough that one entry needs few. */
const PAGE_BYTES = 256 * 1024;
const TAG_BYTES = 16;
/** Pages that were opened last; composing walks forward, so few are needed. */
const OPEN_PAGES = 8;

export interface SealedSpoolOptions {
  /** Up to here everything stays in memory. */
  readonly memoryBytes?: number;
  /** Default: the system's temporary folder. */
  readonly directory?: string;
}

/**
 * Bytes that are put one after the other and can be read anywhere. In memory up to a bound; above it in a file, page by page under
 * AES-256-GCM, with a key that exists in this object alone. The file loses its name as soon as it is open where the system allows
 * that; what is left of it after a crash is noise.
 */
export class SealedSpool implements ByteSource {
  readonly #key = randomBytes(32);
  readonly #memoryBytes: number;
  readonly #directory: string;
  /** Full pages in memory, by number; those above the bound are in the file. */
  readonly #pages: (Uint8Array | undefined)[] = [];
  readonly #opened = new Map<number, Uint8Array>();
  #heldPages = 0;
  #last = new Uint8Array(PAGE_BYTES);
  #lastBytes = 0;
  #file: { readonly descriptor: number; readonly folder: string | undefined } | undefined;

  constructor({ memoryBytes = 64 * 1024 * 1024, directory = tmpdir() }: SealedSpoolOptions = {}) {
    this.#memoryBytes = memoryBytes;
    this.#directory = directory;
  }

  get sizeBytes(): number {
    return this.#pages.length * PAGE_BYTES + this.#lastBytes;
  }

  put(bytes: Uint8Array): void {
    for (let from = 0; from < bytes.length; ) {
      const piece = bytes.subarray(from, from + PAGE_BYTES - this.#lastBytes);
      this.#last.set(piece, this.#lastBytes);
      this.#lastBytes += piece.length;
      from += piece.length;
      if (this.#lastBytes === PAGE_BYTES) this.#turnPage();
    }
  }

  readSync(offset: number, target: Uint8Array): number {
    const end = Math.min(this.sizeBytes, offset + target.length);
    let at = offset;
    while (at < end) {
      const page = this.#page(Math.floor(at / PAGE_BYTES));
      const inPage = at % PAGE_BYTES;
      const piece = page.subarray(inPage, Math.min(PAGE_BYTES, inPage + end - at));
      target.set(piece, at - offset);
      at += piece.length;
    }
    return Math.max(0, end - offset);
  }

  async read(offset: number, length: number): Promise<Uint8Array> {
    const target = new Uint8Array(Math.max(0, Math.min(length, this.sizeBytes - offset)));
    this.readSync(offset, target);
    return target;
  }

  async *stream(chunkBytes: number, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
    for (let offset = 0; offset < this.sizeBytes; offset += chunkBytes) {
      signal?.throwIfAborted();
      yield await this.read(offset, chunkBytes);
    }
  }

  /** Forgets the key and the bytes. */
  async close(): Promise<void> {
    this.#key.fill(0);
    this.#pages.length = 0;
    this.#opened.clear();
    this.#lastBytes = 0;
    if (this.#file === undefined) return;
    closeSync(this.#file.descriptor);
    if (this.#file.folder !== undefined) rmSync(this.#file.folder, { recursive: true, force: true });
    this.#file = undefined;
  }

  #turnPage(): void {
    const number = this.#pages.length;
    if ((this.#heldPages + 1) * PAGE_BYTES <= this.#memoryBytes) {
      this.#pages.push(this.#last);
      this.#heldPages++;
      this.#last = new Uint8Array(PAGE_BYTES);
    } else {
      this.#file ??= openNameless(this.#directory);
      // A number is used once under a key that is used by nobody else.
      const cipher = createCipheriv('aes-256-gcm', this.#key, nonceOf(number));
      const sealed = Buffer.concat([cipher.update(this.#last), cipher.final(), cipher.getAuthTag()]);
      const place = number * (PAGE_BYTES + TAG_BYTES);
      for (let at = 0; at < sealed.length; )
        at += writeSync(this.#file.descriptor, sealed, at, sealed.length - at, place + at);
      this.#pages.push(undefined);
    }
    this.#lastBytes = 0;
  }

  #page(number: number): Uint8Array {
    if (number === this.#pages.length) return this.#last;
    const held = this.#pages[number] ?? this.#opened.get(number);
    if (held !== undefined) return held;
    if (this.#file === undefined) throw new Error('the spool is closed');
    const sealed = Buffer.alloc(PAGE_BYTES + TAG_BYTES);
    readSync(this.#file.descriptor, sealed, 0, sealed.length, number * sealed.length);
    const decipher = createDecipheriv('aes-256-gcm', this.#key, nonceOf(number));
    decipher.setAuthTag(sealed.subarray(PAGE_BYTES));
    const page = Buffer.concat([decipher.update(sealed.subarray(0, PAGE_BYTES)), decipher.final()]);
    if (this.#opened.size >= OPEN_PAGES) this.#opened.delete(this.#opened.keys().next().value as number);
    this.#opened.set(number, page);
    return page;
  }
}

function nonceOf(number: number): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(number, 8);
  return nonce;
}

function openNameless(parent: string): { descriptor: number; folder: string | undefined } {
  const folder = mkdtempSync(path.join(parent, 'harrier-'));
  const file = path.join(folder, 'spool');
  const descriptor = openSync(file, 'wx+', 0o600);
  try {
    unlinkSync(file);
    rmSync(folder, { recursive: true });
    return { descriptor, folder: undefined };
  } catch {
    return { descriptor, folder };
  }
}
