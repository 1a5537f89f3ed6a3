import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type Exchange, openExchange } from '../exchange/exchange.ts';
import { columnView } from '../findings/column-view.ts';
import { wasLookedThrough } from '../findings/looked-through.ts';
import { harOf } from '../testing/har-of.ts';
import { captureOf } from '../testing/memory-capture.ts';
import { api } from '../testing/names.ts';
import { mayHaveFailed } from './may-have-failed.ts';
import { readFailure } from './read-failure.ts';

const rules = new URL('../rules/', import.meta.url);
const captures = readdirSync(rules, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.har'),
);

/** What failed by its status says so in its body alone, where quotation marks are escaped. */
const answeredAnyhow = (text: string) => text.replace(/("status": )[45]\d\d\b/g, '$1200');

/** Reads how each row failed, and whether the quick look would have let it be read. */
async function readAll(text: string): Promise<{ failed: number; missed: number[] }> {
  const capture = await captureOf(text);
  const view = await columnView(capture);
  const exchanges = new Map<number, Exchange>();
  for (let row = 0; row < capture.index.length; row++)
    exchanges.set(
      row,
      await openExchange(capture, row, wasLookedThrough(view, row) ? 'no-error' : 'nothing'),
    );
  const around = { view, exchange: (row: number) => exchanges.get(row) };
  const failed = [...exchanges].filter(([row, exchange]) => readFailure(row, exchange, around) !== undefined);
  const missed = failed.filter(([row, exchange]) => !mayHaveFailed(view, row, exchange));
  return { failed: failed.length, missed: missed.map(([row]) => row) };
}

it.each([
  ['as they are', (text: string) => text],
  ['with every status that failed made 200', answeredAnyhow],
])('misses no failure of the captures of all rules, %s', async (_how, change) => {
  let failures = 0;
  for (const path of captures) {
    const { failed, missed } = await readAll(change(readFileSync(new URL(path, rules), 'utf8')));
    expect(missed, path).toEqual([]);
    failures += failed;
  }
  expect(failures).toBeGreaterThan(100);
});

const filler = Array.from({ length: 1200 }, (_, at) => ({ id: at, name: 'Robin Example' }));

it.each([
  [
    'an answer too long to be sifted before, with an error in its middle',
    true,
    'GET',
    {
      before: filler,
      errors: [{ message: 'No such queue', code: 'Q-17' }],
      behind: filler,
    },
  ],
  ['one without a word of an error', false, 'GET', { before: filler, behind: filler }],
  ['a no with its reason to a change', true, 'POST', { saved: false, reason: 'The number is taken' }],
  ['a setting that is off, after a change', false, 'POST', { name: 'Robin', ringing: false, count: 2 }],
])('looks closer at %s: %s', async (_, expected, method, body) => {
  const capture = await captureOf(
    harOf([
      { url: `${api}/queues`, method, ...(method === 'POST' ? { sent: { name: 'Robin' } } : {}), body },
    ]),
  );
  const view = await columnView(capture);
  expect(mayHaveFailed(view, 0, await openExchange(capture, 0))).toBe(expected);
});
