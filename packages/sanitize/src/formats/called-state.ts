import { nameMeaning } from '../names/name-meaning.ts';
import { endOfQuoted } from './quoted.ts';
import type { Visit } from './visit.ts';

/** How the state of a page begins that a function puts together. Whatever looks a text over first looks closer where it stands. */
export const CALLED_STATE_SIGN = '__NUXT__=(function(';

const HEAD = /__NUXT__=\(function\(([\w$,]{0,16384})\)\{/;

/** A member whose value is an argument: `token:b`. */
const MEMBER = /([A-Za-z_$][\w$]{1,63}):([A-Za-z_$][\w$]{0,3})(?=[,}])/g;

/**
 * Rewrites the arguments of the function that puts a page's state together, by the members that they become:
 * `window.__NUXT__=(function(a,b){return {user:a,token:b}}("ann","…"))`. Source: Nuxt 2, `@nuxt/devalue`.
 */
export function rewriteCalledState(text: string, visit: Visit): string {
  const head = HEAD.exec(text);
  const from = head === null ? -1 : endOfBlock(text, head.index + head[0].length);
  if (head === null || from < 0 || text[from] !== '(') return text;
  const names = new Map<string, string>();
  for (const [, name = '', argument = ''] of text.slice(head.index, from).matchAll(MEMBER))
    if (!names.has(argument) && nameMeaning('json', name) !== undefined) names.set(argument, name);
  if (names.size === 0) return text;
  const parameters = (head[1] ?? '').split(',');
  let output = '';
  let copiedTo = 0;
  for (const { start, end, place } of textsOf(text, from + 1)) {
    const name = names.get(parameters[place] ?? '');
    const value = name === undefined ? undefined : decoded(text.slice(start, end));
    if (name === undefined || value === undefined) continue;
    const rewritten = visit({ place: 'json', name, text: value });
    if (rewritten === value) continue;
    output += text.slice(copiedTo, start) + JSON.stringify(rewritten);
    copiedTo = end;
  }
  return copiedTo === 0 ? text : output + text.slice(copiedTo);
}

/** Behind the bracket that closes the block whose content begins at `from`; -1 where none does. */
function endOfBlock(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 123) depth++;
    else if (code === 125) {
      depth--;
      if (depth === 0) return at + 1;
    } else if (code === 34) {
      const end = endOfQuoted(text, at);
      if (end < 0) return -1;
      at = end - 1;
    }
  }
  return -1;
}

/** The texts in quotation marks of a list of arguments that begins at `from`, and their places in it. */
function* textsOf(text: string, from: number): Generator<{ start: number; end: number; place: number }> {
  let depth = 0;
  let place = 0;
  for (let at = from; at < text.length; at++) {
    const sign = text[at] as string;
    if (sign === '"') {
      const end = endOfQuoted(text, at);
      if (end < 0) return;
      if (depth === 0) yield { start: at, end, place };
      at = end - 1;
    } else if ('([{'.includes(sign)) depth++;
    else if (')]}'.includes(sign)) {
      if (depth === 0) return;
      depth--;
    } else if (sign === ',' && depth === 0) place++;
  }
}

function decoded(written: string): string | undefined {
  try {
    return JSON.parse(written) as string;
  } catch {
    return undefined;
  }
}
