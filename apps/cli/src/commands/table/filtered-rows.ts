import { type FilterProblem, filterRows, parseFilter, type TableRow, tableRows } from '@harrier/analyze';
import type { Capture } from '@harrier/har';
import { UsageError } from '../../arguments/usage-error.ts';

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

/** The rows that fit, in the file's order. */
export function filteredRows(
  capture: Capture,
  { ast }: ReadFilter,
  signal: AbortSignal,
): AsyncGenerator<TableRow> {
  return tableRows(capture, { signal, entries: filterRows(capture, ast, signal) });
}
