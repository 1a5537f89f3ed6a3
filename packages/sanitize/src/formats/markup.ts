import { nameMeaning } from '../names/name-meaning.ts';
import { isChosenOrDrawn } from '../values/chosen.ts';
import type { Visit } from './visit.ts';

/** What a piece of markup begins with, and what ends it; whatever has no end is text. */
const SECTIONS = [
  { begin: '<![CDATA[', end: ']]>' },
  { begin: '<!--', end: '-->' },
] as const;

const TAG_START = /<[/!?]?[A-Za-z_:]/y;

/** Behind the `>` of the tag that begins at `at`; -1 where none does. In quotation marks a `>` ends nothing. */
function endOfTag(text: string, at: number): number {
  TAG_START.lastIndex = at;
  if (!TAG_START.test(text)) return -1;
  let end = TAG_START.lastIndex;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === 62) return end + 1;
    if (code === 60) return -1;
    // Only behind an equals sign do quotation marks hold a value; elsewhere they are apostrophes.
    if ((code !== 34 && code !== 39) || text.charCodeAt(end - 1) !== 61) continue;
    const close = text.indexOf(code === 34 ? '"' : "'", end + 1);
    if (close < 0 || close - end > MAX_ATTRIBUTE) continue;
    end = close;
  }
  return -1;
}

function indexOfMatch(text: string, pattern: RegExp, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? -1;
}

/** A quotation mark whose partner is farther away is a mistake. */
const MAX_ATTRIBUTE = 1_000_000;

/** One tag, a comment, CDATA, or a run of text after the other: every character once. */
function* piecesOf(text: string): Generator<string> {
  /** What ends the text of the script or style that was just opened; markup in it is none. */
  let rawEnd: RegExp | undefined;
  /** Ends that were looked for in vain are not looked for again. */
  const unended = new Set<string>();
  let at = 0;
  while (at < text.length) {
    let end = rawEnd === undefined ? text.indexOf('<', at) : indexOfMatch(text, rawEnd, at);
    rawEnd = undefined;
    if (end !== at) {
      if (end < 0) end = text.length;
      yield text.slice(at, end);
      at = end;
      continue;
    }
    const section = SECTIONS.find(({ begin }) => !unended.has(begin) && text.startsWith(begin, at));
    const stop = section === undefined ? -1 : text.indexOf(section.end, at + section.begin.length);
    if (section !== undefined && stop < 0) unended.add(section.begin);
    if (section !== undefined && stop >= 0) end = stop + section.end.length;
    else {
      const close = endOfTag(text, at);
      end = close < 0 ? at + 1 : close;
      const raw = /^<(script|style)[\s>]/i.exec(text.slice(at, at + 8))?.[1];
      if (raw !== undefined && text[end - 2] !== '/')
        rawEnd = raw.length === 6 ? /<\/script/gi : /<\/style/gi;
    }
    yield text.slice(at, end);
    at = end;
  }
}

const NAME = /[^\s=<>"'/]+/y;
const EQUALS = /\s*=\s*/y;
const VALUE = /"[^"]*"|'[^']*'|[^\s"'<>]+/y;

interface Attribute {
  readonly name: string;
  readonly written: string;
  /** Where the value as written stands in the tag. */
  readonly start: number;
  readonly end: number;
}

/** The attributes of a tag that have a value. */
function attributesOf(tag: string): Attribute[] {
  const attributes: Attribute[] = [];
  let at = 1;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(tag)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  while (at < tag.length) {
    const name = take(NAME);
    if (name === undefined) {
      at++;
      continue;
    }
    if (take(EQUALS) === undefined) continue;
    const start = at;
    const written = take(VALUE);
    if (written !== undefined) attributes.push({ name, written, start, end: at });
  }
  return attributes;
}

/**
 * Rewrites attribute values and text of XML or HTML; tags, comments' marks and spacing stay. Namespace
 * prefixes are not part of a name (`saml:Assertion` is `Assertion`). The `value` of an element (an input, a property,
 * a setting) is named by its `name` or `key`, the `content` of a meta element by its `name` or `property`; so is the
 * text of such an element. A text behind a label (`<dt>`, `<th>`, `<key>`) has the label as its alias. Script and
 * style text goes to `rewriteScript`.
 */
export function rewriteMarkup(text: string, visit: Visit, rewriteScript: (script: string) => string): string {
  const open: OpenElement[] = [];
  let pending = '';
  let label: Label = { text: '', isNext: false, isName: false, isSpoken: false };
  const columns = new Columns();
  const rewrite = (token: string): string => {
    if (token.startsWith('<![CDATA[')) {
      const inner = token.slice(9, -3);
      return `<![CDATA[${visit({ place: 'xml-element', name: open.at(-1)?.name ?? '', text: inner })}]]>`;
    }
    if (token.startsWith('<!--')) {
      return `<!--${visit({ place: 'text', name: '', text: token.slice(4, -3) })}-->`;
    }
    if (token.startsWith('</')) {
      if (open.length > 0) open.pop();
      columns.close(localName(token.slice(2, -1).trim()).toLowerCase());
      pending = '';
      return rewriteBetween(token, visit);
    }
    if (token.startsWith('<') && token.length > 1) {
      const element = localName(/^<[!?]?([^\s/>]+)/.exec(token)?.[1] ?? '');
      const rewritten = rewriteTag(token, element, visit);
      if (!token.endsWith('/>') && !isVoid(element) && !token.startsWith('<?') && !token.startsWith('<!'))
        open.push({ name: element, carrier: carrierOf(token) });
      pending = element.toLowerCase();
      columns.open(pending);
      return rewritten;
    }
    if (token.trim() === '') return token;
    if (pending === 'script' || pending === 'style') return rewriteScript(token);
    const element = open.at(-1);
    const holder = open.at(-2);
    const column = columns.nameOf(token);
    const named = column === undefined || label.isName ? label : { ...label, text: column, isNext: true };
    const rewritten = rewriteText(token, element, holder?.carrier ?? holder?.name ?? '', named, visit);
    label = labelFrom(token, element?.name.toLowerCase() ?? '') ?? {
      text: label.text,
      isNext: false,
      isName: false,
      isSpoken: SPOKEN.test(decodeEntities(token.slice(-MAX_LABEL))),
    };
    return rewritten;
  };
  let output = '';
  for (const token of piecesOf(text)) output += rewrite(token);
  return output;
}

/** The columns of a table whose first row names them: `<tr><th>Name</th><th>API key</th></tr>`. */
class Columns {
  #names: readonly string[] = [];
  #row: string[] = [];
  #cell = -1;
  #isHead = false;

  open(element: string): void {
    if (element === 'table') this.#names = [];
    else if (element === 'tr') this.#endRow();
    else if (element === 'td' || element === 'th') {
      this.#cell++;
      this.#isHead = element === 'th';
    }
  }

  close(element: string): void {
    if (element === 'tr' || element === 'table') this.#endRow();
  }

  /** The name of the column that a text stands in, where that says credential; the names of columns are noted. */
  nameOf(written: string): string | undefined {
    if (this.#cell < 0) return undefined;
    if (this.#isHead && written.length <= MAX_LABEL) this.#row[this.#cell] ??= decodeEntities(written.trim());
    const name = this.#isHead ? undefined : this.#names[this.#cell];
    return name !== undefined && nameMeaning('xml-element', name) !== undefined ? name : undefined;
  }

  /** A row with one name is a list of them, each beside its value. */
  #endRow(): void {
    if (this.#row.length > 1) this.#names = this.#row;
    this.#row = [];
    this.#cell = -1;
  }
}

interface OpenElement {
  readonly name: string;
  /** The name that the element gives to its text by an attribute. */
  readonly carrier: string | undefined;
}

/** A text that says what comes next. */
interface Label {
  readonly text: string;
  /** No other text stands between. */
  readonly isNext: boolean;
  /** It is the name of the very next text: property lists, XML-RPC. */
  readonly isName: boolean;
  /** It is a sentence that a password ends, in an element of its own: `Your password is <b>…</b>`. */
  readonly isSpoken: boolean;
}

const SPOKEN =
  /(?:password|passcode|passwort|mot de passe|密[码碼]|パスワード|비밀번호)(?: is| est| ist)?[ \u00a0]?[:：是は는은为為]?[ \u00a0「]?$/i;

const NAME_ELEMENTS = new Set(['key', 'name', 'paramname']);
/** Lists of definitions, tables, and words in bold. */
const LABEL_ELEMENTS = new Set(['dt', 'th', 'td', 'label', 'b', 'strong']);

const MAX_LABEL = 64;

function labelFrom(written: string, element: string): Label | undefined {
  const isName = NAME_ELEMENTS.has(element);
  if (written.length > MAX_LABEL || !(isName || LABEL_ELEMENTS.has(element))) return undefined;
  return { text: decodeEntities(written.trim()), isNext: true, isName, isSpoken: false };
}

/** The attribute that names an element's text: `<property name="db.password">`, `<textarea name="token">`. */
function carrierOf(tag: string): string | undefined {
  return CARRIER.test(tag)
    ? attributesOf(tag)
        .filter(({ name }) => /^(?:name|key)$/i.test(name))
        .map(({ written }) => decodeEntities(unquote(written)))[0]
    : undefined;
}

const CARRIER = /\s(?:name|key)\s{0,8}=/i;

function rewriteTag(tag: string, element: string, visit: Visit): string {
  const attributes = attributesOf(tag);
  const names = new Map(attributes.map(({ name, written }) => [name.toLowerCase(), unquote(written)]));
  let output = '';
  let copiedTo = 0;
  for (const { name, written, start, end } of attributes) {
    const key = name.toLowerCase();
    const value = decodeEntities(unquote(written));
    const isInput = element.toLowerCase() === 'input' && key === 'value';
    const carried =
      key === 'value' || key === 'content'
        ? (names.get('name') ?? names.get('key') ?? names.get('property') ?? names.get('id'))
        : undefined;
    const isPassword = isInput && names.get('type')?.toLowerCase() === 'password';
    const carrier = isPassword
      ? 'password'
      : (carried ?? (isInput ? (names.get('type') ?? '') : localName(name)));
    const place = isInput || carried !== undefined ? 'html-input' : 'xml-attribute';
    const rewritten = visit({ place, name: decodeEntities(carrier), text: value });
    const quote = written.startsWith("'") ? "'" : '"';
    const put = rewritten === value ? written : `${quote}${encodeEntities(rewritten)}${quote}`;
    output += rewriteBetween(tag.slice(copiedTo, start), visit) + put;
    copiedTo = end;
  }
  return output + rewriteBetween(tag.slice(copiedTo), visit);
}

const PERCENT_CODE = /%[0-9A-Fa-f]{2}/;

/** What stands in a tag beside the values of attributes: nothing that says anything, unless it is in percent codes. */
function rewriteBetween(written: string, visit: Visit): string {
  if (!PERCENT_CODE.test(written)) return written;
  return written
    .split(/([\s<>]+)/)
    .map((run) => (PERCENT_CODE.test(run) ? visit({ place: 'text', name: '', text: run }) : run))
    .join('');
}

function rewriteText(
  written: string,
  element: OpenElement | undefined,
  holder: string,
  label: Label,
  visit: Visit,
): string {
  const value = decodeEntities(written);
  const trimmed = value.trim();
  const name = element?.name ?? '';
  const borrowed =
    nameMeaning('xml-element', name) === undefined
      ? (element?.carrier ?? labelName(label, trimmed))
      : undefined;
  const rewritten =
    borrowed === undefined
      ? visit({
          place: 'xml-element',
          name,
          text: trimmed,
          ...(label.text === '' ? {} : { alias: label.text }),
          ...(holder === '' ? {} : { holder }),
        })
      : visit({ place: 'html-input', name: borrowed, text: trimmed });
  if (rewritten === trimmed) return written;
  return encodeEntities(value.replace(trimmed, () => rewritten));
}

function labelName({ text, isNext, isName, isSpoken }: Label, value: string): string | undefined {
  if (isName) return text;
  if (value.length < 6 || /\s/.test(value) || !isChosenOrDrawn(value)) return undefined;
  if (isSpoken) return 'password';
  // `<td>DB_PASSWORD</td><td>…</td>`: people choose shorter ones than machines do, with a digit.
  const isPassword = isNext && nameMeaning('xml-element', text)?.row?.rule === 'name/password';
  return isPassword && /\d/.test(value) ? text : undefined;
}

function unquote(written: string): string {
  return /^["']/.test(written) ? written.slice(1, -1) : written;
}

function localName(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1);
}

/** HTML's void elements never get a closing tag. Source: WHATWG HTML §13.1.2. */
function isVoid(element: string): boolean {
  return /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i.test(element);
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/** The five XML entities, `&nbsp;` and numeric references; nothing is ever expanded from a DTD. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(amp|lt|gt|quot|apos|nbsp));/g,
    (whole, decimal, hex, named) => {
      if (named !== undefined) return entities[named] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number.parseInt(decimal, 10);
      return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
        ? String.fromCodePoint(code)
        : whole;
    },
  );
}

function encodeEntities(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
