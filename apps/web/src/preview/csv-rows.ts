/**
 * Rows of a table in text form. The sign between its cells is the one of comma, semicolon, tab and bar that the first line has
 * most of. Spec: RFC 4180; quotation marks that are not closed take the rest of the text.
 */
export function csvRows(text: string, maxRows: number): string[][] {
  const separator = separatorOf(text);
  const rows: string[][] = [];
  let cells: string[] = [];
  let at = 0;
  const endRow = (): void => {
    rows.push(cells);
    cells = [];
  };
  while (at < text.length && rows.length < maxRows) {
    const { cell, end } = text[at] === '"' ? quotedCell(text, at, separator) : plainCell(text, at, separator);
    cells.push(cell);
    at = end;
    if (text[at] === separator) {
      at++;
      if (at >= text.length) cells.push('');
      continue;
    }
    if (text[at] === '\r') at++;
    if (text[at] === '\n') at++;
    endRow();
  }
  if (cells.length > 0 && rows.length < maxRows) endRow();
  return rows;
}

const SEPARATORS = [',', ';', '\t', '|'] as const;

function separatorOf(text: string): string {
  // Cells in quotation marks may hold line ends, and any sign.
  const plain =
    text
      .slice(0, 4096)
      .replace(/"(?:[^"]|"")*"/g, '')
      .split(/\r?\n/, 1)[0] ?? '';
  const counted = SEPARATORS.map((sign) => ({ sign, count: plain.split(sign).length }));
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).sign;
}

function plainCell(text: string, start: number, separator: string): { cell: string; end: number } {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++;
  return { cell: text.slice(start, end), end };
}

function quotedCell(text: string, start: number, separator: string): { cell: string; end: number } {
  let cell = '';
  let at = start + 1;
  while (at < text.length) {
    const close = text.indexOf('"', at);
    if (close < 0) return { cell: cell + text.slice(at), end: text.length };
    cell += text.slice(at, close);
    at = close + 1;
    if (text[at] !== '"') break;
    cell += '"';
    at++;
  }
  // What stands between the closing mark and the separator belongs to the cell, as in spreadsheets.
  const rest = plainCell(text, at, separator);
  return { cell: cell + rest.cell, end: rest.end };
}
