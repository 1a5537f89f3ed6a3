/**
 * The one way in which captured text reaches a terminal, a table cell or a message. Whatever could
 * move the cursor, start an escape sequence, forge a line, reverse or hide text is shown as a visible
 * escape instead (`\x1b`, `\n`, `\u202e`). Letters of every script pass unchanged.
 */

/**
 * Controls (C0, DEL, C1) · formats (bidi overrides and isolates, zero-width, soft hyphen, tags) · line
 * and paragraph separators · lone surrogates · other invisible characters (Hangul fillers, variation
 * selectors) · noncharacters. Source: Unicode general categories and Default_Ignorable_Code_Point.
 */
const unsafe =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;

/** The same without the line feed, for text that may span lines. */
const unsafeInLines =
  /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;

/** Marks beyond this many on one letter are drawn over the lines above and below. Vietnamese and Thai need 2, Hebrew 3. */
const pileOfMarks = /(?<=\p{M}{4})\p{M}/gu;

const named: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Captured text as one line of harmless text. */
export function escapeText(text: string): string {
  return text.replace(unsafe, visible).replace(pileOfMarks, visible);
}

/** Captured text of several lines (a body): line ends stay, tabs become two spaces, the rest is escaped. */
export function escapeLines(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll('\t', '  ')
    .replace(unsafeInLines, visible)
    .replace(pileOfMarks, visible);
}

/** Cells of a line with tabs between them, each harmless: what `cut` and spreadsheets take. No line end. */
export function tabbed(...cells: readonly (string | number)[]): string {
  return cells.map((cell) => escapeText(String(cell))).join('\t');
}

function visible(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  if (code > 0xffff) return `\\u{${hex}}`;
  if (code > 0xff) return `\\u${hex.padStart(4, '0')}`;
  return named[character] ?? `\\x${hex.padStart(2, '0')}`;
}
