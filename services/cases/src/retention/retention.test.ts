import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditEntries } from '../audit/audit-log.ts';
import { CaseSystemError } from '../connectors/case-system-error.ts';
import { sqlExceptions } from '../exceptions/sql-exceptions.ts';
import { memoryObjects } from '../objects/memory-objects.ts';
import type { ObjectStore } from '../objects/object-store.ts';
import { securityPolicy } from '../security-policy/security-policy.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { addIntake, listIntakes, readIntake } from '../store/sql-intakes.ts';
import { writeTenantSetting } from '../store/tenant-setting.ts';
import { collect } from '../testing/collect.ts';
import {
  type MemoryCaseSystem,
  type MemoryCaseSystemOptions,
  memoryCaseSystem,
  sha256,
} from '../testing/memory-case-system.ts';
import { newIntake } from '../workflow/new-intake.ts';
import { findExpired, workOnRetention } from './retention.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 60 * 60_000;
const sealedBytes = new TextEncoder().encode('the sealed original');
const mapBytes = new TextEncoder().encode('the sealed map');
const admin = { name: 'account:ada', tenantId: 'tenant' };

let store: Store;
let nowMs: number;
beforeEach(async () => {
  store = await openStore('sqlite::memory:');
  nowMs = 1_800_000_000_000;
  await store.db.insertInto('tenants').values({ id: 'tenant', name: 'Example', createdMs: nowMs }).execute();
});
afterEach(async () => await store.close());

const keepFor = async (keepSealedDays: number | null) =>
  await writeTenantSetting(store, securityPolicy, admin, { keepSealedDays }, nowMs);

async function* bytesOf(bytes: Uint8Array) {
  yield bytes;
}

/** A case in which everything was done: the sealed copy is in the case, and with its map in the object store. */
async function doneCase(
  options: MemoryCaseSystemOptions & { readonly state?: 'done' | 'original-present' } = {},
) {
  const system = memoryCaseSystem(options);
  const objects = memoryObjects();
  const original = system.attach('7', 'trace.har', new Uint8Array([1]));
  const sealed = system.attach('7', 'trace.har.pgp', sealedBytes);
  const clean = system.attach('7', 'trace.clean.har', new Uint8Array([2]));
  for (const bytes of [sealedBytes, mapBytes]) await objects.put(bytesOf(bytes));
  const intake = newIntake(system, original, nowMs);
  const placed = { sizeBytes: sealedBytes.length, sha256: sha256(sealedBytes) };
  await store.transaction(async (tx) => {
    await addIntake(tx, {
      ...intake,
      step: 'note',
      state: options.state ?? 'done',
      facts: {
        clean: {
          ...{ name: clean.name, sizeBytes: 1, sha256: sha256(new Uint8Array([2])), attachment: clean },
          ...{ redactions: 1, secrets: 1, droppedBodies: 0, repaired: false },
          sealedMap: { sizeBytes: mapBytes.length, sha256: sha256(mapBytes) },
        },
        sealed: {
          ...placed,
          name: sealed.name,
          attachment: sealed,
          keyIds: ['0123456789ABCDEF'],
          capsule: 'Y2Fw',
        },
      },
    });
    await tx.updateTable('jobs').set({ state: 'ended' }).where('kind', '=', 'intake').execute();
    for (const digest of [placed.sha256, sha256(mapBytes)])
      await tx.insertInto('ownFiles').values({ sha256: digest, intakeId: intake.id }).execute();
  });
  return { system, objects, id: intake.id };
}

const work = async (system: MemoryCaseSystem, objects: ObjectStore) =>
  await workOnRetention({ store, objects, connector: () => system, clock: () => nowMs });
const expired = async () => await findExpired({ store, clock: () => nowMs });
const audited = async (action: string) =>
  (await collect(auditEntries(store.db))).filter(({ line }) => line.includes(`"${action}"`)).length;

/** What is left of the sealed original and its map, and what is known of them. */
async function left(system: MemoryCaseSystem, objects: ObjectStore, id: string) {
  const facts = (await readIntake(store.db, id))?.facts;
  return {
    inCase: [...system.files.values()].map(({ attachment }) => attachment.name).sort(),
    sealed: await objects.sizeOf(sha256(sealedBytes)),
    map: await objects.sizeOf(sha256(mapBytes)),
    capsule: facts?.sealed?.capsule,
    mapKnown: facts?.clean?.sealedMap !== undefined,
    notes: system.notes.length,
    destroyed: facts?.destroyed?.removal,
    audited: await audited('original/destroyed'),
  };
}

/** Somebody asks for all of it. */
const askFor = async (intakeId: string) =>
  await sqlExceptions(store).create({
    id: 'asked',
    tenantId: 'tenant',
    caseRef: '7',
    intakeId,
    sealedSha256: sha256(sealedBytes),
    scope: { kind: 'whole' },
    reason: { code: 'legal', text: 'a reason' },
    requesterKey: '',
    version: 1,
    state: 'requested',
    requested: { accountId: 'eve', identity: 'eve', atMs: nowMs },
    dueMs: nowMs + HOUR_MS,
    consent: 'not-needed',
  });

const gone = {
  inCase: ['trace.clean.har', 'trace.har'],
  sealed: undefined,
  map: undefined,
  capsule: undefined,
  mapKnown: false,
  notes: 1,
  destroyed: 'removed',
  audited: 1,
};

describe('a sealed original', () => {
  it('stays for ever where the organisation says nothing', async () => {
    const { system, objects } = await doneCase();
    nowMs += 10_000 * DAY_MS;
    expect(await expired()).toBe(0);
    expect(await work(system, objects)).toBe(false);
  });

  it('goes when its days are over, with its map and capsule, and the case is told', async () => {
    await keepFor(30);
    const { system, objects, id } = await doneCase();
    nowMs += 30 * DAY_MS - 1;
    expect(await expired()).toBe(0);
    nowMs += 1;
    expect([await expired(), await expired()]).toEqual([1, 0]);
    expect(await work(system, objects)).toBe(true);
    expect(await left(system, objects, id)).toEqual(gone);
    expect(system.notes[0]?.text).toContain(sha256(sealedBytes));
    expect(system.notes[0]?.text).toContain('30');
    expect(await audited('original/expired')).toBe(1);
    expect([await expired(), await work(system, objects)]).toEqual([0, false]);
  });

  it('is among those that are gone once it is, and not before', async () => {
    await keepFor(30);
    const { system, objects, id } = await doneCase();
    const gone = async () =>
      (await listIntakes(store.db, 'tenant', { destroyed: true, limit: 9 })).map((intake) => intake.id);
    nowMs += 31 * DAY_MS;
    await expired();
    expect(await gone()).toEqual([]);
    await work(system, objects);
    expect(await gone()).toEqual([id]);
  });

  it('stays while somebody asks for it, and goes afterwards with what was released of it', async () => {
    await keepFor(30);
    const { system, objects, id } = await doneCase();
    const exception = {
      id: 'x',
      tenantId: 'tenant',
      caseRef: '7',
      sealedSha256: sha256(sealedBytes),
      version: 1,
    };
    await store.db
      .insertInto('exceptions')
      .values({ ...exception, state: 'approved', requestedMs: nowMs, dueMs: nowMs, value: '{}' })
      .execute();
    const release = { exceptionId: 'x', sha256: 'a'.repeat(64), message: 'for the requester' };
    await store.db.insertInto('exceptionReleases').values(release).execute();
    const releases = async () => await store.db.selectFrom('exceptionReleases').selectAll().execute();
    nowMs += 31 * DAY_MS;
    await expired();
    await work(system, objects);
    expect(await left(system, objects, id)).toMatchObject({ sealed: sealedBytes.length, audited: 0 });
    expect(await releases()).toHaveLength(1);
    await store.db.updateTable('exceptions').set({ state: 'fetched' }).execute();
    nowMs += HOUR_MS;
    await work(system, objects);
    expect(await left(system, objects, id)).toEqual(gone);
    expect(await releases()).toEqual([]);
  });

  it('cannot be asked for once it goes', async () => {
    await keepFor(30);
    const answers: unknown[] = [];
    const { system, objects, id } = await doneCase({
      before: async () => {
        if (answers.length === 0) answers.push(await askFor(id).catch((error) => error.code));
      },
    });
    nowMs += 31 * DAY_MS;
    await expired();
    await work(system, objects);
    expect(answers).toEqual(['exception/not-sealed']);
    expect(await left(system, objects, id)).toEqual(gone);
    await expect(askFor(id)).rejects.toMatchObject({ code: 'exception/not-sealed' });
    expect(await store.db.selectFrom('exceptions').selectAll().execute()).toEqual([]);
  });

  it('is given more time when the organisation decides so before it goes', async () => {
    await keepFor(30);
    const { system, objects, id } = await doneCase();
    nowMs += 31 * DAY_MS;
    await expired();
    await keepFor(60);
    await work(system, objects);
    expect(await left(system, objects, id)).toMatchObject({ sealed: sealedBytes.length });
    nowMs += 30 * DAY_MS;
    expect(await expired()).toBe(1);
    await work(system, objects);
    expect(await left(system, objects, id)).toEqual(gone);
  });

  it('goes after the days that held when its destruction began, whatever is decided before it ends', async () => {
    await keepFor(30);
    const { system, objects, id } = await doneCase({ before: async () => void (await keepFor(null)) });
    nowMs += 31 * DAY_MS;
    await expired();
    await work(system, objects);
    expect(await left(system, objects, id)).toEqual(gone);
    expect(system.notes[0]?.text).toContain('after 30 days');
  });

  it('is not claimed to be gone from a case system that does not let it go', async () => {
    await keepFor(30);
    const { system, objects, id } = await doneCase({ capabilities: { purgeLevel: 'P0' } });
    nowMs += 31 * DAY_MS;
    await expired();
    await work(system, objects);
    expect(await left(system, objects, id)).toMatchObject({ sealed: undefined, destroyed: 'not-removable' });
    expect(system.files.size).toBe(3);
    expect(system.notes[0]?.text).toContain('An administrator has to remove it.');
  });

  it('goes as well where the original itself could not be removed', async () => {
    await keepFor(30);
    const { system, objects, id } = await doneCase({ state: 'original-present' });
    nowMs += 31 * DAY_MS;
    expect(await expired()).toBe(1);
    await work(system, objects);
    expect(await left(system, objects, id)).toEqual(gone);
  });

  it('goes under another name too, which somebody gave it', async () => {
    await keepFor(30);
    const { system, objects, id } = await doneCase();
    const there = [...system.files.values()].find(({ attachment }) => attachment.name === 'trace.har.pgp');
    system.rename(there?.attachment.id ?? '', 'renamed.pgp');
    nowMs += 31 * DAY_MS;
    await expired();
    await work(system, objects);
    expect(await left(system, objects, id)).toEqual(gone);
  });

  it('leaves alone what somebody put in its place', async () => {
    await keepFor(30);
    const { system, objects, id } = await doneCase();
    const there = [...system.files.values()].find(({ attachment }) => attachment.name === 'trace.har.pgp');
    system.replace(there?.attachment.id ?? '', new Uint8Array([9]));
    nowMs += 31 * DAY_MS;
    await expired();
    await work(system, objects);
    expect(await left(system, objects, id)).toMatchObject({ destroyed: 'replaced', sealed: undefined });
    expect(system.files.size).toBe(3);
  });

  it('waits for a case system that does not answer', async () => {
    await keepFor(30);
    let isAway = true;
    const { system, objects, id } = await doneCase({
      before: () => {
        if (isAway) throw new CaseSystemError('case-system/unreachable', 'away');
      },
    });
    nowMs += 31 * DAY_MS;
    await expired();
    await work(system, objects);
    expect(await left({ ...system }, objects, id)).toMatchObject({ sealed: sealedBytes.length, audited: 0 });
    isAway = false;
    nowMs += HOUR_MS;
    await work(system, objects);
    expect(await left(system, objects, id)).toEqual(gone);
  });
});

it('is left to one process, however slowly the case system answers', async () => {
  await keepFor(30);
  const others: boolean[] = [];
  let isBusy = false;
  const { system, objects, id } = await doneCase({
    before: async () => {
      if (isBusy) return;
      isBusy = true;
      nowMs += 5 * 60_000;
      others.push(await work(system, objects));
    },
  });
  nowMs += 31 * DAY_MS;
  await expired();
  await work(system, objects);
  expect(others).toEqual([false]);
  expect(await left(system, objects, id)).toEqual(gone);
});

it('is destroyed once and whole, wherever the process ends in between', async () => {
  await keepFor(30);
  let calls = 0;
  let endsAt = 0;
  const step = (): void => {
    calls++;
    if (calls === endsAt) throw new Error('killed');
  };
  let isWhole = false;
  // One run more for each call outside, until none is left at which it could have ended.
  for (endsAt = 1; !isWhole && endsAt < 100; endsAt++) {
    const { system, objects: plain, id } = await doneCase({ before: step, after: step });
    const objects: ObjectStore = {
      ...plain,
      remove: async (digest) => {
        step();
        await plain.remove(digest);
        step();
      },
    };
    nowMs += 31 * DAY_MS;
    await expired();
    const before = await audited('original/destroyed');
    calls = 0;
    await work(system, objects).catch(() => {});
    isWhole = calls < endsAt;
    calls = -1000;
    nowMs += HOUR_MS;
    await work(system, objects);
    expect([endsAt, await left(system, objects, id)]).toEqual([
      endsAt,
      // Had it been gone already when it ended, the one that goes on finds it so.
      { ...gone, destroyed: expect.stringMatching(/^(?:removed|was-gone)$/), audited: before + 1 },
    ]);
    await store.db.deleteFrom('ownFiles').execute();
    await store.db.deleteFrom('intakes').execute();
    await store.db.deleteFrom('jobs').execute();
  }
  expect(isWhole).toBe(true);
  expect(endsAt).toBeGreaterThan(10);
});
