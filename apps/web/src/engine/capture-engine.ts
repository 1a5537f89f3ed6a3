import {
  type Analysis,
  analyseCapture,
  type Comparison,
  type FilterProblem,
  filterRows,
  parseFilter,
  type TableRow,
  tableRows,
} from '@harrier/analyze';
import {
  blobSource,
  blockCache,
  type Capture,
  type CaptureContainer,
  type Entry,
  type EntryIndexMessage,
  foldNotes,
  HarReadError,
  type HarReadErrorCode,
  type LogMeta,
  openCapture,
  type Producer,
  packIndex,
  type ReadNote,
  type ReadProgress,
} from '@harrier/har';
import { maskEntry, type Redaction, type SanitizePolicy, type SanitizeStage } from '@harrier/sanitize';
import { transfer } from 'comlink';
import { ChainFinder, type RequestChain } from './chain/request-chain.ts';
import { compareWith, harBytes } from './compare/compare-with.ts';
import { type RejectedCookie, rejectedCookies } from './rejected-cookies.ts';
import { createRevealingMask } from './revealing-mask.ts';
import {
  type CleanCapture,
  FindAndReplace,
  type RedactionContext,
  type RefusedCapture,
} from './sanitize/find-and-replace.ts';
import { type BodyQuestion, type ShownBody, showBody } from './shown-body.ts';
import { type SortKey, sortRows } from './sort-rows.ts';
import { strangersAmong } from './strangers.ts';
import { type PicturedRow, picturedRows } from './waterfall-rows.ts';

/** What is known of a capture once it has been read. */
export interface OpenedCapture {
  readonly index: EntryIndexMessage;
  readonly container: CaptureContainer;
  readonly log: LogMeta;
  readonly producer: Producer;
  readonly notes: readonly ReadNote[];
}

/** Why a file could not be opened; words are in `knowledge`. */
export interface UnreadableFile {
  readonly unreadable: HarReadErrorCode;
  readonly byteOffset?: number;
  /** 1 is the first. */
  readonly line?: number;
}

/** What happens while a file is read. */
export interface ReadingEvents {
  /** All rows read so far; each call replaces the one before. */
  rows(index: EntryIndexMessage): void;
  progress(progress: ReadProgress): void;
}

/** What is asked of the table. */
export interface ViewQuestion {
  /** An expression of the filter language; `''` lets everything through. */
  readonly filter: string;
  readonly sort: SortKey;
  readonly descending: boolean;
}

/** The rows that the table shows, from the top. */
export interface RowView {
  readonly rows: Uint32Array;
  readonly problems: readonly FilterProblem[];
}

const ROWS_PER_TURN = 1024;

/** Rows are told at first at once, then when there are half as many again: telling copies the columns. */
const GROWTH = 1.5;

/**
 * One capture in a worker: reading, analysing, filtering and opening happen here, so that the page never waits. Bodies
 * stay in the file until they are asked for.
 */
export class CaptureEngine {
  #capture: Capture | undefined;
  #reading = new AbortController();
  #viewing = new AbortController();
  #mask = createRevealingMask(crypto.getRandomValues(new Uint8Array(32)));
  readonly #replacing = new FindAndReplace();
  #chains: ChainFinder | undefined;
  #chainTurn = 0;

  /** Masks with the page's key, so that one credential looks the same in every capture that is open. */
  maskWith(key: Uint8Array): void {
    this.#mask = createRevealingMask(key);
  }

  /** Reads a file. A file that cannot be read is an answer, not a failure: errors lose their code between threads. */
  async open(
    file: Blob,
    events: ReadingEvents,
    options: { readonly password?: string; readonly member?: string } = {},
  ): Promise<OpenedCapture | UnreadableFile> {
    try {
      return await this.#open(file, events, options);
    } catch (error) {
      if (!(error instanceof HarReadError)) throw error;
      const { code, byteOffset, line } = error;
      return {
        unreadable: code,
        ...(byteOffset === undefined ? {} : { byteOffset }),
        ...(line === undefined ? {} : { line }),
      };
    }
  }

  async #open(file: Blob, events: ReadingEvents, options: object): Promise<OpenedCapture> {
    this.#reading = new AbortController();
    let told = 0;
    const capture = await openCapture(blockCache(blobSource(file)), {
      ...options,
      signal: this.#reading.signal,
      onProgress: (progress) => events.progress(progress),
      onRows: (index, _from, to) => {
        if (told > 0 && to < told * GROWTH) return;
        told = to;
        const { message, transfer: buffers } = packIndex(index);
        events.rows(transfer(message, buffers));
      },
    });
    this.#capture = capture;
    const { message, transfer: buffers } = packIndex(capture.index);
    const { container, log, producer } = capture;
    return transfer({ index: message, container, log, producer, notes: foldNotes(capture.notes) }, buffers);
  }

  /** Ends reading; what was read so far is lost. */
  cancel(): void {
    this.#reading.abort();
  }

  async analyse(): Promise<Analysis> {
    return await analyseCapture(this.#opened());
  }

  /** What the table shows of some rows. */
  async rows(indexes: readonly number[]): Promise<TableRow[]> {
    const rows: TableRow[] = [];
    for await (const row of tableRows(this.#opened(), { entries: indexes })) rows.push(row);
    return rows;
  }

  /**
   * The rows that fit a filter, in the asked order. Asked again, the question before is given up and answered with
   * `undefined`.
   */
  async view({ filter, sort, descending }: ViewQuestion): Promise<RowView | undefined> {
    this.#viewing.abort();
    const viewing = new AbortController();
    this.#viewing = viewing;
    const capture = this.#opened();
    const { ast, problems } = parseFilter(filter);
    let rows = new Uint32Array(capture.index.length);
    let count = 0;
    try {
      for await (const row of filterRows(capture, ast, viewing.signal)) {
        rows[count++] = row;
        // Lets a newer question in.
        if (count % ROWS_PER_TURN === 0) await new Promise((resolve) => setTimeout(resolve));
      }
    } catch (error) {
      if (viewing.signal.aborted) return undefined;
      throw error;
    }
    rows = rows.slice(0, count);
    sortRows(rows, capture.index, sort, descending);
    return transfer({ rows, problems }, [rows.buffer]);
  }

  /** One entry as it may be shown; `unmasked` as it was captured. */
  async entry(index: number, unmasked: boolean): Promise<Entry> {
    const entry = await this.#opened().openEntry(index);
    return unmasked ? entry : maskEntry(entry, this.#mask);
  }

  /** One body as it may be shown; bytes that are no text are given as they are. */
  async body(index: number, question: BodyQuestion): Promise<ShownBody> {
    return await showBody(this.#opened(), index, question, this.#mask);
  }

  /** Cookies that this answer set in vain. */
  async rejectedCookies(index: number): Promise<RejectedCookie[]> {
    return rejectedCookies(await this.#opened().openEntry(index));
  }

  /** What a masked text stands for, for a deliberate click; undefined = it was not shown by this engine. */
  reveal(shown: string): string | undefined {
    return this.#mask.reveal(shown) ?? this.#replacing.reveal(shown);
  }

  /** What led to a request and what it led to; asked again, the search before ends early. */
  async chain(index: number): Promise<RequestChain> {
    const turn = ++this.#chainTurn;
    this.#chains ??= new ChainFinder(this.#opened());
    const chain = await this.#chains.chainOf(index, () => turn !== this.#chainTurn);
    const masked = (rows: RequestChain['children']) =>
      rows.map((row) => ({ ...row, url: this.#mask.text(row.url) }));
    return { ...chain, ancestors: masked(chain.ancestors), children: masked(chain.children) };
  }

  /** Rows for a picture of the waterfall. */
  async picture(rows: readonly number[]): Promise<PicturedRow[]> {
    return await picturedRows(this.#opened(), rows, this.#mask);
  }

  /** The capture as HAR bytes, for another worker that compares. */
  async harBytes(): Promise<Blob> {
    return await harBytes(this.#opened());
  }

  /** How this capture differs from another one. */
  async compare(other: Blob): Promise<Comparison | undefined> {
    return await compareWith(this.#opened(), other);
  }

  /** Takes the credentials out; see {@link FindAndReplace}. */
  async sanitize(
    policy: SanitizePolicy,
    onProgress: (stage: SanitizeStage, fraction: number) => void,
  ): Promise<CleanCapture | RefusedCapture | undefined> {
    return await this.#replacing.run(this.#opened(), policy, onProgress);
  }

  /** Requests that this worker has made to anybody but the page's own server. */
  sentRequests(): number {
    return strangersAmong(performance.getEntriesByType('resource'));
  }

  /** What stands around a redaction of the last clean capture. */
  async redactionContext(redaction: Redaction): Promise<RedactionContext | undefined> {
    return await this.#replacing.contextOf(redaction);
  }

  async close(): Promise<void> {
    this.#reading.abort();
    await this.#replacing.close();
    await this.#capture?.close();
    this.#capture = undefined;
  }

  #opened(): Capture {
    if (this.#capture === undefined) throw new Error('No capture is open.');
    return this.#capture;
  }
}
