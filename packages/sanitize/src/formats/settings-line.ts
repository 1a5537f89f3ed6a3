/** One line of a file of settings. */
export interface SettingsLine {
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

/** A longer line is no setting that a person wrote. */
const MAX_LINE = 8192;

/** `[client]`, and neither a list nor an object. */
export function isSection(line: string): boolean {
  return line.startsWith('[') && line.endsWith(']') && line.length < 200 && !/["'{,]/.test(line);
}

/** Reads a line without its line feed; a carriage return at its end belongs to no value. */
export function readSettingsLine(text: string): SettingsLine {
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

/** `password: |`, `>-`, with a number for the indent. Spec: YAML 1.2.2 §8.1.1. */
export function isBlockScalar({ sort, sign, text, start, end }: SettingsLine): boolean {
  return sort === 'setting' && sign === ':' && /^[|>][-+\d]{0,2}$/.test(text.slice(start, end));
}

/** Whether the next line goes on with the value: an odd number of backslashes at the end. */
export function continues({ sort, text }: SettingsLine): boolean {
  const line = text.trimEnd();
  let signs = 0;
  while (line[line.length - 1 - signs] === '\\') signs++;
  return (sort === 'setting' || sort === 'other') && signs % 2 === 1;
}
