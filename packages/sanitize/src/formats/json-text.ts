import { nameMeaning } from '../names/name-meaning.ts';
import { distantNames } from './distant-names.ts';
import { JsonOrder } from './json-order.ts';
import { endOfQuoted } from './quoted.ts';
import type { MetValue, Visit } from './visit.ts';

/** A JSON text, or what is left of one, walked token by token. */
export interface JsonWalk {
  readonly text: string;
  /** The text was like JSON from its first to its last character. */
  readonly complete: boolean;
  /** It was JSON, or several JSON texts in a row: in what only looks like it, anything may stand where no value is looked for. */
  readonly isJson: boolean;
}

const whitespace = /[\s\uFEFF]*/y;
const scalarToken = /[-+.\w]+/y;

/**
 * Walks a JSON text and rewrites its scalar values in place. Everything else (white space, key order,
 * number spelling, duplicate keys, escapes of untouched strings) stays character by character. Array
 * items carry the name of the key that holds the array. Walks as far as the text is JSON-like and
 * leaves the rest alone: `complete` says whether anything was left. Keys go to `visitKey`: a map from tokens
 * holds credentials in its keys.
 */
export function rewriteJsonText(text: string, visit: Visit, visitKey?: (key: string) => string): JsonWalk {
  // `{"name": "password", "value": "…"}`, in either order: the name stands in a value of its own.
  const labels = VALUE_KEY.test(text) ? collectLabels(text) : undefined;
  return walk(text, visit, labels, visitKey, distantNames(text));
}

/** More beginnings of JSON that is none are code. */
const MAX_FALSE_STARTS = 32;

/**
 * Rewrites the JSON that stands inside other text: state in a script, a call around a value, a message behind a
 * number. JSON begins with a bracket and a quotation mark; what does not end is left alone.
 */
export function rewriteEmbeddedJson(text: string, visit: Visit, visitKey: (key: string) => string): string {
  let output = '';
  let copiedTo = 0;
  let falseStarts = 0;
  START.lastIndex = 0;
  for (
    let start = START.exec(text);
    start !== null && falseStarts < MAX_FALSE_STARTS;
    start = START.exec(text)
  ) {
    const end = endOfJson(text, start.index);
    if (end === undefined) {
      falseStarts++;
      continue;
    }
    const written = text.slice(start.index, end);
    const walked = rewriteJsonText(written, visit, visitKey);
    if (walked.complete && walked.text !== written) {
      output += text.slice(copiedTo, start.index) + walked.text;
      copiedTo = end;
    }
    START.lastIndex = end;
  }
  return copiedTo === 0 ? text : output + text.slice(copiedTo);
}

const START = /[[{]\s{0,20}["{[]/g;

/** Where the brackets that open at `at` are closed again; `undefined` where they are not. Strings are stepped over. */
function endOfJson(text: string, at: number): number | undefined {
  let depth = 0;
  for (let index = at; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 123 || code === 91) depth++;
    else if (code === 125 || code === 93) {
      depth--;
      if (depth === 0) return index + 1;
    } else if (code === 34) {
      const end = endOfQuoted(text, index);
      if (end < 0) return undefined;
      index = end - 1;
    }
  }
  return undefined;
}

/** Keys under which a value stands whose name stands beside it. */
const VALUE_KEYS: ReadonlySet<string> = new Set(['value', 'val', 'Value', 'content', 'data', 'v']);
const VALUE_KEY = /"(?:[Vv]alue|val|content|data|v)"\s{0,20}:/;

/** Keys that name the value beside them. */
export const LABEL_KEYS: ReadonlySet<string> = new Set([
  'name',
  'type',
  'key',
  'field',
  'id',
  'header',
  'param',
  'label',
  'variable',
  'path',
  'Name',
  'Key',
  // Pages of Oracle APEX send `{"n": "P9_PASSWORD", "v": "…"}`.
  'n',
  'sensitive',
]);

/** A label of one letter as it is written: what looks a text over first looks for longer names. */
export const SHORT_LABELS: readonly string[] = ['"n":"', '"n": "', '\\"n\\":\\"'];

/** A type that says secret and is no name, as it is written. */
export const SECRET_TYPE_SIGNS: readonly string[] = [
  '"concealed"',
  'concealed\\"',
  '"securestring"',
  'securestring\\"',
];

/** What tells of an object that it is a cookie, beside its name and value, as browsers and test tools write them. */
export const COOKIE_MEMBERS: ReadonlySet<string> = new Set(['httpOnly', 'hostOnly', 'sameSite']);

/** What holds cookies. */
export const COOKIE_HOLDERS: ReadonlySet<string> = new Set(['cookies', 'Cookies']);

/** By the number of the container, in order of their braces. */
interface Labels {
  /** What an object calls its value. */
  readonly names: ReadonlyMap<number, string>;
  readonly cookies: ReadonlySet<number>;
}

function collectLabels(text: string): Labels {
  const names = new Map<number, string>();
  const secrets = new Set<number>();
  const cookies = new Set<number>();
  /** What changes an object names its member by the way to it: `{"op": "replace", "path": "/password", …}` (RFC 6902). */
  const paths = new Map<number, string>();
  walk(
    text,
    ({ name, text: value, jsonType }, container) => {
      if (COOKIE_MEMBERS.has(name)) cookies.add(container);
      if (
        name === 'sensitive'
          ? value === 'true'
          : (name === 'type' || name === 'Type') && SECRET_TYPE.test(value)
      )
        secrets.add(container);
      if (jsonType === 'string' && name === 'path') paths.set(container, value);
      else if (jsonType === 'string' && LABEL_KEYS.has(name) && !names.has(container))
        names.set(container, value);
      return value;
    },
    undefined,
  );
  // A cookie has a path, too, and is called by its name.
  for (const [container, path] of paths) if (!names.has(container)) names.set(container, path);
  // `{"key": "x", "type": "secret"}`, `{"sensitive": true}`: whatever it is called.
  for (const container of secrets)
    if (nameMeaning('json', names.get(container) ?? '') === undefined) names.set(container, 'secret');
  return { names, cookies };
}

const SECRET_TYPE = /^(?:secret|password|concealed|securestring)$/i;

/** Header fields as a flat list, names and values in turn. Seen in: `rawHeaders` of Node. */
export const RAW_HEADERS = /^_?raw_?(?:headers|trailers)$/i;

const HEADERS = /(?:headers|trailers)$/i;

const FIELD_NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{1,99}$/;

function walk(
  text: string,
  visit: (value: MetValue, container: number) => string,
  labels: Labels | undefined,
  visitKey?: (key: string) => string,
  /** By where a value begins. See {@link distantNames}. */
  distant?: ReadonlyMap<number, string>,
): JsonWalk {
  const output: string[] = [];
  let copiedTo = 0;
  let at = 0;
  /** Names of the open containers; arrays repeat the name that leads to them. */
  const names: string[] = [];
  const isObject: boolean[] = [];
  /** Numbers of the open containers, and of the next one. */
  const containers: number[] = [];
  let nextContainer = 0;
  let name = '';
  /** The text before this one in the same array, and how many items stand before it, of all open containers. */
  let itemBefore: string | undefined;
  const items: number[] = [];
  let expectKey = false;
  let complete = true;
  const order = new JsonOrder();

  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null || match[0] === '') return undefined;
    at += match[0].length;
    return match[0];
  };
  const container = (): number => containers.at(-1) ?? -1;
  const label = (): string | undefined =>
    labels !== undefined && VALUE_KEYS.has(name) ? labels.names.get(container()) : undefined;
  const nameHere = (): string => label() ?? fieldName() ?? name;
  /** `["X-Api-Key", "…"]` in a list of header fields, or the same in a row. */
  const fieldName = (): string | undefined => {
    if (itemBefore === undefined || isObject.at(-1) !== false || (items.at(-1) ?? 0) % 2 === 0)
      return undefined;
    const list = names.at(-1) ?? '';
    const isPair = isObject.at(-2) === false && items.at(-1) === 1 && HEADERS.test(list);
    return (isPair || RAW_HEADERS.test(list)) && FIELD_NAME.test(itemBefore) ? itemBefore : undefined;
  };
  const isCookie = (): boolean =>
    label() !== undefined &&
    (COOKIE_HOLDERS.has(names.at(-1) ?? '') || labels?.cookies.has(container()) === true);
  /** `{"password": {"value": …}}`. */
  const holderHere = (): string | undefined => (isObject.at(-1) === true ? names.at(-1) : undefined);
  /** `{"token": {"value": …}}`, `{"apiKeys": {"production": …}}`, `["access_token", …]`. */
  const aliasHere = (): string | undefined => {
    if (isObject.at(-1) === true) return names.at(-1);
    return itemBefore;
  };
  const replace = (from: number, to: number, by: string): void => {
    output.push(text.slice(copiedTo, from), by);
    copiedTo = to;
  };

  scan: while (at < text.length) {
    take(whitespace);
    const from = at;
    const char = text[at];
    if (char === undefined) break;
    switch (char) {
      case '{':
      case '[':
        names.push(name);
        isObject.push(char === '{');
        containers.push(nextContainer++);
        items.push(0);
        expectKey = char === '{';
        itemBefore = undefined;
        order.open(char === '{');
        at++;
        break;
      case '}':
      case ']':
        if (names.length === 0) {
          complete = false;
          break scan;
        }
        order.close(char === '}');
        name = names.pop() ?? '';
        isObject.pop();
        containers.pop();
        items.pop();
        expectKey = false;
        itemBefore = undefined;
        at++;
        break;
      case ',':
        order.comma();
        expectKey = isObject.at(-1) === true;
        if (!expectKey) name = names.at(-1) ?? '';
        items[items.length - 1] = (items.at(-1) ?? 0) + 1;
        at++;
        break;
      case ':':
        order.colon();
        expectKey = false;
        at++;
        break;
      case '"': {
        at = endOfQuoted(text, from);
        if (at < 0) {
          at = from;
          complete = false;
          break scan;
        }
        const decoded = decodeJsonString(text.slice(from, at));
        if (decoded === undefined) {
          complete = false;
          break;
        }
        // Behind a name without its colon stands its value.
        if (expectKey && !order.awaitsColon) {
          order.key();
          name = decoded;
          const key = visitKey?.(decoded) ?? decoded;
          if (key !== decoded) replace(from, at, JSON.stringify(key));
          break;
        }
        order.value();
        const alias = aliasHere();
        const holder = holderHere();
        const rewritten = visit(
          {
            place: 'json',
            name: distant?.get(from) ?? nameHere(),
            text: decoded,
            jsonType: 'string',
            ...(alias === undefined ? {} : { alias }),
            ...(holder === undefined || holder === '' ? {} : { holder }),
            ...(isCookie() ? { isCookie: true } : {}),
          },
          container(),
        );
        itemBefore = decoded;
        if (rewritten !== decoded) replace(from, at, JSON.stringify(rewritten));
        break;
      }
      default: {
        const token = take(scalarToken);
        if (token === undefined) {
          complete = false;
          break scan;
        }
        if (expectKey && !order.awaitsColon) {
          // A literal of JavaScript: its keys need no quotation marks.
          order.stranger();
          name = token;
          break;
        }
        // Words behind the JSON are a message that follows it.
        if (names.length === 0 && !SCALAR.test(token)) complete = false;
        if (SCALAR.test(token)) order.value();
        else order.stranger();
        const jsonType = typeOfBare(token);
        const holder = jsonType === 'literal' ? undefined : holderHere();
        const rewritten = visit(
          {
            place: 'json',
            name: nameHere(),
            text: token,
            jsonType,
            ...(holder === undefined || holder === '' ? {} : { holder }),
          },
          container(),
        );
        if (rewritten === token) break;
        // A number that goes is replaced by a number, so that its reader still finds one.
        const staysNumber = jsonType === 'number' && /^\d{1,15}$/.test(rewritten);
        replace(from, at, staysNumber ? rewritten : JSON.stringify(rewritten));
      }
    }
  }
  if (names.length > 0) complete = false;
  output.push(text.slice(copiedTo));
  return { text: output.join(''), complete, isJson: complete && order.isKept };
}

const NUMBER = /^[-+.\d][-+.\deE]*$/;
/** Spec: RFC 8259 §3 and §6. */
const SCALAR = /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null)$/;

/** Words of a language are no credentials; what nobody put into quotation marks may be one all the same. */
function typeOfBare(token: string): 'number' | 'string' | 'literal' {
  if (NUMBER.test(token)) return 'number';
  return /\d/.test(token) && token.length >= LEAST_BARE ? 'string' : 'literal';
}

/** Shorter words with digits are variables and enumerated values. */
const LEAST_BARE = 12;

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
