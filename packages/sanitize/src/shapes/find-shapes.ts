import { isPseudonymAt } from '../pseudonyms/grammar.ts';
import { isPseudonymous } from '../pseudonyms/is-pseudonymous.ts';
import { parseCompactToken } from '../pseudonyms/jwt.ts';
import type { SecretSpan } from '../secret-span.ts';
import { shannonEntropy } from '../values/entropy.ts';
import { isRedactionMark } from '../values/placeholder.ts';
import { findCardNumbers } from './card-numbers.ts';
import { joinSpans } from './join-spans.ts';
import { literalsAt, rowRank } from './literal-index.ts';
import type { ShapeRow } from './shape-row.ts';
import { beginsToken, isTokenCharacter } from './token-edges.ts';

/**
 * The credentials a text gives away by their form, in order, apart from each other.
 *
 * With `at`, only those whose literal begins at that offset: for a caller with a literal scanner of its own
 * (see `shapeLiterals`). Card numbers have no literal; such a caller asks `findCardNumbers` as well.
 * Without, the whole text is looked through. Offsets are UTF-16 units; the text may be a string's value or
 * still carry JSON escapes and percent-encoding, but a credential split by one is found only after decoding.
 */
export function findShapes(text: string, at?: number): SecretSpan[] {
  const spans: SecretSpan[] = [];
  if (at !== undefined) {
    collectAt(text, at, spans);
    return inOrder(spans);
  }
  // No literal is shorter than three characters.
  for (let index = 0; index + 2 < text.length; index++) collectAt(text, index, spans);
  spans.push(...findCardNumbers(text));
  return inOrder(spans);
}

/** Of spans that begin together the one of the earlier row comes first and names the joined span. */
function inOrder(spans: SecretSpan[]): SecretSpan[] {
  if (spans.length < 2) return spans;
  return joinSpans(spans.sort((a, b) => rowRank(a.rule) - rowRank(b.rule)));
}

function collectAt(text: string, at: number, into: SecretSpan[]): void {
  for (const { row, pattern } of literalsAt(text, at)) {
    const found = readRow(row, pattern, text, at);
    if (found !== undefined) into.push({ ...found, kind: row.kind, rule: row.id });
  }
}

function readRow(row: ShapeRow, pattern: RegExp | undefined, text: string, at: number) {
  const start = at - (row.leadIn ?? 0);
  if (start < 0 || (row.begins !== 'anywhere' && !beginsToken(text, start))) return undefined;
  const span = pattern === undefined ? scanRow(row, text, start) : matchRow(row, pattern, text, start);
  if (span === undefined || span.end <= span.start) return undefined;
  const secret = text.slice(span.start, span.end);
  if (isPseudonymAt(text, span.start) || isPseudonymous(secret) || isRedactionMark(secret)) return undefined;
  if (shannonEntropy(secret) < (row.minEntropy ?? DEFAULT_MIN_ENTROPY)) return undefined;
  return row.isValid === undefined || row.isValid(secret) ? span : undefined;
}

/** Random characters of the smallest alphabet used (hex, 16 of them) have 2.9 bits and more; `xxxx-xxxx` has 0.5. */
const DEFAULT_MIN_ENTROPY = 2;

function scanRow(row: ShapeRow, text: string, start: number) {
  return typeof row.pattern === 'function' ? row.pattern(text, start) : undefined;
}

function matchRow(row: ShapeRow, pattern: RegExp, text: string, start: number) {
  pattern.lastIndex = start;
  const match = pattern.exec(text);
  if (match === null) return undefined;
  // The group that goes is always the last thing but a fixed end, so its place follows from the indices.
  const [from, to] = match.indices?.[1] ?? match.indices?.[0] ?? [start, start];
  let end = to;
  // A full stop after a token ends the sentence, not the token; but a JWT without a signature ends with one.
  while (end > from && text.charCodeAt(end - 1) === 46) end--;
  if (end < to && parseCompactToken(text.slice(from, end + 1)) !== undefined) end++;
  if (row.ends === 'exact') return isTokenCharacter(text.charCodeAt(end)) ? undefined : { start: from, end };
  while (end < text.length && isTokenCharacter(text.charCodeAt(end))) end++;
  return { start: from, end };
}
