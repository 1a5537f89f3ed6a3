import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { writeTogether } from './write-together.ts';

let writes: string[];

function stream(): Writable {
  writes = [];
  return new Writable({
    write(chunk: Buffer, _, done) {
      writes.push(chunk.toString());
      done();
    },
    writev(chunks, done) {
      writes.push(chunks.map(({ chunk }) => String(chunk)).join(''));
      done();
    },
  });
}

it('writes once what a turn says, promises that settle in it included', async () => {
  const to = stream();
  writeTogether(to, 'one ');
  for (const word of ['two ', 'three ']) void Promise.resolve().then(() => writeTogether(to, word));
  await new Promise(setImmediate);
  expect(writes.join('')).toBe('one two three ');
  expect(writes.length).toBeLessThanOrEqual(2);
});

it('keeps nothing back for the next turn, and nothing when it is ended', async () => {
  const to = stream();
  writeTogether(to, 'one ');
  await new Promise(setImmediate);
  expect(writes).toEqual(['one ']);
  writeTogether(to, 'two ');
  to.end('last');
  await new Promise(setImmediate);
  expect(writes.join('')).toBe('one two last');
});
