import { expect, it } from 'vitest';
import { harOf } from '../testing/har-of.ts';
import { captureOf } from '../testing/memory-capture.ts';
import { api } from '../testing/names.ts';
import { lookThroughBodies, unmarked, WHOLE_BYTES } from './body-marks.ts';
import { allSigns, Sign } from './body-words.ts';

const marksOf = async (body: unknown) =>
  (await lookThroughBodies(await captureOf(harOf([{ url: `${api}/things`, body }])))).marks.get(0) ??
  unmarked;

it.each([
  ['an error', { error: { message: 'No' } }],
  ['a count of failures', { failed: 3, done: 4 }],
  ['a verdict', { success: false }],
  ['a status of HTTP', { status: 503 }],
  ['a code of its own', { resultCode: 'E0417', resultMessage: 'No' }],
  ['a verdict in Japanese', { 結果: '失敗' }],
  ['a verdict of two letters', { result: 'NG' }],
])('suspects a body with %s', async (_what, body) => {
  expect((await marksOf(body)).failure).toBe(true);
});

it.each([
  ['no errors', { errors: [], error: null, message: '' }],
  ['a count of no failures', { failed: 0, errors: 0, hasErrors: false }],
  ['names in Japanese', { 名前: '佐藤', 部署: '営業部' }],
  ['a status of success', { status: 200, code: 0 }],
])('suspects nothing behind %s', async (_what, body) => {
  expect(await marksOf(body)).toBe(unmarked);
});

it('tells which signs stand in an answer that was looked through, and knows nothing of one that is too long', async () => {
  const looked = await lookThroughBodies(
    await captureOf(
      harOf([
        { url: `${api}/plain`, body: { name: 'Robin' } },
        { url: `${api}/off`, body: { licence: false } },
        { url: `${api}/long`, body: { name: 'x'.repeat(WHOLE_BYTES) } },
      ]),
    ),
  );
  expect([...looked.signs]).toEqual([0, Sign.licence | Sign.false, allSigns]);
});

it.each([['Licence'], ['subscription'], ['ライセンス'], ['授權']])(
  'knows the licence %s in whatever is off',
  async (word) => {
    expect((await marksOf({ enabled: false, reason: word })).licence).toBe(true);
    expect((await marksOf({ enabled: true, reason: word })).licence).toBe(false);
  },
);
