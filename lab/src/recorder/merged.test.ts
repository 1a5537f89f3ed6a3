import { expect, it } from 'vitest';
import { merged } from './merged.ts';

async function* steps(name: string, gates: readonly Promise<unknown>[], ended: string[]) {
  try {
    for (const [at, gate] of gates.entries()) {
      await gate;
      yield `${name}${at}`;
    }
  } finally {
    ended.push(name);
  }
}

it('gives what comes first, first, and everything once', async () => {
  let resolve = () => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  const got: string[] = [];
  for await (const step of merged([steps('slow', [promise], []), steps('quick', [Promise.resolve()], [])])) {
    got.push(step);
    resolve();
  }
  expect(got).toEqual(['quick0', 'slow0']);
});

it('ends all of them when nobody asks on', async () => {
  const ended: string[] = [];
  for await (const _ of merged([
    steps('a', [1, 2, 3].map(Promise.resolve, Promise), ended),
    steps('b', [1, 2, 3].map(Promise.resolve, Promise), ended),
  ]))
    break;
  expect(ended.sort()).toEqual(['a', 'b']);
});
