import { beforeEach, expect, it } from 'vitest';
import { nextPage as next, PAGE, type Read, readFrontAgain } from './next-page.ts';
import { Problem } from './problem.ts';

/** Ids in the order of the server, the latest first. */
let onServer: string[] = [];
let isDown = false;

beforeEach(() => {
  onServer = Array.from({ length: 2 * PAGE + 1 }, (_, at) => `case-${at}`);
  isDown = false;
});

const get = async (url: string): Promise<{ id: string }[]> => {
  if (isDown) throw new Problem('page/unreachable', 0, '', '');
  const asked = new URL(url, 'http://localhost').searchParams;
  const from = onServer.indexOf(asked.get('after') ?? '') + 1;
  return onServer.slice(from, from + Number(asked.get('limit'))).map((id) => ({ id }));
};
const nextPage = (before: typeof begin) => next(before, get);

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

it('shows who has come and who has changed at the front, drops who has gone, and keeps what was read behind', async () => {
  const read = await nextPage(await nextPage(begin));
  const [changed = ''] = onServer.splice(50, 1);
  onServer.splice(20, 1);
  onServer.unshift('case-new', changed);
  const again = await readFrontAgain(read, get);
  expect(idsOf(again)).toEqual(onServer.slice(0, 2 * PAGE));
  expect(idsOf(await nextPage(again))).toEqual(onServer);
});

it('empties a list of one page where everything has gone, and keeps it where the server does not answer', async () => {
  onServer = ['case-0', 'case-1'];
  const read = await nextPage(begin);
  isDown = true;
  expect(idsOf(await readFrontAgain(read, get))).toEqual(['case-0', 'case-1']);
  isDown = false;
  onServer = [];
  expect(idsOf(await readFrontAgain(read, get))).toEqual([]);
});
