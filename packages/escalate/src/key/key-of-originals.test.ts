import { memorySource } from '@harrier/har';
import { expect, it } from 'vitest';
import { errorRecord } from '../testing/case-of.ts';
import { keyOfOriginals, originalsDigest } from './key-of-originals.ts';

const digestOf = (text: string) => originalsDigest(memorySource(new TextEncoder().encode(text)));
const keyOf = (...given: Parameters<typeof keyOfOriginals>) =>
  Buffer.from(keyOfOriginals(...given)).toString('hex');
const answers = { case: '4711', seen: 'nothing' };

it('is the same for the same originals, in whatever order the answers were written', async () => {
  const digest = await digestOf('{"log":{}}');
  const key = keyOf(digest, { answers, records: [errorRecord] });
  expect(key).toHaveLength(64);
  const turned = { seen: 'nothing', case: '4711' };
  expect(keyOf(digest, { answers: turned, records: [errorRecord] })).toBe(key);
});

it('is another one when anything of the originals is another', async () => {
  const digest = await digestOf('{"log":{}}');
  const keys = [
    keyOf(digest, { answers, records: [errorRecord] }),
    keyOf(digest, { answers, records: [] }),
    keyOf(digest, { answers, records: undefined }),
    keyOf(digest, { answers: {}, records: [errorRecord] }),
    keyOf(await digestOf('{"log":{} }'), { answers, records: [errorRecord] }),
  ];
  expect(new Set(keys).size).toBe(keys.length);
});
