import {
  type CompiledFilter,
  compileFilter,
  type FilterBodies,
  type FilterNode,
  type FilterProblem,
  type FilterRow,
  parseFilter,
  tableRows,
} from '@harrier/analyze';
import type { Capture } from '@harrier/har';
import { mayHoldPseudonym, withValues } from '../pseudonyms-typed.ts';
import { Turns } from '../turn.ts';
import { narrows } from './narrows.ts';
import { TermVerdicts } from './term-verdicts.ts';
import { VerdictByte, type Verdicts } from './verdicts.ts';

/** A filter looks so far into a body; what it searches for stands at the beginning of the ones people read. */
const SEARCHED_BODY_BYTES = 16 * 1024 * 1024;

/** One condition of each kind that is judged row by row. */
const ASKED_FIRST = 'wait:>1s slower-than:1s larger-than:1k is:failed is:slow';

/** What the analysis found out about rows (see `failedRowsOf`): with it `is:failed` and `is:slow` open nothing. */
export interface AnalysedRows {
  readonly failed: ReadonlySet<number>;
  readonly slow: ReadonlySet<number>;
}

/** What a masked text stands for; undefined = it was not shown. */
export type Reveal = (shown: string) => string | undefined;

/** A filter that was typed, ready to be asked. */
export interface TypedFilter {
  readonly text: string;
  readonly ast: FilterNode;
  readonly problems: readonly FilterProblem[];
  readonly compiled: CompiledFilter;
}

/**
 * The filters of one capture: what columns and URLs decide is decided for all rows at once, the rest row by row. What a
 * filter decided is remembered, so that another order, or a word more, asks nothing twice.
 */
export class RowFilter {
  readonly #capture: Capture;
  readonly #terms: TermVerdicts;
  #analysed: AnalysedRows | undefined;
  /** The last filter that was decided for every row. */
  #decided: { readonly filter: TypedFilter; readonly fits: Verdicts } | undefined;
  /** One for all rows: a hundred thousand objects would be made otherwise. */
  readonly #known: KnownRow;

  readonly #reveal: Reveal;

  constructor(capture: Capture, reveal: Reveal = () => undefined) {
    this.#reveal = reveal;
    this.#capture = capture;
    this.#terms = new TermVerdicts(capture);
    this.#known = new KnownRow(capture);
  }

  /**
   * Makes ready what the first words would have to wait for: the texts, and the code that judges numbers and marks, which takes
   * ten times as long until the browser has compiled it.
   */
  async prepare(): Promise<void> {
    this.#terms.prepare();
    await this.decide(this.parse(ASKED_FIRST), new Turns());
  }

  learn(analysed: AnalysedRows): void {
    this.#analysed = analysed;
    this.#known.analysed = analysed;
    this.#terms.forget();
    this.#decided = undefined;
  }

  get analysed(): AnalysedRows | undefined {
    return this.#analysed;
  }

  parse(text: string): TypedFilter {
    const { ast: typed, problems } = parseFilter(text);
    const ast = mayHoldPseudonym(text) ? revealed(typed, this.#reveal) : typed;
    const pageTitles = new Map(this.#capture.log.pages.map((page) => [page.id, page.title]));
    return { text, ast, problems, compiled: compileFilter(ast, { pageTitles }) };
  }

  /** What is known of every row without opening one. A copy: the caller may write on. */
  async decide(filter: TypedFilter, turns: Turns): Promise<Verdicts> {
    const before = this.#decided;
    if (before?.filter.text === filter.text) return before.fits.slice();
    const known = (row: number): FilterRow => this.#known.at(row);
    const verdicts = (await this.#terms.of(filter.ast, known, turns)).slice();
    if (
      before === undefined ||
      !verdicts.includes(VerdictByte.open) ||
      !narrows(before.filter.ast, filter.ast)
    )
      return verdicts;
    // Somebody types on: what did not fit a moment ago does not fit now.
    return verdicts.map((verdict, row) => (before.fits[row] === VerdictByte.no ? VerdictByte.no : verdict));
  }

  /** Every row was asked. */
  remember(filter: TypedFilter, fits: Verdicts): void {
    this.#decided = { filter, fits: fits.slice() };
  }

  /** Whether a row that was left open fits. */
  async ask({ compiled }: TypedFilter, row: number): Promise<boolean> {
    const { needs } = compiled;
    const { url, failed, slow } = this.#known.at(row);
    const known: FilterRow = {
      ...(url === undefined ? {} : { url }),
      ...(failed === undefined ? {} : { failed }),
      ...(slow === undefined ? {} : { slow }),
      ...(needs.row ? await analysedRow(this.#capture, row) : {}),
    };
    const verdict = compiled.columns(this.#capture.index, row, known);
    if (verdict !== 'open') return verdict;
    const bodies: { -readonly [Side in keyof FilterBodies]: FilterBodies[Side] } = {};
    for (const side of needs.bodySides) {
      const { text } = await this.#capture.openBody(row, side, { maxBytes: SEARCHED_BODY_BYTES });
      if (text !== undefined) bodies[side] = text;
    }
    return compiled.entry(await this.#capture.openEntry(row), known, bodies);
  }
}

function revealed(node: FilterNode, reveal: Reveal): FilterNode {
  switch (node.type) {
    case 'term':
      return { ...node, value: withValues(node.value, reveal) };
    case 'not':
      return { ...node, part: revealed(node.part, reveal) };
    case 'and':
    case 'or':
      return { ...node, parts: node.parts.map((part) => revealed(part, reveal)) };
  }
}

/** What is known of a row beside its columns; a URL is made only when a condition asks for it. */
class KnownRow {
  readonly #capture: Capture;
  analysed: AnalysedRows | undefined;
  #row = 0;

  constructor(capture: Capture) {
    this.#capture = capture;
  }

  at(row: number): FilterRow {
    this.#row = row;
    // Not known is not there, for a filter: an `undefined` says the same.
    return this as FilterRow;
  }

  get url(): string | undefined {
    return this.#capture.index.urls?.get(this.#row);
  }

  get failed(): boolean | undefined {
    return this.analysed?.failed.has(this.#row);
  }

  get slow(): boolean | undefined {
    return this.analysed?.slow.has(this.#row);
  }
}

async function analysedRow(capture: Capture, row: number): Promise<FilterRow> {
  for await (const known of tableRows(capture, { entries: [row] })) return known;
  return {};
}
