import type { Visit } from './visit.ts';

/** A JSON text, or what is left of one, walked token by token. */
export interface JsonWalk {
  readonly text: string;
  /** The text was JSON from its first to its last character. */
  readonly complete: boolean;
}

const whitespace = /[\s\uFEFF]*/y;
const stringToken = /"(?:[^"\\]|\\[\s\S])*"/y;
const scalarToken = /[-+.\w]+/y;

/**
 * Walks a JSON text and rewrites its scalar values in place. Everything else (white space, key order,
 * number spelling, duplicate keys, escapes of untouched strings) stays character by character. Array
 * items carry the name of the key that holds the array. Walks as far as the text is JSON-like and
 * leaves the rest alone: `complete` says whether anything was left. Keys are not values; a key that is
 * itself a credential is the caller's business.
 */
export function rewriteJsonText(text: string, visit: Visit): JsonWalk {
  const output: string[] = [];
  let copiedTo = 0;
  let at = 0;
  /** Names of the open containers; arrays repeat the name that leads to them. */
  const names: string[] = [];
  const isObject: boolean[] = [];
  let name = '';
  let expectKey = false;
  let complete = true;

  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null || match[0] === '') return undefined;
    at += match[0].length;
    return match[0];
  };
  const replace = (from: number, to: number, by: string): void => {
    output.push(text.slice(copiedTo, from), by);
    copiedTo = to;
  };

  walk: while (at < text.length) {
    take(whitespace);
    const from = at;
    const char = text[at];
    if (char === undefined) break;
    switch (char) {
      case '{':
      case '[':
        names.push(name);
        isObject.push(char === '{');
        expectKey = char === '{';
        at++;
        break;
      case '}':
      case ']':
        if (names.length === 0) {
          complete = false;
          break walk;
        }
        name = names.pop() ?? '';
        isObject.pop();
        expectKey = false;
        at++;
        break;
      case ',':
        expectKey = isObject.at(-1) === true;
        if (!expectKey) name = names.at(-1) ?? '';
        at++;
        break;
      case ':':
        expectKey = false;
        at++;
        break;
      case '"': {
        const token = take(stringToken);
        if (token === undefined) {
          complete = false;
          break walk;
        }
        const decoded = decodeJsonString(token);
        if (decoded === undefined) {
          complete = false;
          break;
        }
        if (expectKey) {
          name = decoded;
          break;
        }
        const rewritten = visit({ place: 'json', name, text: decoded, jsonType: 'string' });
        if (rewritten !== decoded) replace(from, at, JSON.stringify(rewritten));
        break;
      }
      default: {
        const token = take(scalarToken);
        if (token === undefined) {
          complete = false;
          break walk;
        }
        const jsonType = /^[-+.\d]/.test(token) ? 'number' : 'literal';
        const rewritten = visit({ place: 'json', name, text: token, jsonType });
        if (rewritten !== token) replace(from, at, JSON.stringify(rewritten));
      }
    }
  }
  if (names.length > 0) complete = false;
  output.push(text.slice(copiedTo));
  return { text: output.join(''), complete };
}

/** A JSON string token with its quotes → its value; undefined where its escapes are broken. */
function decodeJsonString(token: string): string | undefined {
  if (!token.includes('\\')) return token.slice(1, -1);
  try {
    const value: unknown = JSON.parse(token);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
