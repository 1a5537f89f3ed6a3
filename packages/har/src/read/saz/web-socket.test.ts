import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { entriesOf, type Json, joined } from '../testing/converted.ts';
import { START_MS } from '../testing/fiddler-archive.ts';

describe('WebSocket frames', () => {
  const record = (side: 'Request' | 'Response', frame: Uint8Array) =>
    joined(
      `\r\n${side}-Length: ${frame.length}\r\nID: 1\r\nBitFlags: 0\r\nDoneRead: 2026-01-15T18:30:01.5000000+09:00\r\n\r\n`,
      frame,
    );
  const frame = (first: number, payload: Uint8Array, mask?: Uint8Array) => {
    const length = payload.length < 126 ? [payload.length] : [126, payload.length >> 8, payload.length & 255];
    length[0] = (length[0] as number) | (mask ? 0x80 : 0);
    const masked = payload.map((byte, at) => byte ^ (mask?.[at & 3] ?? 0));
    return Uint8Array.from([first, ...length, ...(mask ?? []), ...masked]);
  };
  const text = (value: string) => new TextEncoder().encode(value);
  const framesOf = async (webSocket: Uint8Array, extensions = '') => {
    const response = `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n${extensions && `Sec-WebSocket-Extensions: ${extensions}\r\n`}\r\n`;
    const { entry, notes } = await entriesOf({ 1: { response, webSocket } });
    return {
      messages: entry._webSocketMessages.map((message: Json) => [message.type, message.opcode, message.data]),
      notes,
      entry,
    };
  };

  it('are unmasked and joined, control frames between them', async () => {
    const mask = Uint8Array.of(1, 2, 3, 4);
    const { messages, entry } = await framesOf(
      joined(
        record('Request', frame(0x01, text('first '), mask)),
        record('Request', frame(0x89, text('ping'), mask)),
        record('Response', frame(0x82, Uint8Array.of(0, 255))),
        record('Request', frame(0x80, text('second'), mask)),
        record('Response', frame(0x88, Uint8Array.of(3, 232, ...text('bye')))),
      ),
    );
    expect(messages).toEqual([
      ['send', 9, 'ping'],
      ['receive', 2, 'AP8='],
      ['send', 1, 'first second'],
      ['receive', 8, '1000 bye'],
    ]);
    expect(entry._resourceType).toBe('websocket');
    expect(entry._webSocketMessages[0].time).toBe(START_MS / 1000 + 1.5);
  });

  it('are inflated where permessage-deflate was negotiated, with the memory of earlier ones', async () => {
    const deflated = (value: string) => {
      const packed = deflateRawSync(value, { finishFlush: 2 });
      return packed.subarray(0, packed.length - 4);
    };
    const { messages } = await framesOf(
      joined(
        record('Response', frame(0xc1, deflated('{"a":"hello hello hello"}'))),
        record('Response', frame(0xc1, deflated('second'))),
      ),
      'permessage-deflate',
    );
    expect(messages).toEqual([
      ['receive', 1, '{"a":"hello hello hello"}'],
      ['receive', 1, 'second'],
    ]);
  });

  it('that are cut give those before, with a note', async () => {
    const whole = joined(
      record('Request', frame(0x81, text('one'))),
      record('Request', frame(0x81, text('two'))),
    );
    const { messages, notes } = await framesOf(whole.subarray(0, whole.length - 1));
    expect(messages).toEqual([
      ['send', 1, 'one'],
      ['send', 1, 'tw'],
    ]);
    expect(notes).toEqual(['saz/frames-damaged']);
  });
});
