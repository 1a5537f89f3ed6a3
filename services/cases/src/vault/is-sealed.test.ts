import { createMessage, encrypt } from 'openpgp';
import { expect, it } from 'vitest';
import { isSealed } from './is-sealed.ts';

const message = await createMessage({ binary: new Uint8Array(10_000).fill(7) });
const sealed = await encrypt({ message, passwords: ['pass', 'word'].join('-'), format: 'binary' });

async function* inPieces(bytes: Uint8Array, pieceBytes: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
}

it.each([1, 500, 100_000])('knows an encrypted message in pieces of %i bytes', async (pieceBytes) => {
  expect(await isSealed(inPieces(sealed, pieceBytes))).toBe(true);
});

it.each([
  ['nothing', new Uint8Array()],
  ['a message with something behind it', Buffer.concat([sealed, Buffer.from('{}')])],
  ['two messages', Buffer.concat([sealed, sealed])],
  ['a message that was cut', sealed.subarray(0, -1)],
  ['a message that only has the form', message.write()],
  ['encrypted data that no key is told for', Buffer.from([0xd2, 2, 1, 0])],
  ['text', Buffer.from('plain')],
])('takes %s for none', async (_, bytes) => {
  expect(await isSealed(inPieces(bytes, 500))).toBe(false);
});
