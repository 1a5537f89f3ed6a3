import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type LocalZookeeper, startZookeeper } from './local-zookeeper.ts';

/** ClickHouse servers of our own, on loopback, in the cluster `logs`. */
export interface ClickhouseCluster {
  /** `clickhouse://127.0.0.1:…,…/<database>?cluster=logs`, with `replicated=1` where a shard has several servers. */
  address(database: string): string;
  /** Native addresses, in the order of the shards and of the servers in them. */
  readonly servers: readonly string[];
  /** HTTP interfaces in the same order. */
  readonly urls: readonly string[];
  /** Ends one server as a power cut does. */
  kill(server: number): Promise<void>;
  /** Starts a server again; resolves when it answers. */
  start(server: number): Promise<void>;
  /** Ends the servers that this started, and no others, and removes their files. */
  stop(): Promise<void>;
}

/** One server: its place and its ports. */
interface Member {
  readonly shard: number;
  readonly replica: number;
  readonly http: number;
  readonly tcp: number;
  readonly interserver: number;
}

/**
 * Starts servers with the `clickhouse-server` that is on the path, and the ZooKeeper that replicas need; resolves when all of
 * them answer. `shards`: how many servers each shard is kept on, `[1, 1, 1]` or `[2, 1]`.
 */
export async function startClickhouseCluster(shards: readonly number[]): Promise<ClickhouseCluster> {
  const folder = mkdtempSync(path.join(tmpdir(), 'harrier-clickhouse-'));
  const places = shards.flatMap((replicas, shard) =>
    Array.from({ length: replicas }, (_, replica) => ({ shard, replica })),
  );
  const isReplicated = places.length > shards.length;
  const [zookeeperPort = 0, ...free] = await freePorts(1 + places.length * 3);
  const members = places.map((place, at): Member => {
    const [http, tcp, interserver] = free.slice(at * 3);
    return { ...place, http: http!, tcp: tcp!, interserver: interserver! };
  });
  const byShard = shards.map((_, shard) => members.filter((member) => member.shard === shard));
  const processes: (ChildProcess | undefined)[] = [];
  let zookeeper: LocalZookeeper | undefined;
  const start = async (at: number): Promise<void> => {
    const home = path.join(folder, `n${at}`);
    for (const name of ['data', 'tmp', 'schemas']) mkdirSync(path.join(home, name), { recursive: true });
    writeFileSync(path.join(home, 'users.xml'), USERS);
    writeFileSync(path.join(home, 'config.xml'), configOf(home, members[at]!, byShard, zookeeper?.port));
    const server = spawn('clickhouse-server', [`--config-file=${path.join(home, 'config.xml')}`], {
      stdio: 'ignore',
      cwd: home,
    });
    processes[at] = server;
    await untilItAnswers(server, members[at]!.http);
  };
  const end = async (at: number, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    const server = processes[at];
    if (server === undefined || server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill(signal);
    await ended;
  };
  const stop = async () => {
    await Promise.all(processes.map((_, at) => end(at, 'SIGKILL')));
    await zookeeper?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    if (isReplicated) zookeeper = await startZookeeper(path.join(folder, 'zookeeper'), zookeeperPort);
    await Promise.all(members.map((_, at) => start(at)));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    address: (database) =>
      `clickhouse://${members.map(({ http }) => `127.0.0.1:${http}`).join(',')}/${database}?cluster=logs${isReplicated ? '&replicated=1' : ''}`,
    servers: members.map(({ tcp }) => `127.0.0.1:${tcp}`),
    urls: members.map(({ http }) => `http://127.0.0.1:${http}`),
    kill: (at) => end(at, 'SIGKILL'),
    start,
    stop,
  };
}

/** Boot takes 3 s on an idle machine; a busy one gets this much. */
const BOOT_MS = 60_000;
const ANSWER_MS = 5000;

async function untilItAnswers(server: ChildProcess, port: number): Promise<void> {
  const giveUpMs = performance.now() + BOOT_MS;
  while (performance.now() < giveUpMs) {
    if (server.exitCode !== null) throw new Error(`clickhouse-server ended with ${server.exitCode}.`);
    try {
      if ((await fetch(`http://127.0.0.1:${port}/ping`, { signal: AbortSignal.timeout(ANSWER_MS) })).ok)
        return;
    } catch {
      // Not listening yet, or taken without an answer.
    }
    await setTimeout(100);
  }
  throw new Error('clickhouse-server did not answer in time.');
}

/**
 * Ports for servers are looked for below those that kernels give to whoever asks for any (Linux: 32768 and above): a server
 * that was killed must find its own again, whoever has connected to whom in between.
 */
const PORTS = { first: 10_000, last: 32_000 } as const;

/** Ports that nobody listens on now; all are held until the last is found, so that no two are the same. */
async function freePorts(count: number): Promise<number[]> {
  const holders: Server[] = [];
  // Two processes that begin to look in the same moment look at different places.
  let port = PORTS.first + Math.floor(Math.random() * (PORTS.last - PORTS.first));
  while (holders.length < count) {
    const holder = createServer();
    const isFree = await new Promise<boolean>((resolve) => {
      holder.once('error', () => resolve(false));
      holder.listen(port, '127.0.0.1', () => resolve(true));
    });
    if (isFree) holders.push(holder);
    port = port < PORTS.last ? port + 1 : PORTS.first;
  }
  const ports = holders.map((holder) => (holder.address() as { port: number }).port);
  await Promise.all(holders.map((holder) => new Promise((resolve) => holder.close(resolve))));
  return ports;
}

function configOf(
  home: string,
  own: Member,
  byShard: readonly (readonly Member[])[],
  zookeeperPort: number | undefined,
): string {
  const shards = byShard.map((members) => {
    const replicas = members.map(({ tcp }) => `<replica><host>127.0.0.1</host><port>${tcp}</port></replica>`);
    return `<shard><internal_replication>true</internal_replication>${replicas.join('')}</shard>`;
  });
  const replication =
    zookeeperPort === undefined
      ? ''
      : `<zookeeper><node><host>127.0.0.1</host><port>${zookeeperPort}</port></node><session_timeout_ms>2000</session_timeout_ms></zookeeper>
  <macros><shard>s${own.shard}</shard><replica>r${own.replica}</replica></macros>`;
  return `<yandex>
  <logger><level>warning</level><log>${home}/server.log</log><errorlog>${home}/error.log</errorlog></logger>
  <http_port>${own.http}</http_port><tcp_port>${own.tcp}</tcp_port>
  <interserver_http_host>127.0.0.1</interserver_http_host><interserver_http_port>${own.interserver}</interserver_http_port>
  <listen_host>127.0.0.1</listen_host>
  <path>${home}/data/</path><tmp_path>${home}/tmp/</tmp_path><format_schema_path>${home}/schemas/</format_schema_path>
  <users_config>${home}/users.xml</users_config>
  <default_profile>default</default_profile><default_database>default</default_database>
  <mark_cache_size>67108864</mark_cache_size>
  <remote_servers><logs>${shards.join('')}</logs></remote_servers>
  <query_log><database>system</database><table>query_log</table><flush_interval_milliseconds>500</flush_interval_milliseconds></query_log>
  ${replication}
</yandex>
`;
}

/** `logged` asks as `default` does, and its questions are written down with their times; that costs more than the questions. */
const USERS = `<yandex>
  <profiles>
    <default><connect_timeout_with_failover_ms>1000</connect_timeout_with_failover_ms></default>
    <logged><connect_timeout_with_failover_ms>1000</connect_timeout_with_failover_ms><log_queries>1</log_queries><log_query_threads>0</log_query_threads></logged>
  </profiles>
  <users>
    <default><password></password><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></default>
    <logged><password></password><networks><ip>127.0.0.1</ip></networks><profile>logged</profile><quota>default</quota></logged>
  </users>
  <quotas><default></default></quotas>
</yandex>
`;
