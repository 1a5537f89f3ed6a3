import { beforeEach, expect, it } from 'vitest';
import { nextPage as next, PAGE, type Read } from './next-page.ts';
import { Problem } from './problem.ts';

/** Ids in the order of the server, the latest first. */
let onServer: string[] = [];
let isDown = false;

beforeEach(() => {
  onServer = Array.from({ length: 2 * PAGE + 1 }, (_, at) => `case-${at}`);
  isDown = false;
});

const nextPage = (before: typeof begin) =>
  next(before, async (url) => {
    if (isDown) throw new Problem('page/unreachable', 0, '', '');
    const asked = new URL(url, 'http://localhost').searchParams;
    const from = onServer.indexOf(asked.get('after') ?? '') + 1;
    return onServer.slice(from, from + Number(asked.get('limit'))).map((id) => ({ id }));
  });

const begin: Read<{ readonly id: string }> = { url: '/api/cases?status=open', isReading: true };
const idsOf = ({ value = [] }: typeof begin): string[] => value.map(({ id }) => id);

it('reads page after page, each of them once, and then knows of no more', async () => {
  const first = await nextPage(begin);
  expect(idsOf(first)).toEqual(onServer.slice(0, PAGE));
  const second = await nextPage(first);
  expect(second.after).toBe(`case-${2 * PAGE - 1}`);
  const third = await nextPage(second);
  expect(idsOf(third)).toEqual(onServer);
  expect(third.after).toBeUndefined();
});

it('shows none twice where the last one has moved to the front meanwhile, and comes to the end', async () => {
  const first = await nextPage(begin);
  const [last = ''] = onServer.splice(PAGE - 1, 1);
  onServer.unshift(last);
  let read = first;
  for (let pages = 0; read.after !== undefined && pages < 5; pages++) read = await nextPage(read);
  expect(idsOf(read).sort()).toEqual([...onServer].sort());
});

it('keeps what it has where the server does not answer, and goes on there afterwards', async () => {
  const first = await nextPage(begin);
  isDown = true;
  const failed = await nextPage(first);
  expect(idsOf(failed)).toEqual(onServer.slice(0, PAGE));
  expect(failed.problem?.code).toBe('page/unreachable');
  isDown = false;
  expect(idsOf(await nextPage(failed))).toEqual(onServer.slice(0, 2 * PAGE));
});
