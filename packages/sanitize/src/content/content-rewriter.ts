import { CALLED_STATE_SIGN, rewriteCalledState } from '../formats/called-state.ts';
import { COPY_SIGN, rewriteCopiedRows } from '../formats/copy-rows.ts';
import { rewriteDrawnTables } from '../formats/drawn-table.ts';
import { EVENT_OF_SECRET, rewriteEventStream } from '../formats/event-stream.ts';
import { rewriteForm } from '../formats/form.ts';
import { isGraphql, rewriteGraphql } from '../formats/graphql.ts';
import { isHeaderBlock, rewriteHeaderBlock } from '../formats/header-block.ts';
import { COOKIE_HOLDERS, rewriteEmbeddedJson, rewriteJsonText } from '../formats/json-text.ts';
import { rewriteMarkup } from '../formats/markup.ts';
import { rewriteMultipart } from '../formats/multipart.ts';
import { isProtoText, rewriteProtoText } from '../formats/proto-text.ts';
import { isGwtCall, rewriteDwrCall, rewriteGwtCall, rewriteXmlRpc } from '../formats/remote-calls.ts';
import { maySettle, rewriteSettings } from '../formats/settings.ts';
import { INSERT, rewriteInserts } from '../formats/sql.ts';
import { isTable, rewriteTable } from '../formats/table.ts';
import { rewriteUrl } from '../formats/url-text.ts';
import type { MetValue, Visit } from '../formats/visit.ts';
import type { NamePlace } from '../names/name-place.ts';
import type { ValueType } from '../names/value-guard.ts';
import { isPseudonymous } from '../pseudonyms/is-pseudonymous.ts';
import { looksRandom } from '../values/looks-random.ts';
import { ByteContent } from './byte-content.ts';
import { bytesToLatin1 } from './bytes.ts';
import type { ContentRules } from './content-rules.ts';
import { rewriteEncodedRuns } from './encoded-runs.ts';
import { isWrittenMedia } from './media-file.ts';
import { namedPairs } from './named-pairs.ts';
import { NamedValues } from './named-values.ts';
import { Nesting } from './nesting.ts';
import { Replacer } from './replacer.ts';
import { scanShapes } from './shape-scan.ts';
import { isBeyondSuspicion, isWrittenBeyondSuspicion } from './sift.ts';
import { spokenSecrets } from './spoken.ts';
import { readingOf } from './suspicion.ts';
import { carriedName, isTellingName, nameOrAlias } from './telling-names.ts';
import {
  firstSign,
  isDataUrl,
  isEventStream,
  isForm,
  isLinks,
  isMarkup,
  isMultipart,
  isUrl,
  mayBeBase64,
} from './text-form.ts';
import { misreadBytes } from './wide-text.ts';

/** Shorter texts are read as fast as they are looked over. */
const MIN_QUICK_LENGTH = 256;

/** Keys are mostly words; a shorter one holds no credential. */
const MIN_KEY_LENGTH = 12;

/**
 * Takes credentials out of texts: by name, by form and, once they are known, by value; through JSON, forms, URLs,
 * markup, multipart, base64, compression and percent-encoding inside each other. What is not a credential stays
 * character by character; a text without one comes back as the same string.
 */
export class ContentRewriter {
  readonly #rules: ContentRules;
  readonly #nesting = new Nesting();
  readonly #replacer: Replacer;
  readonly #named: NamedValues;
  readonly #bytes: ByteContent;
  /** What a look at the last body as a whole found: a text beyond suspicion, or a picture and its like. */
  lastLook: 'cleared' | 'media' | undefined;

  constructor(rules: ContentRules) {
    this.#rules = rules;
    this.#replacer = new Replacer(rules, this.#nesting);
    this.#named = new NamedValues(rules, this.#nesting, this.#replacer, {
      rewriteText: (text) => this.rewriteText(text),
      rewritePlain: (text) => this.#rewritePlain(text),
    });
    this.#bytes = new ByteContent(this.#nesting, this.#replacer, {
      rewriteText: (text, mimeType) => this.rewriteText(text, mimeType),
      rewriteFlat: (text) => this.sweep(this.#rewriteFlat(text)),
      visit: (value) => this.#visit(value),
    });
  }

  /** Whether secrets are being collected: no learned values are looked for. */
  get isCollecting(): boolean {
    return this.#rules.learned === undefined;
  }

  /**
   * Has the next look at a value watched while secrets are being collected: {@link hasStayedPlain} tells of it.
   */
  watch(value: string): void {
    this.#replacer.watch.begin(value);
  }

  /**
   * Whether all that was looked at since {@link watch} stands in that value as it is, and nothing secret was met. Unless
   * a learned value stands in it, another look with all that was learned finds nothing, either.
   */
  get hasStayedPlain(): boolean {
    return !this.#replacer.watch.isUnfolded && !this.#replacer.watch.hasMet;
  }

  /** Whether neither a policy nor a detector looks at a value for the sake of its name, in JSON. */
  saysNothing(name: string): boolean {
    return this.#named.saysNothing(name);
  }

  /** Rewrites a value with a name; `type` is what stood there in JSON. */
  rewriteNamed(place: NamePlace, name: string, text: string, type: ValueType = 'string'): string {
    return this.#named.rewrite(place, name, text, type);
  }

  /** A pseudonym for a text that cannot be cleaned in part. */
  replaceWhole(text: string): string {
    const span = { start: 0, end: text.length, kind: 'access-token', rule: 'content/restless' } as const;
    return this.#replacer.replace(span, text, 'suspect');
  }

  /** Rewrites a text whose format its first characters tell. */
  rewriteText(text: string, mimeType = ''): string {
    if (this.#nesting.isOnTop) this.lastLook = undefined;
    if (text.length < 6) return text;
    if (this.#nesting.isDeepest) return this.#rewriteTooDeep(text);
    if (text.length >= MIN_QUICK_LENGTH && this.#isBeyondSuspicion(text, mimeType)) {
      if (this.#nesting.isOnTop) this.lastLook = 'cleared';
      return this.sweep(text);
    }
    return this.#nesting.deeper(() => this.sweep(this.#rewriteByFormat(text, mimeType)));
  }

  /** Nobody nests so deep but to hide something: what is still encoded goes whole. */
  #rewriteTooDeep(text: string): string {
    const flat = this.#rewriteFlat(text);
    if (!/^\s*[{["<]|%[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}/.test(flat) && !mayBeBase64(flat)) return flat;
    if (isPseudonymous(flat)) return flat;
    return this.#replacer.replace(
      { start: 0, end: flat.length, kind: 'access-token', rule: 'content/too-deep' },
      flat,
      'suspect',
    );
  }

  /**
   * Whether a body that stands in a string of JSON certainly holds nothing; `false` says nothing. `written` is the inside
   * of that string, without escapes that could have been spared; `decode` makes a text of it.
   */
  clearsWritten(written: Uint8Array, mimeType: string, decode: () => string): boolean {
    return !this.#looksCloser && isWrittenBeyondSuspicion(written, mimeType, MIN_QUICK_LENGTH, decode);
  }

  /** The same of a body in base64. */
  clearsBase64(written: Uint8Array, mimeType: string): boolean {
    return isWrittenMedia(written, mimeType);
  }

  /** Whether a policy looks for more than the quick look knows of. */
  get #looksCloser(): boolean {
    return this.#rules.findMore !== undefined || this.#rules.nameRule !== undefined;
  }

  #isBeyondSuspicion(text: string, mimeType: string): boolean {
    if (this.#looksCloser) return false;
    const reading = readingOf(text, mimeType);
    return reading !== undefined && isBeyondSuspicion(text, reading);
  }

  /** Rewrites the bytes of a body; the same array where nothing changed, `undefined` where it cannot be read. */
  rewriteBytes(bytes: Uint8Array, mimeType: string): Uint8Array | undefined {
    this.lastLook = undefined;
    const rewritten = this.#bytes.rewrite(bytes, mimeType);
    if (this.#bytes.isMedia) this.lastLook = 'media';
    return rewritten;
  }

  #rewriteByFormat(written: string, mimeType: string): string {
    let text = written;
    if (/^multipart\//i.test(mimeType)) return this.#rewriteMultipart(text, mimeType);
    const misread = misreadBytes(text);
    if (misread !== undefined) return bytesToLatin1(this.#bytes.rewrite(misread, mimeType) ?? misread);
    const first = firstSign(text);
    if (!CODE_TYPE.test(mimeType) && maySettle(text, first))
      text = rewriteSettings(text, YAML_TYPE.test(mimeType) ? 'yaml' : 'unknown', this.#visit);
    // Before strings: the names of the columns can stand in quotation marks.
    if (!/[{[<]/.test(first) && this.#isTable(text, mimeType)) return this.#rewriteTable(text);
    switch (first) {
      case '{':
      case '[':
        return this.#rewriteJson(text);
      case '"':
        return this.#rewriteQuoted(text);
      case '<':
        if (isLinks(text)) return this.#rewriteLinks(text);
        return isMarkup(text) ? this.#rewriteMarkup(text) : this.#rewritePlain(text);
      case '-':
        if (isMultipart(text)) return this.#rewriteMultipart(text, mimeType);
        break;
      case ')':
        // `)]}',` and its relatives stand before JSON so that no script tag can read it.
        if (/^\)\]\}[^\n]{0,5}\n/.test(text)) return this.#rewriteJson(text);
        break;
    }
    if (isGraphql(text)) return this.#rewritePlain(rewriteGraphql(text, this.#visit));
    if (isHeaderBlock(text)) return this.#rewriteHeaderBlock(text);
    if (isGwtCall(text)) return this.#rewritePlain(rewriteGwtCall(text, this.#visit));
    if (isProtoText(text)) return this.#rewritePlain(rewriteProtoText(text, this.#visit));
    // Before forms and URLs: base64 can end in `=` and begin with `/`.
    const base64 = this.#bytes.rewriteBase64(text);
    if (base64 !== undefined) return base64;
    if (/^application\/x-www-form-urlencoded/i.test(mimeType) || isForm(text)) return this.#rewriteForm(text);
    if (isDataUrl(text)) return this.#rewriteDataUrl(text);
    if (isUrl(text))
      return NO_URL.test(text) ? this.#rewritePlain(this.#rewriteUrl(text)) : this.#rewriteUrl(text);
    if (isEventStream(text))
      return rewriteEventStream(text, (name, value) => this.#rewriteEventData(name, value));
    return this.#rewritePlain(text);
  }

  readonly #visit: Visit = (value: MetValue): string => {
    const { place, text, jsonType = 'string' } = value;
    if (text === '') return text;
    const name = this.#nameOf(value);
    switch (place) {
      case 'text':
        return this.rewriteText(text);
      case 'userinfo':
        return this.#rewriteUserinfo(name, text);
      case 'json':
        if (HEADER_LIST.test(value.name) && HEADER_LINE.test(text)) return this.#rewriteHeaderLine(text);
        if (isCookieValue(value)) return this.rewriteNamed('cookie', value.name, text);
        return this.rewriteNamed('json', name, text, jsonType === 'literal' ? 'boolean' : jsonType);
      default:
        return this.rewriteNamed(place, name, text);
    }
  };

  /** A field of a list of them, written as a line: `"headers": ["X-Key: …"]`. */
  #rewriteHeaderLine(line: string): string {
    const colon = line.indexOf(':');
    const value = line.slice(colon + 1).trim();
    const rewritten = this.rewriteNamed('request-header', line.slice(0, colon), value);
    return rewritten === value
      ? line
      : line.slice(0, colon + 1) + line.slice(colon + 1).replace(value, () => rewritten);
  }

  /** The name that a value counts under: its own, or where that says nothing the one above or beside it. */
  #nameOf({ place, name, text, alias, holder }: MetValue): string {
    if (place !== 'json' && place !== 'xml-element') return name;
    const carried = holder === undefined ? undefined : carriedName(place, name, holder);
    if (carried !== undefined) return carried;
    return alias === undefined ? name : nameOrAlias(place, name, alias, text);
  }

  readonly #visitKey = (key: string): string => (key.length < MIN_KEY_LENGTH ? key : this.rewriteText(key));

  #rewriteUserinfo(name: string, text: string): string {
    if (name === 'password') return this.rewriteNamed('form', 'password', text);
    // A lone user name can be a token: `https://<token>@host`.
    if (text.length < 16 || !looksRandom(text)) return this.rewriteText(text);
    const span = { start: 0, end: text.length, kind: 'access-token', rule: 'name/url-userinfo' } as const;
    return this.#replacer.replace(span, text, 'certain');
  }

  #rewriteJson(text: string): string {
    const walk = rewriteJsonText(text, this.#visit, this.#visitKey);
    return walk.isJson ? walk.text : this.#rewritePlain(walk.text);
  }

  #rewriteQuoted(text: string): string {
    const trimmed = text.trim();
    let inner: unknown;
    try {
      inner = JSON.parse(trimmed);
    } catch {
      return this.#rewritePlain(text);
    }
    if (typeof inner !== 'string') return this.#rewritePlain(text);
    const value = inner;
    const rewritten = this.#nesting.within('string', () => this.rewriteText(value));
    return rewritten === value ? text : text.replace(trimmed, () => JSON.stringify(rewritten));
  }

  #rewriteMarkup(text: string): string {
    const rewritten = rewriteMarkup(rewriteXmlRpc(text, this.#visit), this.#visit, (script) =>
      /^\s*[[{]/.test(script) ? this.rewriteText(script) : this.#rewritePlain(script),
    );
    // What is no text and no value of an attribute: declarations, and tags that are broken.
    return this.#rewriteFlat(rewritten);
  }

  /** `<https://example.com/…>; rel="next"`. Spec: RFC 8288 §3. */
  #rewriteLinks(text: string): string {
    const rewritten = text.replace(/<([^<>\s]+)>/g, (whole, url: string) =>
      isUrl(url) ? `<${this.#rewriteUrl(url)}>` : whole,
    );
    return this.#rewritePlain(rewritten);
  }

  #rewriteMultipart(text: string, mimeType: string): string {
    const rewritten = rewriteMultipart(
      text,
      mimeType,
      ({ name, fileName = '', mimeType: partType = 'text/plain' }, content) =>
        fileName === '' && (/^text\/plain/i.test(partType) || isTellingName(name))
          ? this.rewriteNamed('multipart', name, content)
          : this.#nesting.within(name, () => this.rewriteText(content, partType)),
      this.#visit,
    );
    return this.#rewritePlain(rewritten);
  }

  #rewriteHeaderBlock(text: string): string {
    return this.#rewritePlain(rewriteHeaderBlock(text, this.#visit) ?? text);
  }

  #rewriteForm(text: string): string {
    return this.#rewritePlain(rewriteForm(text, 'form', this.#visit));
  }

  #rewriteUrl(text: string): string {
    return rewriteUrl(this.#rewriteShapes(text), this.#visit);
  }

  #rewriteDataUrl(text: string): string {
    const comma = text.indexOf(',');
    const scheme = text.slice(0, 5);
    const head = text.slice(5, comma);
    const body = text.slice(comma + 1);
    const mimeType = head.replace(/;base64$/i, '');
    const rewritten = /;base64$/i.test(head)
      ? (this.#bytes.rewriteBase64(body, mimeType) ?? this.#rewritePlain(body))
      : this.#rewritePercent(body);
    return `${scheme}${this.#rewritePlain(head)},${rewritten}`;
  }

  #rewritePercent(text: string): string {
    let decoded: string;
    try {
      decoded = decodeURIComponent(text);
    } catch {
      return this.#rewritePlain(text);
    }
    if (decoded === text) return this.#rewritePlain(text);
    const rewritten = this.#nesting.within('percent-encoded', () => this.rewriteText(decoded));
    return rewritten === decoded ? text : encodeURIComponent(rewritten);
  }

  /** What an event carries that is called after it (`event: access_token`); of language models, events called `token` are words. */
  #rewriteEventData(name: string, value: string): string {
    const data = value.trim();
    return EVENT_OF_SECRET.test(name) && looksRandom(data) && !/[\s{["<]/.test(data)
      ? this.rewriteNamed('json', name, data)
      : this.rewriteText(value);
  }

  /** By its media type, or as the whole of a body: in other texts the quick look does not see one. */
  #isTable(text: string, mimeType: string): boolean {
    if (TABLE_TYPE.test(mimeType)) return true;
    return this.#nesting.isWhole && !CODE_TYPE.test(mimeType) && isTable(text);
  }

  /** A table whose first line names its columns. */
  #rewriteTable(text: string): string {
    return this.#rewritePlain(rewriteTable(text, this.#visit));
  }

  /** Text that is no format: forms of credentials, `name=value` pairs, and runs that are encoded. */
  #rewritePlain(plain: string): string {
    const isCalled = !this.#nesting.isDeepest && plain.includes(CALLED_STATE_SIGN);
    const written = isCalled ? rewriteCalledState(plain, this.#visit) : plain;
    const text = this.#nesting.isDeepest
      ? written
      : rewriteEmbeddedJson(written, this.#visit, this.#visitKey);
    const decoded = this.#nesting.isDeepest
      ? text
      : rewriteEncodedRuns(
          text,
          (run) => this.#rewriteRun(run),
          (run) => this.#bytes.rewriteBase64(run),
        );
    return this.#rewriteFlat(this.#rewriteTablesIn(this.#rewriteUrlsIn(decoded)));
  }

  /** Links in messages: their paths and parameters are read as everywhere. */
  #rewriteUrlsIn(text: string): string {
    if (this.#nesting.isDeepest || !text.includes('://')) return text;
    return text.replace(URL_IN_TEXT, (url) => rewriteUrl(url, this.#visit));
  }

  /** What consoles of databases print, and statements in logs and in what is sent to one. */
  #rewriteTablesIn(written: string): string {
    if (this.#nesting.isDeepest || written.length < MIN_INSERT) return written;
    const text = rewriteDwrCall(rewriteDrawnTables(written, this.#visit), this.#visit);
    if (HAS_COPY.test(text)) return rewriteCopiedRows(text, this.#visit);
    return HAS_INSERT.test(text) ? rewriteInserts(text, this.#visit) : text;
  }

  #rewriteRun(run: string): string {
    return this.#nesting.deeper(() => this.rewriteText(run));
  }

  #rewriteFlat(text: string): string {
    const shaped = this.#rewriteShapes(text);
    const heard = this.#replacer.splice(shaped, spokenSecrets(shaped), 'certain');
    return this.#replacer.splice(heard, namedPairs(heard, this.#rules.strictness), 'suspect');
  }

  #rewriteShapes(text: string): string {
    const more = this.#rules.findMore?.(text) ?? [];
    const spans = scanShapes(text);
    if (more.length === 0) return this.#replacer.splice(text, spans, 'certain');
    const shaped = this.#replacer.splice(text, spans, 'certain');
    return this.#replacer.splice(shaped, this.#rules.findMore?.(shaped) ?? [], 'suspect');
  }

  /** Takes out what was found secret elsewhere. */
  sweep(text: string): string {
    return this.#replacer.sweep(text);
  }
}

/** In a list of cookies all values are cookies'; in a map of that name, which can be settings, only those drawn by a machine. */
function isCookieValue({ text, holder, isCookie, jsonType }: MetValue): boolean {
  if (isCookie === true) return true;
  return jsonType === 'string' && COOKIE_HOLDERS.has(holder ?? '') && looksRandom(text);
}

/** Code is full of names before words and expressions. */
const CODE_TYPE = /javascript|ecmascript|typescript|css|python|java\b|x-c/i;

const YAML_TYPE = /yaml/i;

const TABLE_TYPE = /^(?:text\/(?:csv|tab-separated-values)|application\/(?:x-)?csv)/i;

/** Signs that stand in no URL: something else follows what began as one. Spec: RFC 3986 §2. */
const NO_URL = /["'<>\\^`{|}]/;

/** `insert into a(pw)values('…')` */
const MIN_INSERT = 32;

const HAS_INSERT = new RegExp(INSERT, 'i');

const HAS_COPY = new RegExp(COPY_SIGN, 'i');

const URL_IN_TEXT = /https?:\/\/[^\s"'`<>\\]+/gi;

const HEADER_LIST = /headers?$/i;

const HEADER_LINE = /^[A-Za-z][A-Za-z0-9-]{1,99}: ?[^\s]/;
