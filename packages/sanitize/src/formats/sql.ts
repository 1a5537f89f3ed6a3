import { nameMeaning } from '../names/name-meaning.ts';
import type { Visit } from './visit.ts';

/** What the statement begins with that has names in one list and values in another. */
export const INSERT = 'insert into ';

const HEAD = /insert into\s{1,8}[^\s(]{1,200}\s{0,8}\(([^()]{1,8192})\)\s{0,8}values\s{0,8}/gi;

/** A value that is no text (a number, a call, NULL), or one of the signs between values. */
const BARE = /[^\s,()'"][^,()'"]{0,512}/y;

const ANOTHER = new RegExp(INSERT, 'i');

/**
 * Rewrites the values of `INSERT INTO users (name, password) VALUES ('ann', '…'), …` by the names of their columns, also in
 * other text. What does not go on like this ends it. Spec: ISO/IEC 9075-2 §14.11.
 */
export function rewriteInserts(text: string, visit: Visit): string {
  let output = '';
  let copiedTo = 0;
  HEAD.lastIndex = 0;
  for (let head = HEAD.exec(text); head !== null; head = HEAD.exec(text)) {
    const names = (head[1] ?? '').split(',').map((name) => name.replace(/[`"'[\]\s\\]/g, ''));
    if (!names.some((name) => nameMeaning('json', name) !== undefined)) continue;
    for (const { start, end, column } of valuesOf(text, HEAD.lastIndex)) {
      // Another statement in a value is read with that value.
      HEAD.lastIndex = end;
      const value = text.slice(start, end);
      const rewritten = visit({ place: 'json', name: names[column] ?? '', text: value });
      if (rewritten === value) continue;
      output += text.slice(copiedTo, start) + rewritten;
      copiedTo = end;
    }
  }
  return copiedTo === 0 ? text : output + text.slice(copiedTo);
}

/** The texts between quotation marks of rows of values that begin at `from`, and their places in their rows. */
function* valuesOf(text: string, from: number): Generator<{ start: number; end: number; column: number }> {
  let column = 0;
  let depth = 0;
  for (let at = from; at < text.length; ) {
    const sign = text[at] as string;
    if (/[\s\\]/.test(sign)) at++;
    else if (sign === '(' || sign === ')') {
      depth += sign === '(' ? 1 : -1;
      // A call has its own list.
      if (depth === 1 && sign === '(') column = 0;
      if (depth < 0) return;
      at++;
    } else if (sign === ',') {
      if (depth === 1) column++;
      at++;
    } else if (depth === 0) return;
    else if (sign === "'" || sign === '"') {
      const end = endOfText(text, at);
      if (end < 0) return;
      if (end > at + 1) yield { start: at + 1, end, column };
      at = end + 1;
    } else {
      BARE.lastIndex = at;
      const [bare] = BARE.exec(text) ?? [];
      // One that does not end ends where the next begins.
      if (bare === undefined || ANOTHER.test(bare)) return;
      at = BARE.lastIndex;
    }
  }
}

/**
 * Where the quotation mark at `at` is closed; two of them, or one behind a backslash, are a sign of the text. Where the statement itself
 * stands in a text, all its marks are behind backslashes.
 */
function endOfText(text: string, at: number): number {
  const quote = text[at] as string;
  const isEscaped = quote === '"' || text[at - 1] === '\\';
  for (let end = at + 1; end < text.length; end++) {
    if (text[end] === '\\') {
      if (text[end + 1] === quote && isEscaped) return end;
      end++;
    } else if (text[end] === quote) {
      if (text[end + 1] !== quote) return end;
      end++;
    }
  }
  return -1;
}
