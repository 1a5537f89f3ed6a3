import { expect, it } from 'vitest';
import type { KeeperMessage } from './keeper-task.ts';
import { frameOf, messagesIn } from './message-frames.ts';

const messages: KeeperMessage[] = [
  { kind: 'entry', key: '1', order: 2.5, text: '{"url":"https://portal.example.test/é"}' },
  { kind: 'amend', field: '_issues', text: '{}' },
  { kind: 'finish', end: 'person' },
];
const whole = Buffer.concat(messages.map(frameOf));

async function read(bytes: Buffer, pieceBytes: number): Promise<KeeperMessage[]> {
  async function* pieces() {
    for (let from = 0; from < bytes.length; from += pieceBytes) yield bytes.subarray(from, from + pieceBytes);
  }
  const found: KeeperMessage[] = [];
  for await (const message of messagesIn(pieces())) found.push(message);
  return found;
}

it.each([1, 7, 4096])('comes through a pipe in pieces of %i bytes', async (pieceBytes) => {
  expect(await read(whole, pieceBytes)).toMatchObject(messages);
});

it('leaves what a writer that died left half written', async () => {
  expect(await read(whole.subarray(0, whole.length - 3), 64)).toMatchObject(messages.slice(0, 2));
});
