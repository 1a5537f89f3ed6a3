import { MARKER_KEY } from '../run/marker.ts';
import { atFirstByte, type ReaderState } from './reader-state.ts';
import { TokenText } from './token-text.ts';
import { EVENT_WORDS, JsonEvent, type JsonWalker } from './walk/json-walker.ts';
import { theWalker } from './walk/wasm-walker.ts';

/** What kind of scalar a token is. */
export const TokenKind = {
  string: JsonEvent.string,
  number: JsonEvent.number,
  literal: JsonEvent.literal,
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
  /** By `Escapes` of walk/json-walker.ts. */
  escapes = new Uint8Array(1024);
  /** Key of the token, decoded; `''` in an array. */
  keys: string[] = [];
  /** Key tokens, for those that are secrets themselves: start and end in turn. */
  keyRanges: number[] = [];

  frameParents: number[] = [];
  frameKeys: string[] = [];
  framePositions: number[] = [];
  frameIsArray: boolean[] = [];
  /** Siblings that say what a value is, decoded: `name` (or `key`), `mimeType`, `encoding`. */
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

  readonly #walker: JsonWalker;
  readonly #text = new TokenText();
  #stack: number[] = [];
  #next: number[] = [];
  #pendingKey = '';
  #expectsKey = false;

  constructor(walker = theWalker()) {
    this.#walker = walker;
  }

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
    const walker = this.#walker;
    walker.begin(
      bytes,
      start.open.map(({ isArray }) => isArray),
      start.expectsKey,
    );
    for (let count = walker.next(); count > 0; count = walker.next()) this.#take(walker.events, count);
    this.#expectsKey = walker.expectsKey;
  }

  #take(events: Int32Array, count: number): void {
    let key = this.#pendingKey;
    const stop = count * EVENT_WORDS;
    for (let at = 0; at < stop; at += EVENT_WORDS) {
      const what = events[at] as number;
      const from = events[at + 1] as number;
      const to = events[at + 2] as number;
      const kind = what & 15;
      switch (kind) {
        case JsonEvent.key:
          key = this.#text.decodeName(from, to);
          this.keyRanges.push(from, to);
          if (key === MARKER_KEY && this.#isInLog()) this.markerKeys.push(from, to);
          continue;
        case JsonEvent.openObject:
        case JsonEvent.openArray:
          if (key === 'log' && kind === JsonEvent.openObject && this.#stack.length === 1)
            this.logBrace ??= from;
          this.#open(key, kind === JsonEvent.openArray);
          break;
        case JsonEvent.close:
          this.#stack.pop();
          this.#next.pop();
          if (this.#stack.length < this.floor) this.floor = this.#stack.length;
          break;
        default:
          this.#add(kind, from, to, key, what >> 4);
      }
      key = '';
    }
    this.#pendingKey = key;
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
    // Fields that programs add of their own: `{"key": "X-Api-Key", "value": …}`.
    else if (key === 'key') this.frameNames[frame] ??= this.#text.decodeName(start, end);
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

function escapeStep(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
