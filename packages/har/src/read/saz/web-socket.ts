import { Inflate } from 'fflate';
import { encodeBase64 } from '../../body/base64.ts';
import { joinBytes } from '../../source/join-bytes.ts';
import type { InflationGuard } from '../limits.ts';
import { timerMs } from './session-timings.ts';

/** A message as Chrome writes it under `_webSocketMessages`. */
export interface WebSocketMessageJson {
  readonly type: 'send' | 'receive';
  /** Seconds since 1970. */
  readonly time?: number;
  readonly opcode: number;
  /** Text; base64 for everything that is not UTF-8 text. */
  readonly data: string;
}

export interface WebSocketFrames {
  readonly messages: readonly WebSocketMessageJson[];
  /** Something could not be read; what came before it is there. */
  readonly trouble?: 'cut' | 'damaged' | 'limit';
}

const TEXT = 1;
const BINARY = 2;
const CLOSE = 8;
const LINE_FEED = 0x0a;
// A piece unfolds to 16 MB at most.
const INFLATE_PIECE_BYTES = 16 * 1024;
/** All messages of a session are in memory at once; what goes beyond is shown as it came. */
const MAX_INFLATED_BYTES = 128 * 1024 * 1024;

/**
 * Reads Fiddler's `_w.txt`: records of a head in text and one frame as it was on the wire (RFC 6455).
 * Masks are taken off, fragments joined, permessage-deflate undone when it was negotiated (`extensions`:
 * the response's Sec-WebSocket-Extensions; RFC 7692). Control frames are messages of their own.
 */
export function readWebSocketFrames(
  bytes: Uint8Array,
  extensions: string,
  guard: InflationGuard,
): WebSocketFrames {
  const isDeflated = /permessage-deflate/i.test(extensions);
  const budget = new FrameBudget(guard);
  const sides = {
    send: new Side('send', isDeflated, /client_no_context_takeover/i.test(extensions), budget),
    receive: new Side('receive', isDeflated, /server_no_context_takeover/i.test(extensions), budget),
  };
  const messages: WebSocketMessageJson[] = [];
  let trouble: WebSocketFrames['trouble'];
  for (let at = skipLineEnds(bytes, 0); at < bytes.length; ) {
    const record = readRecordHead(bytes, at);
    if (record === undefined) {
      trouble ??= 'damaged';
      break;
    }
    const end = record.start + record.frameBytes;
    if (end > bytes.length) trouble ??= 'cut';
    const problem = sides[record.type].take(bytes.subarray(record.start, end), record.timeMs, messages);
    trouble ??= problem;
    at = skipLineEnds(bytes, end);
  }
  return trouble === undefined ? { messages } : { messages, trouble };
}

interface RecordHead {
  readonly type: 'send' | 'receive';
  readonly frameBytes: number;
  readonly timeMs: number | undefined;
  readonly start: number;
}

/** `Request-Length: 34`, `ID: 1`, `DoneRead: …`, a blank line. */
function readRecordHead(bytes: Uint8Array, from: number): RecordHead | undefined {
  let type: RecordHead['type'] | undefined;
  let frameBytes = 0;
  let timeMs: number | undefined;
  for (let at = from; ; ) {
    const lineEnd = bytes.indexOf(LINE_FEED, at);
    // Heads are some 200 bytes; longer is a frame taken for one.
    if (lineEnd < 0 || lineEnd - from > 4096) return undefined;
    const line = String.fromCharCode(...bytes.subarray(at, lineEnd)).trimEnd();
    at = lineEnd + 1;
    if (line === '') return type && { type, frameBytes, timeMs, start: at };
    const [name = '', value = ''] = line.split(/:\s*(.*)/s);
    const length = /^(request|response)-length$/i.exec(name)?.[1];
    if (length !== undefined && /^\d{1,10}$/.test(value)) {
      type = length.toLowerCase() === 'request' ? 'send' : 'receive';
      frameBytes = Number(value);
    } else if (/^(doneread|beginsend|donesend)$/i.test(name)) {
      timeMs ??= timerMs(value);
    }
  }
}

function skipLineEnds(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] === 0x0d || bytes[at] === LINE_FEED) at++;
  return at;
}

/** One direction: its unfinished message and its inflater, which may remember earlier messages. */
class Side {
  readonly #type: 'send' | 'receive';
  readonly #isDeflated: boolean;
  readonly #forgets: boolean;
  readonly #budget: FrameBudget;
  #inflater: MessageInflater | undefined;
  #fragments: Uint8Array[] = [];
  #opcode = TEXT;
  #isCompressed = false;

  constructor(type: 'send' | 'receive', isDeflated: boolean, forgets: boolean, budget: FrameBudget) {
    this.#budget = budget;
    this.#type = type;
    this.#isDeflated = isDeflated;
    this.#forgets = forgets;
  }

  take(
    bytes: Uint8Array,
    timeMs: number | undefined,
    messages: WebSocketMessageJson[],
  ): WebSocketFrames['trouble'] {
    let trouble: WebSocketFrames['trouble'];
    for (let at = 0; at < bytes.length; ) {
      const frame = readFrame(bytes, at);
      if (frame === undefined) return trouble ?? 'cut';
      if (frame.isCut) trouble ??= 'cut';
      at = frame.end;
      if (frame.opcode >= CLOSE) {
        messages.push(this.#message(frame.opcode, frame.payload, timeMs));
        continue;
      }
      if (frame.opcode !== 0) {
        this.#fragments = [];
        this.#opcode = frame.opcode;
        this.#isCompressed = frame.isCompressed && this.#isDeflated;
      }
      this.#fragments.push(frame.payload);
      if (!frame.isFinal && !frame.isCut) continue;
      let payload = joinBytes(this.#fragments);
      this.#fragments = [];
      if (this.#isCompressed) {
        if (this.#forgets) this.#inflater = undefined;
        this.#inflater ??= new MessageInflater(this.#budget);
        const inflated = this.#inflater.inflate(payload);
        if (inflated === undefined) {
          messages.push(this.#message(BINARY, payload, timeMs));
          trouble ??= 'damaged';
          continue;
        }
        payload = inflated;
      }
      messages.push(this.#message(this.#opcode, payload, timeMs));
    }
    return trouble;
  }

  #message(opcode: number, payload: Uint8Array, timeMs: number | undefined): WebSocketMessageJson {
    return {
      type: this.#type,
      ...(timeMs === undefined ? {} : { time: timeMs / 1000 }),
      opcode,
      data: dataOf(opcode, payload),
    };
  }
}

function dataOf(opcode: number, payload: Uint8Array): string {
  if (opcode === BINARY) return encodeBase64(payload);
  // A close frame begins with its code in two bytes. RFC 6455 §5.5.1.
  const [high = 0, low = 0] = payload;
  const isClose = opcode === CLOSE && payload.length >= 2;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(isClose ? payload.subarray(2) : payload);
    return isClose ? `${high * 256 + low} ${text}`.trim() : text;
  } catch {
    return encodeBase64(payload);
  }
}

interface Frame {
  readonly isFinal: boolean;
  readonly isCompressed: boolean;
  readonly opcode: number;
  readonly payload: Uint8Array;
  readonly end: number;
  readonly isCut: boolean;
}

/** Spec: RFC 6455 §5.2. */
function readFrame(bytes: Uint8Array, start: number): Frame | undefined {
  const [first, second] = bytes.subarray(start, start + 2);
  if (first === undefined || second === undefined) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = start + 2;
  let length = second & 0x7f;
  const lengthBytes = length === 126 ? 2 : length === 127 ? 8 : 0;
  const maskBytes = second & 0x80 ? 4 : 0;
  if (at + lengthBytes + maskBytes > bytes.length) return undefined;
  if (lengthBytes === 2) length = view.getUint16(at);
  if (lengthBytes === 8) length = Number(view.getBigUint64(at));
  at += lengthBytes;
  const mask = bytes.subarray(at, at + maskBytes);
  at += maskBytes;
  const payload = bytes.slice(at, at + length);
  if (maskBytes > 0) for (let n = 0; n < payload.length; n++) payload[n]! ^= mask[n & 3] as number;
  return {
    isFinal: (first & 0x80) !== 0,
    isCompressed: (first & 0x40) !== 0,
    opcode: first & 0x0f,
    payload,
    end: at + payload.length,
    isCut: payload.length < length,
  };
}

/** What the messages of one session may unfold to, both directions together. */
class FrameBudget {
  readonly #guard: InflationGuard;
  #packedBytes = 0;
  #inflatedBytes = 0;

  constructor(guard: InflationGuard) {
    this.#guard = guard;
  }

  /** Throws where the frames are a bomb. */
  count(newBytes: number, packedBytes: number): void {
    this.#packedBytes += packedBytes;
    this.#inflatedBytes += newBytes;
    this.#guard.count(newBytes, this.#inflatedBytes, this.#packedBytes, 'a WebSocket in the archive');
  }

  get isSpent(): boolean {
    return this.#inflatedBytes > MAX_INFLATED_BYTES;
  }
}

/** Undoes permessage-deflate; one object for all messages of a direction that share their context. */
class MessageInflater {
  #pieces: Uint8Array[] = [];
  readonly #budget: FrameBudget;
  readonly #inflater: Inflate;

  constructor(budget: FrameBudget) {
    this.#budget = budget;
    this.#inflater = new Inflate((bytes) => this.#pieces.push(bytes));
  }

  /** undefined: the bytes are not deflate, or too many come out. */
  inflate(payload: Uint8Array): Uint8Array | undefined {
    this.#pieces = [];
    for (let from = 0; from < payload.length && !this.#budget.isSpent; from += INFLATE_PIECE_BYTES) {
      if (!this.#push(payload.slice(from, from + INFLATE_PIECE_BYTES))) return undefined;
    }
    // Senders leave these four bytes off each message. RFC 7692 §7.2.2.
    if (this.#budget.isSpent || !this.#push(Uint8Array.of(0x00, 0x00, 0xff, 0xff))) return undefined;
    return joinBytes(this.#pieces);
  }

  #push(piece: Uint8Array): boolean {
    const before = this.#pieces.length;
    try {
      this.#inflater.push(piece);
    } catch {
      return false;
    }
    const fresh = this.#pieces.slice(before).reduce((sum, bytes) => sum + bytes.length, 0);
    this.#budget.count(fresh, piece.length);
    return true;
  }
}
