import { nameMeaning } from '../names/name-meaning.ts';
import { unlikelyReason } from '../values/harmless.ts';
import { looksRandom } from '../values/looks-random.ts';
import type { Visit } from './visit.ts';

/**
 * What stands in the line that parts the names of the columns from the rows. Whatever looks a text over first looks closer
 * where one of these stands.
 */
export const DRAWN_SIGNS: readonly string[] = ['|--', '|:-', '| --', '| :-', '-+-', '+--', '+=='];

const DRAWN = /\| ?:?-|-\+-|\+[-=]{2}|[─═][┼╪]|[├╞][─═]/;

const RULE = /^[-=+|: \t─═━┼╪┿├┤╞╡┌┐└┘┬┴╔╗╚╝╟╢╠╣╦╩╬║│]+$/;

const BARS = /[|│║┃]/;

/** A row is no longer than this. */
const MAX_LINE = 8192;

/**
 * Rewrites the cells of tables that are drawn with lines, in text, under columns with telling names: as consoles of
 * databases print them, and in Markdown. Words in a cell say what is asked for (`required`), and stay.
 */
export function rewriteDrawnTables(text: string, visit: Visit): string {
  if (!DRAWN.test(text)) return text;
  const lines = text.split('\n');
  let names: readonly string[] | undefined;
  for (let at = 1; at < lines.length; at++) {
    const line = lines[at] as string;
    if (isRule(line)) {
      const head = lines[at - 1] as string;
      if (isRow(head)) names = tellingNames(head);
      continue;
    }
    if (!isRow(line)) names = undefined;
    else if (names !== undefined) lines[at] = rewriteRow(line, names, visit);
  }
  return lines.join('\n');
}

function isRule(line: string): boolean {
  return line.length <= MAX_LINE && /[-=─═]{3}/.test(line) && RULE.test(line.trimEnd());
}

function isRow(line: string): boolean {
  return line.length <= MAX_LINE && BARS.test(line) && !isRule(line);
}

/** The names of the columns, `''` for those that say nothing; `undefined` where all of them do. */
function tellingNames(head: string): readonly string[] | undefined {
  const names = head
    .split(BARS)
    .map(bareCell)
    .map((name) => (name.length <= 64 && nameMeaning('json', name) !== undefined ? name : ''));
  return names.some((name) => name !== '') ? names : undefined;
}

function rewriteRow(line: string, names: readonly string[], visit: Visit): string {
  const bars = line.match(new RegExp(BARS, 'g')) ?? [];
  if (bars.length + 1 !== names.length) return line;
  const cells = line.split(BARS).map((cell, column) => {
    const name = names[column] ?? '';
    const value = bareCell(cell);
    if (name === '' || !mayBeSecret(value)) return cell;
    return cell.replace(value, () => visit({ place: 'json', name, text: value }));
  });
  return cells.map((cell, column) => cell + (bars[column] ?? '')).join('');
}

/** A cell without blanks, and the marks by which Markdown writes code and bold. */
function bareCell(cell: string): string {
  return cell.trim().replace(/^[`*]{1,3}|[`*]{1,3}$/g, '');
}

/** A word alone is a type, or says whether one is asked for, unless it is as long as those chosen for passwords. */
function mayBeSecret(value: string): boolean {
  if (value.length < 4 || /\s/.test(value) || unlikelyReason(value) !== undefined) return false;
  return /\d/.test(value) || looksRandom(value) || /^[a-z]{12,64}$/.test(value);
}
