/** One value of a JSON text. Numbers keep their digits and repeated keys stay, which `JSON.parse` loses both. */
export interface JsonNode {
  /** Key in its object, position in its list; undefined at the root. */
  readonly key: string | number | undefined;
  readonly kind: 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';
  /** The value itself: a string decoded, anything else as written; `''` for objects and arrays. */
  readonly text: string;
  readonly children: readonly JsonNode[];
}

/** A deeper text is an attack; browsers' own parsers go on, and their writers break. */
const MAX_DEPTH = 512;

/** Reads a JSON text; undefined where it is none, or was cut off. A prefix against script tags (`)]}',`) is passed over. */
export function readJson(text: string): JsonNode | undefined {
  const reader = new Reader(text.replace(/^\)\]\}[^\n]{0,5}\n/, ''));
  try {
    return reader.document();
  } catch (error) {
    if (error instanceof NotJson) return undefined;
    throw error;
  }
}

/** The text is not JSON; it never leaves this file. */
class NotJson extends Error {}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const BLANKS = /[ \t\r\n]*/y;

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): JsonNode {
    const node = this.#value(undefined, 0);
    this.#skipBlanks();
    if (this.#at < this.#text.length) throw new NotJson();
    return node;
  }

  #value(key: JsonNode['key'], depth: number): JsonNode {
    this.#skipBlanks();
    if (depth > MAX_DEPTH) throw new NotJson();
    switch (this.#text[this.#at]) {
      case '{':
        return this.#members(key, depth);
      case '[':
        return this.#items(key, depth);
      case '"':
        return { key, kind: 'string', text: this.#string(), children: [] };
      case 't':
        return this.#word(key, 'boolean', 'true');
      case 'f':
        return this.#word(key, 'boolean', 'false');
      case 'n':
        return this.#word(key, 'null', 'null');
      default: {
        const text = this.#match(NUMBER);
        if (text === '') throw new NotJson();
        return { key, kind: 'number', text, children: [] };
      }
    }
  }

  #members(key: JsonNode['key'], depth: number): JsonNode {
    const children: JsonNode[] = [];
    this.#at++;
    if (this.#takes('}')) return { key, kind: 'object', text: '', children };
    do {
      this.#skipBlanks();
      if (this.#text[this.#at] !== '"') throw new NotJson();
      const name = this.#string();
      if (!this.#takes(':')) throw new NotJson();
      children.push(this.#value(name, depth + 1));
    } while (this.#takes(','));
    if (!this.#takes('}')) throw new NotJson();
    return { key, kind: 'object', text: '', children };
  }

  #items(key: JsonNode['key'], depth: number): JsonNode {
    const children: JsonNode[] = [];
    this.#at++;
    if (this.#takes(']')) return { key, kind: 'array', text: '', children };
    do children.push(this.#value(children.length, depth + 1));
    while (this.#takes(','));
    if (!this.#takes(']')) throw new NotJson();
    return { key, kind: 'array', text: '', children };
  }

  #string(): string {
    const start = this.#at;
    for (this.#at++; this.#at < this.#text.length; this.#at++) {
      const character = this.#text[this.#at];
      if (character === '\\') this.#at++;
      else if (character === '"') {
        this.#at++;
        return decoded(this.#text.slice(start, this.#at));
      }
    }
    throw new NotJson();
  }

  #word(key: JsonNode['key'], kind: 'boolean' | 'null', word: string): JsonNode {
    if (!this.#text.startsWith(word, this.#at)) throw new NotJson();
    this.#at += word.length;
    return { key, kind, text: word, children: [] };
  }

  #takes(sign: string): boolean {
    this.#skipBlanks();
    if (this.#text[this.#at] !== sign) return false;
    this.#at++;
    return true;
  }

  #skipBlanks(): void {
    this.#match(BLANKS);
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? '';
    this.#at += found.length;
    return found;
  }
}

function decoded(quoted: string): string {
  if (!/[\\\x00-\x1f]/.test(quoted)) return quoted.slice(1, -1);
  try {
    return JSON.parse(quoted) as string;
  } catch {
    throw new NotJson();
  }
}

/** The way to a value as scripts write it: `$.users[0]["e-mail"]`. */
export function jsonPath(keys: readonly (string | number)[]): string {
  return `$${keys
    .map((key) =>
      typeof key === 'number'
        ? `[${key}]`
        : /^[A-Za-z_$][\w$]*$/.test(key)
          ? `.${key}`
          : `[${JSON.stringify(key)}]`,
    )
    .join('')}`;
}
