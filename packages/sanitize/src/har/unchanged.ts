import type { HarTokens } from './har-tokens.ts';
import { TokenSet } from './token-set.ts';

/** Siblings that say what the value beside them is. */
const TELLING_KEYS: ReadonlySet<string> = new Set(['name', 'key', 'mimeType', 'encoding']);

/**
 * The tokens of a stretch that were marked as still when `before` was read, stand here byte for byte as they stood there,
 * and mean what they meant there; `undefined` where the two texts differ in more than the values that were not still.
 * Both texts have one character a byte.
 */
export function unchangedTokens(
  tokens: HarTokens,
  text: string,
  before: string,
  marks: { readonly still: Uint8Array },
): TokenSet | undefined {
  if (marks.still.length !== (tokens.count + 7) >> 3) return undefined;
  const unchanged = TokenSet.copyOf(marks.still);
  const { starts, ends, count } = tokens;
  let from = 0;
  let at = 0;
  for (
    let token = unchanged.nextOutside(0, count);
    token < count;
    token = unchanged.nextOutside(token + 1, count)
  ) {
    const start = starts[token] as number;
    const valueAt = at + start - from;
    if (!isSame(text.slice(from, start), before, at, valueAt)) return undefined;
    from = ends[token] as number;
    at = endOfScalar(before, valueAt);
    if (isSame(text.slice(start, from), before, valueAt, at)) continue;
    if (TELLING_KEYS.has(tokens.keys[token] ?? '')) return undefined;
    // The first of a pair names the second.
    if (token + 1 < count) unchanged.delete(token + 1);
  }
  return isSame(text.slice(from), before, at, before.length) ? unchanged : undefined;
}

function isSame(piece: string, before: string, start: number, end: number): boolean {
  return piece.length === end - start && piece === before.slice(start, end);
}

/** Offset behind the string or the number that begins at `at`. */
function endOfScalar(json: string, at: number): number {
  if (json[at] !== '"') {
    NUMBER.lastIndex = at;
    return at + (NUMBER.exec(json)?.[0].length ?? 0);
  }
  for (let end = at + 1; end < json.length; end++) {
    const code = json.charCodeAt(end);
    if (code === 34) return end + 1;
    if (code === 92) end++;
  }
  return json.length;
}

const NUMBER = /[-+.\w]*/y;
