import { expect, it } from 'vitest';
import { AnalystThread } from './analyst-thread.ts';

/** A thread for each start, with what happened to it. */
function threads() {
  const told: string[] = [];
  let count = 0;
  const thread = new AnalystThread(() => {
    const number = ++count;
    told.push(`${number} starts`);
    return { analyst: number, end: () => void told.push(`${number} ends`) };
  });
  const begin = async (number: number): Promise<void> => void told.push(`${number} gets the capture`);
  return { thread, told, begin };
}

it('ends the thread that has looked through a capture, and starts another one for the next question', async () => {
  const { thread, told, begin } = threads();
  thread.prepare();
  expect(await thread.ask(async (number) => number)).toBe(1);
  thread.renew(begin);
  expect(told).toEqual(['1 starts', '1 ends']);
  expect(await thread.ask(async (number) => number)).toBe(2);
  expect(await thread.ask(async (number) => number)).toBe(2);
  expect(told).toEqual(['1 starts', '1 ends', '2 starts', '2 gets the capture']);
});

it('lets the thread answer whom it has let in before it ends', async () => {
  const { thread, told, begin } = threads();
  let answer = (_: string): void => {};
  const waiting = thread.ask(
    () =>
      new Promise<string>((resolve) => {
        answer = resolve;
      }),
  );
  thread.renew(begin);
  const another = thread.ask(async (number) => number);
  expect(await another).toBe(1);
  expect(told).toEqual(['1 starts']);
  answer('found');
  expect(await waiting).toBe('found');
  expect(told).toEqual(['1 starts', '1 ends']);
});

it('tells whoever asks that the capture could not be handed over', async () => {
  const { thread } = threads();
  thread.renew(() => Promise.reject(new Error('The file is gone.')));
  await expect(thread.ask(async (number) => number)).rejects.toThrow('The file is gone.');
});

it('starts nothing once the capture is closed', () => {
  const { thread, told, begin } = threads();
  thread.prepare();
  thread.end();
  thread.renew(begin);
  thread.prepare();
  expect(told).toEqual(['1 starts', '1 ends']);
});

it('starts nothing for a question that comes when the capture is closed and its thread has ended before', async () => {
  const { thread, told, begin } = threads();
  thread.prepare();
  thread.renew(begin);
  thread.end();
  let isAsked = false;
  void thread.ask(async () => {
    isAsked = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  expect({ told, isAsked }).toEqual({ told: ['1 starts', '1 ends'], isAsked: false });
});
