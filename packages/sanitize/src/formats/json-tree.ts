import { endOfQuoted } from './quoted.ts';

/** A value of a JSON text, and where it begins. */
export interface JsonNode {
  /** Where its first character stands. */
  readonly start: number;
  /** What it is where it is no container: a text decoded, a number, a literal. */
  readonly scalar?: string | number | boolean | null;
  /** The members of an object, in order. */
  readonly members?: readonly JsonMember[];
  /** The items of an array. */
  readonly items?: readonly JsonNode[];
}

export interface JsonMember {
  readonly key: string;
  readonly value: JsonNode;
}

/** What is deeper is nobody's message. */
const MAX_DEPTH = 200;

const SCALAR = /-?\d[\d.eE+-]*|true|false|null/y;

/** The JSON texts in a row that a text consists of, as far as it does. */
export function jsonTrees(text: string): JsonNode[] {
  const reader = new TreeReader(text);
  const trees: JsonNode[] = [];
  for (let tree = reader.read(0); tree !== undefined; tree = reader.read(0)) trees.push(tree);
  return trees;
}

/** The member of an object with the first of these names that it has. */
export function memberOf(node: JsonNode | undefined, ...keys: readonly string[]): JsonNode | undefined {
  for (const key of keys) {
    const member = node?.members?.find((candidate) => candidate.key === key);
    if (member !== undefined) return member.value;
  }
  return undefined;
}

class TreeReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** The value that stands next; `undefined` where there is none, or what is there is broken. */
  read(depth: number): JsonNode | undefined {
    this.#skipBlanks();
    const start = this.#at;
    const sign = this.#text[start];
    if (sign === '"') {
      const scalar = this.#string();
      return scalar === undefined ? undefined : { start, scalar };
    }
    if (sign !== '{' && sign !== '[') return this.#scalar(start);
    if (depth >= MAX_DEPTH) return undefined;
    this.#at++;
    return sign === '{' ? this.#object(start, depth) : this.#array(start, depth);
  }

  #object(start: number, depth: number): JsonNode | undefined {
    const members: JsonMember[] = [];
    while (!this.#ends('}', members.length)) {
      const key = this.#string();
      if (key === undefined || !this.#passes(':')) return undefined;
      const value = this.read(depth + 1);
      if (value === undefined) return undefined;
      members.push({ key, value });
    }
    return { start, members };
  }

  #array(start: number, depth: number): JsonNode | undefined {
    const items: JsonNode[] = [];
    while (!this.#ends(']', items.length)) {
      const item = this.read(depth + 1);
      if (item === undefined) return undefined;
      items.push(item);
    }
    return { start, items };
  }

  /** Whether a container ends here; behind what it holds, the comma is passed. */
  #ends(sign: string, held: number): boolean {
    if (this.#passes(sign)) return true;
    if (held > 0) this.#passes(',');
    this.#skipBlanks();
    return false;
  }

  #passes(sign: string): boolean {
    this.#skipBlanks();
    if (this.#text[this.#at] !== sign) return false;
    this.#at++;
    return true;
  }

  #scalar(start: number): JsonNode | undefined {
    SCALAR.lastIndex = start;
    const written = SCALAR.exec(this.#text)?.[0];
    if (written === undefined) return undefined;
    this.#at += written.length;
    try {
      return { start, scalar: JSON.parse(written) as number | boolean | null };
    } catch {
      return undefined;
    }
  }

  #string(): string | undefined {
    const start = this.#at;
    const end = this.#text[start] === '"' ? endOfQuoted(this.#text, start) : -1;
    if (end < 0) return undefined;
    this.#at = end;
    const content = this.#text.slice(start + 1, end - 1);
    if (!content.includes('\\')) return content;
    try {
      return JSON.parse(`"${content}"`) as string;
    } catch {
      return undefined;
    }
  }

  #skipBlanks(): void {
    while (isBlank(this.#text.charCodeAt(this.#at))) this.#at++;
  }
}

/** White space, and the mark that some put in front of a text. */
function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff;
}
