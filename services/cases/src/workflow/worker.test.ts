import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { CaseConnector, PollPage } from '../connectors/case-connector.ts';
import { CaseSystemError } from '../connectors/case-system-error.ts';
import { folderConnector } from '../connectors/folder/folder-connector.ts';
import { connectorHealth } from '../connectors/health.ts';
import { memoryObjects } from '../objects/memory-objects.ts';
import { openStore } from '../store/open-store.ts';
import { listIntakes, sqlIntakes } from '../store/sql-intakes.ts';
import { memoryCaseSystem } from '../testing/memory-case-system.ts';
import { openWorkshop } from './open-workshop.ts';
import { pollDue } from './worker.ts';

it('takes in what can be read, and tells in the health that a case could not be', async () => {
  const root = mkdtempSync(path.join(tmpdir(), 'harrier-worker-'));
  // A name that is refused: permissions keep nobody out who runs as root.
  for (const name of ['case\\6', 'case-7']) mkdirSync(path.join(root, name));
  writeFileSync(path.join(root, 'case-7', 'a.har'), '{}');
  const store = await openStore('sqlite::memory:');
  const connector = folderConnector({ id: 'folder', tenantId: 'tenant', root, settleMs: -1e9 });
  const objects = memoryObjects();
  const workshop = openWorkshop({
    store: sqlIntakes(store, objects),
    objects,
    connector: () => connector,
    vaultKeys: async () => [],
    clock: () => 1000,
  });
  const { signal } = new AbortController();
  const onFault = (error: unknown) => {
    throw error;
  };
  expect(await pollDue({ workshop, store, connectors: () => [connector], onFault, signal })).toBe(true);
  expect(await listIntakes(store.db, 'tenant', { limit: 10 })).toHaveLength(1);
  expect((await connectorHealth(store.db)).get('folder')?.trouble).toBe('case-system/not-found');
  await store.close();
  rmSync(root, { recursive: true });
});

/** Case systems that are looked through, each with its own way to answer; `nowMs` is the worker's time. */
async function withCaseSystems(
  polls: Readonly<Record<string, CaseConnector['poll']>>,
  use: (worker: {
    look: (nowMs?: number) => Promise<boolean>;
    found: () => Promise<string[]>;
  }) => Promise<void>,
): Promise<void> {
  const store = await openStore('sqlite::memory:');
  const connectors = Object.entries(polls).map(
    ([id, poll]): CaseConnector => ({ ...memoryCaseSystem(), id, tenantId: id, poll }),
  );
  const objects = memoryObjects();
  let clockMs = 1000;
  const workshop = openWorkshop({
    store: sqlIntakes(store, objects),
    objects,
    connector: (id) => connectors.find((one) => one.id === id),
    vaultKeys: async () => [],
    clock: () => clockMs,
  });
  const stopping = new AbortController();
  const onFault = (error: unknown) => {
    throw error;
  };
  try {
    await use({
      look: async (nowMs = 1000) => {
        clockMs = nowMs;
        return await pollDue({
          workshop,
          store,
          connectors: () => connectors,
          onFault,
          signal: stopping.signal,
        });
      },
      found: async () => {
        const lists = await Promise.all(
          Object.keys(polls).map(async (id) => await listIntakes(store.db, id, { limit: 200 })),
        );
        return lists.flat().map(({ connector }) => connector);
      },
    });
  } finally {
    stopping.abort();
    await store.close();
  }
}

const page = (at: number, more: boolean): PollPage => ({
  attachments: [{ caseRef: 'case', id: `a${at}`, name: 'a.har', sizeBytes: 1, createdMs: 1 }],
  cursor: String(at),
  more,
});

it('looks through the others while a case system does not answer, and does not ask that one again before it has', async () => {
  let asked = 0;
  let giveUp = () => {};
  const silent = async (): Promise<never> => {
    asked++;
    await new Promise<void>((resolve) => {
      giveUp = resolve;
    });
    throw new CaseSystemError('case-system/unreachable', 'it did not answer');
  };
  await withCaseSystems({ 'a-silent': silent, 'b-fine': async () => page(1, false) }, async (worker) => {
    expect(await worker.look()).toBe(true);
    expect(await worker.found()).toEqual(['b-fine']);
    await worker.look(50_000);
    expect(asked).toBe(1);
    giveUp();
    let nowMs = 200_000;
    await expect
      .poll(async () => {
        nowMs += 100_000;
        await worker.look(nowMs);
        return asked;
      })
      .toBe(2);
  });
});

it('looks through a case system that always has more for fifty pages at a time, and goes on where it stopped', async () => {
  const cursors: (string | undefined)[] = [];
  const endless = async (cursor: string | undefined): Promise<PollPage> => {
    cursors.push(cursor);
    return page(Number(cursor ?? 0) + 1, true);
  };
  await withCaseSystems({ endless }, async (worker) => {
    await worker.look();
    expect(cursors).toHaveLength(50);
    await worker.look(100_000);
    expect(cursors).toHaveLength(100);
    expect(cursors[50]).toBe('50');
  });
});
