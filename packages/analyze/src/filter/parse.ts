import type { FilterNode, FilterOperator, FilterProblem, FilterProblemCode, FilterTerm } from './ast.ts';
import { filterKey } from './keys/key-table.ts';
import { compileLinearRegex } from './linear-regex/linear-regex.ts';
import { termTest } from './term-test.ts';

/** Longer expressions are cut: nobody types them. */
const MAX_LENGTH = 4096;
/** Parentheses and negations inside each other. */
const MAX_DEPTH = 64;

export interface ParsedFilter {
  readonly ast: FilterNode;
  /** In the order of the expression. */
  readonly problems: readonly FilterProblem[];
}

/**
 * Reads a filter expression; never throws. DevTools' syntax is accepted as it is (`domain:*.example.com
 * -status-code:200 /users\/[0-9]+/ text`), and around it:
 *
 *     filter     = and *( ( "OR" / "|" ) and )          "OR", "AND", "NOT" in capitals only
 *     and        = unary *( [ "AND" / "&" ] unary )
 *     unary      = [ "NOT" / "!" / "-" ] unary / "(" filter ")" / term
 *     term       = "text" / text / "/" regex "/" / key ":" value / key operator value
 *     operator   = "~" contains, or matches a /regex/ / "^=" / "$=" / "*=" / "!=" / ">=" / "<=" / ">" / "<"
 *                  / "=" (behind brackets only: in DevTools `id=7` is text)
 *     key        = a name of the table, `header`, `query` with a name in brackets
 *
 * What no rule fits is literal text, as in DevTools; `problems` says where that may surprise.
 */
export function parseFilter(text: string): ParsedFilter {
  const parser = new FilterParser(text.slice(0, MAX_LENGTH));
  if (text.length > MAX_LENGTH) parser.problem('too-long', MAX_LENGTH, text.length);
  const ast = parser.filter();
  return { ast, problems: parser.problems.sort((a, b) => a.start - b.start || a.end - b.end) };
}

/** Problems that DevTools does not know either: it reads them as text or matches nothing. */
const NOTES: ReadonlySet<FilterProblemCode> = new Set(['unknown-key', 'not-observable']);

const OPERATORS: Readonly<Record<string, FilterOperator>> = {
  ':': 'is',
  '~': 'contains',
  '*=': 'contains',
  '^=': 'starts',
  '$=': 'ends',
  '!=': 'differs',
  '=': 'equals',
  '>=': '>=',
  '<=': '<=',
  '>': '>',
  '<': '<',
};

/** Key, name in brackets, operator. Anchored, and each piece repeats one class. */
const TERM_HEAD = /([A-Za-z][A-Za-z.-]{0,40})(?:\[([^\]\s]{1,100})\])?(:|~|\*=|\^=|\$=|!=|>=|<=|=|>|<)?/y;
const COMPARISON = /^(?:>=|<=|>|<)/;

/** Recursive descent over the characters; every step consumes some, so it ends. */
class FilterParser {
  readonly text: string;
  readonly problems: FilterProblem[] = [];
  private at = 0;
  /** Open parentheses. */
  private depth = 0;

  constructor(text: string) {
    this.text = text;
  }

  problem(code: FilterProblemCode, start: number, end: number): void {
    this.problems.push({ code, severity: NOTES.has(code) ? 'note' : 'error', start, end });
  }

  filter(): FilterNode {
    const parts: FilterNode[] = [];
    let operator: { start: number; end: number } | undefined;
    for (;;) {
      const part = this.conjunction();
      if (part !== undefined) parts.push(part);
      else if (operator !== undefined) this.problem('missing-operand', operator.start, operator.end);
      const next = this.takeWord(['OR', '|', '||']);
      if (next === undefined) break;
      if (part === undefined && operator === undefined) this.problem('missing-operand', next.start, next.end);
      operator = next;
    }
    return joined('or', parts);
  }

  /** undefined = nothing stands here. */
  private conjunction(): FilterNode | undefined {
    const parts: FilterNode[] = [];
    let operator: { start: number; end: number } | undefined;
    for (;;) {
      const next = this.takeWord(['AND', '&', '&&']);
      if (next !== undefined) {
        if (parts.length === 0 || operator !== undefined)
          this.problem('missing-operand', next.start, next.end);
        operator = next;
        continue;
      }
      if (this.isEnd() || this.isWord(['OR', '|', '||'])) break;
      const part = this.unary();
      if (part === undefined) continue;
      parts.push(part);
      operator = undefined;
    }
    if (operator !== undefined && parts.length > 0)
      this.problem('missing-operand', operator.start, operator.end);
    return parts.length === 0 ? undefined : joined('and', parts);
  }

  /** One condition with the negations before it. undefined = only negations, or an empty group. */
  private unary(): FilterNode | undefined {
    let negations = 0;
    const start = this.at;
    for (;;) {
      if (this.takeWord(['NOT', '!']) !== undefined) negations++;
      else if (this.text[this.at] === '!' && !this.isBoundary(this.at + 1)) {
        this.at++;
        negations++;
      } else break;
      this.skipSpace();
    }
    if (this.isEnd() || this.isWord(['OR', '|', '||', 'AND', '&', '&&'])) {
      this.problem('missing-operand', start, Math.max(this.at, start + 1));
      return undefined;
    }
    // DevTools takes one minus as negation; what follows may begin with another one.
    if (this.text[this.at] === '-' && !this.isBoundary(this.at + 1)) {
      this.at++;
      negations++;
    }
    let node = this.text[this.at] === '(' ? this.group() : this.term();
    if (node === undefined) return undefined;
    if (negations > MAX_DEPTH) {
      this.problem('too-deep', start, this.at);
      negations = MAX_DEPTH + (negations % 2);
    }
    for (; negations > 0; negations--) node = { type: 'not', part: node };
    return node;
  }

  private group(): FilterNode | undefined {
    const start = this.at;
    if (this.depth >= MAX_DEPTH) {
      this.problem('too-deep', start, start + 1);
      return this.literal(start, this.wordEnd(start));
    }
    this.at++;
    this.depth++;
    const first = this.problems.length;
    const inner = this.filter();
    this.depth--;
    this.skipSpace();
    if (this.text[this.at] === ')') this.at++;
    else this.problem('unclosed-parenthesis', start, start + 1);
    const isEmpty = inner.type === 'and' && inner.parts.length === 0;
    if (isEmpty && this.problems.length === first) this.problem('missing-operand', start, this.at);
    return isEmpty ? undefined : inner;
  }

  private term(): FilterTerm {
    const start = this.at;
    const quoted = this.quoted(start);
    if (quoted !== undefined) return this.free(quoted.value, start, quoted.end);
    const regex = this.regex(start);
    if (regex !== undefined) return this.pattern('text', undefined, regex.source, start, regex.end);
    return this.keyed(start) ?? this.literal(start, this.wordEnd(start));
  }

  /** `key:value` and its kin. undefined = no key that the table has, or a value that the key does not know. */
  private keyed(start: number): FilterTerm | undefined {
    TERM_HEAD.lastIndex = start;
    const head = TERM_HEAD.exec(this.text);
    if (head === null) return undefined;
    const [written, keyName, name, sign] = head;
    const valueStart = start + written.length;
    if (keyName!.toLowerCase() === 'regexp' && name === undefined && sign === ':') {
      const end = this.wordEnd(valueStart);
      return this.pattern('text', undefined, this.text.slice(valueStart, end), start, end);
    }
    const key = filterKey(keyName!);
    // `text` is the table's name for what stands without a key; nobody writes it.
    if (key === undefined || key.key === 'text') {
      if (sign === ':' && this.looksLikeKey(valueStart))
        this.problem('unknown-key', start, start + keyName!.length);
      return undefined;
    }
    const isNamed = key.kind === 'text' && key.named === 'needed';
    if (isNamed !== (name !== undefined) || (sign === '=' && !isNamed)) return undefined;
    if (sign === undefined) {
      return isNamed && this.isBoundary(valueStart)
        ? this.done(key.key, 'present', '', start, valueStart, name)
        : undefined;
    }
    const isNumber = key.kind === 'number';
    const comparison =
      isNumber && sign === ':' ? COMPARISON.exec(this.text.slice(valueStart, valueStart + 2)) : null;
    const operator = OPERATORS[comparison?.[0] ?? sign]!;
    const from = valueStart + (comparison?.[0].length ?? 0);
    const regex = sign === '~' ? this.regex(from) : undefined;
    if (regex !== undefined && !isNumber) return this.pattern(key.key, name, regex.source, start, regex.end);
    const quoted = this.quoted(from);
    const end = quoted?.end ?? this.wordEnd(from);
    const value = quoted?.value ?? this.text.slice(from, end);
    if (value === '' && quoted === undefined) {
      this.problem('missing-value', start, end);
      return undefined;
    }
    const term = this.done(key.key, operator, value, start, end, name);
    const test = termTest(term);
    if (test === undefined) {
      this.at = start;
      this.problem('bad-value', from, end);
      return undefined;
    }
    if (test.kind === 'mark' && test.marks.some((mark) => mark.unobservable)) {
      this.problem('not-observable', start, end);
    }
    return term;
  }

  private pattern(
    key: string,
    name: string | undefined,
    source: string,
    start: number,
    end: number,
  ): FilterTerm {
    if (source === '') this.problem('missing-value', start, end);
    else if (compileLinearRegex(source) !== undefined)
      return this.done(key, 'matches', source, start, end, name);
    else this.problem('bad-regex', start, end);
    return this.literal(start, end);
  }

  private literal(start: number, end: number): FilterTerm {
    return this.free(this.text.slice(start, end), start, end);
  }

  /** Free text looks at host, path and query; one that begins like a URL looks at the whole URL, as in DevTools. */
  private free(value: string, start: number, end: number): FilterTerm {
    return /^[A-Za-z][A-Za-z0-9+.-]{0,30}:\/\//.test(value)
      ? this.done('url', 'is', value, start, end)
      : this.done('text', 'contains', value, start, end);
  }

  private done(
    key: string,
    operator: FilterOperator,
    value: string,
    start: number,
    end: number,
    name?: string,
  ): FilterTerm {
    this.at = end;
    return { type: 'term', key, ...(name === undefined ? {} : { name }), operator, value, start, end };
  }

  /** A text between quotes that ends where a term may end; `\"` and `\\` are escapes. */
  private quoted(start: number): { value: string; end: number } | undefined {
    if (this.text[start] !== '"') return undefined;
    let value = '';
    for (let at = start + 1; at < this.text.length; at++) {
      const character = this.text[at]!;
      if (character === '"') return this.isBoundary(at + 1) ? { value, end: at + 1 } : undefined;
      const next = this.text[at + 1];
      if (character === '\\' && (next === '"' || next === '\\')) {
        value += next;
        at++;
      } else value += character;
    }
    return undefined;
  }

  /** `/…/` up to the first slash that is not escaped, if a term may end there. Blanks belong to it. */
  private regex(start: number): { source: string; end: number } | undefined {
    if (this.text[start] !== '/') return undefined;
    for (let at = start + 1; at < this.text.length; at++) {
      if (this.text[at] === '\\') at++;
      else if (this.text[at] === '/') {
        const isWhole = at > start + 1 && this.isBoundary(at + 1);
        return isWhole ? { source: this.text.slice(start + 1, at), end: at + 1 } : undefined;
      }
    }
    return undefined;
  }

  /** End of a word: a blank, or the parenthesis that closes a group. Pairs inside a word belong to it. */
  private wordEnd(start: number): number {
    let inside = 0;
    let at = start;
    for (; at < this.text.length && !isSpace(this.text[at]!); at++) {
      if (this.text[at] === '(') inside++;
      else if (this.text[at] === ')') {
        if (inside > 0) inside--;
        else if (this.depth > 0) break;
      }
    }
    return at;
  }

  /** `https://…` and `localhost:8080` are text to everybody. */
  private looksLikeKey(valueStart: number): boolean {
    return /^[^\s/0-9]/.test(this.text.slice(valueStart, valueStart + 1));
  }

  private isBoundary(at: number): boolean {
    const character = this.text[at];
    return character === undefined || isSpace(character) || (character === ')' && this.depth > 0);
  }

  private isEnd(): boolean {
    this.skipSpace();
    return this.at >= this.text.length || (this.text[this.at] === ')' && this.depth > 0);
  }

  private isWord(words: readonly string[]): boolean {
    this.skipSpace();
    return words.some(
      (word) => this.text.startsWith(word, this.at) && this.isBoundary(this.at + word.length),
    );
  }

  private takeWord(words: readonly string[]): { start: number; end: number } | undefined {
    if (!this.isWord(words)) return undefined;
    const start = this.at;
    while (!this.isBoundary(this.at)) this.at++;
    return { start, end: this.at };
  }

  private skipSpace(): void {
    while (this.at < this.text.length && isSpace(this.text[this.at]!)) this.at++;
  }
}

/** Parts of the same kind lie side by side; one part needs no node around it. */
function joined(type: 'and' | 'or', parts: readonly FilterNode[]): FilterNode {
  if (parts.length === 0) return { type: 'and', parts: [] };
  if (parts.length === 1) return parts[0]!;
  return { type, parts: parts.flatMap((part) => (part.type === type ? part.parts : [part])) };
}

function isSpace(character: string): boolean {
  return /\s/.test(character);
}
