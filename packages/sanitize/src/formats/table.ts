import { nameMeaning } from '../names/name-meaning.ts';
import type { Visit } from './visit.ts';

/**
 * Rewrites the fields of a table in text (comma, semicolon or tab between fields) whose column has a telling name in
 * the first line; every other character stays. Spec: RFC 4180.
 */
export function rewriteTable(text: string, visit: Visit): string {
  const headEnd = text.search(/\r?\n/);
  if (headEnd < 0) return text;
  const head = text.slice(0, headEnd);
  const separator = [',', ';', '\t'].find((sign) => head.includes(sign));
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
