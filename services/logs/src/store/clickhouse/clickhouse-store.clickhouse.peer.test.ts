import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeLogStore } from '../../testing/log-store.contract.ts';
import { sampleRecord } from '../../testing/sample-records.ts';
import { readWhole } from '../log-answer.ts';
import { openClickhouseStore } from './clickhouse-store.ts';
import { type ClickhouseCluster, startClickhouseCluster } from './local-cluster.ts';

let cluster: ClickhouseCluster;
beforeAll(async () => {
  cluster = await startClickhouseCluster([1, 1, 1]);
}, 120_000);
afterAll(() => cluster?.stop());

describeLogStore('ClickHouse, three shards', async () => ({
  open: () => openClickhouseStore(cluster.address('contract')),
  remove: async () => {},
}));

describeLogStore('ClickHouse, one server', async () => ({
  open: () => openClickhouseStore(cluster.address('single').replace(/,.*\/single.*/, '/single')),
  remove: async () => {},
}));

describe('a cluster with a shard down', () => {
  const records = Array.from({ length: 300 }, (_, index) =>
    sampleRecord({ ms: index, line: index + 1, body: `n${index}` }),
  );

  it('answers in part and says which shard is missing, takes nothing in, and has everything when it is back', async () => {
    const store = await openClickhouseStore(cluster.address('outage'));
    await store.ingest({ id: 'before', records });
    await cluster.kill(2);

    const outage = await readWhole(store.range({}));
    expect(outage.partial).toEqual([{ part: 'shard', name: cluster.servers[2], reason: 'unreachable' }]);
    expect(outage.records.length).toBeGreaterThan(100);
    expect(outage.records.length).toBeLessThan(300);
    const more = records.map((record) => sampleRecord({ ...record, ids: [], body: `${record.body} again` }));
    await expect(store.ingest({ id: 'during', records: more })).rejects.toThrow(
      expect.objectContaining({ code: 'logs/store-failed' }),
    );

    await cluster.start(2);
    expect(await store.ingest({ id: 'during', records: more })).toMatchObject({ known: 0, added: 300 });
    const whole = await readWhole(store.range({}));
    expect(whole.partial).toEqual([]);
    expect(whole.records).toHaveLength(600);
    await store.close();
  }, 120_000);

  it('asks the next server when the first one is down', async () => {
    const store = await openClickhouseStore(cluster.address('failover'));
    await store.ingest({ id: 'before', records });
    await cluster.kill(0);
    const { records: found, partial } = await readWhole(store.range({}));
    expect(partial).toEqual([{ part: 'shard', name: cluster.servers[0], reason: 'unreachable' }]);
    expect(found.length).toBeGreaterThan(100);
    await cluster.start(0);
    await store.close();
  }, 120_000);
});

it('says that nobody answers', async () => {
  await expect(openClickhouseStore('clickhouse://127.0.0.1:1/logs')).rejects.toThrow(
    expect.objectContaining({ code: 'logs/store-unreachable', store: 'clickhouse://127.0.0.1:1/logs' }),
  );
});

it('says that a user is refused, and not the password', async () => {
  const password = ['not', 'the', 'one'].join('-');
  const address = cluster.address('refused').replace('://', `://default:${password}@`);
  await expect(openClickhouseStore(address)).rejects.toThrow(
    expect.objectContaining({ code: 'logs/store-refused', message: expect.not.stringContaining(password) }),
  );
});
