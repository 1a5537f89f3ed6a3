/** How deep one may look; deeper elements stand under each other. */
const DEEPEST_INDENT = 40;

/** Elements of HTML without content. Source: HTML, void elements. */
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;

/** Elements whose content is no markup, or whose blanks count. */
const VERBATIM = /^(?:script|style|pre|textarea)$/i;

/**
 * XML or HTML with a line for each element; an element that holds only words stays on its line. Nothing is resolved and
 * nothing is lost but the blanks between elements, so the text may be cut off, broken or hostile.
 */
export function prettyMarkup(text: string, isHtml: boolean): string {
  const lines: string[] = [];
  let depth = 0;
  let at = 0;
  /** The last line is an opening tag, so that words and a closing tag may follow on it. */
  let isOpen = false;
  const line = (content: string): void => {
    lines.push('  '.repeat(Math.min(depth, DEEPEST_INDENT)) + content);
    isOpen = false;
  };
  while (at < text.length) {
    if (text[at] !== '<') {
      const end = indexOr(text, '<', at);
      const words = text.slice(at, end).trim();
      at = end;
      if (words === '') continue;
      if (isOpen && text.startsWith('</', end) && !words.includes('\n')) {
        lines[lines.length - 1] += words;
        continue;
      }
      line(words);
      continue;
    }
    const end = tagEnd(text, at);
    const tag = text.slice(at, end);
    at = end;
    const name = /^<\/?([^\s/>]+)/.exec(tag)?.[1] ?? '';
    if (tag.startsWith('</')) {
      depth = Math.max(0, depth - 1);
      if (isOpen) {
        lines[lines.length - 1] += tag;
        isOpen = false;
      } else line(tag);
    } else if (/^<[!?]/.test(tag) || tag.endsWith('/>') || (isHtml && VOID.test(name))) {
      line(tag);
    } else {
      line(tag);
      isOpen = true;
      depth++;
      if (isHtml && VERBATIM.test(name)) {
        const close = closingTag(text, at, name);
        lines[lines.length - 1] += text.slice(at, close);
        at = close;
      }
    }
  }
  return lines.join('\n');
}

function indexOr(text: string, wanted: string, from: number): number {
  const found = text.indexOf(wanted, from);
  return found < 0 ? text.length : found;
}

function tagEnd(text: string, start: number): number {
  for (const [opening, closing] of [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
  ] as const)
    if (text.startsWith(opening, start))
      return Math.min(text.length, indexOr(text, closing, start) + closing.length);
  let quote = '';
  for (let at = start + 1; at < text.length; at++) {
    const character = text[at] as string;
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at + 1;
  }
  return text.length;
}

function closingTag(text: string, from: number, name: string): number {
  const wanted = `</${name.toLowerCase()}`;
  let at = text.indexOf('</', from);
  while (at >= 0) {
    if (text.slice(at, at + wanted.length).toLowerCase() === wanted) return at;
    at = text.indexOf('</', at + 2);
  }
  return text.length;
}
