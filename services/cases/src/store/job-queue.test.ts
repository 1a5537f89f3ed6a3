import { CompiledQuery } from 'kysely';
import { expect, it } from 'vitest';
import { changeJob, claimJob, dueJobs, enqueue, oldestDueMs } from './job-queue.ts';
import { openStore } from './open-store.ts';

it('finds the next job by an index of those that have not ended: the others stay, and become many', async () => {
  const store = await openStore('sqlite::memory:');
  const { sql, parameters } = dueJobs(store.db, 'intake', 1).limit(1).compile();
  const asked = CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]);
  const plan = await store.db.executeQuery<{ detail: string }>(asked);
  expect(plan.rows.map(({ detail }) => detail).join()).toContain('jobs_open');
  await store.close();
});

it('gives the one that has waited for longest, and tells since when, without those that have ended', async () => {
  const store = await openStore('sqlite::memory:');
  await store.transaction(async (tx) => {
    for (const [subject, runAtMs] of [
      ['first', 10],
      ['second', 20],
    ] as const)
      await enqueue(tx, 'intake', subject, runAtMs);
    const first = await claimJob(tx, store.engine, 'intake', 100, 1000);
    expect(first?.subject).toBe('first');
    if (first !== undefined) await changeJob(tx, 'intake', first, { kind: 'ended' });
  });
  expect(await oldestDueMs(store.db, 'intake')).toBe(20);
  expect(await oldestDueMs(store.db, 'poll')).toBeUndefined();
  await store.close();
});
