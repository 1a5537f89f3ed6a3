import { nameMeaning } from '../names/name-meaning.ts';
import { looksRandom } from '../values/looks-random.ts';
import { isPlainWords } from '../values/plain-words.ts';
import type { Visit } from './visit.ts';

/** One line of a file of settings. */
interface Line {
  readonly text: string;
  readonly indent: number;
  readonly sort: 'setting' | 'item' | 'aside' | 'other';
  readonly name: string;
  readonly sign: string;
  /** Where the value begins and ends. */
  readonly start: number;
  readonly end: number;
}

/** A name as people write them, in whatever script. */
const NAME = /["']?([A-Za-z_$\u0080-\uffff][\w./$\u0080-\uffff-]{0,119})["']?/y;
/** What may stand in front of it: an item of a list in YAML, words of shells. */
const LEAD = /^(?:- )? {0,8}(?:(?:export|set|SET|ENV) )? {0,8}/;
const COMMENT = /[ \t]#/g;

/** A line of code ends like this, and one of settings does not. */
const CODE_END = /[,;{(]$/;

/** Shorter texts are a message, not a file. */
const MIN_SETTINGS = 2;

/** A longer line is no setting that a person wrote. */
const MAX_LINE = 8192;

/** Whether a text can be a file of settings: several lines, and no format of which the first sign tells. */
export function maySettle(text: string, first: string): boolean {
  if (!text.includes('\n')) return false;
  if (first !== '[') return !'{<"'.includes(first);
  const begin = text.trimStart();
  return isSection(begin.slice(0, begin.indexOf('\n')).trim());
}

/** `[client]`, and neither a list nor an object. */
function isSection(line: string): boolean {
  return line.startsWith('[') && line.endsWith(']') && line.length < 200 && !/["'{,]/.test(line);
}

/**
 * Rewrites the values of settings by their names: files of properties, INI, environment and YAML, and header fields
 * written out, also among other text. A value is all of its line, in quotation marks or not, with whatever signs; of
 * several lines behind a backslash or under `|` and `>`; or the items of a list. Lines that stay keep every character.
 * Specs: java.util.Properties.load; YAML 1.2.2 §8.1.
 */
export function rewriteSettings(text: string, isYaml: boolean, visit: Visit): string {
  const lines = text.split('\n');
  const read = lines.map(readLine);
  const kind = isYaml ? 'yaml' : lines.some(isCode) ? 'code' : 'other';
  let output: string[] | undefined;
  for (let from = 0; from < read.length; ) {
    const to = endOfBlock(read, from);
    const settings = read.slice(from, to).filter(isTelling).length;
    if (settings >= MIN_SETTINGS) {
      output ??= [...lines];
      rewriteBlock(read, from, to, kind, visit, output);
    }
    from = to + 1;
  }
  return output === undefined ? text : output.filter((line) => line !== GONE).join('\n');
}

/** Whether a line says that this is a file of settings. */
function isTelling({ sort, text }: Line): boolean {
  return sort === 'setting' || sort === 'item' || isSection(text.trim());
}

/** A line that was drawn together with one before it: no line holds a line end. */
const GONE = '\n';

function readLine(text: string): Line {
  const bare = text.endsWith('\r') ? text.slice(0, -1) : text;
  const trimmed = bare.trimStart();
  const indent = bare.length - trimmed.length;
  const line = { text, indent, name: '', sign: '', start: bare.length, end: bare.length };
  if (bare.length > MAX_LINE) return { ...line, sort: 'other' };
  if (trimmed === '' || isAside(trimmed.trimEnd())) return { ...line, sort: 'aside' };
  const head = headOf(bare, indent + (LEAD.exec(trimmed)?.[0].length ?? 0));
  if (head !== undefined) {
    const { start, end } = valueIn(bare, head.end);
    if (!CODE_END.test(trimmed.trimEnd()))
      return { text, indent, sort: 'setting', name: head.name, sign: head.sign, start, end };
  }
  if (!trimmed.startsWith('- ')) return { ...line, sort: 'other' };
  return { text, indent, sort: 'item', name: '', sign: '', ...valueIn(bare, skipBlanks(bare, indent + 1)) };
}

/** Comments, sections, separators. */
function isAside(line: string): boolean {
  return /^(?:[#;!]|\/\/|---|\.\.\.)/.test(line) || isSection(line);
}

/** The name at `from` and the sign behind it, and where the value begins. */
function headOf(line: string, from: number): { name: string; sign: string; end: number } | undefined {
  NAME.lastIndex = from;
  const name = NAME.exec(line)?.[1];
  if (name === undefined) return undefined;
  const at = skipBlanks(line, NAME.lastIndex);
  const sign = line.startsWith('::', at) ? '::' : (line[at] ?? '');
  const behind = line[at + sign.length] ?? ' ';
  if (sign !== '=' && !(sign.startsWith(':') && /\s/.test(behind))) return undefined;
  return { name, sign, end: skipBlanks(line, at + sign.length) };
}

function skipBlanks(line: string, from: number): number {
  let at = from;
  while (line[at] === ' ' || line[at] === '\t') at++;
  return at;
}

/** Where a value stands: behind tags and anchors of YAML, in quotation marks or in front of a comment. */
function valueIn(line: string, from: number): { start: number; end: number } {
  let start = from;
  while (line[start] === '!' || line[start] === '&') {
    const blank = line.indexOf(' ', start);
    if (blank < 0) break;
    start = skipBlanks(line, blank);
  }
  const quote = line[start];
  if (quote === '"' || quote === "'") {
    const close = line.indexOf(quote, start + 1);
    if (close > start) return { start: start + 1, end: close };
  }
  COMMENT.lastIndex = start;
  const stop = COMMENT.exec(line)?.index ?? line.length;
  return { start, end: start + line.slice(start, stop).trimEnd().length };
}

function isQuotedAt(line: string, start: number, end: number): boolean {
  const quote = line[start - 1] ?? '';
  return (quote === '"' || quote === "'") && line[end] === quote;
}

/** Where the lines end that belong to each other; what is farther in than a value under a sign is its content. */
function endOfBlock(lines: readonly Line[], from: number): number {
  let at = from;
  for (; at < lines.length; at++) {
    const line = lines[at] as Line;
    if (line.sort === 'other' && !isContent(lines, at, from)) return at;
  }
  return at;
}

function isContent(lines: readonly Line[], at: number, from: number): boolean {
  const before = lines[at - 1];
  if (at === from || before === undefined) return false;
  if (continues(before)) return true;
  for (let up = at - 1; up >= from; up--) {
    const line = lines[up] as Line;
    if (line.text.trim() === '') continue;
    if (isBlockScalar(line)) return line.indent < (lines[at] as Line).indent;
    if (line.sort !== 'other' || line.indent < (lines[at] as Line).indent) return false;
    if (at - up > MAX_SCALAR) return false;
  }
  return false;
}

/** A longer text under a name is no credential. */
const MAX_SCALAR = 256;

/** `password: |`, `>-`, with a number for the indent. Spec: YAML 1.2.2 §8.1.1. */
function isBlockScalar({ sort, sign, text, start, end }: Line): boolean {
  return sort === 'setting' && sign === ':' && /^[|>][-+\d]{0,2}$/.test(text.slice(start, end));
}

/** Whether the next line goes on with the value: an odd number of backslashes at the end. */
function continues({ sort, text }: Line): boolean {
  const line = text.trimEnd();
  let signs = 0;
  while (line[line.length - 1 - signs] === '\\') signs++;
  return (sort === 'setting' || sort === 'other') && signs % 2 === 1;
}

function rewriteBlock(
  lines: readonly Line[],
  from: number,
  to: number,
  kind: FileKind,
  visit: Visit,
  output: string[],
): void {
  let label = '';
  for (let at = from; at < to; at++) {
    const line = lines[at] as Line;
    if (line.sort !== 'setting') {
      if (line.sort !== 'aside') label = '';
      continue;
    }
    const value = line.text.slice(line.start, line.end);
    const last = splitLast(line.name);
    if (LABELS.has(last)) {
      label = value;
      continue;
    }
    const name = label !== '' && last === 'value' ? label : line.name;
    label = '';
    if (nameMeaning('json', name) === undefined) continue;
    if (value === '' && line.sign !== '=') rewriteItems(lines, at, to, name, kind, visit, output);
    else if (isBlockScalar(line)) rewriteLines(lines, at, to, name, visit, output);
    else if (continues(line)) rewriteContinued(lines, at, to, name, visit, output);
    else if (isValue(line, name, value, kind)) {
      const rewritten = visit({ place: 'json', name, text: value });
      if (rewritten !== value)
        output[at] = line.text.slice(0, line.start) + rewritten + line.text.slice(line.end);
    }
  }
}

/** A value is named beside it: `- name: DB_PASSWORD`, `value: …`. */
const LABELS = new Set(['name', 'key']);

function splitLast(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}

/** Not what stands behind such names in code and in prose. */
function isValue({ text, start, end, sign }: Line, name: string, value: string, kind: FileKind): boolean {
  const isQuoted = isQuotedAt(text, start, end);
  const hasDigit = /\d/.test(value) && /[A-Za-z]/.test(value);
  if (kind === 'code' && (!hasDigit || /[()[\]{},]/.test(value))) return false;
  if (/^https?:\/\//i.test(value)) return false;
  if (isQuoted) return true;
  if (/^(?:true|false|yes|no|on|off|null|~|none|nil)$/i.test(value) || isPlainWords(value)) return false;
  // A variable, a call, a member, a type.
  if (/^(?:\$[A-Za-z_(]|[<{[])/.test(value) || /[{([)]$/.test(value)) return false;
  if (/^[A-Za-z_$][A-Za-z_$]{0,30}(?:\.[A-Za-z_$]{1,30}){1,6}$/.test(value)) return false;
  if (TYPES.test(value)) return false;
  // People choose words for passwords; what else is called so is drawn.
  const isChosen = nameMeaning('json', name)?.row?.guard === 'any';
  if (!isChosen && !hasDigit && !looksRandom(value)) return false;
  return kind === 'yaml' || sign === '=' || !/\s/.test(value);
}

/** What a text is besides its settings: code takes more for a value to count. */
type FileKind = 'yaml' | 'code' | 'other';

function isCode(line: string): boolean {
  const start = line.trim();
  return CODE_START.test(start) || (start.startsWith('if ') && /[:{\]]$/.test(start));
}

const CODE_START =
  /^(?:(?:def|class|import|from|return|function|const|let|var|elif|else|for|while|try|except|public|private|protected|func|fn|struct|package|using|namespace)[ \t({:]|if ?[[(]|#include)/;

const TYPES =
  /^(?:str|int|bool|bytes|any|char|varchar|uuid|Str|String|Text|Secret|Option|Optional|Maybe|Nullable)(?:[[<?(| ]|$)/;

/** `tokens:` and its items below. */
function rewriteItems(
  lines: readonly Line[],
  at: number,
  to: number,
  name: string,
  kind: FileKind,
  visit: Visit,
  output: string[],
): void {
  const { indent } = lines[at] as Line;
  for (let next = at + 1; next < to; next++) {
    const { sort, text, start, end, indent: depth } = lines[next] as Line;
    if (sort === 'aside') continue;
    if (sort !== 'item' || depth < indent) return;
    const value = text.slice(start, end);
    if (!isValue(lines[next] as Line, name, value, kind)) continue;
    const rewritten = visit({ place: 'json', name, text: value });
    if (rewritten !== value) output[next] = text.slice(0, start) + rewritten + text.slice(end);
  }
}

/** The lines below that stand farther in. */
function rewriteLines(
  lines: readonly Line[],
  at: number,
  to: number,
  name: string,
  visit: Visit,
  output: string[],
): void {
  const { indent } = lines[at] as Line;
  let last = at;
  for (let next = at + 1; next < to; next++) {
    const line = lines[next] as Line;
    if (line.text.trim() === '') continue;
    if (line.indent <= indent) break;
    last = next;
  }
  if (last === at || last - at > MAX_SCALAR) return;
  const content = lines.slice(at + 1, last + 1).map(({ text }) => text.trim());
  const value = content.join('\n').trim();
  const rewritten = visit({ place: 'json', name, text: value });
  if (rewritten === value) return;
  const first = lines[at + 1] as Line;
  const margin = first.text.slice(0, first.indent);
  const end = first.text.endsWith('\r') ? '\r' : '';
  output[at + 1] = margin + rewritten.replaceAll('\n', `${end}\n${margin}`) + end;
  for (let gone = at + 2; gone <= last; gone++) output[gone] = GONE;
}

/** The value behind an equals sign and on the lines that follow a backslash. Spec: java.util.Properties.load. */
function rewriteContinued(
  lines: readonly Line[],
  at: number,
  to: number,
  name: string,
  visit: Visit,
  output: string[],
): void {
  const line = lines[at] as Line;
  let last = at;
  let value = line.text.slice(line.start).trimEnd();
  while (last + 1 < to && continues({ ...line, sort: 'other', text: value })) {
    last++;
    value = value.slice(0, -1) + (lines[last] as Line).text.trim();
  }
  const rewritten = visit({ place: 'json', name, text: value });
  if (rewritten === value) return;
  output[at] = line.text.slice(0, line.start) + rewritten + (line.text.endsWith('\r') ? '\r' : '');
  for (let gone = at + 1; gone <= last; gone++) output[gone] = GONE;
}
