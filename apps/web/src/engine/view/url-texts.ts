import type { EntryIndex } from '@harrier/har';
import { VerdictByte, type Verdicts } from './verdicts.ts';

/** What free text looks at (host, path and query, without scheme and fragment), or all of the URL. */
export type UrlPart = 'address' | 'whole';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A scheme is shorter: what stands behind it is no authority. As in the filter's own reading of an address. */
const MOST_BEFORE_AUTHORITY = 30;

/**
 * The URLs of all rows as one text in lower case: one search through it, which the browser does at the speed of memory,
 * finds every row that holds some words. A hundred thousand URLs take 5 ms instead of 200.
 */
export class UrlTexts {
  readonly #text: string;
  /** Where the URL of each row ends in the text; it begins where the one before ends. */
  readonly #ends: Uint32Array;
  readonly #addressStarts: Uint32Array;
  readonly #addressEnds: Uint32Array;
  /** 1: the URL is not in here. */
  readonly #missing: Uint8Array;

  private constructor(text: string, ends: Uint32Array, missing: Uint8Array) {
    this.#text = text;
    this.#ends = ends;
    this.#missing = missing;
    this.#addressStarts = new Uint32Array(ends.length);
    this.#addressEnds = new Uint32Array(ends.length);
    let from = 0;
    // Both are in nearly every URL, or in none of the text: each is looked for once.
    let sign = text.indexOf('://');
    let hash = text.indexOf('#');
    for (let row = 0; row < ends.length; row++) {
      const end = ends[row] as number;
      if (sign >= 0 && sign < from) sign = text.indexOf('://', from);
      const isScheme = sign >= 0 && sign - from <= MOST_BEFORE_AUTHORITY && sign + 3 <= end;
      const start = isScheme ? sign + 3 : from;
      this.#addressStarts[row] = start;
      if (hash >= 0 && hash < start) hash = text.indexOf('#', start);
      this.#addressEnds[row] = hash >= 0 && hash < end ? hash : end;
      from = end;
    }
  }

  /** undefined: the index keeps no URLs. */
  static of({ urls, length }: EntryIndex): UrlTexts | undefined {
    if (urls === undefined) return undefined;
    const { bytes, ends, missing } = urls.view(length);
    // Of ASCII, characters are bytes. Other letters may change their length with their case.
    const lower = lowerCaseAscii(bytes);
    if (lower !== undefined) {
      const text = decoder.decode(lower);
      // Frees ten megabytes at once where the browser can; else its collector does when it comes by.
      (lower.buffer as ArrayBuffer & { transfer?(sizeBytes: number): unknown }).transfer?.(0);
      return new UrlTexts(text, ends, missing);
    }
    const texts = Array.from({ length }, (_, row) => (urls.get(row) ?? '').toLowerCase());
    let end = 0;
    const textEnds = Uint32Array.from(texts, (one) => {
      end += one.length;
      return end;
    });
    return new UrlTexts(texts.join(''), textEnds, missing);
  }

  /** Which rows contain some words; those whose URL is not here stay open. */
  containing(words: string, part: UrlPart): Verdicts {
    const wanted = words.toLowerCase();
    const text = this.#text;
    const ends = this.#ends;
    const isAddress = part === 'address';
    const verdicts = this.#missing.map((missing) => (missing === 1 ? VerdictByte.open : VerdictByte.no));
    let row = 0;
    for (let at = text.indexOf(wanted); at >= 0; ) {
      while (row < ends.length && (ends[row] as number) <= at) row++;
      if (row === ends.length) break;
      const urlStart = row === 0 ? 0 : (ends[row - 1] as number);
      const from = isAddress ? (this.#addressStarts[row] as number) : urlStart;
      const to = isAddress ? (this.#addressEnds[row] as number) : (ends[row] as number);
      const fits = at >= from && at + wanted.length <= to;
      if (fits) verdicts[row] = VerdictByte.yes;
      // The rest of a row that fits says nothing new.
      at = text.indexOf(wanted, fits ? (ends[row] as number) : at < from ? from : at + 1);
    }
    return verdicts;
  }
}

/** A text of ASCII alone, in lower case: as bytes, because a text in lower case would be a second one of ten million letters. */
function lowerCaseAscii(bytes: Uint8Array): Uint8Array | undefined {
  const lower = new Uint8Array(bytes.length);
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if (byte > 0x7f) return undefined;
    lower[at] = byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte;
  }
  return lower;
}
