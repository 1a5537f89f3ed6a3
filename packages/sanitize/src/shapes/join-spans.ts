import type { SecretSpan } from '../secret-span.ts';

/**
 * Spans in order and apart: where two overlap, the one that begins first (of two that begin together, the one
 * found first) keeps its kind and rule and grows to cover both, so that no character of either is left.
 */
export function joinSpans(spans: readonly SecretSpan[]): SecretSpan[] {
  const ordered = [...spans].sort((a, b) => a.start - b.start);
  const joined: SecretSpan[] = [];
  for (const span of ordered) {
    const last = joined.at(-1);
    if (last === undefined || span.start >= last.end) joined.push(span);
    else if (span.end > last.end) joined[joined.length - 1] = { ...last, end: span.end };
  }
  return joined;
}
