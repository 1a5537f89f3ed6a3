import { afterEach, beforeEach, expect, it } from 'vitest';
import { memoryCaseSystem } from '../testing/memory-case-system.ts';
import { newIntake } from '../workflow/new-intake.ts';
import { openStore, type Store } from './open-store.ts';
import { addIntake, type IntakeFilter, listIntakes } from './sql-intakes.ts';

let store: Store;
let ids: string[];
beforeEach(async () => {
  store = await openStore('sqlite::memory:');
  ids = [];
  const system = memoryCaseSystem();
  await store.transaction(async (tx) => {
    for (let file = 0; file < 7; file++) {
      // Three at a time begin in the same millisecond.
      const intake = newIntake(system, system.attach('7', `${file}.har`, new Uint8Array([file])), file % 3);
      await addIntake(tx, intake);
      ids.push(intake.id);
    }
  });
});
afterEach(async () => await store.close());

const page = async (filter: Partial<IntakeFilter>) =>
  (await listIntakes(store.db, 'tenant', { limit: 2, ...filter })).map(({ id }) => id);

it.each([{ caseRef: '7' }, {}])('are all found page by page, and none twice (%j)', async (filter) => {
  const found: string[] = [];
  for (let last: string | undefined; ; last = found.at(-1)) {
    const next = await page({ ...filter, ...(last === undefined ? {} : { after: last }) });
    if (next.length === 0) break;
    found.push(...next);
  }
  expect(found).toHaveLength(7);
  expect([...found].sort()).toEqual([...ids].sort());
});

it('are all found in a case although they change in between', async () => {
  const all = await page({ caseRef: '7', limit: 100 });
  const [, last = ''] = await page({ caseRef: '7' });
  // The last of all of them is worked on, and so is the one that the page ended with.
  for (const id of [all.at(-1) ?? '', last])
    await store.db.updateTable('intakes').set({ updatedMs: 99 }).where('id', '=', id).execute();
  expect(await page({ caseRef: '7', after: last, limit: 100 })).toEqual(all.slice(2));
});

it('are found by their mark, and by nothing of another tenant', async () => {
  const [one = ''] = ids;
  expect(await page({ mark: one.slice(0, 12) })).toEqual([one]);
  expect(await page({ mark: '0'.repeat(12) })).toEqual([]);
  expect(await listIntakes(store.db, 'other', { after: one, limit: 100 })).toEqual([]);
});
