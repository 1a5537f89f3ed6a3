import { nameMeaning } from '../names/name-meaning.ts';
import type { Visit } from './visit.ts';

/** As much of a text is looked at for the names of columns. */
const MAX_HEAD = 1000;

const COLUMN = /^"?\p{L}[\p{L}\p{M}\w ./()-]{0,60}"?$/u;

/** Whether the first line of a text could name the columns of a table, one of them a telling name. */
export function mayBeTable(text: string): boolean {
  const begin = text.slice(0, MAX_HEAD);
  const lineEnd = begin.indexOf('\n');
  if (lineEnd < 0) return false;
  const head = begin.slice(0, lineEnd).trimEnd();
  const separator = separatorOf(head);
  if (separator === undefined) return false;
  // Prose has blanks behind its commas, and who writes tables does not.
  const fields = head.split(separator);
  return (
    fields.every((field) => COLUMN.test(field)) &&
    fields.some((field) => nameMeaning('form', unquote(field)) !== undefined)
  );
}

/** Whether a text that nobody calls one is a table: each of its first lines has as many fields as the one that names them. */
export function isTable(text: string): boolean {
  if (!mayBeTable(text)) return false;
  const [head = '', ...rows] = text.split('\n', 3);
  const separator = separatorOf(head) ?? ',';
  const filled = rows.filter((row) => row.trim() !== '');
  const fields = head.split(separator).length;
  return filled.length > 0 && filled.every((row) => row.split(separator).length === fields);
}

function separatorOf(head: string): string | undefined {
  return [',', ';', '\t'].find((sign) => head.includes(sign));
}

/**
 * Rewrites the fields of a table in text (comma, semicolon or tab between fields) whose column has a telling name in
 * the first line; every other character stays. Spec: RFC 4180.
 */
export function rewriteTable(text: string, visit: Visit): string {
  const headEnd = text.search(/\r?\n/);
  if (headEnd < 0) return text;
  const head = text.slice(0, headEnd);
  const separator = separatorOf(head);
  if (separator === undefined) return text;
  const names = head.split(separator).map((field) => unquote(field.trim()));
  const telling = names.map((name) => nameMeaning('form', name) !== undefined);
  if (!telling.includes(true)) return text;
  let output = '';
  let copiedTo = 0;
  let column = 0;
  for (let at = headEnd; at < text.length; ) {
    const sign = text[at] as string;
    if (sign === '\n' || sign === '\r') {
      column = 0;
      at++;
      continue;
    }
    if (sign === separator) {
      column++;
      at++;
      continue;
    }
    const end = endOfField(text, at, separator);
    const written = text.slice(at, end);
    if (telling[column] === true) {
      const value = unquote(written);
      const rewritten = visit({ place: 'form', name: names[column] ?? '', text: value });
      if (rewritten !== value) {
        output += text.slice(copiedTo, at) + (written.startsWith('"') ? `"${rewritten}"` : rewritten);
        copiedTo = end;
      }
    }
    at = end;
  }
  return output + text.slice(copiedTo);
}

function endOfField(text: string, from: number, separator: string): number {
  let at = from;
  if (text[at] === '"') {
    for (at++; at < text.length; at++) {
      if (text[at] !== '"') continue;
      if (text[at + 1] !== '"') break;
      at++;
    }
  }
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

function unquote(field: string): string {
  return field.startsWith('"') && field.endsWith('"') && field.length > 1
    ? field.slice(1, -1).replaceAll('""', '"')
    : field;
}
