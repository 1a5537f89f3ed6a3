import type { Capture } from '@harrier/har';
import { entryUrl } from '../exchange/indexed-text.ts';
import { hasFailed, outcomeOf } from '../exchange/outcome.ts';
import type { FilterNode } from '../filter/ast.ts';
import { type CompiledFilter, compileFilter } from '../filter/compile.ts';
import type { FilterBodies, FilterRow } from '../filter/evidence.ts';
import { type TableRow, tableRows } from './table-rows.ts';

/** A filter looks so far into a body; what it searches for stands at the beginning of the ones people read. */
const SEARCHED_BODY_BYTES = 16 * 1024 * 1024;

/** Rows are looked at in turn; after so many others get their turn, and a cancellation is noticed. */
const ROWS_PER_TURN = 4096;

/**
 * The indexes of the entries that fit a filter, in the file's order. What the columns decide is not opened; then the URL
 * is asked, then the row's analysis, then the entry, then its bodies. Error: the signal's reason when it is aborted.
 */
export async function* filterRows(
  capture: Capture,
  ast: FilterNode,
  signal?: AbortSignal,
): AsyncGenerator<number> {
  const pageTitles = new Map(capture.log.pages.map((page) => [page.id, page.title]));
  const filter = compileFilter(ast, { pageTitles });
  const { index } = capture;
  for (let row = 0; row < index.length; row++) {
    if (row % ROWS_PER_TURN === 0) {
      signal?.throwIfAborted();
      await Promise.resolve();
    }
    const verdict = filter.columns(index, row);
    if (verdict === true || (verdict === 'open' && (await fits(capture, filter, row, signal)))) yield row;
  }
}

async function fits(
  capture: Capture,
  filter: CompiledFilter,
  row: number,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  signal?.throwIfAborted();
  const { needs } = filter;
  const known: FilterRow = needs.row
    ? await analysedRow(capture, row)
    : { url: await entryUrl(capture, row) };
  const verdict = filter.columns(capture.index, row, known);
  if (verdict !== 'open') return verdict;
  const bodies: { -readonly [Side in keyof FilterBodies]: FilterBodies[Side] } = {};
  for (const side of needs.bodySides) {
    const { text } = await capture.openBody(row, side, { maxBytes: SEARCHED_BODY_BYTES });
    if (text !== undefined) bodies[side] = text;
  }
  return filter.entry(await capture.openEntry(row), known, bodies);
}

async function analysedRow(capture: Capture, row: number): Promise<FilterRow> {
  for await (const known of tableRows(capture, { entries: [row] }))
    return { ...known, failed: isFailedRow(known, capture) };
  return {};
}

/** Never status alone: most failures in browsers have status 0, or 200 and an error in the body. */
export function isFailedRow(row: TableRow, { index }: Pick<Capture, 'index'>): boolean {
  return row.error !== null || hasFailed(outcomeOf(index, row.index));
}
