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
import { jsonOf } from './json-body.ts';
import { Latest } from './latest.ts';

/** An opened entry with what its bodies say, for rules and for the table. */
export interface Exchange {
  readonly entry: Entry;
  /** Up to {@link MAX_BODY_BYTES} of it, where it is text. */
  readonly requestText: string | undefined;
  readonly responseText: string | undefined;
  /** What these texts say where they are JSON, a list or an object. */
  readonly requestJson: unknown;
  readonly responseJson: unknown;
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
  /** Whether a word of ASCII may stand in the answer's text; `false` is certain, and quicker than making the text. */
  answerMayHoldWord(word: string): boolean;
  /** Whether the answer's text may begin, spaces aside, with one of these characters; `false` is certain. */
  responseMayBeginWith(characters: string): boolean;
}

/** Error bodies are small; of a longer one the beginning says why. */
export const MAX_BODY_BYTES = 256 * 1024;

/** What is known of an answer's body before it is read: `no-error` somebody looked through it for words of errors, and found none. */
export type BodyKnown = 'no-error' | 'nothing';

/**
 * What was made last of a long body: those of thousands of exchanges, each as a text and as JSON, are a hundred megabytes, and a
 * rule looks at one after the other. One for all exchanges that are looked at together.
 */
export class LatestBodies {
  readonly requestText = new Latest<string | undefined>();
  readonly responseText = new Latest<string | undefined>();
  readonly requestJson = new Latest<unknown>();
  readonly responseJson = new Latest<unknown>();
}

/** Shorter bodies stay with their exchange: most rules ask for those of the failed, and these are short. */
const LONG_BYTES = 2 * 1024;

/** Opens an entry and reads its bodies. What is in them is parsed when it is asked for. */
export async function openExchange(
  capture: Capture,
  row: number,
  known: BodyKnown = 'nothing',
  latest = new LatestBodies(),
): Promise<Exchange> {
  return new ReadExchange(await readEntryParts(capture, row, MAX_BODY_BYTES), known, latest);
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
  readonly #latest: LatestBodies;
  #entry: Entry | undefined;
  #requestText: Known<string>;
  #responseText: Known<string>;
  #requestJson: { readonly value: unknown } | undefined;
  #responseJson: { readonly value: unknown } | undefined;
  #error: Known<ExtractedError>;
  #trackingId: Known<string>;
  #organisation: Known<OrganisationRef>;
  #answerSigns: number | undefined;

  constructor(parts: EntryParts, known: BodyKnown, latest: LatestBodies) {
    this.#parts = parts;
    this.#known = known;
    this.#latest = latest;
  }

  get entry(): Entry {
    this.#entry ??= this.#parts.entry();
    return this.#entry;
  }

  get requestText(): string | undefined {
    if (isLong(this.#parts.requestBytes()))
      return this.#latest.requestText.of(this, () => this.#parts.requestText());
    if (this.#requestText === undefined) this.#requestText = this.#parts.requestText() ?? null;
    return this.#requestText ?? undefined;
  }

  get responseText(): string | undefined {
    if (isLong(this.#parts.responseBytes()))
      return this.#latest.responseText.of(this, () => this.#parts.responseText());
    if (this.#responseText === undefined) this.#responseText = this.#parts.responseText() ?? null;
    return this.#responseText ?? undefined;
  }

  get requestJson(): unknown {
    if (isLong(this.#parts.requestBytes()))
      return this.#latest.requestJson.of(this, () => jsonOf(this.requestText));
    this.#requestJson ??= { value: jsonOf(this.requestText) };
    return this.#requestJson.value;
  }

  get responseJson(): unknown {
    if (isLong(this.#parts.responseBytes()))
      return this.#latest.responseJson.of(this, () => jsonOf(this.responseText));
    this.#responseJson ??= { value: jsonOf(this.responseText) };
    return this.#responseJson.value;
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

  answerMayHoldWord(word: string): boolean {
    const bytes = this.#parts.responseBytes();
    if (bytes === undefined) return true;
    const written = latin1.decode(bytes);
    // A letter may be written as an escape.
    return written.includes(word) || written.includes('\\u00');
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
        : { bodyText: responseText, bodyJson: () => this.responseJson }),
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

/** Of a body that was read some other way its text is there anyway. */
function isLong(bytes: Uint8Array | undefined): boolean {
  return bytes !== undefined && bytes.length > LONG_BYTES;
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
