import type { LogStore } from '../store/log-store.ts';
import type { SourceDefinition } from './source-definition.ts';

const NS_PER_DAY = 86_400_000_000_000n;

/** Forgets what each source keeps no longer; returns how many records went, by source. */
export async function applyRetention(
  store: LogStore,
  definitions: readonly SourceDefinition[],
  nowNs: bigint,
): Promise<Map<string, number>> {
  const forgotten = new Map<string, number>();
  for (const { name, kind, retentionDays } of definitions) {
    if (kind !== 'store' || retentionDays === undefined) continue;
    const beforeNs = nowNs - BigInt(Math.round(retentionDays * 1000)) * (NS_PER_DAY / 1000n);
    forgotten.set(name, await store.forget({ beforeNs, sources: [name] }));
  }
  return forgotten;
}
