import { type Phase, phaseBreakdown } from '@harrier/har';
import type { Exchange } from '../exchange/exchange.ts';
import { exchangeFacts } from '../failures/exchange-facts.ts';
import type { CaptureView, ColumnView } from '../findings/capture-view.ts';
import type { FindingDraft } from '../findings/finding.ts';
import { greatestOf, leastOf } from '../findings/greatest.ts';
import { greatestFirst, rowsAbove } from '../findings/row-selection.ts';
import { groupedBy } from './by-place.ts';
import { isSound, ordinaryRows } from './sound.ts';

/** A single slow opening is an accident, and the first of a day often is; from three quarters of a second on it is felt anyway. */
const ALONE_MS = 750;
const MAX_OPENED = 100;

/** One phase of opening a connection. */
export interface ConnectionPhase {
  readonly phase: Extract<Phase, 'dns' | 'connect' | 'ssl' | 'proxy'>;
  /** Longer than that, and at two times, or once and longer than 750 ms, it is slow. */
  readonly limitMs: number;
  /** The HAR field that holds it. */
  readonly pointer: string;
  /** The column that is at least as long. */
  readonly column: 'dns' | 'connect' | 'ssl' | 'blocked';
}

/** Rows in which the phase may have been slow, longest first. */
export function connectionRows(view: ColumnView, { column, limitMs }: ConnectionPhase): number[] {
  const lengths = view.index.columns[column];
  return greatestFirst(rowsAbove(ordinaryRows(view), lengths, limitMs), lengths, MAX_OPENED);
}

/** The four have the same facts. */
type PhaseDraft = FindingDraft<'slow/dns'> &
  FindingDraft<'slow/connect'> &
  FindingDraft<'slow/tls'> &
  FindingDraft<'slow/proxy'>;

/** One finding for each host to which the phase was slow. */
export function* slowConnections(view: CaptureView, kind: ConnectionPhase): Generator<PhaseDraft> {
  const slow = connectionRows(view, kind)
    .filter((row) => isSound(view, row))
    .flatMap((row) => view.exchange(row) ?? [])
    .map((exchange) => ({ exchange, phaseMs: phaseLengthMs(exchange, kind.phase) }))
    .filter(({ phaseMs }) => phaseMs > kind.limitMs)
    .sort((a, b) => b.phaseMs - a.phaseMs);
  for (const group of groupedBy(slow, ({ exchange }) => view.host(exchange.entry.index))) {
    const [{ exchange, phaseMs }] = group;
    if (phaseMs < ALONE_MS && isAccident(view, kind, group)) continue;
    yield {
      entries: group.map((one) => one.exchange.entry.index),
      evidence: [{ entry: exchange.entry.index, pointer: kind.pointer, role: 'cause' }],
      facts: {
        ...exchangeFacts(exchange, group.length),
        phaseMs: Math.round(phaseMs),
        limitMs: kind.limitMs,
      },
    };
  }
}

/**
 * One slow opening; or several in one breath, to a host to which others were opened quickly: a busy machine, or a burst of six. Where
 * every opening is slow it is the way.
 */
function isAccident(
  view: CaptureView,
  { column, limitMs }: ConnectionPhase,
  group: readonly { readonly exchange: Exchange }[],
): boolean {
  if (group.length < 2) return true;
  const host = view.host(group[0]?.exchange.entry.index ?? -1);
  const lengths = view.index.columns[column];
  // What is blocked is mostly no opening.
  if (column === 'blocked') return false;
  const wasQuick = rowsAbove(ordinaryRows(view), lengths, 0).some(
    (row) => view.host(row) === host && (lengths[row] as number) <= limitMs,
  );
  const starts = group.map(({ exchange }) => view.startMs(exchange.entry.index));
  return wasQuick && greatestOf(starts) - leastOf(starts) < ALONE_MS;
}

/** `connect` without the TLS that HAR counts inside it. */
function phaseLengthMs({ entry }: Exchange, phase: ConnectionPhase['phase']): number {
  const { spans } = phaseBreakdown(entry);
  const length = (name: Phase, within?: Phase) =>
    spans
      .filter((span) => span.phase === name && (within === undefined || span.within === within))
      .reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);
  return phase === 'connect' ? length('connect') - length('ssl', 'connect') : length(phase);
}
