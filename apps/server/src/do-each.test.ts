import { expect, it } from 'vitest';
import { doEach } from './do-each.ts';

it('does what comes behind a failure, and tells of each failure', async () => {
  const done: string[] = [];
  const faults: unknown[] = [];
  const failing = (name: string) => async () => {
    throw new Error(name);
  };
  await doEach(
    [failing('sweep'), async () => done.push('expire'), failing('logs'), async () => done.push('last')],
    (error) => faults.push((error as Error).message),
  );
  expect(done).toEqual(['expire', 'last']);
  expect(faults).toEqual(['sweep', 'logs']);
});
