/** Deeper markup is a trap or a mistake; its lines would be all indentation. */
const deepestIndent = 60;

/**
 * XML or SOAP with a line for each element and two spaces a level. A reader's aid, no parser: text is
 * kept as written, and markup that does not close what it opens just comes out less straight.
 */
export function layoutMarkup(text: string): string {
  const lines: string[] = [];
  let depth = 0;
  let joined: string | undefined;
  const line = (piece: string) => `${'  '.repeat(Math.min(Math.max(depth, 0), deepestIndent))}${piece}`;
  const pieces = text.match(PIECE) ?? [];
  for (const [at, raw] of pieces.entries()) {
    const piece = raw.trim();
    if (piece === '') continue;
    if (/^<\//.test(piece)) {
      depth--;
      // An element that holds only text stays on one line with it.
      if (joined !== undefined) lines.push(joined + piece);
      else lines.push(line(piece));
      joined = undefined;
      continue;
    }
    if (joined !== undefined) {
      if (!piece.startsWith('<') || piece.startsWith('<![CDATA[')) {
        joined += piece;
        continue;
      }
      lines.push(joined);
      joined = undefined;
    }
    const opens = /^<[^!?/]/.test(piece) && !piece.endsWith('/>');
    if (opens && closesSoon(pieces, at)) joined = line(piece);
    else lines.push(line(piece));
    if (opens) depth++;
  }
  if (joined !== undefined) lines.push(joined);
  return lines.join('\n');
}

/** What opens and is not closed is one piece to the end: whoever looked for its end at each `<` behind it would never be done. */
const PIECE = /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<[^>]*(?:>|$)|[^<]+/g;

/** Whether the closing tag follows at once or behind one piece of text. */
function closesSoon(pieces: readonly string[], at: number): boolean {
  const next = pieces[at + 1] ?? '';
  if (next.startsWith('</')) return true;
  return (!next.startsWith('<') || next.startsWith('<![CDATA[')) && (pieces[at + 2] ?? '').startsWith('</');
}
