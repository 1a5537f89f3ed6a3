import {
  type BlobSpool,
  type BodyAbsence,
  type BodySide,
  blobSource,
  blobSpool,
  blockCache,
  type Capture,
  type CaptureContainer,
  type Entry,
  type EntryIndex,
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
  type Spool,
} from '@harrier/har';
import {
  compilePolicy,
  cookieLives,
  createValueMask,
  ExposureInventory,
  fileDigest,
  maskEntry,
  type Preset,
  type Redaction,
  RedactionCounts,
  reportHead,
  SanitizeError,
  type SanitizeReport,
  type SanitizeStage,
  sanitizeCapture,
} from '@harrier/sanitize';
import { transfer } from 'comlink';
import type { ColumnId } from '../table/columns/column-table.ts';
import type { HandedOver } from './analyst/analyst.ts';
import { type CellTexts, cellTexts } from './cells/cell-texts.ts';
import type { PagesOfRows } from './search/rows-of-pages.ts';
import type { AnalysedRows } from './view/row-filter.ts';
import { TableView } from './view/table-view.ts';
import type { RowView, ViewQuestion } from './view/view-question.ts';

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

/** A body on the screen. */
export interface ShownBody {
  readonly mimeType: string;
  readonly text?: string;
  readonly bytes?: Uint8Array;
  /** More of it is in the capture than is shown. */
  readonly truncated: boolean;
  /** Why there is none. */
  readonly absent?: BodyAbsence;
}

/** Nobody reads more on a screen. */
const MAX_SHOWN_BYTES = 8 * 1024 * 1024;

/** A capture without credentials, and what was taken out of it. */
export interface CleanCapture {
  readonly clean: Blob;
  readonly report: SanitizeReport;
}

/** A report for the screen; more are counted and not listed. */
const MAX_LISTED = 100_000;

/** Rows are told at first at once, then when there are twice as many: telling copies the columns, and a page draws. */
const GROWTH = 2;

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
  #mask = createValueMask(crypto.getRandomValues(new Uint8Array(32)));

  /** Whoever masks with the same key shows one value under one pseudonym. */
  maskWith(key: Uint8Array): void {
    this.#mask = createValueMask(key);
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
    let toldAt = 0;
    this.#file = file;
    const capture = await openCapture(blockCache(blobSource(file)), {
      ...options,
      signal: this.#reading.signal,
      spool: () => this.#spool(),
      onProgress: (progress) => {
        if (performance.now() - toldAt < TELL_EVERY_MS) return;
        toldAt = performance.now();
        events.progress(progress);
      },
      onRows: (index, _from, to) => {
        if (told > 0 && to < told * GROWTH) return;
        told = to;
        this.#partial = index;
        const { message, transfer: buffers } = packIndex(index);
        events.rows(transfer(message, buffers));
      },
    });
    this.#capture = capture;
    this.#view = new TableView(capture);
    const { message, transfer: buffers } = packIndex(capture.index);
    const { container, log, producer } = capture;
    return transfer({ index: message, container, log, producer, notes: foldNotes(capture.notes) }, buffers);
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
    if (this.#capture !== undefined) return await cellTexts(this.#capture, rows, columns, mask);
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
    return await this.#view?.answer(question, tell);
  }

  /** One entry as it may be shown; `unmasked` as it was captured. */
  async entry(index: number, unmasked: boolean): Promise<Entry> {
    const entry = await this.#opened().openEntry(index);
    return unmasked ? entry : maskEntry(entry, this.#mask);
  }

  /** One body as it may be shown; `unmasked` as it was captured. Bytes that are no text are given as they are. */
  async body(index: number, side: BodySide, unmasked: boolean): Promise<ShownBody> {
    const capture = this.#opened();
    const { request, response } = await capture.openEntry(index);
    const mimeType = (side === 'request' ? request.postData?.mimeType : response.content.mimeType) ?? '';
    const { text, bytes, truncated } = await capture.openBody(index, side, { maxBytes: MAX_SHOWN_BYTES });
    const shown = text === undefined || unmasked ? text : this.#mask.text(text, mimeType);
    return {
      mimeType,
      truncated,
      ...(shown === undefined ? {} : { text: shown }),
      ...(bytes === undefined ? {} : { bytes }),
      ...(response.content.absent === undefined || side === 'request'
        ? {}
        : { absent: response.content.absent }),
    };
  }

  /**
   * Takes the credentials out. The clean capture is given only when it was checked; a capture that cannot be made clean is
   * an answer, with the code of the reason.
   */
  async sanitize(
    preset: Preset,
    onProgress: (stage: SanitizeStage, fraction: number) => void,
  ): Promise<CleanCapture | { readonly refused: string }> {
    const capture = this.#opened();
    const { columns, strings } = capture.index;
    const counts = new RedactionCounts();
    const inventory = new ExposureInventory();
    const redactions: Redaction[] = [];
    const spool = blobSpool();
    try {
      const { output, secrets, unswept, droppedBodies } = await sanitizeCapture(capture, {
        policy: compilePolicy({ preset }),
        spool: () => spool,
        onProgress,
        onSetCookie: (field, entry) => {
          const received = entry === undefined ? Number.NaN : (columns.startEpochMs[entry] as number);
          for (const { value, until } of cookieLives(field, received)) inventory.cookieLives(value, until);
        },
        onRedaction: (redaction, value) => {
          const host =
            redaction.entry === undefined ? '' : strings.get(columns.host[redaction.entry] as number);
          inventory.add(redaction, value, host);
          counts.add(redaction);
          if (redactions.length < MAX_LISTED) redactions.push(redaction);
        },
      });
      const head = reportHead({
        input: await fileDigest(capture.source),
        output: await fileDigest(output),
        policy: { preset },
        counts: counts.counts(secrets),
        unswept,
        droppedBodies,
        exposures: inventory.list(),
      });
      return { clean: spool.blob(), report: { ...head, redactions } };
    } catch (error) {
      await spool.discard();
      if (error instanceof SanitizeError || error instanceof HarReadError) return { refused: error.code };
      throw error;
    }
  }

  async close(): Promise<void> {
    this.#reading.abort();
    await this.#capture?.close();
    this.#capture = undefined;
  }

  /** Inflated bytes lie in a Blob, which a browser keeps on the disk when it is large. */
  #spool(): Spool {
    const spool = blobSpool();
    this.#spooled = spool;
    return { ...spool, finish: async () => blockCache(await spool.finish()) };
  }

  #opened(): Capture {
    if (this.#capture === undefined) throw new Error('No capture is open.');
    return this.#capture;
  }
}
