/** A piece of a page's text: plain, a literal of HTTP, or an item that a program shows. */
export interface Segment {
  readonly kind: 'text' | 'literal' | 'menu';
  readonly text: string;
}

const marks = /`([^`]+)`|\*\*([^*]+)\*\*/g;

/** Takes the marks of a page's text apart, in order and without gaps. */
export function segments(text: string): Segment[] {
  const found: Segment[] = [];
  let from = 0;
  for (const match of text.matchAll(marks)) {
    if (match.index > from) found.push({ kind: 'text', text: unbroken(text.slice(from, match.index)) });
    const [whole, literal, menu] = match;
    found.push(
      literal === undefined ? { kind: 'menu', text: menu ?? '' } : { kind: 'literal', text: literal },
    );
    from = match.index + whole.length;
  }
  if (from < text.length) found.push({ kind: 'text', text: unbroken(text.slice(from)) });
  return found;
}

/** French sets a space before `;` and inside guillemets; no line may begin or end there. */
function unbroken(text: string): string {
  return text.replace(/ (?=[;:!?»])|(?<=«) /g, '\u00a0');
}

/** The text without its marks. */
export function plainText(text: string): string {
  return segments(text)
    .map((segment) => segment.text)
    .join('');
}
