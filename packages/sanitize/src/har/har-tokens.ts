import { MARKER_KEY } from '../run/marker.ts';
import { atFirstByte, type ReaderState } from './reader-state.ts';
import { TokenText } from './token-text.ts';

/** What kind of scalar a token is. */
export const TokenKind = { string: 0, number: 1, literal: 2 } as const;

/** What escapes a string has. */
export const Escapes = {
  none: 0,
  /** Those that a writer has no choice about: `\"`, `\\`, `\n`. */
  needful: 1,
  /** `\u0041` and `\/`, which spell what can be written without them. */
  chosen: 2,
} as const;

/**
 * The scalars of a stretch of JSON and the containers they stand in, as columns. Offsets are characters of the text
 * that was given, which has one character a byte. The first frames are the containers that are open since before.
 */
export class HarTokens {
  count = 0;
  kinds = new Uint8Array(1024);
  starts = new Int32Array(1024);
  ends = new Int32Array(1024);
  /** Frame that holds the token. */
  frames = new Int32Array(1024);
  /** Position in an array; -1 in an object. */
  positions = new Int32Array(1024);
  /** {@link Escapes} */
  escapes = new Uint8Array(1024);
  /** Key of the token, decoded; `''` in an array. */
  keys: string[] = [];
  /** Key tokens, for those that are secrets themselves: start and end in turn. */
  keyRanges: number[] = [];

  frameParents: number[] = [];
  frameKeys: string[] = [];
  framePositions: number[] = [];
  frameIsArray: boolean[] = [];
  /** Siblings that say what a value is, decoded: `name`, `mimeType`, `encoding`. */
  frameNames: (string | undefined)[] = [];
  frameMimeTypes: (string | undefined)[] = [];
  frameEncodings: (string | undefined)[] = [];

  /** Where the brace of `log` stands, in the stretch that holds it. */
  logBrace: number | undefined;

  /** Keys of `log` that are named like Harrier's marker: start and end in turn. */
  readonly markerKeys: number[] = [];

  /** The fewest containers that were open at once. */
  floor = 0;

  /** The stretch itself. */
  bytes: Uint8Array = new Uint8Array(0);

  readonly #text = new TokenText();
  #stack: number[] = [];
  #next: number[] = [];
  #pendingKey = '';
  #expectsKey = false;
  /** Of the string that was read last. */
  #escapes: number = Escapes.none;

  /** What the next stretch of the same text has to begin from. */
  get end(): ReaderState {
    return {
      open: this.#stack.map((frame, depth) => ({
        key: this.frameKeys[frame] as string,
        position: this.framePositions[frame] as number,
        isArray: this.frameIsArray[frame] as boolean,
        name: this.frameNames[frame],
        next: this.#next[depth] as number,
      })),
      pendingKey: this.#pendingKey,
      expectsKey: this.#expectsKey,
    };
  }

  /**
   * Reads a stretch of one JSON text, which begins and ends between two tokens. The text is valid JSON: the scanner
   * has checked it.
   */
  read(text: string, bytes: Uint8Array, start: ReaderState = atFirstByte): void {
    this.bytes = bytes;
    this.#text.begin(text, bytes);
    this.#beginStretch(start);
    let at = 0;
    let key = this.#pendingKey;
    let expectKey = this.#expectsKey;
    const { length } = bytes;
    while (at < length) {
      // Bytes: a loop over an array takes a fraction of the time of one over a string.
      const code = bytes[at];
      switch (code) {
        case 32:
        case 10:
        case 13:
        case 9:
          at++;
          // The indentation of the next line.
          while (bytes[at] === 32) at++;
          continue;
        case 123:
        case 91:
          if (key === 'log' && code === 123 && this.#stack.length === 1) this.logBrace ??= at;
          this.#open(key, code === 91);
          key = '';
          expectKey = code === 123;
          at++;
          continue;
        case 125:
        case 93:
          this.#stack.pop();
          this.#next.pop();
          if (this.#stack.length < this.floor) this.floor = this.#stack.length;
          expectKey = false;
          at++;
          continue;
        case 44: {
          const top = this.#stack.at(-1);
          expectKey = top !== undefined && !this.frameIsArray[top];
          key = '';
          at++;
          continue;
        }
        case 58:
          expectKey = false;
          at++;
          continue;
        case 34: {
          const end = this.#endOfString(bytes, at);
          if (expectKey) {
            key = this.#text.decodeName(at, end);
            this.keyRanges.push(at, end);
            if (key === MARKER_KEY && this.#isInLog()) this.markerKeys.push(at, end);
          } else this.#add(TokenKind.string, at, end, key, this.#escapes);
          at = end;
          continue;
        }
        default: {
          let end = at + 1;
          while (end < length && !isDelimiter(bytes[end] as number)) end++;
          const isNumber = code === 45 || ((code as number) >= 48 && (code as number) <= 57);
          this.#add(isNumber ? TokenKind.number : TokenKind.literal, at, end, key, Escapes.none);
          at = end;
        }
      }
    }
    this.#pendingKey = key;
    this.#expectsKey = expectKey;
  }

  /** The value of the string between two offsets. */
  decode(start: number, end: number): string {
    return this.#text.decode(start, end);
  }

  /** The key between two offsets. */
  decodeKey(start: number, end: number): string {
    return this.#text.decodeName(start, end);
  }

  /** JSON pointer of a token. Spec: RFC 6901. */
  pointer(token: number): string {
    const frame = this.frames[token] as number;
    const position = this.positions[token] as number;
    return `${this.framePointer(frame)}/${position < 0 ? escapeStep(this.keys[token] ?? '') : position}`;
  }

  framePointer(frame: number): string {
    const parent = this.frameParents[frame] as number;
    if (frame < 0 || parent < 0) return '';
    const position = this.framePositions[frame] as number;
    return `${this.framePointer(parent)}/${position < 0 ? escapeStep(this.frameKeys[frame] ?? '') : position}`;
  }

  /** Key under which an object or the array that holds it stands. */
  containerKey(frame: number): string {
    let at = frame;
    while (at >= 0 && (this.framePositions[at] as number) >= 0) at = this.frameParents[at] as number;
    return at < 0 ? '' : (this.frameKeys[at] ?? '');
  }

  #beginStretch({ open, pendingKey, expectsKey }: ReaderState): void {
    this.count = 0;
    this.logBrace = undefined;
    this.markerKeys.length = 0;
    this.keys.length = 0;
    this.keyRanges.length = 0;
    this.frameParents = open.map((_, depth) => depth - 1);
    this.frameKeys = open.map(({ key }) => key);
    this.framePositions = open.map(({ position }) => position);
    this.frameIsArray = open.map(({ isArray }) => isArray);
    this.frameNames = open.map(({ name }) => name);
    this.frameMimeTypes = open.map(() => undefined);
    this.frameEncodings = open.map(() => undefined);
    this.#stack = open.map((_, depth) => depth);
    this.#next = open.map(({ next }) => next);
    this.floor = open.length;
    this.#pendingKey = pendingKey;
    this.#expectsKey = expectsKey;
  }

  #isInLog(): boolean {
    return this.#stack.length === 2 && this.frameKeys[this.#stack[1] as number] === 'log';
  }

  #open(key: string, isArray: boolean): void {
    const parent = this.#stack.at(-1) ?? -1;
    this.frameParents.push(parent);
    this.frameKeys.push(key);
    this.framePositions.push(this.#takePosition(parent));
    this.frameIsArray.push(isArray);
    this.frameNames.push(undefined);
    this.frameMimeTypes.push(undefined);
    this.frameEncodings.push(undefined);
    this.#stack.push(this.frameParents.length - 1);
    this.#next.push(0);
  }

  /** The next position in the innermost array; -1 in an object. */
  #takePosition(frame: number): number {
    if (frame < 0 || !this.frameIsArray[frame]) return -1;
    const depth = this.#next.length - 1;
    const position = this.#next[depth] ?? 0;
    this.#next[depth] = position + 1;
    return position;
  }

  /** Offset behind the closing quotation mark of the string that begins at `at`. */
  #endOfString(bytes: Uint8Array, at: number): number {
    const { length } = bytes;
    let escapes: number = Escapes.none;
    let end = at + 1;
    while (end < length) {
      const code = bytes[end];
      if (code === 34) break;
      if (code === 92) {
        const escaped = bytes[end + 1];
        if (escaped === 117 || escaped === 47) escapes = Escapes.chosen;
        else if (escapes === Escapes.none) escapes = Escapes.needful;
        end++;
      }
      end++;
    }
    this.#escapes = escapes;
    return Math.min(end + 1, length);
  }

  #add(kind: number, start: number, end: number, key: string, escapes: number): void {
    if (this.count === this.starts.length) this.#grow();
    const frame = this.#stack.at(-1) ?? -1;
    const token = this.count++;
    this.kinds[token] = kind;
    this.starts[token] = start;
    this.ends[token] = end;
    this.frames[token] = frame;
    this.positions[token] = this.#takePosition(frame);
    this.escapes[token] = escapes;
    this.keys.push(key);
    if (kind !== TokenKind.string || frame < 0) return;
    if (key === 'name') this.frameNames[frame] = this.#text.decodeName(start, end);
    else if (key === 'mimeType') this.frameMimeTypes[frame] = this.#text.decodeName(start, end);
    else if (key === 'encoding') this.frameEncodings[frame] = this.#text.decodeName(start, end);
  }

  #grow(): void {
    const double = <Column extends Uint8Array | Int32Array>(
      column: Column,
      make: (length: number) => Column,
    ): Column => {
      const larger = make(column.length * 2);
      larger.set(column);
      return larger;
    };
    this.kinds = double(this.kinds, (length) => new Uint8Array(length));
    this.starts = double(this.starts, (length) => new Int32Array(length));
    this.ends = double(this.ends, (length) => new Int32Array(length));
    this.frames = double(this.frames, (length) => new Int32Array(length));
    this.positions = double(this.positions, (length) => new Int32Array(length));
    this.escapes = double(this.escapes, (length) => new Uint8Array(length));
  }
}

function isDelimiter(code: number): boolean {
  return (
    code === 44 || code === 125 || code === 93 || code === 32 || code === 10 || code === 13 || code === 9
  );
}

function escapeStep(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
