import type { Capture, Entry } from '@harrier/har';
import { extractTrackingIds } from '@harrier/tracking';
import { mayTellOfParts } from '../error-text/batch-items.ts';
import { extractError } from '../error-text/extract-error.ts';
import type { ExtractedError } from '../error-text/extracted-error.ts';
import { object } from '../error-text/shape-hit.ts';
import { findOrganisation, type OrganisationRef } from '../organisation/organisation.ts';
import { allSigns, type Sign, signsIn } from './body-words.ts';
import { type EntryParts, readEntryParts } from './entry-parts.ts';
import { fieldValue } from './field-value.ts';
import { HeadSign } from './head-words.ts';
import { responseJson } from './json-body.ts';

/** An opened entry with what its bodies say, for rules and for the table. */
export interface Exchange {
  readonly entry: Entry;
  /** Up to {@link MAX_BODY_BYTES} of it, where it is text. */
  readonly requestText: string | undefined;
  readonly responseText: string | undefined;
  /** Of the answer's text only the beginning was read. */
  readonly isResponseCut: boolean;
  readonly error: ExtractedError | undefined;
  /** JSON pointer into the entry to what the exporter wrote of a broken exchange (`Entry.error`). */
  readonly networkErrorPointer: string | undefined;
  readonly trackingId: string | undefined;
  readonly organisation: OrganisationRef | undefined;
  /** The entry's JSON without the texts of its bodies, as it was written; undefined where it has to be parsed to know. */
  readonly head: string | undefined;
  /**
   * Whether one of these {@link HeadSign}s may stand in the entry, its bodies' texts aside. `false` is certain and costs a fraction
   * of parsing the entry, so rules ask before they look.
   */
  mentions(signs: number): boolean;
  /** Whether a word of this sign may stand in the text that was sent; `false` is certain. */
  sentMayHold(sign: Sign): boolean;
  /** The same of the answer's text. */
  answerMayHold(sign: Sign): boolean;
  /** Whether the answer's text may begin, spaces aside, with one of these characters; `false` is certain. */
  responseMayBeginWith(characters: string): boolean;
}

/** Error bodies are small; of a longer one the beginning says why. */
export const MAX_BODY_BYTES = 256 * 1024;

/** What is known of an answer's body before it is read: `no-error` somebody looked through it for words of errors, and found none. */
export type BodyKnown = 'no-error' | 'nothing';

/** Opens an entry and reads its bodies. What is in them is parsed once, and only when it is asked for. */
export async function openExchange(
  capture: Capture,
  row: number,
  known: BodyKnown = 'nothing',
): Promise<Exchange> {
  return new ReadExchange(await readEntryParts(capture, row, MAX_BODY_BYTES), known);
}

const latin1 = new TextDecoder('latin1');
/** Enough of a text to see how it begins. */
const BEGIN_BYTES = 64;
/** White space and a byte order mark, as they are or as JSON's escapes. */
const blankBegin = /^(?:\s|\\[nrtf]|\\ufeff|\u00ef\u00bb\u00bf)*/i;

/** `null` looked for, and not there. */
type Known<Value> = Value | null | undefined;

class ReadExchange implements Exchange {
  readonly #parts: EntryParts;
  readonly #known: BodyKnown;
  #entry: Entry | undefined;
  #requestText: Known<string>;
  #responseText: Known<string>;
  #error: Known<ExtractedError>;
  #trackingId: Known<string>;
  #organisation: Known<OrganisationRef>;
  #answerSigns: number | undefined;

  constructor(parts: EntryParts, known: BodyKnown) {
    this.#parts = parts;
    this.#known = known;
  }

  get entry(): Entry {
    this.#entry ??= this.#parts.entry();
    return this.#entry;
  }

  get requestText(): string | undefined {
    if (this.#requestText === undefined) this.#requestText = this.#parts.requestText() ?? null;
    return this.#requestText ?? undefined;
  }

  get responseText(): string | undefined {
    if (this.#responseText === undefined) this.#responseText = this.#parts.responseText() ?? null;
    return this.#responseText ?? undefined;
  }

  get isResponseCut(): boolean {
    return this.#parts.isResponseCut;
  }

  get error(): ExtractedError | undefined {
    if (this.#error === undefined) this.#error = this.#readError() ?? null;
    return this.#error ?? undefined;
  }

  get networkErrorPointer(): string | undefined {
    return this.entry.error === undefined ? undefined : pointerToNetworkError(this.#parts.rawEntry());
  }

  // Asked for by the few exchanges that findings are about, and by the table.
  get trackingId(): string | undefined {
    if (this.#trackingId === undefined) this.#trackingId = this.#readTrackingId() ?? null;
    return this.#trackingId ?? undefined;
  }

  get organisation(): OrganisationRef | undefined {
    if (this.#organisation === undefined) this.#organisation = this.#readOrganisation() ?? null;
    return this.#organisation ?? undefined;
  }

  get head(): string | undefined {
    return this.#parts.head();
  }

  mentions(signs: number): boolean {
    return (this.#parts.headSigns & (signs | HeadSign.hidden)) !== 0;
  }

  sentMayHold(sign: Sign): boolean {
    return (signsOf(this.#parts.requestBytes()) & sign) !== 0;
  }

  answerMayHold(sign: Sign): boolean {
    this.#answerSigns ??= signsOf(this.#parts.responseBytes());
    return (this.#answerSigns & sign) !== 0;
  }

  responseMayBeginWith(characters: string): boolean {
    const bytes = this.#parts.responseBytes();
    if (bytes === undefined) return true;
    const begin = latin1.decode(bytes.subarray(0, BEGIN_BYTES)).replace(blankBegin, '');
    return begin === '' ? bytes.length > 0 : characters.includes(begin.charAt(0));
  }

  #readError(): ExtractedError | undefined {
    const { entry, requestText, responseText } = this;
    const { status, headers, content } = entry.response;
    return extractError({
      headers,
      request: {
        method: entry.request.method,
        url: entry.request.url,
        ...(requestText === undefined ? {} : { bodyText: requestText }),
      },
      ...(status === undefined ? {} : { status }),
      ...(content.mimeType === undefined ? {} : { mimeType: content.mimeType }),
      ...(responseText === undefined ||
      (this.#known === 'no-error' && !mayTellOfParts(responseText, entry.request.method))
        ? {}
        : { bodyText: responseText, bodyJson: () => responseJson(this) }),
      ...(entry.error === undefined ? {} : { error: entry.error }),
    });
  }

  #readTrackingId(): string | undefined {
    const { entry, requestText, responseText } = this;
    return extractTrackingIds({
      requestHeaders: entry.request.headers,
      responseHeaders: entry.response.headers,
      ...(requestText === undefined ? {} : { requestBody: requestText }),
      ...(responseText === undefined ? {} : { responseBody: responseText }),
    }).primary?.id.text;
  }

  #readOrganisation(): OrganisationRef | undefined {
    const { entry, requestText, responseText } = this;
    const authorization = fieldValue(entry.request.headers, 'authorization');
    return findOrganisation({
      url: entry.request.url,
      ...(authorization === undefined ? {} : { authorization }),
      ...(requestText === undefined ? {} : { requestText }),
      ...(responseText === undefined ? {} : { responseText }),
    });
  }
}

function signsOf(bytes: Uint8Array | undefined): number {
  return bytes === undefined ? allSigns : signsIn(bytes);
}

/** Where exporters write it, in the order in which `Entry.error` is taken. */
const networkErrorPlaces = [
  ['response', '_error'],
  ['response', '_failureText'],
  ['_error'],
  ['_failureText'],
] as const;

function pointerToNetworkError(raw: unknown): string | undefined {
  const place = networkErrorPlaces.find((names) => {
    const found = names.reduce<unknown>((value, name) => object(value)?.[name], raw);
    return found !== undefined && found !== null && found !== '';
  });
  return place === undefined ? undefined : `/${place.join('/')}`;
}
