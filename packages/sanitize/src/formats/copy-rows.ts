import { nameMeaning } from '../names/name-meaning.ts';
import type { Visit } from './visit.ts';

/** What stands in front of the rows. */
export const COPY_SIGN = 'from stdin';

const HEAD = /copy\s{1,8}[^\s(]{1,200}\s{0,8}\(([^()]{1,8192})\)\s{1,8}from stdin[^\r\n]{0,200}\r?\n/gi;

/**
 * Rewrites the fields of the rows behind `COPY users (name, password) FROM stdin;` by the names of their columns, up to
 * the line `\.`. A tab parts fields. Source: PostgreSQL, "COPY", "Text Format".
 */
export function rewriteCopiedRows(text: string, visit: Visit): string {
  let output = '';
  let copiedTo = 0;
  HEAD.lastIndex = 0;
  for (let head = HEAD.exec(text); head !== null; head = HEAD.exec(text)) {
    const names = (head[1] ?? '').split(',').map((name) => name.replace(/["\s]/g, ''));
    if (!names.some((name) => nameMeaning('json', name) !== undefined)) continue;
    const start = HEAD.lastIndex;
    const last = text.indexOf('\n\\.', start);
    const end = last < 0 ? text.length : last;
    output += text.slice(copiedTo, start) + rewriteRows(text.slice(start, end), names, visit);
    copiedTo = end;
    HEAD.lastIndex = end;
  }
  return copiedTo === 0 ? text : output + text.slice(copiedTo);
}

function rewriteRows(rows: string, names: readonly string[], visit: Visit): string {
  return rows
    .split(/(\r?\n)/)
    .map((row, at) => {
      const fields = row.split('\t');
      if (at % 2 === 1 || fields.length !== names.length) return row;
      return fields
        .map((field, column) =>
          field === '\\N' ? field : visit({ place: 'json', name: names[column] ?? '', text: field }),
        )
        .join('\t');
    })
    .join('');
}
