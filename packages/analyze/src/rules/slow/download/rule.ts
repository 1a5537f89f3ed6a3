import { UNKNOWN_SIZE } from '@harrier/har';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { ColumnView } from '../../../findings/capture-view.ts';
import { oncePerCapture } from '../../../findings/once-per-capture.ts';
import { rowsAbove, rowsFrom } from '../../../findings/row-selection.ts';
import type { Rule } from '../../../findings/rule.ts';
import { byPlace } from '../../../slow/by-place.ts';
import { SLOW_MS } from '../../../slow/slow.ts';
import { isSound, ordinaryRows, phaseMs } from '../../../slow/sound.ts';

const RECEIVE_MS = 500;
/** A quarter of what the other downloads of the capture reach is not the line alone. */
const RATE_SHARE = 0.25;
/** Bytes a ms of 1.6 Mbit/s, Lighthouse's slow 4G: the standard where the capture sets none. */
const SLOW_LINE = 200;
/** Smaller bodies arrive in one piece; their rate says nothing, and a busy browser takes them late. */
const SAMPLE_BYTES = 10_000;
const SAMPLES = 3;
const MAX_OPENED = 100;

/**
 * Finds answers whose body took long to arrive (500 ms and up): at less than a quarter of the median rate of the capture,
 * or slower than slow 4G where there is too little to compare with. Line, VPN, inspection or a server that writes bit by bit.
 * Quiet on: streams, audio and video, which are sent at the pace at which they are played.
 */
export const download: Rule<'slow/download'> = {
  meta: { id: 'slow/download', severity: 'warning', class: 'strong', knowledgeId: 'timing/receiving' },
  needs: ['timings'],
  opens: (view) => slowDownloads(view),
  *detect(view) {
    const exchanges = slowDownloads(view)
      .filter((row) => isSound(view, row))
      .flatMap((row) => view.exchange(row) ?? []);
    for (const group of byPlace(exchanges)) {
      const [longest] = group;
      const { index } = longest.entry;
      const receiveMs = phaseMs(view, 'receive', index);
      yield {
        entries: group.map(({ entry }) => entry.index),
        evidence: [{ entry: index, pointer: '/timings/receive', role: 'cause' }],
        facts: {
          ...exchangeFacts(longest, group.length),
          receiveMs: Math.round(receiveMs),
          sizeBytes: sizeOf(view, index),
        },
      };
    }
  },
};

const slowDownloads = oncePerCapture((view: ColumnView): readonly number[] => {
  const receiveMs = (row: number) => phaseMs(view, 'receive', row);
  const received = rowsAbove(ordinaryRows(view), view.index.columns.receive, 0);
  const long = rowsFrom(received, view.index.columns.receive, Math.min(SLOW_MS, RECEIVE_MS)).filter(
    (row) => receiveMs(row) >= (sizeOf(view, row) < SAMPLE_BYTES ? SLOW_MS : RECEIVE_MS),
  );
  if (long.length === 0) return [];
  const rates = received
    .filter((row) => sizeOf(view, row) >= SAMPLE_BYTES && receiveMs(row) > 0)
    .map((row) => rateOf(view, row))
    .sort((a, b) => a - b);
  const median = rates[Math.floor(rates.length / 2)] ?? 0;
  const limit = rates.length > SAMPLES ? RATE_SHARE * median : SLOW_LINE;
  return long
    .filter((row) => !/^(?:audio|video)\//.test(view.mimeType(row)) && view.resourceType(row) !== 'media')
    .filter((row) => sizeOf(view, row) > 0 && rateOf(view, row) < limit)
    .sort((a, b) => receiveMs(b) - receiveMs(a))
    .slice(0, MAX_OPENED);
});

/** Bytes on the wire, else of the content; 0 where neither is known. */
function sizeOf({ index }: ColumnView, row: number): number {
  const { transferSize, contentSize } = index.columns;
  const known = [transferSize[row], contentSize[row]].find((size) => size !== UNKNOWN_SIZE && size !== 0);
  return known ?? 0;
}

/** Bytes per ms. */
function rateOf(view: ColumnView, row: number): number {
  return sizeOf(view, row) / phaseMs(view, 'receive', row);
}
