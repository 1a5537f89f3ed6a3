import { outcomeOf } from '@harrier/analyze';
import { type Capture, captureSpan, entryDurationMs } from '@harrier/har';
import { parseColumnId } from '../../table/columns/column-table.ts';
import { columnValues } from './column-values.ts';
import { type GroupFacts, linesOf } from './group-rows.ts';
import { type AnalysedRows, RowFilter } from './row-filter.ts';
import { linkRows, type RowLinks } from './row-links.ts';
import { RowOrders } from './row-order.ts';
import type { RowView, ViewQuestion } from './view-question.ts';

/** How long rows are decided before what was found so far is told. */
const TELL_EVERY_MS = 250;
/** How long the thread is kept before a newer question gets in. */
const TURN_MS = 8;

/** Answers questions of the table about one capture. The last one counts: an older one is given up. */
export class TableView {
  readonly #capture: Capture;
  readonly orders: RowOrders;
  #analysed: AnalysedRows | undefined;
  #links: RowLinks | undefined;
  #pages: GroupFacts['pages'];
  #asking = new AbortController();

  constructor(capture: Capture) {
    this.#capture = capture;
    this.orders = new RowOrders(capture.index);
  }

  /** What the analysis found; questions asked from now on know it. */
  learn(analysed: AnalysedRows): void {
    this.#analysed = analysed;
  }

  learnPages(pages: NonNullable<GroupFacts['pages']>): void {
    this.#pages = pages;
  }

  /**
   * The lines that answer a question; undefined when a newer one was asked meanwhile. What takes long is told in parts.
   */
  async answer(question: ViewQuestion, tell: (view: RowView) => void): Promise<RowView | undefined> {
    this.#asking.abort();
    const asking = new AbortController();
    this.#asking = asking;
    try {
      return await this.#answer(question, tell, asking.signal);
    } catch (error) {
      if (asking.signal.aborted) return undefined;
      throw error;
    }
  }

  async #answer(
    question: ViewQuestion,
    tell: (view: RowView) => void,
    signal: AbortSignal,
  ): Promise<RowView> {
    const { length } = this.#capture.index;
    const filter = new RowFilter(this.#capture, question.filter, this.#analysed);
    const inRange = this.#rangeTest(question.range);
    const fits = new Uint8Array(length);
    const open: number[] = [];
    for (let row = 0; row < length; row++) {
      if (!inRange(row)) continue;
      const verdict = filter.decide(row);
      if (verdict === true) fits[row] = 1;
      else if (verdict === 'open') open.push(row);
    }
    await this.#collect(question.sort, tell, filter, signal);
    if (question.joined && this.#links === undefined) this.#links = await linkRows(this.#capture, signal);
    const view = (share: number): RowView => this.#lines(question, fits, filter, share);
    let toldAt = performance.now();
    let turnAt = toldAt;
    if (open.length > 0) tell(view(0));
    for (const [at, row] of open.entries()) {
      if (await filter.ask(row, signal)) fits[row] = 1;
      const now = performance.now();
      if (now - turnAt < TURN_MS) continue;
      await new Promise((resolve) => setTimeout(resolve));
      signal.throwIfAborted();
      turnAt = performance.now();
      if (now - toldAt < TELL_EVERY_MS) continue;
      tell(view(at / open.length));
      toldAt = turnAt;
    }
    return view(1);
  }

  /** Values of a column that the index does not hold are collected when somebody sorts by it. */
  async #collect(
    key: ViewQuestion['sort'],
    tell: (view: RowView) => void,
    filter: RowFilter,
    signal: AbortSignal,
  ): Promise<void> {
    if (this.orders.knows(key)) return;
    const nothing = { rows: new Uint32Array(0), links: new Uint8Array(0), groups: [], requests: 0 };
    let toldAt = performance.now();
    const tellShare = (share: number): void => {
      if (performance.now() - toldAt < TELL_EVERY_MS) return;
      toldAt = performance.now();
      tell({ ...nothing, problems: filter.problems, share: Math.min(share, 0.99), isCollecting: true });
    };
    const column = parseColumnId(key.slice('column:'.length));
    const values = column === undefined ? [] : await columnValues(this.#capture, column, tellShare, signal);
    this.orders.learn(key, values);
  }

  #lines(question: ViewQuestion, fits: Uint8Array, filter: RowFilter, share: number): RowView {
    const order = this.orders.all(question.sort, question.descending);
    const rows = order.filter((row) => fits[row] === 1);
    const facts: GroupFacts = {
      index: this.#capture.index,
      isFailed: (row) => this.#isFailed(row),
      links: this.#links,
      pages: this.#pages,
    };
    const lines = linesOf(rows, question, facts);
    return { ...lines, requests: rows.length, problems: filter.problems, share };
  }

  #isFailed(row: number): boolean {
    const outcome = outcomeOf(this.#capture.index, row);
    return (
      this.#analysed?.failed.has(row) === true ||
      outcome === 'failed-status' ||
      outcome === 'no-response' ||
      outcome === 'error'
    );
  }

  #rangeTest(range: ViewQuestion['range']): (row: number) => boolean {
    if (range === undefined) return () => true;
    const { index } = this.#capture;
    const { rowStartEpochMs } = captureSpan(index);
    const [fromMs, toMs] = range;
    return (row) => {
      const startMs = rowStartEpochMs[row] as number;
      return startMs <= toMs && startMs + (entryDurationMs(index, row) ?? 0) >= fromMs;
    };
  }
}
