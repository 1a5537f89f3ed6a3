/** Deeper than any document that somebody wrote. */
const MAX_DEPTH = 500;

/** JSON's tokens (RFC 8259), each tried where the one before ended. */
const space = /[ \t\n\r]*/y;
const escaped = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const other = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/**
 * Where a text stops being JSON, in UTF-16 units; undefined: nowhere. Engines say it in sentences that differ, or not at
 * all: V8 of Node 20 shows the text instead of the place where it is short.
 */
export function offsetOfJsonError(source: string): number | undefined {
  let at = 0;
  /** Whether the token stands here; goes behind it. */
  const took = (token: RegExp): boolean => {
    token.lastIndex = at;
    if (!token.test(source)) return false;
    at = token.lastIndex;
    return true;
  };
  const tookMark = (mark: string): boolean => {
    took(space);
    if (source[at] !== mark) return false;
    at++;
    return true;
  };
  /** By hand: a pattern with a run of a million characters exhausts the engine's stack. */
  const tookText = (): boolean => {
    if (source[at] !== '"') return false;
    at++;
    while (at < source.length && source[at] !== '"') {
      if (source.charCodeAt(at) < 0x20) return false;
      if (source[at] !== '\\') at++;
      else if (!took(escaped)) return false;
    }
    if (at === source.length) return false;
    at++;
    return true;
  };
  const value = (depth: number): boolean => {
    took(space);
    if (tookMark('{')) return members('}', depth, () => took(space) && tookText() && tookMark(':'));
    if (tookMark('[')) return members(']', depth, () => true);
    return tookText() || took(other);
  };
  const members = (end: string, depth: number, name: () => boolean): boolean => {
    if (depth > MAX_DEPTH) return false;
    if (tookMark(end)) return true;
    do if (!name() || !value(depth + 1)) return false;
    while (tookMark(','));
    return tookMark(end);
  };
  return value(0) && took(space) && at === source.length ? undefined : at;
}
