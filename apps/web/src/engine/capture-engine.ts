import type { Comparison } from '@harrier/analyze';
import {
  type BlobSpool,
  blobSource,
  blobSpool,
  blockCache,
  type Capture,
  type CaptureContainer,
  type CaptureSpan,
  captureSpan,
  type Entry,
  type EntryIndex,
  type EntryIndexMessage,
  foldNotes,
  HarReadError,
  type HarReadErrorCode,
  type LogMeta,
  openCapture,
  type PackedIndex,
  type Producer,
  packIndex,
  type ReadNote,
  type ReadProgress,
  type Spool,
  writeHar,
} from '@harrier/har';
import { maskEntry, type Redaction, type SanitizePolicy, type SanitizeStage } from '@harrier/sanitize';
import { transfer } from 'comlink';
import type { ColumnId } from '../table/columns/column-table.ts';
import type { HandedOver } from './analyst/analyst.ts';
import { type CellTexts, cellTexts } from './cells/cell-texts.ts';
import { ChainFinder, type RequestChain } from './chain/request-chain.ts';
import { compareWith, harBytes } from './compare/compare-with.ts';
import { type FollowedRequest, followedRequest } from './followed-request.ts';
import { withValues } from './pseudonyms-typed.ts';
import { type RejectedCookie, rejectedCookies } from './rejected-cookies.ts';
import { createRevealingMask } from './revealing-mask.ts';
import {
  type CleanCapture,
  FindAndReplace,
  type RedactionContext,
  type RefusedCapture,
} from './sanitize/find-and-replace.ts';
import type { PagesOfRows } from './search/rows-of-pages.ts';
import { type BodyQuestion, type ShownBody, showBody } from './shown-body.ts';
import { strangersAmong } from './strangers.ts';
import { WaitedFor } from './turn.ts';
import type { AnalysedRows } from './view/row-filter.ts';
import { TableView } from './view/table-view.ts';
import type { RowView, ViewQuestion } from './view/view-question.ts';
import { type PicturedRow, picturedRows } from './waterfall-rows.ts';

/** Lines that go to the page without a copy: this thread has no use for them any more. */
function handedOver(view: RowView): RowView {
  return transfer(view, [view.rows.buffer as ArrayBuffer, view.links.buffer as ArrayBuffer]);
}

/** The rows for the page, without their URLs: it asks for those that it shows, and they would be a third of the message. */
function packForPage({ length, columns, strings }: EntryIndex): PackedIndex {
  return packIndex({ length, columns, strings });
}

/** What is known of a capture once it has been read. */
export interface OpenedCapture {
  readonly index: EntryIndexMessage;
  readonly span: CaptureSpan;
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
  /** All rows read so far and their place in time; each call replaces the one before. */
  rows(index: EntryIndexMessage, span: CaptureSpan): void;
  progress(progress: ReadProgress): void;
}

/** More than a window shows. Fewer are told only where they take longer than {@link TELL_EVERY_MS}. */
const FIRST_ROWS = 50;
/** Rows are told again when there are twice as many: telling copies the columns, and a page draws. */
const GROWTH = 2;
/** Behind this share of the file there will not be twice as many: the rest is told with the whole. */
const LAST_TOLD_SHARE = 1 / GROWTH;

/** Rows of a filtered or sorted table lie all over the file: whoever reads a MiB for each of fifty rows waits for it. */
const TABLE_BLOCKS = { blockBytes: 128 * 1024, blocks: 96 };

/** Nobody reads a progress bar faster. */
const TELL_EVERY_MS = 150;

/**
 * One capture in a worker: reading, filtering and opening happen here, so that the page never waits. Bodies
 * stay in the file until they are asked for.
 */
export class CaptureEngine {
  #capture: Capture | undefined;
  #reading = new AbortController();
  #view: TableView | undefined;
  /** Rows while the file is being read. */
  #partial: EntryIndex | undefined;
  /** What was inflated or converted on the way. */
  #spooled: BlobSpool | undefined;
  #file: Blob | undefined;
  #mask = createRevealingMask(crypto.getRandomValues(new Uint8Array(32)));
  readonly #replacing = new FindAndReplace();
  #chains: ChainFinder | undefined;
  #chaining = new AbortController();
  /** A request that is opened, and cells that come into view. */
  readonly #waitedFor = new WaitedFor();

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
    let rowsToldAt = performance.now();
    // A thread counts from its own beginning, and may be younger than that.
    let toldAt = Number.NEGATIVE_INFINITY;
    let share = 0;
    this.#file = file;
    const capture = await openCapture(blockCache(blobSource(file), TABLE_BLOCKS), {
      ...options,
      signal: this.#reading.signal,
      spool: () => this.#spool(),
      onProgress: (progress) => {
        share = progress.totalBytes === 0 ? 0 : progress.readBytes / progress.totalBytes;
        if (performance.now() - toldAt < TELL_EVERY_MS) return;
        toldAt = performance.now();
        events.progress(progress);
      },
      onRows: (index, _from, to) => {
        const isLater = performance.now() - rowsToldAt > TELL_EVERY_MS;
        const isEnough = told === 0 ? isLater || to >= FIRST_ROWS : isLater && to >= told * GROWTH;
        if (!isEnough || (told > 0 && share > LAST_TOLD_SHARE)) return;
        told = to;
        rowsToldAt = performance.now();
        this.#partial = index;
        const { message, transfer: buffers } = packForPage(index);
        const span = captureSpan(index);
        events.rows(transfer(message, buffers), transfer(span, [span.rowStartEpochMs.buffer as ArrayBuffer]));
      },
    });
    this.#capture = capture;
    this.#view = new TableView(capture, (shown) => this.reveal(shown));
    const { message, transfer: buffers } = packForPage(capture.index);
    const { container, log, producer } = capture;
    // Placing a hundred thousand rows in time takes longer than a page may be kept from drawing.
    const span = captureSpan(capture.index);
    return transfer({ index: message, span, container, log, producer, notes: foldNotes(capture.notes) }, [
      ...buffers,
      span.rowStartEpochMs.buffer as ArrayBuffer,
    ]);
  }

  /** Ends reading; what was read so far is lost. */
  cancel(): void {
    this.#reading.abort();
  }

  /** What another thread needs to look through the capture; undefined = it has to read the file itself. */
  handOver(): HandedOver | undefined {
    const capture = this.#opened();
    const bytes = [this.#file, this.#spooled?.blob()].find((blob) => blob?.size === capture.source.sizeBytes);
    const packed = bytes === undefined ? undefined : capture.pack?.();
    return bytes === undefined || packed === undefined
      ? undefined
      : transfer({ bytes, packed }, packed.transfer);
  }

  /** What the analysis found, and the pages: questions asked from now on know it. */
  learn(analysed: AnalysedRows): void {
    this.#view?.learn(analysed);
  }

  learnPages(pages: PagesOfRows): void {
    this.#view?.learnPages(pages);
  }

  /** Cells of some rows that the index cannot fill. While the file is being read, only those that the URL fills. */
  async cells(
    rows: readonly number[],
    columns: readonly ColumnId[],
    unmasked: boolean,
  ): Promise<readonly CellTexts[]> {
    const mask = unmasked ? undefined : this.#mask;
    if (this.#capture !== undefined)
      return await this.#waitedFor.first(cellTexts(this.#capture, rows, columns, mask));
    const index = this.#partial;
    return rows.map((row) => {
      const url = index?.urls?.get(row);
      return { row, cells: url === undefined ? {} : { url: mask === undefined ? url : mask.text(url) } };
    });
  }

  /**
   * The lines of the table that answer a question; what takes long is told in parts. Asked again, the question before is
   * given up and answered with `undefined`.
   */
  async view(question: ViewQuestion, tell: (view: RowView) => void): Promise<RowView | undefined> {
    const view = await this.#view?.answer(question, (part) => tell(handedOver(part)));
    return view === undefined ? undefined : handedOver(view);
  }

  /** One entry as it may be shown; `unmasked` as it was captured. */
  async entry(index: number, unmasked: boolean): Promise<Entry> {
    const entry = await this.#waitedFor.first(this.#opened().openEntry(index));
    return unmasked ? entry : maskEntry(entry, this.#mask);
  }

  /** What a search of the logs needs of a request; undefined = it carries no tracking id. */
  async followed(index: number, unmasked: boolean): Promise<FollowedRequest | undefined> {
    return await followedRequest(this.#opened(), index, unmasked ? undefined : this.#mask);
  }

  /** One body as it may be shown; bytes that are no text are given as they are. */
  async body(index: number, question: BodyQuestion): Promise<ShownBody> {
    return await this.#waitedFor.first(showBody(this.#opened(), index, question, this.#mask));
  }

  /** Cookies that this answer set in vain. */
  async rejectedCookies(index: number): Promise<RejectedCookie[]> {
    return rejectedCookies(await this.#opened().openEntry(index));
  }

  /** What a masked text stands for, for a deliberate click; undefined = it was not shown by this engine. */
  reveal(shown: string): string | undefined {
    return this.#mask.reveal(shown) ?? this.#replacing.reveal(shown);
  }

  /** Words as they stand in the file, where somebody typed pseudonyms that were shown. */
  wordsInFile(words: string): string {
    return withValues(words, (shown) => this.reveal(shown));
  }

  /** What led to a request and what it led to; asked again, the search before is given up and answered with `undefined`. */
  async chain(index: number): Promise<RequestChain | undefined> {
    this.#chaining.abort();
    const chaining = new AbortController();
    this.#chaining = chaining;
    this.#chains ??= new ChainFinder(this.#opened());
    const chain = await this.#chains
      .chainOf(index, chaining.signal, this.#waitedFor)
      .catch((error: unknown) => {
        if (chaining.signal.aborted) return undefined;
        throw error;
      });
    if (chain === undefined) return undefined;
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

  /** What of the capture was read whole, as HAR 1.2: a file of its own where this one is damaged. */
  async wholeRequests(): Promise<Blob> {
    const spool = blobSpool();
    await writeHar(this.#opened(), spool.write);
    await spool.finish();
    return spool.blob();
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

  /** Inflated bytes lie in a Blob, which a browser keeps on the disk when it is large. */
  #spool(): Spool {
    const spool = blobSpool();
    this.#spooled = spool;
    return { ...spool, finish: async () => blockCache(await spool.finish(), TABLE_BLOCKS) };
  }

  #opened(): Capture {
    if (this.#capture === undefined) throw new Error('No capture is open.');
    return this.#capture;
  }
}
