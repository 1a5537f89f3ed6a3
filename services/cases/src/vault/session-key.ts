import { randomFillSync } from 'node:crypto';
import { inspect } from 'node:util';

/**
 * The AES-256 key of one sealed file. Whoever has it can read that file, and no other. It lives in memory alone: long enough
 * to read the sealed copy back and compare, then it is forgotten. It never shows itself in a log, an error or JSON.
 */
export class SessionKey {
  #bytes: Uint8Array | undefined;

  private constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  static random(): SessionKey {
    return new SessionKey(randomFillSync(new Uint8Array(32)));
  }

  /** The caller's array is taken over, not copied, so that `forget` leaves no second one. Error: RangeError unless 32 bytes. */
  static of(bytes: Uint8Array): SessionKey {
    if (bytes.length !== 32) throw new RangeError('an AES-256 key has 32 bytes');
    return new SessionKey(bytes);
  }

  /**
   * The key itself, for a cipher. Never keep it.
   * Error: once it was forgotten.
   */
  expose(): Uint8Array {
    if (this.#bytes === undefined) throw new Error('the session key was forgotten');
    return this.#bytes;
  }

  /** Overwrites the key. Harmless twice. */
  forget(): void {
    this.#bytes?.fill(0);
    this.#bytes = undefined;
  }

  toJSON(): string {
    return '[session key]';
  }

  toString(): string {
    return '[session key]';
  }

  [inspect.custom](): string {
    return '[session key]';
  }
}
