import { spawnSync } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { openLogStore } from '@harrier/logs';
import { startClickhouseCluster } from '@harrier/logs/clickhouse-cluster';
import { known, table } from '../../measure/markdown-table.ts';
import { median } from '../../measure/median.ts';
import { loadFiles } from './load-files.ts';
import type { LogsPart } from './part.ts';
import { runImport, runLookUps } from './run-steps.ts';
import { p99, sampledIds } from './sampled-ids.ts';

const GOAL_LOOK_UP_MS = 30;
const LOOK_UPS = 500;
const MERGE_LIMIT_MS = 60_000;
/** What the goal asks for; three servers on one machine would show no more with more. */
const MOST_LINES = 2_000_000;

/** ClickHouse, three shards on this machine: import, look-ups, and a shard that is killed. */
export const clusterPart: LogsPart = {
  name: 'cluster',
  summary: 'ClickHouse with three shards, one of them killed',
  run: async ({ lines: asked, rounds, seed, say }) => {
    const lines = Math.min(asked, MOST_LINES);
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
      // Servers merge what came in for a while; searches meet that seldom, and here they would meet nothing else.
      for (const url of cluster.urls) await untilMerged(url);
      const ids = sampledIds(folder, LOOK_UPS);
      const lookUps = [];
      for (let round = 0; round < rounds; round++) lookUps.push(await runLookUps(address, ids));
      // Apart from what is judged: writing questions down costs the servers more than answering them.
      await runLookUps(address.replace('://', '://logged@'), ids);
      const serverMs = await lookUpsOnServer(cluster.urls[0]!);
      say(`look-up  ${serverMs.length} on the server, p99 ${p99(serverMs)} ms`);
      const before = await count(address);
      await cluster.kill(2);
      const during = await count(address);
      say(`one shard down: ${during.records} of ${before.records}, ${during.partial.length} notes`);
      await cluster.start(2);
      const after = await count(address);
      const middleP99 = median(lookUps.map(({ ms }) => p99(ms)));
      const rows = [
        [
          'as the store’s caller waits',
          known(median(lookUps.map(({ ms }) => median(ms))), 1),
          known(middleP99, 1),
        ],
        [
          'the same, where nothing else took the caller’s core',
          known(median(lookUps.map(({ quietMs }) => median(quietMs))), 1),
          known(median(lookUps.map(({ quietMs }) => p99(quietMs))), 1),
        ],
        [
          'inside the server that is asked, the other shards included',
          known(median(serverMs), 0),
          known(p99(serverMs), 0),
        ],
      ];
      return {
        title: 'ClickHouse, three shards',
        lines: [
          `${lines} lines became ${imported.added} records in ${(imported.ms / 1000).toFixed(1)} s (${(imported.cpuMs / 1000).toFixed(1)} s of a core on our side); three servers, the importer and the searches share the machine. ${ids.length} ids in each of ${rounds} processes, one question each.`,
          '',
          ...table(['Look-up', 'median ms', 'p99 ms'], rows),
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
        raw: { imported, lookUps, serverMs, before, during, after },
      };
    } finally {
      await cluster.stop();
    }
  },
};

/** Waits until a server has no merge to do. */
async function untilMerged(url: string): Promise<void> {
  const giveUpMs = performance.now() + MERGE_LIMIT_MS;
  while (performance.now() < giveUpMs) {
    const [merges] = await ask<{ n: number }>(url, 'select toUInt32(count()) as n from system.merges');
    if (merges?.n === 0) return;
    await setTimeout(500);
  }
}

/** How long the server that was asked took for each look-up, whole milliseconds, sorted. */
async function lookUpsOnServer(url: string): Promise<number[]> {
  await ask(url, 'system flush logs');
  const rows = await ask<{ ms: number }>(
    url,
    `select toUInt32(query_duration_ms) as ms from system.query_log
     where type = 2 and is_initial_query = 1 and query like '%prewhere base%' and query not like '%query_log%' order by ms`,
  );
  return rows.map(({ ms }) => ms);
}

async function ask<Row>(url: string, sql: string): Promise<Row[]> {
  const isQuestion = sql.startsWith('select');
  const answer = await fetch(url, { method: 'POST', body: isQuestion ? `${sql} format JSON` : sql });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`ClickHouse: ${text}`);
  return isQuestion ? (JSON.parse(text) as { data: Row[] }).data : [];
}

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
