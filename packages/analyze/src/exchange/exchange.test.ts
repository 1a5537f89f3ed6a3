import { expect, it } from 'vitest';
import { harOf } from '../testing/har-of.ts';
import { captureOf } from '../testing/memory-capture.ts';
import { api } from '../testing/names.ts';
import { type Exchange, LatestBodies, openExchange } from './exchange.ts';

async function openAll(bodies: readonly unknown[]): Promise<Exchange[]> {
  const capture = await captureOf(harOf(bodies.map((body, at) => ({ url: `${api}/${at}`, body }))));
  const latest = new LatestBodies();
  return await Promise.all(bodies.map((_, row) => openExchange(capture, row, 'nothing', latest)));
}

it('lets the JSON of a long body go when another one is looked at, and makes it again', async () => {
  const long = { name: 'x'.repeat(5000) };
  const [one, other] = (await openAll([long, long])) as [Exchange, Exchange];
  const before = one.responseJson;
  expect(one.responseJson).toBe(before);
  expect(other.responseJson).toEqual(long);
  expect(one.responseJson).not.toBe(before);
  expect(one.responseJson).toEqual(long);
  expect(one.responseText).toBe(JSON.stringify(long));
});

it('keeps the JSON of a short body', async () => {
  const [one, other] = (await openAll([{ name: 'a' }, { name: 'b' }])) as [Exchange, Exchange];
  const before = one.responseJson;
  expect(other.responseJson).toEqual({ name: 'b' });
  expect(one.responseJson).toBe(before);
});

it('knows for certain which words do not stand in an answer, also where letters are escapes', async () => {
  const [plain, none, escaped] = (await openAll(['FULL_ACCESS', 'none', '\u0001'])) as [
    Exchange,
    Exchange,
    Exchange,
  ];
  expect(plain.answerMayHoldWord('_ACCESS')).toBe(true);
  expect(none.answerMayHoldWord('_ACCESS')).toBe(false);
  // Written as `\u0001`, as any letter may be.
  expect(escaped.answerMayHoldWord('_ACCESS')).toBe(true);
});
