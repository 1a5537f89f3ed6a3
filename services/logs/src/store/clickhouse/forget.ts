import { setTimeout } from 'node:timers/promises';
import type { ClickHouseSettings } from '@clickhouse/client';
import { listLiteral, stringLiteral } from './literal.ts';
import { type ClickhouseLayout, localNames } from './schema.ts';
import type { ServerFeatures } from './server-features.ts';
import { Servers } from './servers.ts';

/** How often a server without a setting for it is asked whether it is done. */
const POLL_MS = 50;

/**
 * Deletes rows on every server and waits until they are gone. The names of batches go too, so that what was forgotten can be
 * taken in again. Every server has to be in the store's address.
 */
export async function forgetRows(
  servers: Servers,
  layout: ClickhouseLayout,
  features: ServerFeatures,
  condition: string,
): Promise<void> {
  const { database } = layout;
  const local = localNames(layout);
  const settings: ClickHouseSettings = features.mutationsSync ? { mutations_sync: '1' } : {};
  for (const client of servers.all) {
    const one = new Servers([client], database);
    await one.command(`alter table ${database}.${local.record} delete where ${condition}`, settings);
    // Not truncated: on 18.16, replicas wait for each other there now and then, and never end (seen on a busy machine).
    await one.command(`alter table ${database}.${local.batch} delete where id != ''`, settings);
  }
  if (features.mutationsSync) return;
  for (const client of servers.all) {
    const one = new Servers([client], database);
    const isDone = async () => {
      const open = await one.rows(
        `select 1 from system.mutations where is_done = 0 and database = ${stringLiteral(database)} and table in ${listLiteral([local.record, local.batch])} limit 1`,
      );
      return open.length === 0;
    };
    while (!(await isDone())) await setTimeout(POLL_MS);
  }
}
