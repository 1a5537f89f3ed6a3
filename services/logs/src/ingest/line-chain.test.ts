import { describe, expect, it } from 'vitest';
import { LineChain } from './line-chain.ts';

/** The digests of the lines of a text that comes in pieces. */
async function digests(pieces: readonly string[], source = 'lab'): Promise<string[]> {
  const chain = new LineChain(source);
  const chunks = (async function* () {
    for (const piece of pieces) yield new TextEncoder().encode(piece);
  })();
  let text = '';
  for await (const chunk of chain.through(chunks)) text += new TextDecoder().decode(chunk);
  const count = text.replace(/\n$/, '').split('\n').length;
  return Array.from({ length: count }, (_, index) => chain.digestAt(index + 1, '0'));
}

describe('LineChain', () => {
  const text = 'one\ntwo\ntwo\nthree\n';

  it('gives 40 hex digits, in order of file and line, each its own', async () => {
    const found = await digests([text]);
    expect(found.every((one) => /^[0-9a-f]{40}$/.test(one))).toBe(true);
    expect(found).toEqual([...new Set(found)].sort());
  });

  it('does not depend on where chunks end', async () => {
    const whole = await digests([text]);
    for (let cut = 1; cut < text.length; cut++)
      expect(await digests([text.slice(0, cut), text.slice(cut)])).toEqual(whole);
  });

  it('gives a file that has grown the same digests for what was there', async () => {
    const before = await digests([text]);
    expect((await digests([`${text}four\n`])).slice(0, 4)).toEqual(before);
  });

  it('takes a last line with and without its line feed for the same', async () => {
    expect(await digests(['one\ntwo'])).toEqual(await digests(['one\ntwo\n']));
  });

  it('tells lines apart by what stands before them, and sources', async () => {
    const [, second] = await digests(['one\ntwo\n']);
    expect((await digests(['zero\ntwo\n']))[1]).not.toBe(second);
    expect((await digests(['one\ntwo\n'], 'other'))[1]).not.toBe(second);
  });

  it('keeps nothing of a line that does not end', async () => {
    const chain = new LineChain('lab');
    const mebibyte = new Uint8Array(1 << 20).fill(0x61);
    const before = process.memoryUsage().arrayBuffers;
    const chunks = (async function* () {
      for (let at = 0; at < 40; at++) yield mebibyte;
    })();
    for await (const _ of chain.through(chunks));
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10 << 20);
  });
});
