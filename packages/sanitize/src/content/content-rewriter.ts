// Alone: a thread that rewrites contents needs nothing else of that room, and its start is waited for.
import { decodeBrotli } from '@harrier/har/brotli';
import { deflateSync } from 'fflate';
import type { CredentialKind } from '../credential-kind.ts';
import { rewriteForm } from '../formats/form.ts';
import { rewriteEmbeddedJson, rewriteJsonText } from '../formats/json-text.ts';
import { rewriteMarkup } from '../formats/markup.ts';
import { rewriteMultipart } from '../formats/multipart.ts';
import { rewriteTable } from '../formats/table.ts';
import { rewriteUrl } from '../formats/url-text.ts';
import type { MetValue, Visit } from '../formats/visit.ts';
import type { LearnedSecrets } from '../learned/learned-secrets.ts';
import type { Strictness } from '../names/cookie-fields.ts';
import type { NamePlace } from '../names/name-place.ts';
import { type NamedValue, nameVerdict } from '../names/name-verdict.ts';
import type { ValueType } from '../names/value-guard.ts';
import type { NameVerdict } from '../names/verdict.ts';
import { isPseudonymous } from '../pseudonyms/is-pseudonymous.ts';
import type { Pseudonymiser } from '../pseudonyms/pseudonymiser.ts';
import type { SecretSpan } from '../secret-span.ts';
import { looksRandom } from '../values/looks-random.ts';
import {
  beginsLikeText,
  bytesToLatin1,
  decodeBase64,
  decodeUtf8,
  encodeBase64Bytes,
  latin1ToBytes,
} from './bytes.ts';
import { decompress, inflateRaw } from './compressed.ts';
import { copyText } from './copy-text.ts';
import { rewriteEncodedRuns } from './encoded-runs.ts';
import { isMediaFile } from './media-file.ts';
import { namedPairs } from './named-pairs.ts';
import { rewriteSamlMessage } from './saml.ts';
import { scanShapes } from './shape-scan.ts';
import { isBeyondSuspicion, isWrittenBeyondSuspicion } from './sift.ts';
import { readingOf } from './suspicion.ts';
import { isTellingName, nameOrAlias } from './telling-names.ts';
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
import { decodeUtf16, encodeUtf16, utf16Order } from './utf16.ts';
import { Watch } from './watch.ts';

/** A credential that was taken out of a text. */
export interface MetSecret {
  readonly kind: CredentialKind;
  readonly rule: string;
  readonly value: string;
  readonly replacement: string;
  readonly certainty: 'certain' | 'suspect';
  /** The way to it inside the text: names and encodings, outermost first. */
  readonly inside: readonly string[];
}

/** What decides beside the detectors. */
export interface ContentRules {
  readonly pseudonymiser: Pseudonymiser;
  readonly strictness: Strictness;
  readonly onSecret: (secret: MetSecret) => void;
  /** Values found elsewhere in the capture; absent while they are being collected. */
  readonly learned?: LearnedSecrets;
  /** Stretches that a policy adds: users' own patterns, personal data. */
  readonly findMore?: (text: string) => readonly SecretSpan[];
  /** Says of a named value what a policy says of its name; `undefined` = the detectors decide. */
  readonly nameRule?: (named: NamedValue) => NameVerdict | 'keep' | undefined;
  /** Values that a policy wants kept. */
  readonly isAllowed?: (value: string) => boolean;
  /** Kinds that a policy wants kept. */
  readonly keepsKind?: (kind: CredentialKind) => boolean;
}

/** What became of a value, and what was met in it. */
interface Remembered {
  readonly rewritten: string;
  readonly met: readonly MetSecret[];
  /** See {@link Watch}. */
  readonly isUnfolded: boolean;
}

/** Shorter texts are read as fast as they are looked over. */
const MIN_QUICK_LENGTH = 256;

/** Longer values seldom repeat. */
const MAX_REMEMBERED_LENGTH = 4096;

const MAX_REMEMBERED = 8192;

/** Keys are mostly words; a shorter one holds no credential. */
const MIN_KEY_LENGTH = 12;

/** How deep encodings may lie inside each other. */
const MAX_DEPTH = 12;

/**
 * Takes credentials out of texts: by name, by form and, once they are known, by value; through JSON, forms, URLs,
 * markup, multipart, base64, compression and percent-encoding inside each other. What is not a credential stays
 * character by character; a text without one comes back as the same string.
 */
export class ContentRewriter {
  readonly #rules: ContentRules;
  readonly #inside: string[] = [];
  readonly #memo = new Map<string, Map<string, Map<string, Remembered>>>();
  #memoSize = 0;
  /** What is met while a value is rewritten that is to be remembered. */
  #collected: MetSecret[] | undefined;
  #depth = 0;
  readonly #watch = new Watch();
  /** What a look at the last body as a whole found: a text beyond suspicion, or a picture and its like. */
  lastLook: 'cleared' | 'media' | undefined;

  constructor(rules: ContentRules) {
    this.#rules = rules;
  }

  /** Whether secrets are being collected: no learned values are looked for. */
  get isCollecting(): boolean {
    return this.#rules.learned === undefined;
  }

  /**
   * Has the next look at a value watched while secrets are being collected: {@link hasStayedPlain} tells of it.
   */
  watch(value: string): void {
    this.#watch.begin(value);
  }

  /**
   * Whether all that was looked at since {@link watch} stands in that value as it is, and nothing secret was met. Unless
   * a learned value stands in it, another look with all that was learned finds nothing, either.
   */
  get hasStayedPlain(): boolean {
    return !this.#watch.isUnfolded && !this.#watch.hasMet;
  }

  /** Whether neither a policy nor a detector looks at a value for the sake of its name, in JSON. */
  saysNothing(name: string): boolean {
    return this.#rules.nameRule === undefined && !isTellingName(name);
  }

  /** Rewrites a value with a name; `type` is what stood there in JSON. */
  rewriteNamed(place: NamePlace, name: string, text: string, type: ValueType = 'string'): string {
    if (text === '') return text;
    const isLoneNumber = type === 'number' && place === 'json' && this.saysNothing(name);
    // Numbers are looked at faster than they are found again, and hardly ever repeat.
    if (
      !isLoneNumber &&
      this.#depth === 0 &&
      this.#inside.length === 0 &&
      text.length <= MAX_REMEMBERED_LENGTH
    )
      return this.#recall(place, name, text, type);
    this.#inside.push(name);
    const rewritten = this.#rewriteNamed(place, name, text, type);
    this.#inside.pop();
    return rewritten;
  }

  /** A capture repeats its header fields by the thousand: each is looked at once. */
  #recall(place: NamePlace, name: string, text: string, type: ValueType): string {
    const places = type === 'string' ? place : `${type} ${place}`;
    let byName = this.#memo.get(places);
    let byText = byName?.get(name);
    const known = byText?.get(text);
    if (known !== undefined) {
      for (const secret of known.met) this.#rules.onSecret(secret);
      this.#watch.add(known.isUnfolded, known.met.length > 0);
      return known.rewritten;
    }
    this.#collected = [];
    this.#inside.push(name);
    const rewritten = this.#rewriteNamed(place, name, text, type);
    this.#inside.pop();
    const met = this.#collected;
    this.#collected = undefined;
    if (this.#memoSize >= MAX_REMEMBERED) {
      this.#memo.clear();
      this.#memoSize = 0;
      byName = undefined;
      byText = undefined;
    }
    if (byName === undefined) {
      byName = new Map();
      this.#memo.set(places, byName);
    }
    if (byText === undefined) {
      byText = new Map();
      byName.set(copyText(name), byText);
    }
    const kept = copyText(text);
    const { isUnfolded } = this.#watch;
    byText.set(kept, { rewritten: rewritten === text ? kept : rewritten, met, isUnfolded });
    this.#memoSize++;
    return rewritten;
  }

  #rewriteNamed(place: NamePlace, name: string, text: string, type: ValueType): string {
    const named = { place, name, value: text, valueType: type, strictness: this.#rules.strictness };
    const ruled = this.#rules.nameRule?.(named);
    if (ruled === 'keep') return text;
    const verdict = ruled ?? nameVerdict(named) ?? this.#decodedVerdict(named);
    if (verdict === undefined)
      return type === 'string' ? this.rewriteText(text) : this.#rewriteScalar(text, type);
    if (type === 'number') return this.#replaceNumber(text, verdict);
    let output = '';
    let at = 0;
    for (const part of verdict.parts) {
      output += this.#rewriteGap(text.slice(at, part.start));
      output += this.#replace(part, text.slice(part.start, part.end), verdict.certainty);
      at = part.end;
    }
    return output + this.#rewriteGap(text.slice(at));
  }

  /** A value that is percent-encoded though its place is not (`queryString[]` in some exports). */
  #decodedVerdict(named: NamedValue): NameVerdict | undefined {
    if (!/%[0-9A-Fa-f]{2}/.test(named.value) || named.place === 'json') return undefined;
    let decoded: string;
    try {
      decoded = decodeURIComponent(named.value);
    } catch {
      return undefined;
    }
    const verdict = nameVerdict({ ...named, value: decoded });
    if (verdict === undefined) return undefined;
    const { kind, rule, certainty } = verdict;
    return { kind, rule, certainty, parts: [{ start: 0, end: named.value.length, kind, rule }] };
  }

  /** A pseudonym for a text that cannot be cleaned in part. */
  replaceWhole(text: string): string {
    const span = { start: 0, end: text.length, kind: 'access-token', rule: 'content/restless' } as const;
    return this.#replace(span, text, 'suspect');
  }

  #rewriteGap(text: string): string {
    return text.length < 6 ? text : this.#rewritePlain(text);
  }

  #rewriteScalar(text: string, type: ValueType): string {
    if (type !== 'number' || text.length < 9) return text;
    const [span] = this.#rules.learned?.find(text) ?? [];
    if (span === undefined && scanShapes(text).length === 0) return text;
    const kind = span?.kind ?? 'card-number';
    return this.#replaceNumber(text, {
      kind,
      rule: span?.rule ?? 'shape/card-number',
      certainty: 'certain',
      parts: [],
    });
  }

  #replaceNumber(text: string, { kind, rule, certainty }: NameVerdict): string {
    if (isPseudonymous(text) || this.#isKept(kind, text)) return text;
    const replacement = String(this.#rules.pseudonymiser.numericPseudonym(text));
    this.#met({ kind, rule, value: text, certainty }, replacement);
    return replacement;
  }

  #replace(span: SecretSpan, value: string, certainty: 'certain' | 'suspect'): string {
    if (this.#isKept(span.kind, value)) return value;
    const replacement =
      (span.kind === 'saml' ? this.#samlMessage(value) : undefined) ??
      this.#rules.pseudonymiser.replace(span.kind, value);
    if (replacement !== value) this.#met({ ...span, value, certainty }, replacement);
    return replacement;
  }

  #isKept(kind: CredentialKind, value: string): boolean {
    const { isAllowed, keepsKind } = this.#rules;
    return isAllowed?.(value) === true || keepsKind?.(kind) === true;
  }

  /** A SAML message keeps what single sign-on is diagnosed with; `undefined` where a text is none. */
  #samlMessage(text: string): string | undefined {
    return rewriteSamlMessage(text, (value) => this.#rules.pseudonymiser.pseudonym('identity', value));
  }

  #met(
    secret: { kind: CredentialKind; rule: string; value: string; certainty: 'certain' | 'suspect' },
    replacement: string,
  ): void {
    const { kind, rule, value, certainty } = secret;
    const met = { kind, rule, value, certainty, replacement, inside: [...this.#inside] };
    this.#collected?.push(met);
    this.#watch.add(false, true);
    this.#rules.onSecret(met);
  }

  /** Rewrites a text whose format its first characters tell. */
  rewriteText(text: string, mimeType = ''): string {
    if (this.#depth === 0) this.lastLook = undefined;
    if (text.length < 6) return text;
    if (this.#depth >= MAX_DEPTH) return this.#rewriteTooDeep(text);
    if (text.length >= MIN_QUICK_LENGTH && this.#isBeyondSuspicion(text, mimeType)) {
      if (this.#depth === 0) this.lastLook = 'cleared';
      return this.sweep(text);
    }
    this.#depth++;
    try {
      return this.sweep(this.#rewriteByFormat(text, mimeType));
    } finally {
      this.#depth--;
    }
  }

  /** Nobody nests so deep but to hide something: what is still encoded goes whole. */
  #rewriteTooDeep(text: string): string {
    const flat = this.#rewriteFlat(text);
    if (!/^\s*[{["<]|%[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}/.test(flat) && !mayBeBase64(flat)) return flat;
    if (isPseudonymous(flat)) return flat;
    return this.#replace(
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
    if (this.#depth === 0) this.lastLook = undefined;
    const compressed = decompress(bytes);
    if (compressed === 'unreadable') return undefined;
    if (compressed !== undefined) {
      if (this.#depth >= MAX_DEPTH) return undefined;
      this.#depth++;
      const plain = this.#within('compressed', () => this.rewriteBytes(compressed.bytes, mimeType));
      this.#depth--;
      if (plain === undefined) return undefined;
      return plain === compressed.bytes ? bytes : compressed.compress(plain);
    }
    const text = decodeUtf8(bytes);
    if (text !== undefined && !text.includes('\0')) {
      const rewritten = this.rewriteText(text, mimeType);
      return rewritten === text ? bytes : new TextEncoder().encode(rewritten);
    }
    return this.#rewriteBinary(bytes, mimeType);
  }

  /** Text in another character set, or a binary format: replacements are ASCII, so one character a byte is enough. */
  #rewriteBinary(bytes: Uint8Array, mimeType: string): Uint8Array | undefined {
    const order = utf16Order(bytes, mimeType);
    if (order !== undefined) {
      const text = decodeUtf16(bytes, order);
      const rewritten = this.rewriteText(text, mimeType);
      return rewritten === text ? bytes : encodeUtf16(rewritten, order);
    }
    if (isMediaFile(bytes)) {
      if (this.#depth === 0) this.lastLook = 'media';
      return bytes;
    }
    const inflated = this.#rewriteInflated(bytes, mimeType);
    if (inflated !== undefined) return inflated;
    if (this.#hidesInBrotli(bytes, mimeType)) return undefined;
    const text = bytesToLatin1(bytes);
    const isText = /text|json|xml|javascript|urlencoded|multipart/i.test(mimeType);
    const rewritten = isText ? this.rewriteText(text, mimeType) : this.sweep(this.#rewriteFlat(text));
    return rewritten === text ? bytes : latin1ToBytes(rewritten);
  }

  #rewriteByFormat(text: string, mimeType: string): string {
    if (/^multipart\//i.test(mimeType)) return this.#rewriteMultipart(text, mimeType);
    const first = firstSign(text);
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
    // Before forms and URLs: base64 can end in `=` and begin with `/`.
    const base64 = this.#rewriteBase64(text);
    if (base64 !== undefined) return base64;
    if (/^application\/x-www-form-urlencoded/i.test(mimeType) || isForm(text)) return this.#rewriteForm(text);
    if (isDataUrl(text)) return this.#rewriteDataUrl(text);
    if (isUrl(text)) return this.#rewriteUrl(text);
    if (/^text\/(?:csv|tab-separated-values)/i.test(mimeType)) return this.#rewriteTable(text);
    if (isEventStream(text)) return this.#rewriteEvents(text);
    return this.#rewritePlain(text);
  }

  readonly #visit: Visit = (value: MetValue): string => {
    const { place, text, alias, jsonType = 'string' } = value;
    if (text === '') return text;
    const mayBorrow = alias !== undefined && (place === 'json' || place === 'xml-element');
    const name = mayBorrow ? nameOrAlias(place, value.name, alias, text) : value.name;
    switch (place) {
      case 'text':
        return this.rewriteText(text);
      case 'userinfo':
        return this.#rewriteUserinfo(name, text);
      case 'json':
        return this.rewriteNamed('json', name, text, jsonType === 'literal' ? 'boolean' : jsonType);
      default:
        return this.rewriteNamed(place, name, text);
    }
  };

  readonly #visitKey = (key: string): string => (key.length < MIN_KEY_LENGTH ? key : this.rewriteText(key));

  #rewriteUserinfo(name: string, text: string): string {
    if (name === 'password') return this.rewriteNamed('form', 'password', text);
    // A lone user name can be a token: `https://<token>@host`.
    if (text.length < 16 || !looksRandom(text)) return this.rewriteText(text);
    const span = { start: 0, end: text.length, kind: 'access-token', rule: 'name/url-userinfo' } as const;
    return this.#replace(span, text, 'certain');
  }

  #rewriteJson(text: string): string {
    const walk = rewriteJsonText(text, this.#visit, this.#visitKey);
    return walk.complete ? walk.text : this.#rewritePlain(walk.text);
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
    const rewritten = this.#within('string', () => this.rewriteText(value));
    return rewritten === value ? text : text.replace(trimmed, () => JSON.stringify(rewritten));
  }

  #rewriteMarkup(text: string): string {
    return rewriteMarkup(text, this.#visit, (script) =>
      /^\s*[[{]/.test(script) ? this.rewriteText(script) : this.#rewritePlain(script),
    );
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
        fileName === '' && /^text\/plain/i.test(partType)
          ? this.rewriteNamed('multipart', name, content)
          : this.#within(name, () => this.rewriteText(content, partType)),
      this.#visit,
    );
    return this.#rewritePlain(rewritten);
  }

  #rewriteForm(text: string): string {
    return this.#rewritePlain(rewriteForm(text, 'form', this.#visit));
  }

  #rewriteUrl(text: string): string {
    return rewriteUrl(this.#rewriteShapes(text), this.#visit);
  }

  #rewriteDataUrl(text: string): string {
    const comma = text.indexOf(',');
    const head = text.slice(0, comma);
    const body = text.slice(comma + 1);
    const mimeType = head.slice(5).replace(/;base64$/i, '');
    const rewritten = /;base64$/i.test(head)
      ? (this.#rewriteBase64(body, mimeType) ?? this.#rewritePlain(body))
      : this.#rewritePercent(body);
    return rewritten === body ? text : `${head},${rewritten}`;
  }

  #rewritePercent(text: string): string {
    let decoded: string;
    try {
      decoded = decodeURIComponent(text);
    } catch {
      return this.#rewritePlain(text);
    }
    if (decoded === text) return this.#rewritePlain(text);
    const rewritten = this.#within('percent-encoded', () => this.rewriteText(decoded));
    return rewritten === decoded ? text : encodeURIComponent(rewritten);
  }

  /** `text/event-stream`: the data lines of an event are one text. Spec: WHATWG HTML §9.2.6. */
  #rewriteEvents(text: string): string {
    const lines = text.split('\n');
    const output: string[] = [];
    for (let at = 0; at < lines.length; ) {
      const line = lines[at] as string;
      const field = EVENT_FIELD.exec(line)?.[0] ?? '';
      let next = at + 1;
      const isData = field.startsWith('data:');
      while (isData && next < lines.length && lines[next]?.startsWith('data:')) next++;
      const fields = lines.slice(at, next).map((part) => EVENT_FIELD.exec(part)?.[0] ?? '');
      const value = lines
        .slice(at, next)
        .map((part, step) => part.slice(fields[step]?.length ?? 0))
        .join('\n');
      const rewritten = this.rewriteText(value);
      output.push(...rewritten.split('\n').map((part, step) => (fields[step] ?? 'data: ') + part));
      at = next;
    }
    return output.join('\n');
  }

  /** A table whose first line names its columns. */
  #rewriteTable(text: string): string {
    return this.#rewritePlain(rewriteTable(text, this.#visit));
  }

  /** A text that is base64 as a whole and holds something readable; `undefined` where it is not. */
  #rewriteBase64(text: string, mimeType = ''): string | undefined {
    if (!mayBeBase64(text) || /^[0-9A-Fa-f]+$/.test(text)) return undefined;
    const decoded = decodeBase64(text);
    if (decoded === undefined) return undefined;
    const { bytes, style } = decoded;
    if (decompress(bytes) === undefined && !beginsLikeText(bytes)) {
      const opaque = this.#within('base64', () => this.#rewriteOpaque(bytes, text, mimeType));
      return opaque === bytes
        ? undefined
        : typeof opaque === 'string'
          ? opaque
          : encodeBase64Bytes(opaque, style);
    }
    const rewritten = this.#within('base64', () => this.rewriteBytes(bytes, mimeType));
    if (rewritten === bytes) return text;
    if (rewritten === undefined) return undefined;
    return encodeBase64Bytes(rewritten, style);
  }

  /** Bytes that are no text: deflated without a head, UTF-16, or a format with texts in it (protocol buffers, MQTT). */
  #rewriteOpaque(bytes: Uint8Array, written: string, mimeType: string): Uint8Array | string {
    if (bytes.length < MIN_OPAQUE_BYTES || isMediaFile(bytes)) return bytes;
    const inflated = this.#rewriteInflated(bytes, mimeType);
    if (inflated !== undefined) return inflated;
    if (this.#hidesInBrotli(bytes, mimeType)) {
      const span = { start: 0, end: written.length, kind: 'access-token', rule: 'content/brotli' } as const;
      return this.#replace(span, written, 'suspect');
    }
    // Drawn bytes (hashes, keys, signatures) hold no texts; a whole document of them is not looked through twice.
    return written.length > MAX_OPAQUE_LENGTH ? bytes : (this.#rewriteBinary(bytes, mimeType) ?? bytes);
  }

  /** Deflate without a head, which nothing tells but that it inflates to text; `undefined` where it does not. */
  #rewriteInflated(bytes: Uint8Array, mimeType: string): Uint8Array | undefined {
    const plain = this.#depth < MAX_DEPTH ? inflateRaw(bytes) : undefined;
    if (plain === undefined || plain.length < MIN_INFLATED_BYTES || !beginsLikeText(plain)) return undefined;
    this.#depth++;
    const rewritten = this.#within('compressed', () => this.rewriteBytes(plain, mimeType));
    this.#depth--;
    return rewritten === undefined || rewritten === plain ? bytes : deflateSync(rewritten);
  }

  /** Whether bytes are Brotli with a credential inside; it can be read and not be written again. */
  #hidesInBrotli(bytes: Uint8Array, mimeType: string): boolean {
    if (this.#depth >= MAX_DEPTH) return false;
    const { bytes: plain, trouble } = decodeBrotli(bytes, MAX_BROTLI_BYTES);
    if (trouble !== undefined || plain.length < MIN_OPAQUE_BYTES || !beginsLikeText(plain)) return false;
    this.#depth++;
    const rewritten = this.#within('compressed', () => this.rewriteBytes(plain, mimeType));
    this.#depth--;
    return rewritten !== plain;
  }

  /** Text that is no format: forms of credentials, `name=value` pairs, and runs that are encoded. */
  #rewritePlain(written: string): string {
    const text =
      this.#depth < MAX_DEPTH ? rewriteEmbeddedJson(written, this.#visit, this.#visitKey) : written;
    const decoded =
      this.#depth < MAX_DEPTH
        ? rewriteEncodedRuns(
            text,
            (run) => this.#rewriteRun(run),
            (run) => this.#rewriteBase64(run),
          )
        : text;
    return this.#rewriteFlat(this.#rewriteUrlsIn(decoded));
  }

  /** Links in messages: their paths and parameters are read as everywhere. */
  #rewriteUrlsIn(text: string): string {
    if (this.#depth >= MAX_DEPTH || !text.includes('://')) return text;
    return text.replace(URL_IN_TEXT, (url) => rewriteUrl(url, this.#visit));
  }

  #rewriteRun(run: string): string {
    this.#depth++;
    try {
      return this.rewriteText(run);
    } finally {
      this.#depth--;
    }
  }

  #rewriteFlat(text: string): string {
    const shaped = this.#rewriteShapes(text);
    return this.#splice(shaped, namedPairs(shaped, this.#rules.strictness), 'suspect');
  }

  #rewriteShapes(text: string): string {
    const more = this.#rules.findMore?.(text) ?? [];
    const spans = scanShapes(text);
    if (more.length === 0) return this.#splice(text, spans, 'certain');
    const shaped = this.#splice(text, spans, 'certain');
    return this.#splice(shaped, this.#rules.findMore?.(shaped) ?? [], 'suspect');
  }

  #splice(text: string, spans: readonly SecretSpan[], certainty: 'certain' | 'suspect'): string {
    if (spans.length === 0) return text;
    let output = '';
    let at = 0;
    for (const span of spans) {
      output += text.slice(at, span.start) + this.#replace(span, text.slice(span.start, span.end), certainty);
      at = span.end;
    }
    return output + text.slice(at);
  }

  /** Takes out what was found secret elsewhere. */
  sweep(text: string): string {
    const { learned } = this.#rules;
    if (learned === undefined) {
      this.#watch.see(text);
      return text;
    }
    const spans = learned.find(text);
    if (spans.length === 0) return text;
    let output = '';
    let at = 0;
    for (const span of spans) {
      if (span.start < at) continue;
      const { kind, rule, value } = span;
      const replacement = this.#rules.pseudonymiser.replace(kind, value);
      this.#met({ kind, rule, value, certainty: 'certain' }, replacement);
      output += text.slice(at, span.start) + replacement;
      at = span.end;
    }
    return output + text.slice(at);
  }

  #within<Result>(step: string, work: () => Result): Result {
    this.#inside.push(step);
    try {
      return work();
    } finally {
      this.#inside.pop();
    }
  }
}

const URL_IN_TEXT = /https?:\/\/[^\s"'`<>\\]+/gi;

const EVENT_FIELD = /^(?:data|id|event|retry):[ ]?/;

const MAX_BROTLI_BYTES = 8 * 1024 * 1024;

/** Fewer bytes are a hash or a key. */
const MIN_OPAQUE_BYTES = 48;

/** Shorter texts come out of any bytes now and then. */
const MIN_INFLATED_BYTES = 20;

const MAX_OPAQUE_LENGTH = 4_000_000;
