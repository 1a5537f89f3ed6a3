import type { LogMeta, NameVersion, Page, RawLog } from '../capture.ts';
import { isJsonObject, type JsonMembers, numberIn } from '../entry/raw-object.ts';
import { shapeOf } from '../entry/reading.ts';
import { withoutUndefined } from '../entry/without-undefined.ts';
import type { ReadNote } from '../notes/read-note.ts';
import { parseDateTimeText } from '../scan/parse-date-time.ts';

/**
 * Reads what `log` says besides its entries, whatever is missing or of a wrong type (Fiddler 2 writes
 * `pages: null`, hand-made captures leave the creator out). Members that are not understood stay in `custom`.
 */
export function readLogMeta({ log, root }: RawLog): { meta: LogMeta; notes: ReadNote[] } {
  const notes: ReadNote[] = [];
  const custom = new Map(Object.entries(log));

  const version = readVersion(log, custom, notes);
  const creator = readProgram(log, 'creator', custom, notes);
  const browser = readProgram(log, 'browser', custom, notes);
  const pages = readPages(log, custom, notes);
  const comment = textIn(log.comment);
  if (comment !== undefined || log.comment === '') custom.delete('comment');

  const meta = withoutUndefined({
    version,
    creator,
    browser,
    pages,
    comment,
    custom: Object.fromEntries(custom),
    rootCustom: root,
  });
  return { meta, notes };
}

function readVersion(log: JsonMembers, custom: Map<string, unknown>, notes: ReadNote[]): string {
  const written = log.version;
  if (typeof written === 'string' || typeof written === 'number') {
    custom.delete('version');
    const version = String(written).trim();
    if (version !== '') return version;
  }
  notes.push(note('log/version', '/log/version', shapeOf(written), 'version 1.1'));
  return '1.1';
}

function readProgram(
  log: JsonMembers,
  member: 'creator' | 'browser',
  custom: Map<string, unknown>,
  notes: ReadNote[],
): NameVersion | undefined {
  const written = log[member];
  if (!isJsonObject(written)) {
    if (member === 'creator') {
      notes.push(note('log/no-creator', '/log/creator', shapeOf(written), 'not known', 'hand-made captures'));
    }
    if (written === null) custom.delete(member);
    return undefined;
  }
  custom.delete(member);
  const comment = textIn(written.comment);
  return {
    name: anyText(written.name),
    version: anyText(written.version),
    ...(comment === undefined ? {} : { comment }),
  };
}

function readPages(log: JsonMembers, custom: Map<string, unknown>, notes: ReadNote[]): readonly Page[] {
  const written = log.pages;
  if (!Array.isArray(written)) {
    if (written !== undefined) {
      notes.push(note('log/pages-no-array', '/log/pages', shapeOf(written), 'no pages', 'Fiddler 2'));
    }
    if (written === null) custom.delete('pages');
    return [];
  }
  custom.delete('pages');
  const ids = new Set<string>();
  return written.flatMap((page: unknown, position): Page[] => {
    const place = `/log/pages/${position}`;
    if (!isJsonObject(page)) {
      notes.push(note('log/page-no-object', place, shapeOf(page), 'no page'));
      return [];
    }
    const id = anyText(page.id);
    if (ids.has(id))
      notes.push(note('log/page-id-again', `${place}/id`, 'an id that another page has', 'both kept'));
    ids.add(id);
    return [readPage(page, id)];
  });
}

/** The members of a page that the model knows; the rest is custom. */
const pageMembers: ReadonlySet<string> = new Set([
  'id',
  'title',
  'startedDateTime',
  'pageTimings',
  'comment',
]);

function readPage(page: JsonMembers, id: string): Page {
  const startedDateTime = textIn(page.startedDateTime);
  const timings = isJsonObject(page.pageTimings) ? page.pageTimings : {};
  return withoutUndefined({
    id,
    title: anyText(page.title),
    startedDateTime,
    startEpochMs: startedDateTime === undefined ? undefined : parseDateTimeText(startedDateTime),
    onContentLoadMs: markIn(timings.onContentLoad),
    onLoadMs: markIn(timings.onLoad),
    comment: textIn(page.comment),
    custom: Object.fromEntries(Object.entries(page).filter(([name]) => !pageMembers.has(name))),
  });
}

/** -1 and null (PhantomJS: NaN turned to JSON) say "does not apply". */
function markIn(value: unknown): number | undefined {
  const mark = numberIn(value);
  return mark !== undefined && mark >= 0 ? mark : undefined;
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function anyText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function note(
  code: ReadNote['code'],
  path: string,
  found: string,
  assumed: string,
  seenIn?: string,
): ReadNote {
  return { code, path, found, assumed, ...(seenIn === undefined ? {} : { seenIn }) };
}
