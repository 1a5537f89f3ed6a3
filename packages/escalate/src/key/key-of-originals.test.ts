import { memorySource } from '@harrier/har';
import { expect, it } from 'vitest';
import { errorRecord } from '../testing/case-of.ts';
import { keyOfOriginals } from './key-of-originals.ts';

const bytes = new TextEncoder().encode('{"log":{}}');
const answers = { case: '4711', seen: 'nothing' };
const keyOf = async (...given: Parameters<typeof keyOfOriginals>) =>
  Buffer.from(await keyOfOriginals(...given)).toString('hex');

it('is the same for the same originals, in whatever order the answers were written', async () => {
  const source = memorySource(bytes);
  const key = await keyOf(source, { answers, records: [errorRecord] });
  expect(key).toHaveLength(64);
  const turned = { seen: 'nothing', case: '4711' };
  expect(await keyOf(source, { answers: turned, records: [errorRecord] })).toBe(key);
});

it('is another one when anything of the originals is another', async () => {
  const source = memorySource(bytes);
  const keys = [
    await keyOf(source, { answers, records: [errorRecord] }),
    await keyOf(source, { answers, records: [] }),
    await keyOf(source, { answers, records: undefined }),
    await keyOf(source, { answers: {}, records: [errorRecord] }),
    await keyOf(memorySource(bytes.slice(1)), { answers, records: [errorRecord] }),
  ];
  expect(new Set(keys).size).toBe(keys.length);
});
