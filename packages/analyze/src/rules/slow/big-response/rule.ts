import { UNKNOWN_SIZE } from '@harrier/har';
import { fieldValue } from '../../../exchange/field-value.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { ColumnView } from '../../../findings/capture-view.ts';
import { oncePerCapture } from '../../../findings/once-per-capture.ts';
import { greatestFirst, rowsAbove } from '../../../findings/row-selection.ts';
import type { Rule } from '../../../findings/rule.ts';
import { byPlace } from '../../../slow/by-place.ts';
import { isApiCall, isSound, ordinaryRows } from '../../../slow/sound.ts';

/** Sentry's large payload: 300 kB and 100 ms. */
const API_BYTES = 300_000;
const TIME_MS = 100;
/** A megabyte of one script, style or picture is a second of slow 4G five times over. */
const ASSET_BYTES = 1_000_000;
const MAX_OPENED = 100;

/**
 * Finds answers that are large for what they are: 300 kB of API data, 1 MB of a script, style, font, picture or page.
 * Quiet on: downloads (`Content-Disposition: attachment`), archives, documents, audio and video, caches.
 */
export const bigResponse: Rule<'slow/big-response'> = {
  meta: { id: 'slow/big-response', severity: 'warning', class: 'proven', knowledgeId: 'timing/receiving' },
  opens: (view) => largest(view),
  *detect(view) {
    const exchanges = largest(view)
      .filter((row) => isSound(view, row))
      .flatMap((row) => view.exchange(row) ?? [])
      .filter(
        ({ entry }) => !/attachment/i.test(fieldValue(entry.response.headers, 'content-disposition') ?? ''),
      );
    for (const group of byPlace(exchanges)) {
      const [biggest] = group;
      const { index } = biggest.entry;
      yield {
        entries: group.map(({ entry }) => entry.index),
        evidence: [{ entry: index, pointer: '/response/content/size', role: 'cause' }],
        facts: {
          ...exchangeFacts(biggest, group.length),
          sizeBytes: view.index.columns.contentSize[index] as number,
          limitBytes: limitOf(view, index),
          timeMs: Math.round(view.durationMs(index) ?? 0),
        },
      };
    }
  },
};

const largest = oncePerCapture((view: ColumnView): readonly number[] => {
  const { contentSize } = view.index.columns;
  const large = rowsAbove(ordinaryRows(view), contentSize, Math.min(API_BYTES, ASSET_BYTES)).filter((row) => {
    const size = contentSize[row] as number;
    return size !== UNKNOWN_SIZE && size > limitOf(view, row);
  });
  return greatestFirst(rowsAbove(large, view.durations, TIME_MS), contentSize, MAX_OPENED);
});

function limitOf(view: ColumnView, row: number): number {
  const mimeType = view.mimeType(row);
  if (isApiCall(view, row) && /json|xml|graphql|^text\/plain/.test(mimeType)) return API_BYTES;
  return /^(?:text|image|font)\/|javascript|json|xml/.test(mimeType) ? ASSET_BYTES : Number.POSITIVE_INFINITY;
}
