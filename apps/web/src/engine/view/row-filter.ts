import {
  type CompiledFilter,
  compileFilter,
  type FilterBodies,
  type FilterProblem,
  type FilterRow,
  outcomeOf,
  parseFilter,
  tableRows,
} from '@harrier/analyze';
import type { Capture } from '@harrier/har';

/** A filter looks so far into a body; what it searches for stands at the beginning of the ones people read. */
const SEARCHED_BODY_BYTES = 16 * 1024 * 1024;

/** What the analysis found out about rows: with it `is:failed` and `is:slow` open nothing. */
export interface AnalysedRows {
  readonly failed: ReadonlySet<number>;
  readonly slow: ReadonlySet<number>;
}

/** A filter over one capture: what columns and URLs decide is decided at once, the rest row by row. */
export class RowFilter {
  readonly problems: readonly FilterProblem[];
  readonly #capture: Capture;
  readonly #filter: CompiledFilter;
  readonly #analysed: AnalysedRows | undefined;

  constructor(capture: Capture, expression: string, analysed: AnalysedRows | undefined) {
    const { ast, problems } = parseFilter(expression);
    const pageTitles = new Map(capture.log.pages.map((page) => [page.id, page.title]));
    this.problems = problems;
    this.#capture = capture;
    this.#filter = compileFilter(ast, { pageTitles });
    this.#analysed = analysed;
  }

  /** Whether a row fits; `open` where the file has to be asked. */
  decide(row: number): boolean | 'open' {
    const { index } = this.#capture;
    const early = this.#filter.columns(index, row);
    return early === 'open' ? this.#filter.columns(index, row, this.#known(row)) : early;
  }

  /** The same for a row that was left open. */
  async ask(row: number, signal: AbortSignal): Promise<boolean> {
    signal.throwIfAborted();
    const { needs } = this.#filter;
    const known = { ...this.#known(row), ...(needs.row ? await analysedRow(this.#capture, row) : {}) };
    const verdict = this.#filter.columns(this.#capture.index, row, known);
    if (verdict !== 'open') return verdict;
    const bodies: { -readonly [Side in keyof FilterBodies]: FilterBodies[Side] } = {};
    for (const side of needs.bodySides) {
      const { text } = await this.#capture.openBody(row, side, { maxBytes: SEARCHED_BODY_BYTES });
      if (text !== undefined) bodies[side] = text;
    }
    return this.#filter.entry(await this.#capture.openEntry(row), known, bodies);
  }

  #known(row: number): FilterRow {
    const url = this.#capture.index.urls?.get(row);
    return {
      ...(url === undefined ? {} : { url }),
      ...(this.#analysed === undefined
        ? {}
        : { failed: isFailed(this.#capture, this.#analysed, row), slow: this.#analysed.slow.has(row) }),
    };
  }
}

/** What the analysis calls failed, and what has a failed status although it is explained otherwise. */
function isFailed({ index }: Capture, { failed }: AnalysedRows, row: number): boolean {
  const outcome = outcomeOf(index, row);
  return failed.has(row) || outcome === 'failed-status' || outcome === 'no-response' || outcome === 'error';
}

async function analysedRow(capture: Capture, row: number): Promise<FilterRow> {
  for await (const known of tableRows(capture, { entries: [row] })) return known;
  return {};
}
