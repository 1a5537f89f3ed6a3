import { decodeBase64, encodeBase64Bytes } from '../content/bytes.ts';
import type { ContentRewriter } from '../content/content-rewriter.ts';
import { copyText } from '../content/copy-text.ts';
import { carriedName } from '../content/telling-names.ts';
import { RAW_HEADERS } from '../formats/json-text.ts';
import { headerPlaces, type NamePlace } from '../names/name-place.ts';
import { type HarTokens, TokenKind } from './har-tokens.ts';
import { MAX_STILL_BYTES, StillValues } from './still-values.ts';
import { Escapes } from './walk/json-walker.ts';

/** What stands in place of a body that nobody can read and that was taken out whole. */
export const DROPPED_BODY = '[body removed: it could not be read]';

/** What is told while a capture is rewritten. */
export interface HarListener {
  /** The body at hand could not be read and was taken out whole. */
  readonly onDropped?: () => void;
  /** A Set-Cookie field as it stood in the capture. */
  readonly onSetCookie?: (field: string) => void;
}

/**
 * Decides for a scalar of a capture what stands there (a header field, a cookie, a URL, a body, a message, or any
 * named value) and has it rewritten as that. Knows HAR 1.2 and what exporters add; everything else is a named value.
 */
export class HarRewriter {
  readonly #content: ContentRewriter;
  readonly #listener: HarListener;
  /** Keys that stay, and whether they do so whatever is learned. */
  readonly #harmlessKeys = new Map<string, boolean>();
  /** A value is looked at that was rewritten already. */
  #isAgain = false;
  /** Whether the last token was a body that need not be taken apart again. */
  hasClearedBody = false;
  /**
   * Whether the last token or key stays, whatever is learned after it, unless a learned value stands in it as it is
   * written. Told while secrets are being collected.
   */
  isStill = false;

  /** Absent where it is not told what is still. */
  readonly #stillValues: StillValues | undefined;

  constructor(content: ContentRewriter, listener: HarListener = {}) {
    this.#content = content;
    this.#listener = listener;
    this.#stillValues = content.isCollecting ? new StillValues() : undefined;
  }

  /** The JSON that takes a token's place; `undefined` where it stays as it is. */
  rewriteToken(tokens: HarTokens, token: number, text: string): string | undefined {
    this.hasClearedBody = false;
    this.isStill = true;
    const kind = tokens.kinds[token];
    const start = tokens.starts[token] as number;
    const end = tokens.ends[token] as number;
    const frame = tokens.frames[token] as number;
    if (kind === TokenKind.literal) return undefined;
    if (kind === TokenKind.number) {
      const name = this.#nameOf(tokens, token, frame);
      if (end - start < 9 && this.#content.saysNothing(name)) return undefined;
      const written = text.slice(start, end);
      this.#content.watch(written);
      const rewritten = this.#content.rewriteNamed('json', name, written, 'number');
      this.isStill = rewritten === written && this.#content.hasStayedPlain;
      return rewritten === written ? undefined : rewritten;
    }
    if (end - start <= 2) return undefined;
    if (end - start < 8 && this.#isIdle(tokens, token, frame)) return undefined;
    const sense =
      this.#stillValues === undefined || end - start > MAX_STILL_BYTES
        ? NO_SENSE
        : this.#senseOf(this.#stillValues, tokens, token, frame);
    if (sense !== NO_SENSE && this.#stillValues?.has(sense, tokens.bytes, start, end)) return undefined;
    if (this.#clearsBody(tokens, token, frame, start, end)) {
      this.hasClearedBody = true;
      return undefined;
    }
    // Names of fields and functions, paths, versions: each is met a thousand times.
    const value =
      end - start < MAX_REPEATED && tokens.keys[token] !== 'value'
        ? tokens.decodeKey(start, end)
        : tokens.decode(start, end);
    this.#content.watch(value);
    const rewritten = this.#rewriteString(tokens, token, frame, value);
    this.isStill =
      rewritten === value && tokens.escapes[token] !== Escapes.chosen && this.#content.hasStayedPlain;
    if (this.isStill && sense !== NO_SENSE) this.#stillValues?.add(sense, tokens.bytes, start, end);
    return rewritten === value ? undefined : JSON.stringify(this.#settle(tokens, token, frame, rewritten));
  }

  /**
   * Rewrites until nothing changes: with one credential gone, what is left can read as another. What does not come to
   * rest goes whole, because the check of the output could not pass it.
   */
  #settle(tokens: HarTokens, token: number, frame: number, first: string): string {
    let text = first;
    this.#isAgain = true;
    for (let look = 0; look < MAX_LOOKS; look++) {
      const again = this.#rewriteString(tokens, token, frame, text);
      if (again === text) break;
      text = look === MAX_LOOKS - 1 ? this.#content.replaceWhole(again) : again;
    }
    this.#isAgain = false;
    // Changed bodies are taken apart again when they are written.
    this.hasClearedBody = false;
    return text;
  }

  /** What takes the place of a body in which only learned values are looked for; `undefined` where it stays. */
  sweepBody(tokens: HarTokens, token: number): string | undefined {
    const value = tokens.decode(tokens.starts[token] as number, tokens.ends[token] as number);
    const swept = this.#content.sweep(value);
    return swept === value ? undefined : JSON.stringify(swept);
  }

  /** An object key that holds a secret; `undefined` where it stays. */
  rewriteKey(tokens: HarTokens, start: number, end: number): string | undefined {
    this.isStill = true;
    if (end - start < 10) return undefined;
    const key = tokens.decodeKey(start, end);
    // With an escape, it is written otherwise than it reads.
    const isAsWritten = key.length === end - start - 2;
    const known = this.#harmlessKeys.get(key);
    this.isStill = known === true && isAsWritten;
    if (known !== undefined) return undefined;
    this.#content.watch(key);
    const rewritten = this.#content.rewriteText(key);
    if (rewritten !== key) return JSON.stringify(rewritten);
    this.isStill = isAsWritten && this.#content.hasStayedPlain;
    if (this.#harmlessKeys.size >= MAX_KEYS) this.#harmlessKeys.clear();
    this.#harmlessKeys.set(copyText(key), this.#content.hasStayedPlain);
    return undefined;
  }

  /** While secrets are being collected: a body that stays, which most do, found out without making a text of it. */
  #clearsBody(tokens: HarTokens, token: number, frame: number, start: number, end: number): boolean {
    if (!this.#content.isCollecting || tokens.keys[token] !== 'text' || !isBody(tokens, frame)) return false;
    const written = tokens.bytes.subarray(start + 1, end - 1);
    const mimeType = tokens.frameMimeTypes[frame] ?? '';
    if (tokens.frameEncodings[frame] === 'base64') return this.#content.clearsBase64(written, mimeType);
    if (tokens.escapes[token] === Escapes.chosen) return false;
    return this.#content.clearsWritten(written, mimeType, () => tokens.decode(start, end));
  }

  /** A value too short to be looked at, under a name that says nothing. */
  #isIdle(tokens: HarTokens, token: number, frame: number): boolean {
    const key = tokens.keys[token] ?? '';
    if (key === '' || key === 'value' || key === 'text' || frame < 0) return false;
    return fieldPlace(tokens, frame) === undefined && this.#content.saysNothing(key);
  }

  /**
   * What decides about a value beside its bytes, as a number: equal only where {@link #rewriteString} does the same.
   * {@link NO_SENSE} for the values that it does not simply take by their place and name.
   */
  #senseOf(values: StillValues, tokens: HarTokens, token: number, frame: number): number {
    if (frame < 0) return NO_SENSE;
    const key = tokens.keys[token] ?? '';
    const isArray = tokens.frameIsArray[frame] === true;
    const role = isArray ? (tokens.frameKeys[frame] ?? '') : key;
    if (role === 'text' || isArray || isMessageData(tokens, frame, role)) return NO_SENSE;
    if (role !== 'value') {
      if (fieldPlace(tokens, frame) !== undefined) return NO_SENSE;
      return values.sense('json', this.#nameOf(tokens, token, frame));
    }
    const name = tokens.frameNames[frame];
    if (name === undefined) return NO_SENSE;
    const place = placeOf(tokens, frame);
    // Each of these fields is told.
    if (isSetCookie(place, name)) return NO_SENSE;
    return values.sense(place, name);
  }

  #rewriteString(tokens: HarTokens, token: number, frame: number, value: string): string {
    if (frame < 0) return this.#content.rewriteText(value);
    const key = tokens.keys[token] ?? '';
    const isArray = tokens.frameIsArray[frame] === true;
    // An array under `value` (several header lines in one) has the name of the object that holds it.
    const holder = isArray ? (tokens.frameParents[frame] ?? -1) : frame;
    const role = isArray ? (tokens.frameKeys[frame] ?? '') : key;
    // Fields written as lists of two (`["x-api-key", "…"]`), or names and values in turn.
    const position = tokens.positions[token] as number;
    const isPair = position === 1 && holder >= 0 && tokens.frameIsArray[holder] === true;
    if (isArray && (isPair || (position % 2 === 1 && RAW_HEADERS.test(tokens.frameKeys[frame] ?? ''))))
      return this.#rewritePair(tokens, token, frame, value);
    if (role === 'value' && holder >= 0) {
      const name = tokens.frameNames[holder];
      if (name !== undefined) return this.#rewriteNameValue(tokens, holder, name, value);
    }
    if (role === 'text' && isBody(tokens, frame))
      return this.#rewriteBody(value, tokens.frameMimeTypes[frame] ?? '', tokens.frameEncodings[frame]);
    if (isMessageData(tokens, frame, role)) return this.#rewriteBody(value, '', undefined);
    const field = isArray ? undefined : fieldPlace(tokens, frame);
    if (field !== undefined) return this.#content.rewriteNamed(field, key, value);
    return this.#content.rewriteNamed('json', this.#nameOf(tokens, token, frame), value);
  }

  #rewritePair(tokens: HarTokens, token: number, frame: number, value: string): string {
    const isNamed =
      token > 0 && tokens.frames[token - 1] === frame && tokens.kinds[token - 1] === TokenKind.string;
    if (!isNamed) return this.#content.rewriteNamed('json', this.#nameOf(tokens, token, frame), value);
    const name = tokens.decodeKey(tokens.starts[token - 1] as number, tokens.ends[token - 1] as number);
    return this.#rewriteNameValue(tokens, frame, name, value);
  }

  #rewriteNameValue(tokens: HarTokens, holder: number, name: string, value: string): string {
    const place = placeOf(tokens, holder);
    if (!this.#isAgain && isSetCookie(place, name)) this.#listener.onSetCookie?.(value);
    return this.#content.rewriteNamed(place, name, value);
  }

  #rewriteBody(value: string, mimeType: string, encoding: string | undefined): string {
    if (encoding !== 'base64') {
      const rewritten = this.#content.rewriteText(value, mimeType);
      this.hasClearedBody = this.#content.lastLook === 'cleared';
      return rewritten;
    }
    const decoded = decodeBase64(value);
    if (decoded === undefined) return this.#content.rewriteText(value);
    const { bytes, style } = decoded;
    const rewritten = this.#content.rewriteBytes(bytes, mimeType);
    if (rewritten === undefined) {
      this.#listener.onDropped?.();
      return encodeBase64Bytes(new TextEncoder().encode(DROPPED_BODY), style);
    }
    this.hasClearedBody = this.#content.lastLook === 'media';
    return this.#content.sweep(rewritten === bytes ? value : encodeBase64Bytes(rewritten, style));
  }

  #nameOf(tokens: HarTokens, token: number, frame: number): string {
    const key = tokens.keys[token] ?? '';
    if (frame < 0) return key;
    const holder = tokens.containerKey(frame);
    return key === '' ? holder : (carriedName('json', key, holder) ?? key);
  }
}

const NO_SENSE = 0;

/** The second look finds what the first uncovered, the third that all is still. */
const MAX_LOOKS = 5;

/** Longer strings are less often the same. */
const MAX_REPEATED = 64;

/** Above it a hostile capture would fill the memory with made-up keys. */
const MAX_KEYS = 20_000;

/** Whether the `text` of this object is a body. */
function isBody(tokens: HarTokens, frame: number): boolean {
  if (frame < 0 || tokens.frameIsArray[frame] === true) return false;
  const container = tokens.frameKeys[frame];
  return container === 'content' || container === 'postData' || tokens.frameMimeTypes[frame] !== undefined;
}

/** Messages of WebSockets and event streams, in the spellings of the exporters. */
function isMessageData(tokens: HarTokens, frame: number, role: string): boolean {
  if (role !== 'data' && role !== 'payload' && role !== 'content') return false;
  return /messages$/i.test(tokens.containerKey(frame));
}

/** Where a value stands whose name is beside it in the object at hand. */
function placeOf(tokens: HarTokens, holder: number): NamePlace {
  switch (tokens.containerKey(holder)) {
    case 'headers':
      return headerPlace(tokens, holder);
    case 'cookies':
      return 'cookie';
    case 'queryString':
      return 'query';
    case 'params':
      return 'form';
    default:
      return 'json';
  }
}

/** Where the values of an object stand that has the names of fields for keys: `"headers": {"Cookie": …}`. */
function fieldPlace(tokens: HarTokens, frame: number): NamePlace | undefined {
  const key = tokens.frameKeys[frame];
  if (key === 'headers') return headerPlace(tokens, frame);
  return key === 'cookies' ? 'cookie' : undefined;
}

function isSetCookie(place: NamePlace, name: string): boolean {
  return headerPlaces.includes(place) && name.length === 10 && name.toLowerCase() === 'set-cookie';
}

function headerPlace(tokens: HarTokens, frame: number): NamePlace {
  for (let at = frame; at >= 0; at = tokens.frameParents[at] ?? -1)
    if (tokens.frameKeys[at] === 'response') return 'response-header';
  return 'request-header';
}
