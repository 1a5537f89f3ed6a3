/** Longer lines are no pairs that somebody wrote on purpose. */
const MAX_PAIRS = 200;
const PAIR = /([A-Za-z_@][\w.@/-]{0,100})=("(?:[^"\\]|\\.){0,65536}"|[^\s"]{0,65536})(?: {1,8}|$)/y;

/**
 * The pairs of a `key=value key="quoted value"` line; undefined where anything else stands on it. Description:
 * https://brandur.org/logfmt
 */
export function logfmtValues(line: string): ReadonlyMap<string, string> | undefined {
  const { values, end } = readPairs(line);
  return end === line.length && values.size > 0 ? values : undefined;
}

/** As far as pairs go; `end` is where they stop. */
export function readPairs(line: string): {
  readonly values: ReadonlyMap<string, string>;
  readonly end: number;
} {
  const values = new Map<string, string>();
  let end = 0;
  while (end < line.length && values.size < MAX_PAIRS) {
    PAIR.lastIndex = end;
    const match = PAIR.exec(line);
    if (match === null) break;
    values.set(match[1]!, unquoted(match[2]!));
    end = PAIR.lastIndex;
  }
  return { values, end };
}

function unquoted(value: string): string {
  if (!value.startsWith('"')) return value;
  try {
    return JSON.parse(value) as string;
  } catch {
    return value.slice(1, -1);
  }
}
