import type { EntryIndex } from '@harrier/har';
import { notKnown } from '../../format/quantity.ts';
import type { Mask } from '../../masking/mask.ts';
import type { Page } from '../../terminal/page.ts';
import { padEnd, padStart, widthOf } from '../../terminal/width.ts';
import { knownCells, type RowLayout, type RowTexts, rowTexts } from './row-texts.ts';

/** Columns are padded so far that most of the next ones stand under each other; longer text just goes on. */
const paddedUrlCells = 100;
const paddedErrorCells = 60;

/** For a pipe or a file: every request one line with every column, nothing cut, so that `grep` and `sort` work. */
export function pipedLayout(page: Page, index: EntryIndex, mask: Mask): RowLayout {
  const { heads } = page.words.table;
  const known = knownCells(index);
  const atLeast = (cells: number, head: string) => Math.max(cells, widthOf(head));
  const line = (texts: Omit<RowTexts, 'timeOfDay'>) =>
    [
      padStart(texts.index, known.index),
      padEnd(texts.started, 23),
      padEnd(texts.method, atLeast(known.method, heads.method)),
      padStart(texts.status, atLeast(4, heads.status)),
      padStart(texts.time, atLeast(9, heads.time)),
      padEnd(texts.trackingId, atLeast(known.trackingId, heads.trackingId)),
      padEnd(texts.url, Math.min(known.url, paddedUrlCells)),
      texts.org === notKnown ? texts.error : padEnd(texts.error, paddedErrorCells),
      texts.org === notKnown ? '' : texts.org,
    ]
      .join('  ')
      .trimEnd();
  return {
    printHead: () => page.line(line(heads)),
    printRow: (row) => page.line(line(rowTexts(row, index, mask))),
  };
}
