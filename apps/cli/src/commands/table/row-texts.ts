import type { TableRow } from '@harrier/analyze';
import type { EntryIndex } from '@harrier/har';
import { durationText, instantText, notKnown, timeOfDayText } from '../../format/quantity.ts';
import type { Mask } from '../../masking/mask.ts';
import { escapeText } from '../../terminal/escape.ts';

/** Prints the lines of the table: its heads once, then row after row. */
export interface RowLayout {
  printHead(): void;
  printRow(row: TableRow): void;
}

/** A row as escaped text, credentials masked; `–` where nothing is known. */
export interface RowTexts {
  readonly index: string;
  /** Date and time, UTC. */
  readonly started: string;
  readonly timeOfDay: string;
  readonly method: string;
  readonly status: string;
  readonly time: string;
  readonly url: string;
  readonly trackingId: string;
  readonly error: string;
  readonly org: string;
}

export function rowTexts(row: TableRow, index: EntryIndex, mask: Mask): RowTexts {
  const startedMs = index.columns.startEpochMs[row.index];
  const text = (value: string | null) => (value === null ? notKnown : escapeText(mask.text(value)));
  return {
    index: String(row.index),
    started: instantText(startedMs),
    timeOfDay: timeOfDayText(startedMs),
    method: text(row.method),
    status: row.status === null ? notKnown : String(row.status),
    time: durationText(row.timeMs),
    url: escapeText(mask.url(row.url)),
    trackingId: text(row.trackingId),
    error: text(row.error),
    org: text(row.org),
  };
}

/** The widths of columns that are known before the first row, from the index alone. */
export interface KnownCells {
  readonly index: number;
  readonly method: number;
  /** 0: the capture has none. */
  readonly trackingId: number;
  readonly url: number;
}

export function knownCells(index: EntryIndex): KnownCells {
  const { method, trackingId, urlLength } = index.columns;
  const { strings } = index;
  const longest = (ids: Uint32Array) => {
    let cells = 0;
    for (const id of new Set(ids.subarray(0, index.length))) cells = Math.max(cells, strings.get(id).length);
    return cells;
  };
  let url = 0;
  for (let row = 0; row < index.length; row++) url = Math.max(url, urlLength[row] ?? 0);
  return {
    index: Math.max(2, String(index.length - 1).length),
    method: longest(method),
    trackingId: longest(trackingId),
    url,
  };
}

/** The UTC day of all requests, `2025-03-04`; undefined where there are several or none is known. */
export function onlyDay(index: EntryIndex): string | undefined {
  let firstMs = Number.POSITIVE_INFINITY;
  let lastMs = Number.NEGATIVE_INFINITY;
  for (const startMs of index.columns.startEpochMs.subarray(0, index.length)) {
    if (startMs < firstMs) firstMs = startMs;
    if (startMs > lastMs) lastMs = startMs;
  }
  const [first, last] = [firstMs, lastMs].map((epochMs) => instantText(epochMs).split(' ')[0]);
  return first === last && first !== notKnown ? first : undefined;
}
