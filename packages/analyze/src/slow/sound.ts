import { EntryFlag } from '@harrier/har';
import type { CaptureView, ColumnView } from '../findings/capture-view.ts';
import { oncePerCapture } from '../findings/once-per-capture.ts';
import { isMeantToLast } from './slow.ts';

/** Whether a row was answered and did not fail inside: what a failed exchange took belongs to its failure. */
export function isSound(view: CaptureView, row: number): boolean {
  return view.outcome(row) === 'answered' && !failedRows(view).has(row);
}

const failedByList = new WeakMap<CaptureView['failures'], ReadonlySet<number>>();

function failedRows({ failures }: CaptureView): ReadonlySet<number> {
  const known = failedByList.get(failures);
  if (known !== undefined) return known;
  const rows = new Set(failures.map(({ row }) => row));
  failedByList.set(failures, rows);
  return rows;
}

/** Answered by a server and meant to end: no cache, no stream, no WebSocket, no tunnel. */
export function isOrdinary(view: ColumnView, row: number): boolean {
  return (
    view.outcome(row) === 'answered' &&
    !isMeantToLast(view, row) &&
    ((view.index.columns.flags[row] as number) & EntryFlag.fromCache) === 0
  );
}

/** The rows of which {@link isOrdinary} is true, in the order in which things happened. */
export const ordinaryRows = oncePerCapture((view: ColumnView): readonly number[] =>
  view.rowsOfKinds((row) => isOrdinary(view, row)),
);

/** What a page asks a service for, and not what it is made of: XHR and fetch, else JSON where the exporter names no type. */
export function isApiCall(view: ColumnView, row: number): boolean {
  const type = view.resourceType(row);
  if (type === 'xhr' || type === 'fetch') return true;
  const mimeType = view.mimeType(row);
  return (
    (type === '' || type === 'other') && /json|xml\b|graphql/.test(mimeType) && !/^image\//.test(mimeType)
  );
}

/** When a row ended, in ms since 1970. */
export function endMs(view: ColumnView, row: number): number {
  return view.startMs(row) + (view.durationMs(row) ?? 0);
}

/**
 * A phase in ms; 0 where it is not known, or longer than the whole exchange: some exporters write numbers that no clock
 * has measured.
 */
export function phaseMs(view: ColumnView, phase: 'blocked' | 'wait' | 'receive', row: number): number {
  const ms = view.index.columns[phase][row] as number;
  return ms > 0 && ms <= (view.durationMs(row) ?? 0) + 1 ? ms : 0;
}
