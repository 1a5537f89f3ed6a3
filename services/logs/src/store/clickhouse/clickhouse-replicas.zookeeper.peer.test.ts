import { createClient } from '@clickhouse/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeLogStore } from '../../testing/log-store.contract.ts';
import { sampleRecord } from '../../testing/sample-records.ts';
import { readWhole } from '../log-answer.ts';
import { openClickhouseStore } from './clickhouse-store.ts';
import { type ClickhouseCluster, startClickhouseCluster } from './local-cluster.ts';

let cluster: ClickhouseCluster;
beforeAll(async () => {
  cluster = await startClickhouseCluster([2, 1]);
}, 180_000);
afterAll(() => cluster?.stop());

describeLogStore('ClickHouse, replicated tables', async () => ({
  open: () => openClickhouseStore(cluster.address('contract')),
  remove: async () => {},
}));

describe('two servers with the same shard', () => {
  const records = (what: string) =>
    Array.from({ length: 200 }, (_, index) =>
      sampleRecord({ ms: index, line: index + 1, body: `${what} ${index}`, source: what }),
    );

  /** What one server holds by itself, in an order that does not depend on it. */
  const heldBy = async (at: number, database: string): Promise<string[]> => {
    const client = createClient({ url: cluster.urls[at]! });
    const answer = await client.query({
      query: `select digest from ${database}.harrier_record_local order by digest`,
      format: 'JSONEachRow',
    });
    const rows = (await answer.json()) as { digest: string }[];
    await client.close();
    return rows.map(({ digest }) => digest);
  };

  it('lose nothing when one is killed, go on without it, and are equal when it is back', async () => {
    const store = await openClickhouseStore(cluster.address('outage'));
    await store.ingest({ id: 'before', records: records('before') });
    expect(await heldBy(0, 'outage')).toEqual(await heldBy(1, 'outage'));
    await cluster.kill(0);

    const outage = await readWhole(store.range({}));
    expect(outage.partial).toEqual([]);
    expect(outage.records).toHaveLength(200);
    expect(await store.ingest({ id: 'during', records: records('during') })).toEqual({
      added: 200,
      known: 0,
    });
    expect((await readWhole(store.range({}))).records).toHaveLength(400);

    await cluster.start(0);
    expect(await store.ingest({ id: 'after', records: records('after') })).toEqual({ added: 200, known: 0 });
    const [one, other] = [await heldBy(0, 'outage'), await heldBy(1, 'outage')];
    expect(one).toEqual(other);
    expect(one.length).toBeGreaterThan(0);
    expect((await readWhole(store.range({}))).records).toHaveLength(600);
    await store.close();
  }, 120_000);

  it('take in again exactly what was forgotten', async () => {
    const store = await openClickhouseStore(cluster.address('again'));
    const batch = { id: 'same', records: records('same') };
    await store.ingest(batch);
    expect(await store.forget({ beforeNs: 2n ** 62n })).toBe(200);
    expect(await store.ingest(batch)).toEqual({ added: 200, known: 0 });
    expect((await readWhole(store.range({}))).records).toHaveLength(200);
    await store.close();
  }, 120_000);
});
