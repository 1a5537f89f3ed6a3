import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ClickHouseClient, ClickHouseLogLevel, createClient } from '@clickhouse/client';
import { afterAll } from 'vitest';
import { describeLogStore } from '../../testing/log-store.contract.ts';
import { openClickhouseStoreOn } from './clickhouse-store.ts';

// Installed apart by `.ci/run`: it is half a gigabyte.
const require = createRequire(new URL('../../../../../.cache/chdb/', import.meta.url));
const { createChdbConnection } = require('chdb/connection') as {
  createChdbConnection(options: { path: string }): unknown;
};

const folder = mkdtempSync(path.join(tmpdir(), 'harrier-chdb-'));
const client = createClient({
  connection: createChdbConnection({ path: folder }),
  log: { level: ClickHouseLogLevel.OFF },
} as Parameters<typeof createClient>[0]);
afterAll(async () => {
  await client.close();
  rmSync(folder, { recursive: true, force: true });
});

// One process holds the folder once, so the store is opened again over the same connection.
const shared = Object.create(client, { close: { value: async () => {} } }) as ClickHouseClient;

describeLogStore('ClickHouse of today, in this process', async () => ({
  open: () =>
    openClickhouseStoreOn([shared], {
      database: 'contract',
      cluster: undefined,
      replicated: false,
      name: 'chdb',
    }),
  remove: async () => {},
}));
