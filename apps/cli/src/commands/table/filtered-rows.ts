import {
  type CompiledFilter,
  compileFilter,
  type FilterBodies,
  type FilterProblem,
  type FilterRow,
  parseFilter,
  type TableRow,
  tableRows,
} from '@harrier/analyze';
import type { Capture } from '@harrier/har';
import { UsageError } from '../../arguments/usage-error.ts';
import { isFailed } from './row-texts.ts';

/** A filter looks so far into a body; what it searches for stands at the beginning of the ones people read. */
const searchedBodyBytes = 16 * 1024 * 1024;

export interface ReadFilter {
  readonly ast: ReturnType<typeof parseFilter>['ast'];
  /** Understood, but perhaps not as it was meant. */
  readonly notes: readonly { readonly problem: FilterProblem; readonly term: string }[];
}

/** Reads `--filter`. Error: {@link UsageError} for what is surely not what was meant. */
export function readFilter(text: string): ReadFilter {
  const { ast, problems } = parseFilter(text);
  const notes = problems.map((problem) => ({ problem, term: text.slice(problem.start, problem.end) }));
  const wrong = notes.find(({ problem }) => problem.severity === 'error');
  if (wrong)
    throw new UsageError({
      kind: 'filter',
      problem: wrong.problem.code,
      term: wrong.term,
      at: wrong.problem.start,
    });
  return { ast, notes };
}

/**
 * The rows that fit, in the file's order. What the index's columns decide is not opened, then the row is
 * asked, then the entry, then its bodies.
 */
export async function* filteredRows(
  capture: Capture,
  { ast }: ReadFilter,
  signal: AbortSignal,
): AsyncGenerator<TableRow> {
  const pageTitles = new Map(capture.log.pages.map((page) => [page.id, page.title]));
  const filter = compileFilter(ast, { pageTitles });
  const { index } = capture;
  const entries = function* () {
    for (let i = 0; i < index.length; i++) if (filter.columns(index, i) !== false) yield i;
  };
  for await (const row of tableRows(capture, { signal, entries: entries() })) {
    const verdict = filter.columns(index, row.index);
    if (verdict === true || (verdict === 'open' && (await fits(capture, filter, row)))) yield row;
  }
}

async function fits(capture: Capture, filter: CompiledFilter, row: TableRow): Promise<boolean> {
  const known: FilterRow = { ...row, failed: isFailed(row, capture.index) };
  const verdict = filter.columns(capture.index, row.index, known);
  if (verdict !== 'open') return verdict;
  const bodies: { -readonly [Side in keyof FilterBodies]: FilterBodies[Side] } = {};
  for (const side of filter.needs.bodySides) {
    const { text } = await capture.openBody(row.index, side, { maxBytes: searchedBodyBytes });
    if (text !== undefined) bodies[side] = text;
  }
  return filter.entry(await capture.openEntry(row.index), known, bodies);
}
