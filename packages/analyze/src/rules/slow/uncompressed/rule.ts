import { UNKNOWN_SIZE } from '@harrier/har';
import { fieldValue } from '../../../exchange/field-value.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { ColumnView } from '../../../findings/capture-view.ts';
import { oncePerCapture } from '../../../findings/once-per-capture.ts';
import { greatestFirst, rowsAbove } from '../../../findings/row-selection.ts';
import type { Rule } from '../../../findings/rule.ts';
import { groupedBy } from '../../../slow/by-place.ts';
import { isOrdinary, isSound } from '../../../slow/sound.ts';

/** Below it compression saves no packet. */
const TEXT_BYTES = 2000;
/** A host that sends less text than that altogether loses nothing that anybody could feel. */
const HOST_BYTES = 10_000;
/** From here on one text alone is worth a warning. */
const LARGE_BYTES = 50_000;
/** What came over the wire is as large as the content: the header is not merely left out by the exporter. */
const SAME_SIZE = 0.9;
const MAX_OPENED = 200;

/**
 * Finds text that was sent uncompressed: no `Content-Encoding`, and as many bytes on the wire as in the content.
 * Quiet on: small texts, pictures and archives, caches, exporters that do not say what came over the wire.
 * Spec: RFC 9110 §8.4.
 */
export const uncompressed: Rule<'slow/uncompressed'> = {
  meta: { id: 'slow/uncompressed', severity: 'info', class: 'proven', knowledgeId: 'timing/receiving' },
  opens: (view) => candidates(view),
  *detect(view) {
    const { contentSize } = view.index.columns;
    const exchanges = candidates(view)
      .filter((row) => isSound(view, row))
      .flatMap((row) => view.exchange(row) ?? [])
      .filter(({ entry }) => (fieldValue(entry.response.headers, 'content-encoding') ?? '') === '');
    for (const group of groupedBy(exchanges, ({ entry }) => view.host(entry.index))) {
      const [largest] = group;
      const sizeBytes = contentSize[largest.entry.index] as number;
      const totalBytes = group.reduce((sum, { entry }) => sum + (contentSize[entry.index] as number), 0);
      if (totalBytes < HOST_BYTES) continue;
      yield {
        entries: group.map(({ entry }) => entry.index),
        evidence: [{ entry: largest.entry.index, pointer: '/response/content/size', role: 'cause' }],
        facts: { ...exchangeFacts(largest, group.length), sizeBytes, totalBytes },
        ...(sizeBytes >= LARGE_BYTES ? { severity: 'warning' as const } : {}),
      };
    }
  },
};

/** Largest first. */
const candidates = oncePerCapture((view: ColumnView): readonly number[] => {
  const { contentSize, transferSize, status } = view.index.columns;
  const texts = view.rowsOfKinds(
    (row) =>
      status[row] === 200 && isOrdinary(view, row) && /^text\/|json|xml|javascript/.test(view.mimeType(row)),
  );
  const plain = rowsAbove(texts, contentSize, TEXT_BYTES).filter((row) => {
    const content = contentSize[row] as number;
    const transfer = transferSize[row] as number;
    return content !== UNKNOWN_SIZE && transfer !== UNKNOWN_SIZE && transfer >= SAME_SIZE * content;
  });
  return greatestFirst(plain, contentSize, MAX_OPENED);
});
