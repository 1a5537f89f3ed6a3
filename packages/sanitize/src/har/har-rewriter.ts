import { decodeBase64, encodeBase64Bytes } from '../content/bytes.ts';
import type { ContentRewriter } from '../content/content-rewriter.ts';
import { copyText } from '../content/copy-text.ts';
import { headerPlaces, type NamePlace } from '../names/name-place.ts';
import type { HarTokens } from './har-tokens.ts';
import { Escapes, type Looker, NameFlags, TokenKind } from './walk/token-columns.ts';

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
export class HarRewriter implements Looker {
  readonly id = Symbol();
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

  constructor(content: ContentRewriter, listener: HarListener = {}) {
    this.#content = content;
    this.#listener = listener;
  }

  /** What a name says to the walker, which keeps what is known of values: see `senseOf` in assembly/walk-kernel.ts. */
  flagsOf(name: string): number {
    return (
      (this.#content.saysNothing(name) ? NameFlags.saysNothing : 0) |
      (isSetCookie('response-header', name) ? NameFlags.setsCookie : 0)
    );
  }

  /** The JSON that takes a token's place; `undefined` where it stays as it is. */
  rewriteToken(tokens: HarTokens, token: number): string | undefined {
    this.hasClearedBody = false;
    this.isStill = true;
    const kind = tokens.kindOf(token);
    const start = tokens.startOf(token);
    const end = tokens.endOf(token);
    const frame = tokens.frameOf(token);
    if (kind === TokenKind.literal) return undefined;
    if (kind === TokenKind.number) {
      const name = this.#nameOf(tokens, token, frame);
      if (end - start < 9 && this.#content.saysNothing(name)) return undefined;
      const written = tokens.written(start, end);
      this.#content.watch(written);
      const rewritten = this.#content.rewriteNamed('json', name, written, 'number');
      this.isStill = rewritten === written && this.#content.hasStayedPlain;
      return rewritten === written ? undefined : rewritten;
    }
    if (end - start <= 2) return undefined;
    if (end - start < 8 && this.#isIdle(tokens, token, frame)) return undefined;
    if (this.#clearsBody(tokens, token, frame, start, end)) {
      this.hasClearedBody = true;
      return undefined;
    }
    if (this.#clearsValue(tokens, token, frame, start, end)) return undefined;
    // Names of fields and functions, paths, versions: each is met a thousand times.
    const value =
      end - start < MAX_REPEATED && tokens.keyOf(token) !== 'value'
        ? tokens.decodeName(start, end)
        : tokens.decode(start, end);
    this.#content.watch(value);
    const rewritten = this.#rewriteString(tokens, token, frame, value);
    this.isStill =
      rewritten === value && tokens.escapesOf(token) !== Escapes.chosen && this.#content.hasStayedPlain;
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
    const value = tokens.decode(tokens.startOf(token), tokens.endOf(token));
    const swept = this.#content.sweep(value);
    return swept === value ? undefined : JSON.stringify(swept);
  }

  /** An object key that holds a secret; `undefined` where it stays. */
  rewriteKey(tokens: HarTokens, at: number): string | undefined {
    const start = tokens.keyStart(at);
    const end = tokens.keyEnd(at);
    this.isStill = true;
    if (end - start < 10) return undefined;
    const key = tokens.decodeName(start, end);
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
    if (!this.#content.isCollecting || tokens.keyOf(token) !== 'text' || !isBody(tokens, frame)) return false;
    const written = tokens.bytes.subarray(start + 1, end - 1);
    const mimeType = tokens.frameMimeType(frame) ?? '';
    if (tokens.frameEncoding(frame) === 'base64') return this.#content.clearsBase64(written, mimeType);
    if (tokens.escapesOf(token) === Escapes.chosen) return false;
    return this.#content.clearsWritten(written, mimeType, () => tokens.decode(start, end));
  }

  /**
   * While secrets are being collected: a value that stays, under a name that says nothing. Times, addresses and ids differ
   * in each entry.
   */
  #clearsValue(tokens: HarTokens, token: number, frame: number, start: number, end: number): boolean {
    if (!this.#content.isCollecting || end - start > MAX_QUICK || frame < 0 || tokens.isArray(frame))
      return false;
    const key = tokens.keyOf(token);
    if (READ_OTHERWISE.has(key) || tokens.frameKey(frame) === 'headers') return false;
    if (tokens.escapesOf(token) === Escapes.chosen) return false;
    const name = key === 'value' ? tokens.frameName(frame) : key;
    const place = key === 'value' ? placeOf(tokens, frame) : 'json';
    if (name === undefined || isSetCookie(place, name)) return false;
    const written = tokens.bytes.subarray(start + 1, end - 1);
    return this.#content.clearsNamed(place, name, written, () => tokens.decode(start, end));
  }

  /** A value too short to be looked at, under a name that says nothing. */
  #isIdle(tokens: HarTokens, token: number, frame: number): boolean {
    const key = tokens.keyOf(token);
    if (key === '' || key === 'value' || key === 'text' || frame < 0) return false;
    return tokens.frameKey(frame) !== 'headers' && this.#content.saysNothing(key);
  }

  #rewriteString(tokens: HarTokens, token: number, frame: number, value: string): string {
    if (frame < 0) return this.#content.rewriteText(value);
    const key = tokens.keyOf(token);
    const isArray = tokens.isArray(frame);
    // An array under `value` (several header lines in one) has the name of the object that holds it.
    const holder = isArray ? tokens.parentOf(frame) : frame;
    const role = isArray ? tokens.frameKey(frame) : key;
    // Fields written as lists of two: `["x-api-key", "…"]`.
    if (isArray && tokens.positionOf(token) === 1 && holder >= 0 && tokens.isArray(holder))
      return this.#rewritePair(tokens, token, frame, value);
    if (role === 'value' && holder >= 0) {
      const name = tokens.frameName(holder);
      if (name !== undefined) return this.#rewriteNameValue(tokens, holder, name, value);
    }
    if (role === 'text' && isBody(tokens, frame))
      return this.#rewriteBody(value, tokens.frameMimeType(frame) ?? '', tokens.frameEncoding(frame));
    if (isMessageData(tokens, frame, role)) return this.#rewriteBody(value, '', undefined);
    if (tokens.frameKey(frame) === 'headers' && !isArray)
      return this.#content.rewriteNamed(headerPlace(tokens, frame), key, value);
    return this.#content.rewriteNamed('json', this.#nameOf(tokens, token, frame), value);
  }

  #rewritePair(tokens: HarTokens, token: number, frame: number, value: string): string {
    const isNamed =
      token > 0 && tokens.frameOf(token - 1) === frame && tokens.kindOf(token - 1) === TokenKind.string;
    if (!isNamed) return this.#content.rewriteNamed('json', this.#nameOf(tokens, token, frame), value);
    const name = tokens.decodeName(tokens.startOf(token - 1), tokens.endOf(token - 1));
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
    const key = tokens.keyOf(token);
    return key !== '' || frame < 0 ? key : tokens.containerKey(frame);
  }
}

/** The second look finds what the first uncovered, the third that all is still. */
const MAX_LOOKS = 5;

/** Longer values are read as fast as they are looked over. */
const MAX_QUICK = 4096;

/** Keys of bodies and messages, and those that have another name. */
const READ_OTHERWISE: ReadonlySet<string> = new Set(['', 'text', 'data', 'payload', 'content']);

/** Longer strings are less often the same. */
const MAX_REPEATED = 64;

/** Above it a hostile capture would fill the memory with made-up keys. */
const MAX_KEYS = 20_000;

/** Whether the `text` of this object is a body. */
function isBody(tokens: HarTokens, frame: number): boolean {
  if (frame < 0 || tokens.isArray(frame)) return false;
  const container = tokens.frameKey(frame);
  return container === 'content' || container === 'postData' || tokens.frameMimeType(frame) !== undefined;
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

function isSetCookie(place: NamePlace, name: string): boolean {
  return headerPlaces.includes(place) && name.length === 10 && name.toLowerCase() === 'set-cookie';
}

function headerPlace(tokens: HarTokens, frame: number): NamePlace {
  for (let at = frame; at >= 0; at = tokens.parentOf(at))
    if (tokens.frameKey(at) === 'response') return 'response-header';
  return 'request-header';
}
