import { padEnd, widthOf } from './width.ts';

/**
 * Breaks escaped text at spaces into lines of at most `cells`; a word that is longer stands on a line
 * of its own, whole, so that ids and URLs can be copied. Text without spaces between words (Chinese,
 * Japanese) breaks between wide characters.
 */
export function wrap(text: string, cells: number): string[] {
  if (!Number.isFinite(cells)) return [text];
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text)) {
    if (line !== '' && widthOf(line + piece.trimEnd()) > cells) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += line === '' ? piece.trimStart() : piece;
  }
  if (line !== '' || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

/** {@link wrap} with a label before the first line and as much room before the others. */
export function wrapLabelled(label: string, text: string, cells: number): string[] {
  const indent = widthOf(label);
  // A label that leaves no room to speak of: better too long a line than one word a line.
  const lines = wrap(text, Math.max(cells - indent, 20));
  return lines.map((line, at) => (at === 0 ? label : padEnd('', indent)) + line);
}

const wide = '\\u2e80-\\ua4cf\\uff01-\\uff60';
const opening = '「『（《〈【〔“‘';
const closing = '、。」』！），：；？》〉】〕”’';

/**
 * Words with the space that follows them. Each wide character is a word, but no line begins with what closes or ends with what
 * opens. Korean has spaces between its words.
 */
const word = new RegExp(`[${opening}]*(?:[${wide}]|[^\\s${wide}]+)[${closing}]*\\s*|\\s+`, 'gu');

function pieces(text: string): string[] {
  return text.match(word) ?? [];
}
