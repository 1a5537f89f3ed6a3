import { nameMeaning } from '../names/name-meaning.ts';
import { continues, isBlockScalar, isSection, readSettingsLine, type SettingsLine } from './settings-line.ts';
import { type FileKind, isCode, isSettingsValue } from './settings-value.ts';
import type { Visit } from './visit.ts';

/** Shorter texts are a message, not a file. */
const MIN_SETTINGS = 2;

/** Whether a text can be a file of settings: several lines, and no format of which the first sign tells. */
export function maySettle(text: string, first: string): boolean {
  if (!text.includes('\n')) return false;
  if (first !== '[') return !'{<"'.includes(first);
  const begin = text.trimStart();
  return isSection(begin.slice(0, begin.indexOf('\n')).trim());
}

/**
 * Rewrites the values of settings by their names: files of properties, INI, environment and YAML, and header fields
 * written out, also among other text. A value is all of its line, in quotation marks or not, with whatever signs; of
 * several lines behind a backslash or under `|` and `>`; or the items of a list. Lines that stay keep every character.
 * `format` is what the media type says.
 * Specs: java.util.Properties.load; YAML 1.2.2 §8.1.
 */
export function rewriteSettings(text: string, format: 'yaml' | 'unknown', visit: Visit): string {
  const texts = text.split('\n');
  const lines = texts.map(readSettingsLine);
  const kind = format === 'yaml' ? 'yaml' : texts.some(isCode) ? 'code' : 'other';
  let rewriter: SettingsRewriter | undefined;
  for (let from = 0; from < lines.length; ) {
    const to = endOfBlock(lines, from);
    const settings = lines.slice(from, to).filter(isTelling).length;
    if (settings >= MIN_SETTINGS) {
      rewriter ??= new SettingsRewriter(lines, kind, visit);
      rewriter.rewriteBlock(from, to);
    }
    from = to + 1;
  }
  return rewriter === undefined ? text : rewriter.text;
}

/** Whether a line says that this is a file of settings. */
function isTelling({ sort, text }: SettingsLine): boolean {
  return sort === 'setting' || sort === 'item' || isSection(text.trim());
}

/** Where the lines end that belong to each other; what is farther in than a value under a sign is its content. */
function endOfBlock(lines: readonly SettingsLine[], from: number): number {
  let at = from;
  for (; at < lines.length; at++) {
    const line = lines[at] as SettingsLine;
    if (line.sort === 'other' && !isContent(lines, at, from)) return at;
  }
  return at;
}

function isContent(lines: readonly SettingsLine[], at: number, from: number): boolean {
  const before = lines[at - 1];
  if (at === from || before === undefined) return false;
  if (continues(before)) return true;
  for (let up = at - 1; up >= from; up--) {
    const line = lines[up] as SettingsLine;
    if (line.text.trim() === '') continue;
    if (isBlockScalar(line)) return line.indent < (lines[at] as SettingsLine).indent;
    if (line.sort !== 'other' || line.indent < (lines[at] as SettingsLine).indent) return false;
    if (at - up > MAX_SCALAR) return false;
  }
  return false;
}

/** A longer text under a name is no credential. */
const MAX_SCALAR = 256;

/** A line that was drawn together with one before it: no line holds a line end. */
const GONE = '\n';

/** Source: Kubernetes API, "Secret". */
const SECRET_KIND = /^\s{0,32}kind:\s{1,8}"?Secret"?\s{0,8}$/;

const SECRET_MAPS = new Set(['data', 'stringData']);

/** What tells of such a secret. Whatever looks a text over first looks closer where it stands. */
export const SECRET_SIGN = 'kind: Secret';

/** A value is named beside it: `- name: DB_PASSWORD`, `value: …`. */
const LABELS = new Set(['name', 'key']);

/** Writes lines with other values in place of theirs. */
class SettingsRewriter {
  readonly #lines: readonly SettingsLine[];
  readonly #kind: FileKind;
  readonly #visit: Visit;
  readonly #output: string[];

  constructor(lines: readonly SettingsLine[], kind: FileKind, visit: Visit) {
    this.#lines = lines;
    this.#kind = kind;
    this.#visit = visit;
    this.#output = lines.map(({ text }) => text);
  }

  get text(): string {
    return this.#output.filter((line) => line !== GONE).join('\n');
  }

  /** Rewrites the lines between two places, half-open, which belong to each other. */
  rewriteBlock(from: number, to: number): void {
    const isSecret = this.#lines.slice(from, to).some(({ text }) => SECRET_KIND.test(text));
    let label = '';
    for (let at = from; at < to; at++) {
      const line = this.#line(at);
      if (line.sort !== 'setting') {
        if (line.sort !== 'aside') label = '';
        continue;
      }
      const value = writtenValue(line);
      const last = splitLast(line.name);
      if (LABELS.has(last) && nameMeaning('json', line.name) === undefined) {
        label = value;
        continue;
      }
      const name = label !== '' && last === 'value' ? label : line.name;
      label = '';
      if (nameMeaning('json', name) === undefined) {
        if (isSecret && value === '' && SECRET_MAPS.has(name)) this.#rewriteMap(at, to);
        continue;
      }
      if (value === '' && line.sign !== '=') this.#rewriteItems(at, to, name);
      else if (isBlockScalar(line)) this.#rewriteScalar(at, to, name);
      else if (continues(line)) this.#rewriteContinued(at, to, name);
      else this.#rewriteValue(at, name);
    }
  }

  #line(at: number): SettingsLine {
    return this.#lines[at] as SettingsLine;
  }

  #rewritten(name: string, text: string): string {
    return this.#visit({ place: 'json', name, text });
  }

  /** The value in a line of its own. */
  #rewriteValue(at: number, name: string): void {
    const line = this.#line(at);
    const value = writtenValue(line);
    if (!isSettingsValue(line, name, value, this.#kind)) return;
    const rewritten = this.#rewritten(name, value);
    if (rewritten !== value)
      this.#output[at] = line.text.slice(0, line.start) + rewritten + line.text.slice(line.end);
  }

  /** What a secret of Kubernetes holds, whatever it is called. */
  #rewriteMap(at: number, to: number): void {
    const { indent } = this.#line(at);
    for (let next = at + 1; next < to; next++) {
      const line = this.#line(next);
      if (line.sort !== 'setting' && line.sort !== 'aside' && line.indent > indent) continue;
      if (line.sort !== 'setting' || line.indent <= indent) return;
      if (nameMeaning('json', line.name) !== undefined) continue;
      if (isBlockScalar(line)) this.#rewriteScalar(next, to, 'secret');
      else this.#rewriteValue(next, 'secret');
    }
  }

  /** `tokens:` and its items below. */
  #rewriteItems(at: number, to: number, name: string): void {
    const { indent } = this.#line(at);
    for (let next = at + 1; next < to; next++) {
      const item = this.#line(next);
      if (item.sort === 'aside') continue;
      if (item.sort !== 'item' || item.indent < indent) return;
      this.#rewriteValue(next, name);
    }
  }

  /** The lines below that stand farther in. */
  #rewriteScalar(at: number, to: number, name: string): void {
    const { indent } = this.#line(at);
    let last = at;
    for (let next = at + 1; next < to; next++) {
      const line = this.#line(next);
      if (line.text.trim() === '') continue;
      if (line.indent <= indent) break;
      last = next;
    }
    if (last === at || last - at > MAX_SCALAR) return;
    const content = this.#lines.slice(at + 1, last + 1).map(({ text }) => text.trim());
    const value = content.join('\n').trim();
    const rewritten = this.#rewritten(name, value);
    if (rewritten === value) return;
    const first = this.#line(at + 1);
    const margin = first.text.slice(0, first.indent);
    const end = first.text.endsWith('\r') ? '\r' : '';
    this.#output[at + 1] = margin + rewritten.replaceAll('\n', `${end}\n${margin}`) + end;
    this.#output.fill(GONE, at + 2, last + 1);
  }

  /** The value behind an equals sign and on the lines that follow a backslash. Spec: java.util.Properties.load. */
  #rewriteContinued(at: number, to: number, name: string): void {
    const line = this.#line(at);
    let last = at;
    let value = line.text.slice(line.start).trimEnd();
    while (last + 1 < to && continues({ ...line, sort: 'other', text: value })) {
      last++;
      value = value.slice(0, -1) + this.#line(last).text.trim();
    }
    const rewritten = this.#rewritten(name, value);
    if (rewritten === value) return;
    this.#output[at] = line.text.slice(0, line.start) + rewritten + (line.text.endsWith('\r') ? '\r' : '');
    this.#output.fill(GONE, at + 1, last + 1);
  }
}

function writtenValue({ text, start, end }: SettingsLine): string {
  return text.slice(start, end);
}

function splitLast(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}
