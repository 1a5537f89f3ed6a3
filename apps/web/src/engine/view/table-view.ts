import { type Capture, captureSpan, entryDurationMs } from '@harrier/har';
import { parseColumnId } from '../../table/columns/column-table.ts';
import { failedRowsOf } from '../failed-rows.ts';
import { Turns } from '../turn.ts';
import { columnValues } from './column-values.ts';
import { linesOf, type TitledRows } from './group-rows.ts';
import { type AnalysedRows, type Reveal, RowFilter, type TypedFilter } from './row-filter.ts';
import { linkRows, type RowLinks } from './row-links.ts';
import { RowOrders } from './row-order.ts';
import { rowTemplates } from './row-templates.ts';
import { VerdictByte, type Verdicts } from './verdicts.ts';
import type { RowView, ViewQuestion } from './view-question.ts';

/** How long rows are decided before what was found so far is told. */
const TELL_EVERY_MS = 250;

/** Answers questions of the table about one capture. The last one counts: an older one is given up. */
export class TableView {
  readonly #capture: Capture;
  readonly orders: RowOrders;
  readonly #filter: RowFilter;
  #links: RowLinks | undefined;
  #linking: Promise<void> | undefined;
  #templates: TitledRows | undefined;
  #pages: TitledRows | undefined;
  #asking = new AbortController();

  /** `reveal`: what pseudonyms in a filter stand for. */
  constructor(capture: Capture, reveal?: Reveal) {
    this.#capture = capture;
    this.orders = new RowOrders(capture.index);
    this.#filter = new RowFilter(capture, reveal);
  }

  /** What the analysis found; questions asked from now on know it. */
  learn(analysed: AnalysedRows): void {
    this.#filter.learn(analysed);
  }

  learnPages(pages: TitledRows): void {
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
    const turns = new Turns(signal);
    const filter = this.#filter.parse(question.filter);
    const verdicts = await this.#filter.decide(filter, turns);
    await this.#collect(question.sort, tell, filter, signal);
    const inRange = this.#rangeTest(question.range);
    const view = (share: number): RowView => this.#lines(question, verdicts, inRange, filter, share);
    await this.#learnGroups(question, view, tell, signal);
    await this.#askRows(filter, verdicts, inRange, turns, (share) => tell(view(share)));
    signal.throwIfAborted();
    return view(1);
  }

  /** Opens what columns and URLs leave open. */
  async #askRows(
    filter: TypedFilter,
    verdicts: Verdicts,
    inRange: (row: number) => boolean,
    turns: Turns,
    tell: (share: number) => void,
  ): Promise<void> {
    let isWhole = true;
    let toldAt = 0;
    for (let row = verdicts.indexOf(VerdictByte.open); row >= 0; ) {
      if (inRange(row))
        verdicts[row] = (await this.#filter.ask(filter, row)) ? VerdictByte.yes : VerdictByte.no;
      else isWhole = false;
      if (turns.isOver) {
        if (performance.now() - toldAt >= TELL_EVERY_MS) {
          tell(row / verdicts.length);
          toldAt = performance.now();
        }
        await turns.pause();
      }
      row = verdicts.indexOf(VerdictByte.open, row + 1);
    }
    if (isWhole) this.#filter.remember(filter, verdicts);
  }

  /** Collects what joining and grouping need, once for a capture; until then the rows stand as they are. */
  async #learnGroups(
    { joined, group }: ViewQuestion,
    view: (share: number) => RowView,
    tell: (view: RowView) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const needsLinks = joined && this.#links === undefined;
    const needsTemplates = group === 'alike' && this.#templates === undefined;
    if (!needsLinks && !needsTemplates) return;
    if (this.#capture.index.length > MOST_AT_ONCE) tell(view(0));
    if (needsLinks) {
      this.#linking ??= linkRows(this.#capture).then((links) => {
        this.#links = links;
        // Nobody waits for anything: the first word that is typed finds the URLs ready.
        void this.#filter.prepare();
      });
      await this.#linking.catch((error: unknown) => {
        // The next question tries again.
        this.#linking = undefined;
        throw error;
      });
    }
    signal.throwIfAborted();
    if (needsTemplates) this.#templates = await rowTemplates(this.#capture.index);
    signal.throwIfAborted();
  }

  /** Values of a column that the index does not hold are collected when somebody sorts by it. */
  async #collect(
    key: ViewQuestion['sort'],
    tell: (view: RowView) => void,
    { problems }: TypedFilter,
    signal: AbortSignal,
  ): Promise<void> {
    if (this.orders.knows(key)) return;
    const nothing = { rows: new Uint32Array(0), links: new Uint8Array(0), groups: [], requests: 0 };
    let toldAt = performance.now();
    const tellShare = (share: number): void => {
      if (performance.now() - toldAt < TELL_EVERY_MS) return;
      toldAt = performance.now();
      tell({ ...nothing, problems, share: Math.min(share, 0.99), isCollecting: true });
    };
    const column = parseColumnId(key.slice('column:'.length));
    const values = column === undefined ? [] : await columnValues(this.#capture, column, tellShare, signal);
    this.orders.learn(key, values);
  }

  #lines(
    question: ViewQuestion,
    verdicts: Verdicts,
    inRange: (row: number) => boolean,
    { problems }: TypedFilter,
    share: number,
  ): RowView {
    const order = this.orders.all(question.sort, question.descending);
    const fits = new Uint8Array(verdicts.length);
    const rows = new Uint32Array(verdicts.length);
    let length = 0;
    // A plain loop: before it is compiled, an iterator takes several times as long.
    for (let at = 0; at < order.length; at++) {
      const row = order[at] as number;
      if (verdicts[row] !== VerdictByte.yes || !inRange(row)) continue;
      fits[row] = 1;
      rows[length++] = row;
    }
    const lines = linesOf(rows.subarray(0, length), question, {
      index: this.#capture.index,
      fits,
      isFailed: (row) => this.#isFailed(row),
      links: this.#links,
      pages: this.#pages,
      templates: this.#templates,
    });
    return { ...lines, requests: length, problems, share };
  }

  #isFailed(row: number): boolean {
    const known = this.#filter.analysed?.failed ?? failedRowsOf(this.#capture.index, undefined);
    return known.has(row);
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

/** So many rows are joined and grouped within a frame: nobody sees them before. */
const MOST_AT_ONCE = 2000;
