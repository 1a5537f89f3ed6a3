import { createHash, randomBytes } from 'node:crypto';
import { request } from 'node:http';
import type { Socket } from 'node:net';
import type { TextPort } from '../../cdp/message-link.ts';
import { readInGulps } from './read-in-gulps.ts';
import { writeTogether } from './write-together.ts';

/** RFC 6455 §5.2. */
const Opcode = { continuation: 0, text: 1, close: 8, ping: 9, pong: 10 } as const;
/** RFC 6455 §1.3. */
const HANDSHAKE_GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
/** A body of 64 MiB as base64 in JSON, with room. Nothing a browser sends is larger. */
const MAX_MESSAGE_BYTES = 256 * 1024 * 1024;

/** Who has not answered the handshake by then never will, ms. */
const ANSWER_MS = 5000;

/**
 * A WebSocket client as small as debugging needs: texts, unencrypted, to this machine. Node 20 has none of its own.
 * Rejects when nobody answers, or answers something else. Spec: RFC 6455.
 */
export async function webSocketPort(
  url: string,
  answerMs = ANSWER_MS,
): Promise<TextPort & { close(): void }> {
  const socket = await shakeHands(new URL(url), answerMs);
  let tell: (text: string) => void = () => {};
  const reader = new FrameReader((opcode, payload) => {
    if (opcode === Opcode.text) tell(payload.toString('utf8'));
    else if (opcode === Opcode.ping) socket.write(frame(Opcode.pong, payload));
    else if (opcode === Opcode.close) socket.end(frame(Opcode.close, payload));
  });
  readInGulps(socket, (chunk) => {
    try {
      reader.add(chunk);
    } catch {
      socket.destroy();
    }
  });
  const closed = new Promise<void>((resolve) => {
    socket.once('close', () => resolve());
    socket.once('error', () => resolve());
  });
  return {
    send: (text) => writeTogether(socket, frame(Opcode.text, Buffer.from(text, 'utf8'))),
    listen(listener) {
      tell = listener;
    },
    closed,
    close: () => socket.destroy(),
  };
}

function shakeHands({ hostname, port, pathname }: URL, answerMs: number): Promise<Socket> {
  const key = randomBytes(16).toString('base64');
  const expected = createHash('sha1').update(`${key}${HANDSHAKE_GUID}`).digest('base64');
  return new Promise((resolve, reject) => {
    const asked = request({
      hostname: hostname.replace(/^\[|\]$/g, ''),
      port,
      path: pathname,
      timeout: answerMs,
      headers: {
        Connection: 'Upgrade',
        Upgrade: 'websocket',
        'Sec-WebSocket-Version': '13',
        'Sec-WebSocket-Key': key,
      },
    });
    asked.once('upgrade', (answer, socket, rest) => {
      if (answer.headers['sec-websocket-accept'] !== expected) {
        socket.destroy();
        reject(new Error('the handshake was answered wrongly'));
        return;
      }
      // From here on silence is nothing unusual.
      socket.setTimeout(0);
      if (rest.length > 0) socket.unshift(rest);
      resolve(socket);
    });
    asked.once('response', (answer) => {
      answer.destroy();
      reject(new Error(`answered with ${answer.statusCode}`));
    });
    asked.once('timeout', () => asked.destroy(new Error('no answer')));
    asked.once('error', reject);
    asked.end();
  });
}

/** A client masks what it sends. RFC 6455 §5.3. */
function frame(opcode: number, payload: Buffer): Buffer {
  const { length } = payload;
  const lengthBytes = length < 126 ? 0 : length < 65536 ? 2 : 8;
  const head = Buffer.alloc(2 + lengthBytes + 4);
  head[0] = 0x80 | opcode;
  head[1] = 0x80 | (lengthBytes === 0 ? length : lengthBytes === 2 ? 126 : 127);
  if (lengthBytes === 2) head.writeUInt16BE(length, 2);
  if (lengthBytes === 8) head.writeBigUInt64BE(BigInt(length), 2);
  const mask = randomBytes(4);
  mask.copy(head, 2 + lengthBytes);
  const masked = Buffer.from(payload);
  for (let at = 0; at < masked.length; at++) masked[at] = (masked[at] as number) ^ (mask[at & 3] as number);
  return Buffer.concat([head, masked]);
}

/** Puts messages together out of what the network delivers in any pieces. */
export class FrameReader {
  readonly #tell: (opcode: number, payload: Buffer) => void;
  #chunks: Buffer[] = [];
  #bufferedBytes = 0;
  /** How much has to be there before it is worth looking. */
  #neededBytes = 2;
  #fragments: Buffer[] = [];
  #fragmentBytes = 0;

  constructor(tell: (opcode: number, payload: Buffer) => void) {
    this.#tell = tell;
  }

  /** Throws on what no server may send. */
  add(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#bufferedBytes += chunk.length;
    while (this.#bufferedBytes >= this.#neededBytes) {
      const buffer = this.#chunks.length === 1 ? (this.#chunks[0] as Buffer) : Buffer.concat(this.#chunks);
      const usedBytes = this.#frame(buffer);
      this.#chunks = [buffer.subarray(usedBytes)];
      this.#bufferedBytes = buffer.length - usedBytes;
      if (usedBytes === 0) return;
    }
  }

  /** Bytes of the frame at the beginning; 0: it is not all there. */
  #frame(buffer: Buffer): number {
    const short = (buffer[1] as number) & 0x7f;
    const headBytes = short === 126 ? 4 : short === 127 ? 10 : 2;
    if (buffer.length < headBytes) return this.#wait(headBytes);
    const length =
      short === 126 ? buffer.readUInt16BE(2) : short === 127 ? Number(buffer.readBigUInt64BE(2)) : short;
    if (((buffer[1] as number) & 0x80) !== 0 || length + this.#fragmentBytes > MAX_MESSAGE_BYTES)
      throw new Error('no frame of a server');
    if (buffer.length < headBytes + length) return this.#wait(headBytes + length);
    this.#neededBytes = 2;
    this.#take(buffer[0] as number, buffer.subarray(headBytes, headBytes + length));
    return headBytes + length;
  }

  #take(first: number, payload: Buffer): void {
    const opcode = first & 0x0f;
    if (opcode >= Opcode.close) {
      this.#tell(opcode, payload);
      return;
    }
    this.#fragments.push(payload);
    this.#fragmentBytes += payload.length;
    if ((first & 0x80) === 0) return;
    const whole = this.#fragments.length === 1 ? payload : Buffer.concat(this.#fragments);
    this.#fragments = [];
    this.#fragmentBytes = 0;
    this.#tell(Opcode.text, whole);
  }

  #wait(bytes: number): 0 {
    this.#neededBytes = bytes;
    return 0;
  }
}
