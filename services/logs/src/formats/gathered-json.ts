import type { Line } from './read-lines.ts';

/** An object that is written over several lines, gathered until its brackets close. */
export interface GatheredJson {
  readonly lines: readonly Line[];
  /** Adds a line. `whole` = the brackets are closed · `broken` = this is no JSON. */
  add(line: Line): 'open' | 'whole' | 'broken';
  /** The object on one line. */
  text(): string;
}

/** More is no log record. */
const MAX_LINES = 2_000;
const MAX_CHARS = 256 * 1024;

/** Whether a line may be the first of such an object: `{`, or `{ "name": "value",`. */
export function opensJson(line: string): boolean {
  return /^\{\s{0,20}(?:$|"[^"]{0,200}"\s{0,20}:)/.test(line) && !/\}\s{0,20},?\s{0,20}$/.test(line);
}

export function gatherJson(): GatheredJson {
  const lines: Line[] = [];
  let depth = 0;
  let chars = 0;
  return {
    lines,
    add(line) {
      lines.push(line);
      chars += line.text.length;
      if (lines.length > MAX_LINES || chars > MAX_CHARS) return 'broken';
      const change = bracketsOf(line.text);
      if (change === undefined) return 'broken';
      depth += change;
      if (depth < 0) return 'broken';
      return depth === 0 ? 'whole' : 'open';
    },
    text: () => lines.map(({ text }) => text.trim()).join(' '),
  };
}

/** Opened minus closed; undefined where a string does not end on its line, which JSON forbids. */
function bracketsOf(line: string): number | undefined {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (inString) {
      if (code === 0x5c) at++;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x7b || code === 0x5b) depth++;
    else if (code === 0x7d || code === 0x5d) depth--;
  }
  return inString ? undefined : depth;
}
