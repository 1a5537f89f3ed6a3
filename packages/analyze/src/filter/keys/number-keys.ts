import {
  type EntryColumns,
  EntryFlag,
  entryDurationMs,
  type Phase,
  phaseBreakdown,
  UNKNOWN_SIZE,
} from '@harrier/har';
import type { IndexedRow } from '../evidence.ts';
import type { Known, NumberKey } from './key.ts';

/** Keys that compare numbers. What is not known matches no comparison. */
export const NUMBER_KEYS: readonly NumberKey[] = [
  {
    kind: 'number',
    key: 'status-code',
    aliases: ['status'],
    origin: 'devtools',
    unit: 'status',
    means: 'same',
    needs: {},
    fromColumns: {
      exact: true,
      read: ({ index, i }) =>
        (index.columns.flags[i]! & EntryFlag.hasStatus) === 0 ? undefined : index.columns.status[i],
    },
    fromEntry: ({ entry }) => entry.response.status,
  },
  sizeKey('larger-than', 'devtools', 'at-least', 'transfer'),
  sizeKey('transferred-larger-than', 'firefox', 'at-least', 'transfer'),
  sizeKey('transferred', 'firefox', 'about', 'transfer'),
  sizeKey('size', 'firefox', 'about', 'content'),
  {
    kind: 'number',
    key: 'slower-than',
    aliases: ['time', 'duration'],
    origin: 'harrier',
    unit: 'ms',
    means: 'at-least',
    needs: {},
    fromColumns: { exact: true, read: ({ index, i }) => entryDurationMs(index, i) },
    fromEntry: ({ entry }) => entry.timeMs,
  },
  ...(['blocked', 'dns', 'connect', 'ssl', 'send', 'wait', 'receive'] as const).map(recordedPhaseKey),
  ...(['queueing', 'stalled', 'proxy', 'unaccounted'] as const).map(derivedPhaseKey),
];

function sizeKey(
  key: string,
  origin: NumberKey['origin'],
  means: NumberKey['means'],
  size: 'transfer' | 'content',
): NumberKey {
  const column = size === 'transfer' ? 'transferSize' : 'contentSize';
  return {
    kind: 'number',
    key,
    origin,
    unit: 'bytes',
    means,
    needs: {},
    fromColumns: { exact: true, read: ({ index, i }) => knownSize(index.columns[column][i]!) },
    fromEntry: ({ entry }) =>
      size === 'transfer' ? entry.response.transferSize : entry.response.content.size,
  };
}

/** A phase as HAR records it; `connect` as written, with or without TLS. */
function recordedPhaseKey(
  phase: keyof EntryColumns & ('blocked' | 'dns' | 'connect' | 'ssl' | 'send' | 'wait' | 'receive'),
): NumberKey {
  return {
    kind: 'number',
    key: phase,
    origin: 'harrier',
    unit: 'ms',
    means: 'at-least',
    needs: {},
    fromColumns: { exact: false, read: ({ index, i }: IndexedRow) => knownTime(index.columns[phase][i]!) },
    fromEntry: ({ entry }) => entry.timings[phase],
  };
}

/** A phase that DevTools shows and HAR has no field for. */
function derivedPhaseKey(phase: Phase): NumberKey {
  return {
    kind: 'number',
    key: phase,
    origin: 'harrier',
    unit: 'ms',
    means: 'at-least',
    needs: { entry: true },
    fromEntry: ({ entry }) => {
      const span = phaseBreakdown(entry).spans.find((one) => one.phase === phase);
      return span === undefined ? undefined : span.endMs - span.startMs;
    },
  };
}

function knownSize(size: number): Known {
  return size === UNKNOWN_SIZE ? undefined : size;
}

/** HAR's -1, Chrome's large negative `blocked` of a pending request and NaN are no durations. */
function knownTime(ms: number): Known {
  return ms >= 0 ? ms : undefined;
}
