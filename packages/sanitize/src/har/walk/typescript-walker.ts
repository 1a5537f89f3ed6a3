import type { ReaderState } from '../reader-state.ts';
import {
  Escapes,
  type JsonWalker,
  type Known,
  NoKey,
  type TokenColumns,
  TokenKind,
  Verdict,
} from './token-columns.ts';

/** A column that grows. */
class Column {
  values = new Int32Array(1024);
  count = 0;

  push(value: number): void {
    if (this.count === this.values.length) {
      const larger = new Int32Array(2 * this.count);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.count++] = value;
  }

  pop(): number {
    return this.values[--this.count] as number;
  }

  get last(): number {
    return this.count === 0 ? -1 : (this.values[this.count - 1] as number);
  }
}

/**
 * The walker where there is no WebAssembly, and for stretches that the other one leaves: those that are too large to be
 * copied there, and those with keys that are spelled otherwise than they read. It knows nothing of what was met before.
 */
export class TypeScriptWalker implements JsonWalker {
  columns: TokenColumns = {} as TokenColumns;
  known: Known = {} as Known;

  read(bytes: Uint8Array, start: ReaderState): void {
    const reading = new Reading(bytes, start);
    reading.walk();
    this.columns = reading.columns();
    this.known = knowsNothing(this.columns.count, this.columns.keyCount);
  }
}

class Reading {
  readonly #bytes: Uint8Array;
  readonly #kinds = new Column();
  readonly #starts = new Column();
  readonly #ends = new Column();
  readonly #frames = new Column();
  readonly #positions = new Column();
  readonly #keys = new Column();
  readonly #keyStarts = new Column();
  readonly #keyEnds = new Column();
  readonly #frameParents = new Column();
  readonly #frameKeys = new Column();
  readonly #framePositions = new Column();
  readonly #frameAreArrays = new Column();
  readonly #frameNames = new Column();
  readonly #frameMimeTypes = new Column();
  readonly #frameEncodings = new Column();
  readonly #openFrames = new Column();
  readonly #openNext = new Column();
  readonly #logKeys = new Column();
  #floor = 0;
  #logBrace = -1;
  /** Whether the container in the second layer is `log`. */
  #isInLog = false;
  #pendingKey: number = NoKey.none;
  /** The key that is pending, decoded. */
  #pendingName = '';
  #expectsKey = false;

  constructor(bytes: Uint8Array, { open, pendingKey, expectsKey }: ReaderState) {
    this.#bytes = bytes;
    this.#expectsKey = expectsKey;
    for (const { key, position, isArray, next } of open) {
      this.#pendingKey = NoKey.pending;
      this.#pendingName = key;
      this.#open(isArray, position);
      this.#openNext.pop();
      this.#openNext.push(next);
    }
    this.#floor = open.length;
    this.#pendingKey = pendingKey === '' ? NoKey.none : NoKey.pending;
    this.#pendingName = pendingKey;
  }

  walk(): void {
    const bytes = this.#bytes;
    const { length } = bytes;
    for (let at = 0; at < length; ) {
      const start = at;
      // Bytes: a loop over an array takes a fraction of the time of one over a string.
      const code = bytes[at++] as number;
      switch (code) {
        case 32:
        case 10:
        case 13:
        case 9:
          // The indentation of the next line.
          while (bytes[at] === 32) at++;
          break;
        case 44:
          this.#expectsKey = this.#openFrames.count > 0 && !this.#isInArray();
          break;
        case 58:
          this.#expectsKey = false;
          break;
        case 123:
        case 91:
          if (
            this.#pendingName === 'log' &&
            code === 123 &&
            this.#openFrames.count === 1 &&
            this.#logBrace < 0
          )
            this.#logBrace = start;
          this.#open(code === 91, this.#takePosition());
          this.#expectsKey = code === 123;
          break;
        case 125:
        case 93:
          if (this.#openFrames.count > 0) {
            this.#openFrames.pop();
            this.#openNext.pop();
          }
          this.#floor = Math.min(this.#floor, this.#openFrames.count);
          this.#expectsKey = false;
          this.#forgetKey();
          break;
        case 34: {
          let escapes: number = Escapes.none;
          while (at < length) {
            const sign = bytes[at];
            if (sign === 34) break;
            if (sign === 92) {
              const escaped = bytes[++at];
              if (escaped === 117 || escaped === 47) escapes = Escapes.chosen;
              else if (escapes === Escapes.none) escapes = Escapes.needful;
            }
            at++;
          }
          at = Math.min(at + 1, length);
          if (this.#expectsKey) this.#addKey(start, at);
          else this.#addToken(TokenKind.string | (escapes << 4), start, at);
          break;
        }
        default: {
          while (at < length && !isDelimiter(bytes[at] as number)) at++;
          const isNumber = code === 45 || (code >= 48 && code <= 57);
          this.#addToken(isNumber ? TokenKind.number : TokenKind.literal, start, at);
        }
      }
    }
  }

  columns(): TokenColumns {
    return {
      count: this.#starts.count,
      kinds: Uint8Array.from(this.#kinds.values.subarray(0, this.#kinds.count)),
      starts: this.#starts.values,
      ends: this.#ends.values,
      frames: this.#frames.values,
      positions: this.#positions.values,
      keys: this.#keys.values,
      keyCount: this.#keyStarts.count,
      keyStarts: this.#keyStarts.values,
      keyEnds: this.#keyEnds.values,
      frameCount: this.#frameParents.count,
      frameParents: this.#frameParents.values,
      frameKeys: this.#frameKeys.values,
      framePositions: this.#framePositions.values,
      frameAreArrays: this.#frameAreArrays.values,
      frameNames: this.#frameNames.values,
      frameMimeTypes: this.#frameMimeTypes.values,
      frameEncodings: this.#frameEncodings.values,
      openFrames: this.#openFrames.values,
      openNext: this.#openNext.values,
      openCount: this.#openFrames.count,
      floor: this.#floor,
      pendingKey: this.#pendingKey,
      expectsKey: this.#expectsKey,
      logBrace: this.#logBrace,
      logKeys: this.#logKeys.values,
      logKeyCount: this.#logKeys.count,
    };
  }

  #addKey(start: number, end: number): void {
    this.#pendingKey = this.#keyStarts.count;
    this.#pendingName = nameIn(this.#bytes, start, end);
    this.#keyStarts.push(start);
    this.#keyEnds.push(end);
    if (this.#openFrames.count === 2 && this.#isInLog) this.#logKeys.push(this.#pendingKey);
  }

  #addToken(kind: number, start: number, end: number): void {
    const token = this.#starts.count;
    const frame = this.#openFrames.last;
    this.#kinds.push(kind);
    this.#starts.push(start);
    this.#ends.push(end);
    this.#frames.push(frame);
    this.#positions.push(this.#takePosition());
    this.#keys.push(this.#pendingKey);
    if ((kind & 15) === TokenKind.string && frame >= 0) {
      if (this.#pendingName === 'name') this.#frameNames.values[frame] = token;
      else if (this.#pendingName === 'mimeType') this.#frameMimeTypes.values[frame] = token;
      else if (this.#pendingName === 'encoding') this.#frameEncodings.values[frame] = token;
    }
    this.#forgetKey();
  }

  #open(isArray: boolean, position: number): void {
    if (this.#openFrames.count === 1) this.#isInLog = this.#pendingName === 'log';
    this.#frameParents.push(this.#openFrames.last);
    this.#frameKeys.push(this.#pendingKey);
    this.#framePositions.push(position);
    this.#frameAreArrays.push(Number(isArray));
    this.#frameNames.push(-1);
    this.#frameMimeTypes.push(-1);
    this.#frameEncodings.push(-1);
    this.#openFrames.push(this.#frameParents.count - 1);
    this.#openNext.push(0);
    this.#forgetKey();
  }

  #forgetKey(): void {
    this.#pendingKey = NoKey.none;
    this.#pendingName = '';
  }

  #isInArray(): boolean {
    return this.#frameAreArrays.values[this.#openFrames.last] === 1;
  }

  /** The next position in the innermost array; -1 in an object. */
  #takePosition(): number {
    if (this.#openFrames.count === 0 || !this.#isInArray()) return -1;
    const position = this.#openNext.pop();
    this.#openNext.push(position + 1);
    return position;
  }
}

/** The longest key that means something to the walker is `"mimeType"`, each of its characters escaped by number. */
const LONGEST_KEY = 2 + 6 * 'mimeType'.length;

/** A key where it is short enough to mean something to the walker; `''` for others. */
function nameIn(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > LONGEST_KEY) return '';
  return JSON.parse(new TextDecoder().decode(bytes.subarray(start, end))) as string;
}

function isDelimiter(code: number): boolean {
  return code === 44 || code === 125 || code === 93 || code <= 32;
}

/** Everything has to be looked at. */
function knowsNothing(tokens: number, keys: number): Known {
  const sieved = {
    asked: Int32Array.from({ length: tokens }, (_, token) => token),
    askedKeys: Int32Array.from({ length: keys }, (_, key) => key),
    still: new Uint8Array((tokens + 7) >> 3),
    stillKeys: new Uint8Array((keys + 7) >> 3),
  };
  return {
    sieve: () => sieved,
    judge: () => Verdict.unknown,
    isStillKey: () => false,
    keep: () => false,
    keepStillKey: () => {},
    forgetValues: () => {},
  };
}
