import type { ClickHouseSettings } from '@clickhouse/client';
import { LogStoreError } from '../log-store-error.ts';
import { type ClickhouseLayout, localNames } from './schema.ts';
import { Servers } from './servers.ts';

/** A server that came back is not asked before it has what it missed, as long as another one has it. Seconds. */
export const FRESH_REPLICAS: ClickHouseSettings = { max_replica_delay_for_distributed_queries: '1' };

/** How long a server may take to fetch what its replica wrote; a batch is fetched in well under a second. */
const PATIENCE_SECONDS = 30;

/**
 * Waits until every server that can be reached has what the others of its shard wrote. Afterwards a batch survives the loss of
 * one of them, and no server answers without it. Where the only server that has a batch is lost, this fails: the
 * batch is not acknowledged.
 */
export async function waitForReplicas(servers: Servers, layout: ClickhouseLayout): Promise<void> {
  const table = `${layout.database}.${localNames(layout).record}`;
  await Promise.all(
    servers.all.map(async (client) => {
      try {
        await new Servers([client], servers.store).command(`system sync replica ${table}`, {
          receive_timeout: PATIENCE_SECONDS,
        });
      } catch (error) {
        const isDown = error instanceof LogStoreError && error.code === 'logs/store-unreachable';
        if (!isDown) throw error;
      }
    }),
  );
}
