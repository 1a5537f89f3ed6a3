import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** ClickHouse servers of our own, on loopback, each of them one shard of the cluster `logs`. */
export interface ClickhouseCluster {
  /** `clickhouse://127.0.0.1:…,…/<database>?cluster=logs`. */
  address(database: string): string;
  /** Native addresses, in the order of the shards. */
  readonly shards: readonly string[];
  /** Ends one server as a power cut does. */
  kill(shard: number): Promise<void>;
  /** Starts a server again; resolves when it answers. */
  start(shard: number): Promise<void>;
  /** Ends the servers that this started, and no others, and removes their files. */
  stop(): Promise<void>;
}

interface Ports {
  readonly http: number;
  readonly tcp: number;
  readonly interserver: number;
}

/** Starts servers with the `clickhouse-server` that is on the path; resolves when all of them answer. */
export async function startClickhouseCluster(shards: number): Promise<ClickhouseCluster> {
  const folder = mkdtempSync(path.join(tmpdir(), 'harrier-clickhouse-'));
  const free = await freePorts(shards * 3);
  const ports = Array.from({ length: shards }, (_, at): Ports => {
    const [http, tcp, interserver] = free.slice(at * 3);
    return { http: http!, tcp: tcp!, interserver: interserver! };
  });
  const processes: (ChildProcess | undefined)[] = [];
  const start = async (shard: number): Promise<void> => {
    const home = path.join(folder, `n${shard}`);
    for (const name of ['data', 'tmp', 'schemas']) mkdirSync(path.join(home, name), { recursive: true });
    writeFileSync(path.join(home, 'users.xml'), USERS);
    writeFileSync(path.join(home, 'config.xml'), configOf(home, ports[shard]!, ports));
    const server = spawn('clickhouse-server', [`--config-file=${path.join(home, 'config.xml')}`], {
      stdio: 'ignore',
      cwd: home,
    });
    processes[shard] = server;
    await untilItAnswers(server, ports[shard]!.http);
  };
  const end = async (shard: number, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    const server = processes[shard];
    if (server === undefined || server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill(signal);
    await ended;
  };
  const stop = async () => {
    await Promise.all(processes.map((_, shard) => end(shard, 'SIGKILL')));
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await Promise.all(ports.map((_, shard) => start(shard)));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    address: (database) =>
      `clickhouse://${ports.map(({ http }) => `127.0.0.1:${http}`).join(',')}/${database}?cluster=logs`,
    shards: ports.map(({ tcp }) => `127.0.0.1:${tcp}`),
    kill: (shard) => end(shard, 'SIGKILL'),
    start,
    stop,
  };
}

/** Boot takes 3 s on an idle machine; a busy one gets this much. */
const BOOT_MS = 60_000;

async function untilItAnswers(server: ChildProcess, port: number): Promise<void> {
  const giveUpMs = performance.now() + BOOT_MS;
  while (performance.now() < giveUpMs) {
    if (server.exitCode !== null) throw new Error(`clickhouse-server ended with ${server.exitCode}.`);
    try {
      if ((await fetch(`http://127.0.0.1:${port}/ping`)).ok) return;
    } catch {
      // Not listening yet.
    }
    await setTimeout(100);
  }
  throw new Error('clickhouse-server did not answer in time.');
}

/** Ports that nobody listens on now; all are held until the last is found, so that no two are the same. */
async function freePorts(count: number): Promise<number[]> {
  const holders = await Promise.all(
    Array.from({ length: count }, async () => {
      const holder = createServer();
      await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
      return holder;
    }),
  );
  const ports = holders.map((holder) => (holder.address() as { port: number }).port);
  await Promise.all(holders.map((holder) => new Promise((resolve) => holder.close(resolve))));
  return ports;
}

function configOf(home: string, own: Ports, all: readonly Ports[]): string {
  const replicas = all.map(
    ({ tcp }) => `<shard><replica><host>127.0.0.1</host><port>${tcp}</port></replica></shard>`,
  );
  return `<yandex>
  <logger><level>warning</level><log>${home}/server.log</log><errorlog>${home}/error.log</errorlog></logger>
  <http_port>${own.http}</http_port><tcp_port>${own.tcp}</tcp_port>
  <interserver_http_host>127.0.0.1</interserver_http_host><interserver_http_port>${own.interserver}</interserver_http_port>
  <listen_host>127.0.0.1</listen_host>
  <path>${home}/data/</path><tmp_path>${home}/tmp/</tmp_path><format_schema_path>${home}/schemas/</format_schema_path>
  <users_config>${home}/users.xml</users_config>
  <default_profile>default</default_profile><default_database>default</default_database>
  <mark_cache_size>67108864</mark_cache_size>
  <remote_servers><logs>${replicas.join('')}</logs></remote_servers>
</yandex>
`;
}

const USERS = `<yandex>
  <profiles><default><connect_timeout_with_failover_ms>1000</connect_timeout_with_failover_ms></default></profiles>
  <users><default><password></password><networks><ip>127.0.0.1</ip></networks>
    <profile>default</profile><quota>default</quota></default></users>
  <quotas><default></default></quotas>
</yandex>
`;
