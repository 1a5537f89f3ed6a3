import { isFailedRow } from '@harrier/analyze';
import type { EntryIndex } from '@harrier/har';
import { notKnown } from '../../format/quantity.ts';
import type { Mask } from '../../masking/mask.ts';
import type { Page } from '../../terminal/page.ts';
import { cutEnd, cutMiddle, padEnd, padStart, widthOf } from '../../terminal/width.ts';
import { knownCells, onlyDay, type RowLayout, rowTexts } from './row-texts.ts';

const statusCells = 4;
/** `9 999 ms`, `2 min 5 s`. */
const timeCells = 9;
/** A method of hostile length must not push the URL away. `PROPPATCH` has 9. */
const widestMethod = 10;
const narrowestUrl = 16;

/**
 * For a terminal: one line a request with as much of its URL as fits; under it the tracking id, the
 * organisation where it changes, and the error, where there are any.
 */
export function stackedLayout(page: Page, index: EntryIndex, mask: Mask): RowLayout {
  const { style, words } = page;
  const { heads } = words.table;
  const known = knownCells(index);
  const day = onlyDay(index);
  const startedHead = day === undefined ? heads.started : `${day} UTC`;
  const startedCells = day === undefined ? 23 : widthOf(startedHead);
  const methodCells = Math.min(Math.max(known.method, widthOf(heads.method)), widestMethod);
  const indent = ' '.repeat(known.index + 2);
  const columns = (number: string, started: string, method: string, status: string, time: string) =>
    [
      padStart(number, known.index),
      padEnd(started, startedCells),
      padEnd(cutEnd(method, methodCells), methodCells),
      padStart(status, statusCells),
      padStart(time, timeCells),
      '',
    ].join('  ');
  const urlCells = Math.max(page.cells - widthOf(columns('', '', '', '', '')), narrowestUrl);
  let lastOrg = notKnown;
  return {
    printHead() {
      const head = columns(heads.index, startedHead, heads.method, heads.status, heads.time) + heads.url;
      page.line(style.muted(head));
    },
    printRow(row) {
      const texts = rowTexts(row, index, mask);
      const started = day === undefined ? texts.started : texts.timeOfDay;
      const facts = columns(texts.index, started, texts.method, texts.status, texts.time);
      page.line((isFailedRow(row, { index }) ? style.failed(facts) : facts) + cutUrl(texts.url, urlCells));
      const showsOrg = texts.org !== notKnown && texts.org !== lastOrg;
      if (showsOrg) lastOrg = texts.org;
      const under = [
        row.trackingId === null ? '' : texts.trackingId,
        showsOrg ? `${heads.org}: ${texts.org}` : '',
      ];
      if (under.some(Boolean)) page.line(style.muted(indent + under.filter(Boolean).join('  ')));
      if (row.error !== null)
        page.line(indent + style.failed(cutEnd(texts.error, page.cells - widthOf(indent))));
    },
  };
}

/** Where there is no room for all of it, the scheme of nearly every URL goes first. */
function cutUrl(url: string, cells: number): string {
  return cutMiddle(widthOf(url) > cells ? url.replace(/^https:\/\//i, '') : url, cells);
}
