import type { EntryTimings } from '@harrier/har';

/** ms between the queue and the wire: `blocked` without the queue in it. Exporters other than Chrome's write no queue. */
export function stalledMs({ blocked = 0, blockedQueueing = 0 }: EntryTimings): number {
  return Math.max(0, blocked - Math.max(0, blockedQueueing));
}
