import { MARKER_KEY } from '../run/marker.ts';
import { atFirstByte, type ReaderState } from './reader-state.ts';
import { TokenText } from './token-text.ts';
import { type Known, type Looker, NoKey, type TokenColumns } from './walk/token-columns.ts';
import { theWalker } from './walk/wasm-walker.ts';

/** The scalars of a stretch of JSON and the containers they stand in (frames), and what their names and values read as. */
export class HarTokens {
  /** The stretch itself. */
  bytes: Uint8Array = new Uint8Array(0);
  /** What is known of the stretch to who looks at it. */
  known = {} as Known;
  #columns = {} as TokenColumns;
  readonly #walker;
  readonly #text = new TokenText();
  #start = atFirstByte;

  constructor(walker = theWalker()) {
    this.#walker = walker;
  }

  /**
   * Reads a stretch of one JSON text, which begins and ends between two tokens. The text is valid JSON: the scanner
   * has checked it.
   */
  read(bytes: Uint8Array, start: ReaderState, looker: Looker): void {
    this.bytes = bytes;
    this.#start = start;
    this.#text.begin(bytes);
    this.#walker.read(bytes, start, looker);
    this.#columns = this.#walker.columns;
    this.known = this.#walker.known;
  }

  /** What the next stretch of the same text has to begin from. */
  get endState(): ReaderState {
    const { openFrames, openNext, openCount, framePositions, pendingKey, expectsKey } = this.#columns;
    return {
      open: Array.from(openFrames.subarray(0, openCount), (frame, depth) => ({
        key: this.frameKey(frame),
        position: framePositions[frame] as number,
        isArray: this.isArray(frame),
        name: this.frameName(frame),
        next: openNext[depth] as number,
      })),
      pendingKey: this.#keyText(pendingKey),
      expectsKey,
    };
  }

  /** The fewest containers that were open at once. */
  get floor(): number {
    return this.#columns.floor;
  }

  /** Where the brace of `log` stands, in the stretch that holds it. */
  get logBrace(): number | undefined {
    const { logBrace } = this.#columns;
    return logBrace < 0 ? undefined : logBrace;
  }

  /** Keys of `log` that are named like Harrier's marker. */
  get markerKeys(): number[] {
    const { logKeys, logKeyCount } = this.#columns;
    return Array.from(logKeys.subarray(0, logKeyCount)).filter((key) => this.#keyText(key) === MARKER_KEY);
  }

  get count(): number {
    return this.#columns.count;
  }

  /** By `TokenKind`. */
  kindOf(token: number): number {
    return (this.#columns.kinds[token] as number) & 15;
  }

  /** By `Escapes`. */
  escapesOf(token: number): number {
    return (this.#columns.kinds[token] as number) >> 4;
  }

  startOf(token: number): number {
    return this.#columns.starts[token] as number;
  }

  endOf(token: number): number {
    return this.#columns.ends[token] as number;
  }

  /** Frame that holds a token; -1 at the top. */
  frameOf(token: number): number {
    return this.#columns.frames[token] as number;
  }

  /** Position in an array; -1 in an object. */
  positionOf(token: number): number {
    return this.#columns.positions[token] as number;
  }

  /** Key of a token, decoded; `''` in an array. */
  keyOf(token: number): string {
    return this.#keyText(this.#columns.keys[token] as number);
  }

  get keyCount(): number {
    return this.#columns.keyCount;
  }

  keyStart(key: number): number {
    return this.#columns.keyStarts[key] as number;
  }

  keyEnd(key: number): number {
    return this.#columns.keyEnds[key] as number;
  }

  /** Frame that holds a frame; -1 at the top. */
  parentOf(frame: number): number {
    return this.#columns.frameParents[frame] as number;
  }

  isArray(frame: number): boolean {
    return this.#columns.frameAreArrays[frame] === 1;
  }

  /** Key under which a frame stands, decoded; `''` in an array. */
  frameKey(frame: number): string {
    const { open } = this.#start;
    return frame < open.length
      ? (open[frame]?.key as string)
      : this.#keyText(this.#columns.frameKeys[frame] as number);
  }

  /** Siblings that say what a value is, decoded. */
  frameName(frame: number): string | undefined {
    return this.#member(this.#columns.frameNames, frame) ?? this.#start.open[frame]?.name;
  }

  frameMimeType(frame: number): string | undefined {
    return this.#member(this.#columns.frameMimeTypes, frame);
  }

  frameEncoding(frame: number): string | undefined {
    return this.#member(this.#columns.frameEncodings, frame);
  }

  #member(column: Int32Array, frame: number): string | undefined {
    const token = column[frame] as number;
    return token < 0 ? undefined : this.decodeName(this.startOf(token), this.endOf(token));
  }

  #keyText(key: number): string {
    if (key === NoKey.none) return '';
    return key === NoKey.pending
      ? this.#start.pendingKey
      : this.decodeName(this.keyStart(key), this.keyEnd(key));
  }

  /** The value of the string between two offsets. */
  decode(start: number, end: number): string {
    return this.#text.decode(start, end);
  }

  /** The same of a name: always the same string for the same one. */
  decodeName(start: number, end: number): string {
    return this.#text.decodeName(start, end);
  }

  /** What stands between two offsets, one character a byte. */
  written(start: number, end: number): string {
    return this.#text.written(start, end);
  }

  /** JSON pointer of a token. Spec: RFC 6901. */
  pointer(token: number): string {
    const position = this.positionOf(token);
    return `${this.#framePointer(this.frameOf(token))}/${position < 0 ? escapeStep(this.keyOf(token)) : position}`;
  }

  #framePointer(frame: number): string {
    if (frame < 0 || this.parentOf(frame) < 0) return '';
    const position = this.#columns.framePositions[frame] as number;
    return `${this.#framePointer(this.parentOf(frame))}/${position < 0 ? escapeStep(this.frameKey(frame)) : position}`;
  }

  /** Key under which an object or the array that holds it stands. */
  containerKey(frame: number): string {
    let at = frame;
    while (at >= 0 && (this.#columns.framePositions[at] as number) >= 0) at = this.parentOf(at);
    return at < 0 ? '' : this.frameKey(at);
  }
}

function escapeStep(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
