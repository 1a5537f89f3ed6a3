import type { EntryIndex } from '../entry-index/entry-index.ts';
import { entryDurationMs, isDuration } from './entry-duration.ts';
import { bookSsl } from './phase-breakdown.ts';

/** Whether one row's TLS lies beside its `connect` and not in it, from the columns alone, as `phaseBreakdown` says it of the entry. */
export function isTlsBesideConnect(index: EntryIndex, row: number): boolean {
  const { columns } = index;
  const phase = (name: 'blocked' | 'dns' | 'connect' | 'ssl' | 'send' | 'wait' | 'receive') => {
    const value = columns[name][row];
    return isDuration(value) ? value : undefined;
  };
  const durations = {
    blocked: phase('blocked'),
    dns: phase('dns'),
    connect: phase('connect'),
    ssl: phase('ssl'),
    send: phase('send'),
    wait: phase('wait'),
    receive: phase('receive'),
  };
  return bookSsl(durations, entryDurationMs(index, row)) === 'beside-connect';
}
