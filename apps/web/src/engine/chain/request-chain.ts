import { entryUrl, isPreflight } from '@harrier/analyze';
import { type CallStack, type Capture, captureSpan, type Entry, EntryFlag } from '@harrier/har';
import { Turns, type WaitedFor } from '../turn.ts';
import { isFrameworkFrame } from './framework-frames.ts';

/** How one request led to another. */
export type ChainLink = 'initiator' | 'redirect' | 'preflight' | 'referer';

/** A request of a chain, and how it hangs together with the one that was asked about. */
export interface ChainRow {
  readonly row: number;
  readonly link: ChainLink;
  readonly method: string;
  readonly url: string;
  readonly status: number | undefined;
}

/** What led to a request and what it led to, rebuilt from the capture alone. */
export interface RequestChain {
  /** The nearest first. */
  readonly ancestors: readonly ChainRow[];
  /** In the order in which they began. */
  readonly children: readonly ChainRow[];
  /** Every attempt at the same method and URL in a minute around this one, itself included; in order. */
  readonly attempts: readonly number[];
  /** More requests came later than were looked at. */
  readonly isCut: boolean;
}

/** A browser follows a redirect, and asks before it may, within this time. */
const NEAR_MS = 2000;
const NEAR_ROWS = 300;
const ATTEMPTS_WITHIN_MS = 60_000;
const MAX_ATTEMPTS = 50;
/** Deeper chains are loops. */
const MAX_ANCESTORS = 20;
/** So many later requests are opened to find what one caused: about half a second. */
const MAX_OPENED = 2000;
const MAX_CHILDREN = 500;

/** Finds chains in one capture. */
export class ChainFinder {
  readonly #capture: Capture;
  readonly #startMs: Float64Array;
  readonly #rowsByStart: Uint32Array;
  readonly #position: Uint32Array;

  constructor(capture: Capture) {
    this.#capture = capture;
    const starts = captureSpan(capture.index).rowStartEpochMs;
    this.#startMs = starts;
    this.#rowsByStart = Uint32Array.from({ length: capture.index.length }, (_, row) => row).sort(
      (a, b) => (starts[a] as number) - (starts[b] as number) || a - b,
    );
    this.#position = new Uint32Array(capture.index.length);
    this.#rowsByStart.forEach((row, at) => {
      this.#position[row] = at;
    });
  }

  /** The chain of one request; what others wait for goes first. Error: the signal's reason. */
  async chainOf(row: number, signal?: AbortSignal, waitedFor?: WaitedFor): Promise<RequestChain> {
    const turns = new Turns(signal, waitedFor);
    const entry = await this.#capture.openEntry(row);
    const ancestors = await this.#ancestors(row, entry, turns);
    const { children, isCut } = await this.#children(row, entry, turns);
    return { ancestors, children, attempts: await this.#attempts(row, entry, turns), isCut };
  }

  async #ancestors(row: number, entry: Entry, turns: Turns): Promise<ChainRow[]> {
    const found: ChainRow[] = [];
    const seen = new Set([row]);
    let at: { row: number; entry: Entry } = { row, entry };
    while (found.length < MAX_ANCESTORS) {
      const parent = await this.#parent(at.row, at.entry, turns);
      if (parent === undefined || seen.has(parent.row)) break;
      seen.add(parent.row);
      at = { row: parent.row, entry: await this.#capture.openEntry(parent.row) };
      found.push(chainRow(parent.row, parent.link, at.entry));
    }
    return found;
  }

  async #parent(
    row: number,
    entry: Entry,
    turns: Turns,
  ): Promise<{ readonly row: number; readonly link: ChainLink } | undefined> {
    const redirect = await this.#redirectTo(row, entry.request.url, turns);
    if (redirect !== undefined) return { row: redirect, link: 'redirect' };
    if (isPreflight(entry)) {
      const asked = await this.#askedAfter(row, entry.request.url, turns);
      if (asked !== undefined) return { row: asked, link: 'preflight' };
    }
    for (const url of initiatorUrls(entry)) {
      const initiator = await this.#before(row, url, turns);
      if (initiator !== undefined) return { row: initiator, link: 'initiator' };
    }
    const referer = entry.request.headers.find(({ name }) => /^referer$/i.test(name))?.value;
    const page = referer === undefined ? undefined : await this.#before(row, referer, turns);
    return page === undefined ? undefined : { row: page, link: 'referer' };
  }

  /** The redirect that led here. */
  async #redirectTo(row: number, url: string, turns: Turns): Promise<number | undefined> {
    const { status } = this.#capture.index.columns;
    const wanted = withoutFragment(url);
    for (const other of this.#rowsBefore(row, NEAR_ROWS)) {
      if (turns.isOver) await turns.pause();
      const code = status[other] as number;
      if (code < 300 || code >= 400 || code === 304) continue;
      if (redirectTarget(await this.#capture.openEntry(other)) === wanted) return other;
    }
    return undefined;
  }

  /** The nearest request for a URL that began before. */
  async #before(row: number, url: string, turns: Turns): Promise<number | undefined> {
    return await this.#firstFor(url, this.#rowsBefore(row, this.#position[row] as number), turns);
  }

  /** The request that a preflight for a URL asked for: the nearest in either direction. */
  async #askedAfter(row: number, url: string, turns: Turns): Promise<number | undefined> {
    const near = [...this.#rowsBefore(row, NEAR_ROWS), ...this.#rowsAfter(row, NEAR_ROWS)]
      .filter((other) => this.#distance(row, other) <= NEAR_MS && this.#method(other) !== 'OPTIONS')
      .sort((a, b) => this.#distance(row, a) - this.#distance(row, b));
    return await this.#firstFor(url, near, turns);
  }

  async #firstFor(url: string, rows: Iterable<number>, turns: Turns): Promise<number | undefined> {
    const sought = soughtUrl(url);
    for (const other of rows) {
      if (turns.isOver) await turns.pause();
      if (this.#mayBeFor(other, sought) && (await this.#isFor(other, sought))) return other;
    }
    return undefined;
  }

  async #attempts(row: number, { request }: Entry, turns: Turns): Promise<number[]> {
    const found = [row];
    const sought = soughtUrl(request.url);
    for (const other of [...this.#rowsBefore(row, NEAR_ROWS), ...this.#rowsAfter(row, NEAR_ROWS)]) {
      if (found.length >= MAX_ATTEMPTS) break;
      if (turns.isOver) await turns.pause();
      if (this.#distance(row, other) > ATTEMPTS_WITHIN_MS || this.#method(other) !== request.method) continue;
      if (this.#mayBeFor(other, sought) && (await this.#isFor(other, sought))) found.push(other);
    }
    return found.sort((a, b) => (this.#position[a] as number) - (this.#position[b] as number));
  }

  async #children(
    row: number,
    entry: Entry,
    turns: Turns,
  ): Promise<{ readonly children: ChainRow[]; readonly isCut: boolean }> {
    const url = withoutFragment(entry.request.url);
    const target = redirectTarget(entry);
    const isDocument = entry.resourceType === 'document';
    const children: ChainRow[] = [];
    let opened = 0;
    for (const other of this.#rowsAfter(row, this.#capture.index.length)) {
      if (opened >= MAX_OPENED || children.length >= MAX_CHILDREN) return { children, isCut: true };
      opened++;
      if (turns.isOver) await turns.pause();
      const hasInitiator =
        ((this.#capture.index.columns.flags[other] as number) & EntryFlag.hasInitiator) !== 0;
      const mayFollow = target !== undefined && this.#distance(row, other) <= NEAR_MS;
      if (!hasInitiator && !mayFollow && !isDocument) continue;
      const child = await this.#capture.openEntry(other);
      const link = linkTo(child, { url, target: mayFollow ? target : undefined, isDocument, hasInitiator });
      if (link !== undefined) children.push(chainRow(other, link, child));
    }
    return { children, isCut: false };
  }

  /** What the columns say alone: most rows are for somebody else, and whoever opened them would keep everybody waiting. */
  #mayBeFor(row: number, { host, leastLength }: SoughtUrl): boolean {
    const { columns, strings } = this.#capture.index;
    return (
      (columns.urlLength[row] as number) >= leastLength && strings.get(columns.host[row] as number) === host
    );
  }

  async #isFor(row: number, { text }: SoughtUrl): Promise<boolean> {
    return withoutFragment(await entryUrl(this.#capture, row)) === text;
  }

  #method(row: number): string {
    const { columns, strings } = this.#capture.index;
    return strings.get(columns.method[row] as number);
  }

  #distance(a: number, b: number): number {
    return Math.abs((this.#startMs[a] as number) - (this.#startMs[b] as number));
  }

  *#rowsBefore(row: number, most: number): Generator<number> {
    const at = this.#position[row] as number;
    for (let far = 1; far <= most && at - far >= 0; far++) yield this.#rowsByStart[at - far] as number;
  }

  *#rowsAfter(row: number, most: number): Generator<number> {
    const at = this.#position[row] as number;
    for (let far = 1; far <= most && at + far < this.#rowsByStart.length; far++)
      yield this.#rowsByStart[at + far] as number;
  }
}

/** URLs of what asked for a request: as the exporter says, else of the first frame of the application's own. */
function initiatorUrls({ initiator }: Entry): string[] {
  if (initiator === undefined) return [];
  const frames = framesOf(initiator.stack);
  const own = frames.find((frame) => !isFrameworkFrame(frame)) ?? frames[0];
  const urls = [initiator.url, own?.url, frames[0]?.url].filter((url) => url !== undefined && url !== '');
  return [...new Set(urls as string[])];
}

function framesOf(stack: CallStack | undefined): CallStack['callFrames'][number][] {
  const frames = [];
  for (let at = stack, depth = 0; at !== undefined && depth < MAX_ANCESTORS; at = at.parent, depth++)
    frames.push(...at.callFrames);
  return frames;
}

function linkTo(
  child: Entry,
  parent: {
    readonly url: string;
    readonly target: string | undefined;
    readonly isDocument: boolean;
    readonly hasInitiator: boolean;
  },
): ChainLink | undefined {
  if (parent.target !== undefined && withoutFragment(child.request.url) === parent.target) return 'redirect';
  if (initiatorUrls(child).some((url) => withoutFragment(url) === parent.url)) return 'initiator';
  if (!parent.isDocument || parent.hasInitiator) return undefined;
  const referer = child.request.headers.find(({ name }) => /^referer$/i.test(name))?.value;
  return referer !== undefined && withoutFragment(referer) === parent.url ? 'referer' : undefined;
}

/** Where a redirect leads, without its fragment. RFC 9110 §10.2.2. */
function redirectTarget({ request, response }: Entry): string | undefined {
  const { status = 0 } = response;
  if (status < 300 || status >= 400 || status === 304) return undefined;
  const location =
    response.headers.find(({ name }) => /^location$/i.test(name))?.value ?? response.redirectUrl ?? '';
  if (location === '' || !URL.canParse(location, request.url)) return undefined;
  return withoutFragment(new URL(location, request.url).href);
}

/** A URL that is looked for among many rows, taken apart once. */
interface SoughtUrl {
  /** Without its fragment, which some exporters leave out and others write. */
  readonly text: string;
  readonly host: string;
  /** Bytes that it has where it is written. */
  readonly leastLength: number;
}

function soughtUrl(url: string): SoughtUrl {
  const text = withoutFragment(url);
  // Beyond ASCII, bytes and characters are not the same.
  const leastLength = /^[\x20-\x7e]*$/.test(url) ? text.length : 0;
  return { text, host: hostOf(url), leastLength };
}

/** Host and port as the index has them; `''` where there is none. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}

function withoutFragment(url: string): string {
  const at = url.indexOf('#');
  return at < 0 ? url : url.slice(0, at);
}

function chainRow(row: number, link: ChainLink, { request, response }: Entry): ChainRow {
  return { row, link, method: request.method, url: request.url, status: response.status };
}
