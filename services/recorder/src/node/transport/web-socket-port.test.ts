import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { FrameReader, webSocketPort } from './web-socket-port.ts';

/** As a server writes it: not masked. RFC 6455 §5.2. */
function frame(first: number, payload: Buffer): Buffer {
  if (payload.length < 126) return Buffer.concat([Buffer.from([first, payload.length]), payload]);
  const head = Buffer.alloc(10);
  head[0] = first;
  head[1] = 127;
  head.writeBigUInt64BE(BigInt(payload.length), 2);
  return Buffer.concat([head, payload]);
}

function read(bytes: Buffer, pieceBytes: number): [number, string][] {
  const found: [number, string][] = [];
  const reader = new FrameReader((opcode, payload) => found.push([opcode, payload.toString('utf8')]));
  for (let from = 0; from < bytes.length; from += pieceBytes)
    reader.add(bytes.subarray(from, from + pieceBytes));
  return found;
}

const long = 'é'.repeat(40_000);
const stream = Buffer.concat([
  frame(0x81, Buffer.from('{"id":1}')),
  frame(0x01, Buffer.from(long.slice(0, 20_000))),
  frame(0x89, Buffer.from('ping')),
  frame(0x80, Buffer.from(long.slice(20_000))),
]);

it.each([1, 3, 1000, 1_000_000])('puts messages together out of pieces of %i bytes', (pieceBytes) => {
  expect(read(stream, pieceBytes)).toEqual([
    [1, '{"id":1}'],
    [9, 'ping'],
    [1, long],
  ]);
});

it('refuses what no server may send', () => {
  expect(() => read(Buffer.from([0x81, 0x85, 0, 0, 0, 0, 1, 2, 3, 4, 5]), 100)).toThrow();
  expect(() => read(Buffer.from([0x81, 127, 0x7f, 255, 255, 255, 255, 255, 255, 255]), 100)).toThrow();
});

it('gives up on who takes the connection and says nothing', async () => {
  const server = createServer(() => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  try {
    await expect(webSocketPort(`ws://127.0.0.1:${port}/devtools`, 50)).rejects.toThrow('no answer');
  } finally {
    server.close();
  }
});
