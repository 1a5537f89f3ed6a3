import { spawnSync } from 'node:child_process';
import { openLogStore } from '@harrier/logs';
import { startClickhouseCluster } from '@harrier/logs/clickhouse-cluster';
import { known, table } from '../../measure/markdown-table.ts';
import { median } from '../../measure/median.ts';
import { loadFiles } from './load-files.ts';
import type { LogsPart } from './part.ts';
import { runImport, runLookUps } from './run-steps.ts';
import { p99, sampledIds } from './sampled-ids.ts';

const GOAL_LOOK_UP_MS = 30;
const LOOK_UPS = 300;

/** ClickHouse, three shards on this machine: import, look-ups, and a shard that is killed. */
export const clusterPart: LogsPart = {
  name: 'cluster',
  summary: 'ClickHouse with three shards, one of them killed',
  run: async ({ lines, rounds, seed, say }) => {
    if (spawnSync('sh', ['-c', 'command -v clickhouse-server']).status !== 0)
      return {
        title: 'ClickHouse, three shards',
        lines: ['Left out: no clickhouse-server here.'],
        goals: [],
        raw: {},
      };
    const folder = await loadFiles(lines, seed);
    const cluster = await startClickhouseCluster([1, 1, 1]);
    try {
      const address = cluster.address('bench');
      const imported = await runImport(address, folder);
      say(`import  ${(imported.ms / 1000).toFixed(1)} s, ${imported.added} added`);
      const ids = sampledIds(folder, LOOK_UPS);
      const lookUps = [];
      for (let round = 0; round < rounds; round++) lookUps.push(await runLookUps(address, ids));
      const before = await count(address);
      await cluster.kill(2);
      const during = await count(address);
      say(`one shard down: ${during.records} of ${before.records}, ${during.partial.length} notes`);
      await cluster.start(2);
      const after = await count(address);
      const middleP99 = median(lookUps.map(({ ms }) => p99(ms)));
      const rows = [
        [known(median(lookUps.map(({ ms }) => median(ms))), 1), known(middleP99, 1), String(ids.length)],
      ];
      return {
        title: 'ClickHouse, three shards',
        lines: [
          `${lines} lines became ${imported.added} records in ${(imported.ms / 1000).toFixed(1)} s (${(imported.cpuMs / 1000).toFixed(1)} s of a core on our side); three servers, the importer and the searches share the machine.`,
          '',
          ...table(['look-up, median ms', 'p99 ms', 'ids'], rows),
        ],
        goals: [
          {
            goal: `look-up through the Distributed table: p99 at most ${GOAL_LOOK_UP_MS} ms`,
            measured: `${middleP99.toFixed(1)} ms`,
            isMet: middleP99 <= GOAL_LOOK_UP_MS,
          },
          {
            goal: 'one shard killed: the answer is partial and names it',
            measured: `${during.records} of ${before.records}; ${during.partial.map(({ name }) => name).join()}`,
            isMet: during.partial[0]?.name === cluster.servers[2] && during.records < before.records,
          },
          {
            goal: 'nothing is lost after it returns',
            measured: `${after.records} of ${imported.added}`,
            isMet: after.records === imported.added && after.partial.length === 0,
          },
        ],
        raw: { imported, lookUps, before, during, after },
      };
    } finally {
      await cluster.stop();
    }
  },
};

async function count(address: string) {
  const store = await openLogStore(address);
  try {
    const answer = store.range({});
    let records = 0;
    for await (const _ of answer.records) records++;
    return { records, partial: answer.partial };
  } finally {
    await store.close();
  }
}
