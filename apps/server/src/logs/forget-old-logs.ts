import type { Service } from '../service.ts';
import { logRoom } from './log-room.ts';

/** Forgets what sources keep no longer, by their `retentionDays`. Returns how many records went, by source. */
export async function forgetOldLogs({
  logs,
  clock,
}: Pick<Service, 'logs' | 'clock'>): Promise<ReadonlyMap<string, number>> {
  const { applyRetention } = await logRoom();
  const { store, definitions } = await logs();
  return await applyRetention(store, definitions, BigInt(clock()) * 1_000_000n);
}
