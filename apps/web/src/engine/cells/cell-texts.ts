import { tableRows, urlPlace } from '@harrier/analyze';
import type { Capture, Entry } from '@harrier/har';
import { maskEntry, type ValueMask } from '@harrier/sanitize';
import { type ColumnId, columnOf, customName } from '../../table/columns/column-table.ts';
import { Turns } from '../turn.ts';
import { jsonValueAt } from './json-value.ts';

/** The cells of one row that the index cannot fill, by their column. */
export interface CellTexts {
  readonly row: number;
  readonly cells: Readonly<Partial<Record<ColumnId, string>>>;
}

/** A body that is read for a cell; what stands in a table stands at its beginning. */
const MAX_BODY_BYTES = 1024 * 1024;
/** Nobody reads a longer cell. */
const MAX_CELL_CHARS = 1000;

/** What needs the row's analysis. */
const rowColumns: ReadonlySet<ColumnId> = new Set(['error', 'org']);

/** Fills cells of some rows, as they may be shown: masked, unless no mask is given. */
export async function cellTexts(
  capture: Capture,
  rows: readonly number[],
  columns: readonly ColumnId[],
  mask: ValueMask | undefined,
): Promise<CellTexts[]> {
  const texts: CellTexts[] = [];
  const needsRow = columns.some((id) => rowColumns.has(id));
  const needsEntry = columns.some((id) => columnOf(id).from === 'entry' && !rowColumns.has(id));
  const turns = new Turns();
  for (const row of rows) {
    // Somebody may be typing a filter meanwhile.
    if (turns.isOver) await turns.pause();
    const url = capture.index.urls?.get(row) ?? (await capture.openEntry(row)).request.url;
    const shownUrl = mask === undefined ? url : mask.text(url);
    const known = needsRow ? await analysed(capture, row) : undefined;
    const raw = needsEntry ? await capture.openEntry(row) : undefined;
    const entry = raw === undefined || mask === undefined ? raw : maskEntry(raw, mask);
    const cells: Partial<Record<ColumnId, string>> = {};
    for (const id of columns) {
      const text =
        columnOf(id).from === 'url'
          ? urlCell(shownUrl, id)
          : rowColumns.has(id)
            ? known?.[id as 'error' | 'org']
            : await entryCell(capture, entry as Entry, id, mask);
      if (text !== undefined && text !== '') cells[id] = text.slice(0, MAX_CELL_CHARS);
    }
    texts.push({ row, cells });
  }
  return texts;
}

async function analysed(
  capture: Capture,
  row: number,
): Promise<{ readonly error: string | undefined; readonly org: string | undefined }> {
  for await (const { error, org } of tableRows(capture, { entries: [row] }))
    return { error: error ?? undefined, org: org ?? undefined };
  return { error: undefined, org: undefined };
}

function urlCell(url: string, id: ColumnId): string {
  const [, scheme = '', path = ''] = /^([a-z][\w+.-]{0,30}):(?:\/\/[^/?#]*)?([^?#]*)/is.exec(url) ?? [];
  if (id === 'url') return url;
  if (id === 'scheme') return scheme;
  if (id === 'path') return path;
  // As DevTools names a request: the last part of its path, with the query; the host of a bare one.
  const tail = url.slice(url.lastIndexOf('/', url.search(/[?#]|$/) - 1) + 1).replace(/#.*$/s, '');
  return path === '' || path === '/' ? urlPlace(url).host : tail;
}

async function entryCell(
  capture: Capture,
  entry: Entry,
  id: ColumnId,
  mask: ValueMask | undefined,
): Promise<string | undefined> {
  const { request, response } = entry;
  switch (id) {
    case 'statusText':
      return response.statusText;
    case 'protocol':
      return response.httpVersion ?? request.httpVersion;
    case 'remoteAddress':
      return entry.serverIPAddress;
    case 'connection':
      return entry.connection;
    case 'initiator': {
      const { type, url, stack } = entry.initiator ?? {};
      return url ?? stack?.callFrames[0]?.url ?? type;
    }
    case 'priority':
      return entry.priority;
    case 'cookies':
      return countOf(request.cookies.length);
    case 'setCookies':
      return countOf(response.cookies.length);
    case 'page': {
      // Browsers call a page by its address.
      const title = capture.log.pages.find((page) => page.id === entry.pageref)?.title;
      return title === undefined ? entry.pageref : (mask?.text(title) ?? title);
    }
    case 'cache':
      return entry.fromCache;
    default:
      return await customCell(capture, entry, id, mask);
  }
}

function countOf(count: number): string {
  return count === 0 ? '' : String(count);
}

async function customCell(
  capture: Capture,
  { index, request, response }: Entry,
  id: ColumnId,
  mask: ValueMask | undefined,
): Promise<string | undefined> {
  const name = customName(id) ?? '';
  if (id.startsWith('req.header:') || id.startsWith('res.header:')) {
    const fields = id.startsWith('req.') ? request.headers : response.headers;
    return fields
      .filter((field) => field.name.toLowerCase() === name.toLowerCase())
      .map(({ value }) => value)
      .join(', ');
  }
  const side = id.startsWith('req.') ? 'request' : 'response';
  const { text } = await capture.openBody(index, side, { maxBytes: MAX_BODY_BYTES });
  if (text === undefined) return undefined;
  // Masked as a whole: what a value is shows in the names around it.
  return jsonValueAt(mask === undefined ? text : mask.text(text, 'application/json'), name);
}
