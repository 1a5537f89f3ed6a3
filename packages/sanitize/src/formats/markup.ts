import type { Visit } from './visit.ts';

/** What a piece of markup begins with, and what ends it; whatever has no end is text. */
const SECTIONS = [
  { begin: '<![CDATA[', end: ']]>' },
  { begin: '<!--', end: '-->' },
] as const;

const TAG = /<[/!?]?[A-Za-z_:][^<>]*>/y;

/** One tag, a comment, CDATA, or a run of text after the other: every character once. */
function* piecesOf(text: string): Generator<string> {
  /** Ends that were looked for in vain are not looked for again. */
  const unended = new Set<string>();
  let at = 0;
  while (at < text.length) {
    let end = text.indexOf('<', at);
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
      TAG.lastIndex = at;
      end = at + (TAG.exec(text)?.[0].length ?? 1);
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
 * prefixes are not part of a name (`saml:Assertion` is `Assertion`). In HTML, the `value` of an input is
 * named by the input's `name`, the `content` of a meta element by its `name` or `property`. Script and style
 * text goes to `rewriteScript`.
 */
export function rewriteMarkup(text: string, visit: Visit, rewriteScript: (script: string) => string): string {
  const open: string[] = [];
  let pending = '';
  const rewrite = (token: string): string => {
    if (token.startsWith('<![CDATA[')) {
      const inner = token.slice(9, -3);
      return `<![CDATA[${visit({ place: 'xml-element', name: open.at(-1) ?? '', text: inner })}]]>`;
    }
    if (token.startsWith('<!--')) {
      return `<!--${visit({ place: 'text', name: '', text: token.slice(4, -3) })}-->`;
    }
    if (token.startsWith('</')) {
      if (open.length > 0) open.pop();
      pending = '';
      return token;
    }
    if (token.startsWith('<') && token.length > 1) {
      const element = localName(/^<[!?]?([^\s/>]+)/.exec(token)?.[1] ?? '');
      const rewritten = rewriteTag(token, element, visit);
      if (!token.endsWith('/>') && !isVoid(element) && !token.startsWith('<?') && !token.startsWith('<!'))
        open.push(element);
      pending = element.toLowerCase();
      return rewritten;
    }
    if (token.trim() === '') return token;
    if (pending === 'script' || pending === 'style') return rewriteScript(token);
    return rewriteText(token, open.at(-1) ?? '', visit);
  };
  let output = '';
  for (const token of piecesOf(text)) output += rewrite(token);
  return output;
}

function rewriteTag(tag: string, element: string, visit: Visit): string {
  const attributes = attributesOf(tag);
  const names = new Map(attributes.map(({ name, written }) => [name.toLowerCase(), unquote(written)]));
  let output = '';
  let copiedTo = 0;
  for (const { name, written, start, end } of attributes) {
    const key = name.toLowerCase();
    const value = decodeEntities(unquote(written));
    const isInput = element.toLowerCase() === 'input' && key === 'value';
    const isMeta = element.toLowerCase() === 'meta' && key === 'content';
    const carrier = isInput
      ? (names.get('name') ?? names.get('id') ?? names.get('type') ?? '')
      : isMeta
        ? (names.get('name') ?? names.get('property') ?? '')
        : localName(name);
    const place = isInput || isMeta ? 'html-input' : 'xml-attribute';
    const rewritten = visit({ place, name: decodeEntities(carrier), text: value });
    if (rewritten === value) continue;
    const quote = written.startsWith("'") ? "'" : '"';
    output += `${tag.slice(copiedTo, start)}${quote}${encodeEntities(rewritten)}${quote}`;
    copiedTo = end;
  }
  return output + tag.slice(copiedTo);
}

function rewriteText(written: string, name: string, visit: Visit): string {
  const value = decodeEntities(written);
  const trimmed = value.trim();
  const rewritten = visit({ place: 'xml-element', name, text: trimmed });
  if (rewritten === trimmed) return written;
  return encodeEntities(value.replace(trimmed, () => rewritten));
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
