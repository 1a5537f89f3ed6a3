import type { PartialNote } from '../log-store.ts';
import { stringLiteral } from './literal.ts';
import type { Servers } from './servers.ts';

/** Which shards of a cluster do not answer. Where all of them answer by now, one note without a name says that one did not. */
export async function missingShards(servers: Servers, cluster: string): Promise<PartialNote[]> {
  const replicas = await servers.rows<{ shard_num: number; address: string }>(
    `select shard_num, concat(host_address, ':', toString(port)) as address from system.clusters
     where cluster = ${stringLiteral(cluster)} order by shard_num, replica_num`,
  );
  const shards = new Map<number, string[]>();
  for (const { shard_num, address } of replicas)
    shards.set(shard_num, [...(shards.get(shard_num) ?? []), address]);
  const notes: PartialNote[] = [];
  for (const [, addresses] of shards) {
    const answers = await Promise.all(addresses.map((address) => doesAnswer(servers, address)));
    if (!answers.includes(true))
      notes.push({ part: 'shard', name: addresses.join(', '), reason: 'unreachable' });
  }
  return notes.length > 0 ? notes : [{ part: 'shard', name: '', reason: 'failed' }];
}

async function doesAnswer(servers: Servers, address: string): Promise<boolean> {
  try {
    await servers.rows(`select 1 from remote(${stringLiteral(address)}, system.one)`);
    return true;
  } catch {
    return false;
  }
}
