import {
  type Analysis,
  analyseCapture,
  commonTraits,
  type TemplateStatistics,
  templateStatistics,
} from '@harrier/analyze';
import {
  blobSource,
  blockCache,
  type Capture,
  type Entry,
  openCapture,
  type PackedCapture,
  reopenCapture,
} from '@harrier/har';
import type { TraitFacts } from '@harrier/knowledge';
import { createValueMask, type ValueMask } from '@harrier/sanitize';
import { failedRowsOf } from '../failed-rows.ts';
import { loadPrettyScript } from '../pretty/load-pretty-script.ts';
import { type PagesOfRows, rowsOfPages } from '../search/rows-of-pages.ts';
import { searchBytes } from '../search/search-bytes.ts';
import type { SearchHit, SearchProgress } from '../search/search-hit.ts';
import { type Snippet, snippetOf } from '../search/snippet.ts';
import { type HostStatistics, hostStatistics } from './host-statistics.ts';
import { patientSource } from './patient-source.ts';

/** A capture that one thread has read, for another one to look through. */
export interface HandedOver {
  /** The bytes that rows point into. */
  readonly bytes: Blob;
  readonly packed: PackedCapture;
}

/** Where the time of a capture goes. */
export interface CaptureStatistics {
  readonly hosts: readonly HostStatistics[];
  /** The most frequent first. */
  readonly templates: readonly TemplateStatistics[];
}

/** It reads on through the file, and looks back no further than to the entry before. */
const BLOCKS = { blockBytes: 1024 * 1024, blocks: 4 };

/** What statistics need of an analysis. */
export type AnalysedCapture = Pick<Analysis, 'failedEntries' | 'leftClosed'>;

/** Entries opened on each side of a comparison: shares are within a few per cent then. */
const MAX_COMPARED = 300;

/**
 * Looks through a whole capture in a thread of its own, so that rows and requests never wait for it: the analysis,
 * statistics, what a selection has in common, full-text search. What is asked before there is a capture waits for it: rows are
 * shown, and can be searched, while the file is still read.
 */
export class Analyst {
  #capture: Promise<Capture> | undefined;
  #tellBegun = (): void => {};
  readonly #begun = new Promise<void>((resolve) => {
    this.#tellBegun = resolve;
  });
  /** The same for the analysis, which stands back while somebody waits for a search. */
  #forAnalysis: Promise<Capture> | undefined;
  #analysis: AnalysedCapture | undefined;
  #underWay: Promise<void> | undefined;
  #mask: ValueMask | undefined;
  #searching = new AbortController();

  /** Takes over a capture that was read elsewhere. */
  begin({ bytes, packed }: HandedOver, maskKey: Uint8Array): void {
    this.#mask = createValueMask(maskKey);
    const source = blockCache(blobSource(bytes), BLOCKS);
    this.#capture = Promise.resolve(reopenCapture(source, packed));
    this.#forAnalysis = Promise.resolve(
      reopenCapture(
        patientSource(source, () => this.#underWay),
        packed,
      ),
    );
    this.#tellBegun();
  }

  /** Reads the file itself: parts of some archives lie beside the HAR and cannot be handed over. */
  beginWithFile(file: Blob, options: { readonly password?: string }, maskKey: Uint8Array): void {
    this.#mask = createValueMask(maskKey);
    this.#capture = openCapture(blockCache(blobSource(file)), options);
    this.#tellBegun();
  }

  async analyse(): Promise<Analysis> {
    const analysis = await analyseCapture(await (this.#forAnalysis ?? this.#opened()));
    this.learn(analysis);
    return analysis;
  }

  /** What another thread found: statistics asked from now on know it. */
  learn({ failedEntries, leftClosed }: AnalysedCapture): void {
    this.#analysis = { failedEntries, leftClosed };
  }

  /** Of some rows; absent = of all. */
  async statistics(rows?: Uint32Array): Promise<CaptureStatistics> {
    const capture = await this.#opened();
    const chosen = rows ?? Uint32Array.from({ length: capture.index.length }, (_, row) => row);
    const failed = failedRowsOf(capture.index, this.#analysis);
    const templates = await templateStatistics(capture, inTurn(chosen));
    const ofFailed = await templateStatistics(capture, inTurn(chosen.filter((row) => failed.has(row))));
    const errors = new Map(ofFailed.map((one) => [templateKey(one), one.count]));
    return {
      hosts: hostStatistics(capture.index, chosen, failed),
      templates: templates.map((one) => ({ ...one, errors: errors.get(templateKey(one)) ?? 0 })),
    };
  }

  /** What a selection has in common and the rest has not. */
  async common(rows: Uint32Array): Promise<TraitFacts[]> {
    const capture = await this.#opened();
    const selected = new Set(rows);
    const rest = Array.from({ length: capture.index.length }, (_, row) => row).filter(
      (row) => !selected.has(row),
    );
    const open = async (wanted: readonly number[]): Promise<Entry[]> => {
      const entries: Entry[] = [];
      for (const row of spread(wanted)) entries.push(await capture.openEntry(row));
      return entries;
    };
    return commonTraits(await open([...rows]), await open(rest));
  }

  async pages(): Promise<PagesOfRows> {
    const capture = await this.#opened();
    return await rowsOfPages(capture, this.#mask as ValueMask, new AbortController().signal);
  }

  /** Tells hits while it goes on; a search that is under way is given up. Returns false when that happened to this one. */
  async search(words: string, tell: (progress: SearchProgress) => void): Promise<boolean> {
    this.#searching.abort();
    const searching = new AbortController();
    this.#searching = searching;
    const search = searchBytes(await this.#opened(), words, tell, searching.signal);
    const ended = search.catch(() => undefined);
    this.#underWay = ended;
    try {
      await search;
      return true;
    } catch (error) {
      if (searching.signal.aborted) return false;
      throw error;
    } finally {
      if (this.#underWay === ended) this.#underWay = undefined;
    }
  }

  stopSearch(): void {
    this.#searching.abort();
  }

  /** A script with lines and indentation, made here because a large one takes a while; its grammar is loaded for the first. */
  async prettyScript(text: string): Promise<string> {
    const prettyScript = await loadPrettyScript();
    return prettyScript(text);
  }

  /** What stands around some hits, as it may be shown. */
  async snippets(hits: readonly SearchHit[], words: string, unmasked: boolean): Promise<Snippet[]> {
    const capture = await this.#opened();
    const snippets: Snippet[] = [];
    for (const hit of hits)
      snippets.push(await snippetOf(capture, hit, words, unmasked ? undefined : this.#mask));
    return snippets;
  }

  async #opened(): Promise<Capture> {
    await this.#begun;
    return await (this.#capture as Promise<Capture>);
  }
}

function templateKey({ method, host, path }: TemplateStatistics): string {
  return `${method} ${host} ${path}`;
}

async function* inTurn(rows: Uint32Array): AsyncGenerator<number> {
  yield* rows;
}

function spread(rows: readonly number[]): readonly number[] {
  if (rows.length <= MAX_COMPARED) return rows;
  return Array.from(
    { length: MAX_COMPARED },
    (_, at) => rows[Math.floor((at * rows.length) / MAX_COMPARED)] as number,
  );
}
