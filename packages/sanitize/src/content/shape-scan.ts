import type { SecretSpan } from '../secret-span.ts';
import { findCardNumbers } from '../shapes/card-numbers.ts';
import { findShapes } from '../shapes/find-shapes.ts';
import { joinSpans } from '../shapes/join-spans.ts';
import { rowRank, shapeLiterals } from '../shapes/literal-index.ts';

/**
 * The credentials that a text gives away by their form: what `findShapes` finds, in a fraction of its time. A text is
 * walked once with a hash of the last four characters (five bits each, so that case does not count); only where some
 * rule's literal can stand are the rules asked.
 */
export function scanShapes(text: string): SecretSpan[] {
  const spans: SecretSpan[] = [];
  let hash = 0;
  let digits = 0;
  let mayHoldCard = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    hash = ((hash << 5) | (code & 31)) & HASH_MASK;
    if (code >= 48 && code <= 57) {
      digits++;
      if (digits >= 14) mayHoldCard = true;
    } else if (code !== 32 && code !== 45) digits = 0;
    if (literalHashes[hash] !== 0) collect(text, at - 3, spans);
  }
  // Literals of three characters at the very end have no fourth.
  if (text.length >= 3) collect(text, text.length - 3, spans);
  if (mayHoldCard) spans.push(...findCardNumbers(text));
  if (spans.length < 2) return spans;
  return joinSpans(spans.sort((a, b) => rowRank(a.rule) - rowRank(b.rule)));
}

function collect(text: string, at: number, into: SecretSpan[]): void {
  if (at < 0) return;
  for (const span of findShapes(text, at)) into.push(span);
}

const HASH_MASK = 0xfffff;

const literalHashes = hashLiterals();

function hashLiterals(): Uint8Array {
  const hashes = new Uint8Array(HASH_MASK + 1);
  for (const { text } of shapeLiterals) {
    let hash = 0;
    for (let at = 0; at < Math.min(4, text.length); at++) hash = (hash << 5) | (text.charCodeAt(at) & 31);
    // The fourth character of a literal of three is any.
    if (text.length >= 4) hashes[hash] = 1;
    else for (let last = 0; last < 32; last++) hashes[(hash << 5) | last] = 1;
  }
  return hashes;
}
