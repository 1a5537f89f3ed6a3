import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { folderConnector } from '../connectors/folder/folder-connector.ts';
import { connectorHealth } from '../connectors/health.ts';
import { memoryObjects } from '../objects/memory-objects.ts';
import { openStore } from '../store/open-store.ts';
import { listIntakes, sqlIntakes } from '../store/sql-intakes.ts';
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
