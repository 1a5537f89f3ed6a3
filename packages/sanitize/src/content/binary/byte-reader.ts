import { decodeUtf8 } from '../bytes.ts';
import { notThisFormat } from './byte-document.ts';

/** Reads bytes one after the other; throws {@link notThisFormat} at their end. */
export class ByteReader {
  readonly bytes: Uint8Array;
  readonly #view: DataView;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get isAtEnd(): boolean {
    return this.at >= this.bytes.length;
  }

  skip(length: number): void {
    this.#advance(length);
  }

  take(length: number): Uint8Array {
    const start = this.#advance(length);
    return this.bytes.subarray(start, start + length);
  }

  text(length: number): string {
    const text = decodeUtf8(this.take(length));
    if (text === undefined) throw notThisFormat;
    return text;
  }

  byte(): number {
    return this.#view.getUint8(this.#advance(1));
  }

  /** A whole number without a sign in 1, 2, 4 or 8 bytes. */
  unsigned(size: number, isLittleEndian = false): number | bigint {
    const at = this.#advance(size);
    switch (size) {
      case 1:
        return this.#view.getUint8(at);
      case 2:
        return this.#view.getUint16(at, isLittleEndian);
      case 4:
        return this.#view.getUint32(at, isLittleEndian);
      default:
        return this.#view.getBigUint64(at, isLittleEndian);
    }
  }

  /** The same with a sign. */
  signed(size: number, isLittleEndian = false): number | bigint {
    const at = this.#advance(size);
    switch (size) {
      case 1:
        return this.#view.getInt8(at);
      case 2:
        return this.#view.getInt16(at, isLittleEndian);
      case 4:
        return this.#view.getInt32(at, isLittleEndian);
      default:
        return this.#view.getBigInt64(at, isLittleEndian);
    }
  }

  /** A length or a count, of which none is longer than what is left. */
  length(size: number, isLittleEndian = false): number {
    const length = Number(this.unsigned(size, isLittleEndian));
    if (length > this.bytes.length - this.at) throw notThisFormat;
    return length;
  }

  #advance(length: number): number {
    const { at } = this;
    if (at < 0 || length < 0 || at + length > this.bytes.length) throw notThisFormat;
    this.at = at + length;
    return at;
  }
}

/** A number in so many bytes, the highest first. */
export function bigEndian(value: number | bigint, size: number): number[] {
  return Array.from({ length: size }, (_, step) =>
    Number((BigInt(value) >> BigInt(8 * (size - 1 - step))) & 255n),
  );
}

export const littleEndian = (value: number | bigint, size: number): number[] =>
  bigEndian(value, size).reverse();

/** How many bytes a number without a sign takes: 1, 2, 4 or 8. */
export function sizeOf(value: number | bigint): 1 | 2 | 4 | 8 {
  if (value < 256) return 1;
  if (value < 65_536) return 2;
  return value < 4_294_967_296 ? 4 : 8;
}
