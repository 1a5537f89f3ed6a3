import { escapeText } from '../terminal/escape.ts';

/** One cell: text is captured and not trusted; numbers are ours. `null` = not known, an empty cell. */
export type CsvCell = string | number | null;

/** A line of CSV with its line end. Spec: RFC 4180. */
export function csvRow(cells: readonly CsvCell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/**
 * A cell that a spreadsheet takes for text: what would start a formula gets an apostrophe in front,
 * controls and invisible characters are shown as escapes (so a row is always one line), quotes are doubled.
 */
function csvCell(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const text = neutralise(cell);
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A cell that begins with one of these is calculated: `=` `+` `-` `@`, also in full width, also behind
 * white space; a tab or carriage return moves what follows into a cell of its own.
 * Source: OWASP, CSV injection.
 */
const startsFormula = /^\s*[=+\-@＝＋－＠\t\r\n]/;

/** Where the list separator is `;` (many European locales) a spreadsheet splits there whatever the quotes say. */
const formulaBehindSemicolon = /;(?=\s*[=+\-@＝＋－＠])/g;

const needsQuotes = /[",;\s]/;

function neutralise(captured: string): string {
  const guarded = startsFormula.test(captured) ? `'${captured}` : captured;
  return escapeText(guarded.replace(formulaBehindSemicolon, ";'"));
}
