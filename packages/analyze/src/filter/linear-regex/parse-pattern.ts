import {
  type CharacterSet,
  characterSet,
  DIGITS,
  NOT_LINE_END,
  negated,
  SPACES,
  union,
  WORDS,
} from './character-set.ts';

/** A regular expression as a tree. Groups leave no trace: only whether the whole matches is asked. */
export type Pattern =
  | { readonly type: 'set'; readonly set: CharacterSet }
  | { readonly type: 'assert'; readonly at: Assertion }
  | { readonly type: 'sequence'; readonly parts: readonly Pattern[] }
  | { readonly type: 'choice'; readonly parts: readonly Pattern[] }
  /** `max` undefined = without end. */
  | {
      readonly type: 'repeat';
      readonly part: Pattern;
      readonly min: number;
      readonly max: number | undefined;
    };

export type Assertion = 'line-start' | 'line-end' | 'word-edge' | 'no-word-edge';

/** Groups inside groups. */
const MAX_DEPTH = 50;

const CLASS_ESCAPES: Readonly<Record<string, CharacterSet>> = {
  d: DIGITS,
  D: negated(DIGITS),
  w: WORDS,
  W: negated(WORDS),
  s: SPACES,
  S: negated(SPACES),
};

const CONTROL_ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, v: 11, f: 12, '0': 0 };

/**
 * Reads JavaScript's syntax of regular expressions (flags `im`), as far as it can be matched without
 * going back: no look-around, no back-references. undefined = not that, or broken.
 */
export function parsePattern(source: string): Pattern | undefined {
  try {
    // Broken patterns are the engine's to find; compiling one is cheap, running it is not done.
    new RegExp(source, 'im');
  } catch {
    return undefined;
  }
  const reader = new PatternReader(source);
  const pattern = reader.choice(0);
  return pattern !== undefined && reader.at === source.length ? pattern : undefined;
}

/** Walks the source once. Every method gives undefined where the syntax cannot be matched in linear time. */
class PatternReader {
  readonly source: string;
  at = 0;

  constructor(source: string) {
    this.source = source;
  }

  choice(depth: number): Pattern | undefined {
    if (depth > MAX_DEPTH) return undefined;
    const parts: Pattern[] = [];
    do {
      const part = this.sequence(depth);
      if (part === undefined) return undefined;
      parts.push(part);
    } while (this.take('|'));
    return parts.length === 1 ? parts[0] : { type: 'choice', parts };
  }

  private sequence(depth: number): Pattern | undefined {
    const parts: Pattern[] = [];
    while (this.at < this.source.length && this.source[this.at] !== '|' && this.source[this.at] !== ')') {
      const atom = this.atom(depth);
      if (atom === undefined) return undefined;
      parts.push(this.repeated(atom));
    }
    return { type: 'sequence', parts };
  }

  private repeated(part: Pattern): Pattern {
    const match = /^(?:([*+?])|\{([0-9]{1,5})(,([0-9]{1,5})?)?\})\??/.exec(
      this.source.slice(this.at, this.at + 16),
    );
    if (match === null) return part;
    this.at += match[0].length;
    const [, sign, from, comma, to] = match;
    if (sign === '?') return { type: 'repeat', part, min: 0, max: 1 };
    if (sign !== undefined) return { type: 'repeat', part, min: sign === '+' ? 1 : 0, max: undefined };
    const min = Number(from);
    return {
      type: 'repeat',
      part,
      min,
      max: comma === undefined ? min : to === undefined ? undefined : Number(to),
    };
  }

  private atom(depth: number): Pattern | undefined {
    const character = this.source[this.at]!;
    if (character === '(') return this.group(depth);
    if (character === '[') return this.bracket();
    if (character === '\\') return this.escape();
    this.at++;
    if (character === '^') return { type: 'assert', at: 'line-start' };
    if (character === '$') return { type: 'assert', at: 'line-end' };
    if (character === '.') return { type: 'set', set: NOT_LINE_END };
    return literal(character.charCodeAt(0));
  }

  private group(depth: number): Pattern | undefined {
    const head = /^\((?:\?:|\?<[A-Za-z_$][\w$]*>|(?!\?))/.exec(this.source.slice(this.at, this.at + 80));
    if (head === null) return undefined;
    this.at += head[0].length;
    const inner = this.choice(depth + 1);
    return inner !== undefined && this.take(')') ? inner : undefined;
  }

  private escape(): Pattern | undefined {
    const next = this.source[this.at + 1];
    if (next === 'b' || next === 'B') {
      this.at += 2;
      return { type: 'assert', at: next === 'b' ? 'word-edge' : 'no-word-edge' };
    }
    const set = next === undefined ? undefined : CLASS_ESCAPES[next];
    if (set !== undefined) {
      this.at += 2;
      return { type: 'set', set };
    }
    const code = this.escapedCode();
    return code === undefined ? undefined : literal(code);
  }

  private bracket(): Pattern | undefined {
    this.at++;
    const isNegated = this.take('^');
    const sets: CharacterSet[] = [];
    while (!this.take(']')) {
      const from = this.member();
      if (from === undefined) return undefined;
      if (typeof from !== 'number') {
        sets.push(from);
        continue;
      }
      const isRange = this.source[this.at] === '-' && this.source[this.at + 1] !== ']';
      if (isRange) this.at++;
      const to = isRange ? this.member() : from;
      // `[a-\d]` means three members in JavaScript and nothing to anybody.
      if (typeof to !== 'number') return undefined;
      sets.push(characterSet([[from, to]]));
    }
    const set = union(sets);
    return { type: 'set', set: isNegated ? negated(set) : set };
  }

  /** One member of a bracket: a code unit or a class. */
  private member(): number | CharacterSet | undefined {
    if (this.source[this.at] !== '\\') return this.source.charCodeAt(this.at++);
    const next = this.source[this.at + 1]!;
    const set = CLASS_ESCAPES[next];
    if (set !== undefined) {
      this.at += 2;
      return set;
    }
    if (next === 'b') {
      this.at += 2;
      return 8;
    }
    return this.escapedCode();
  }

  private escapedCode(): number | undefined {
    const hex = /^\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4}))/.exec(this.source.slice(this.at, this.at + 6));
    if (hex !== null) {
      this.at += hex[0].length;
      return Number.parseInt((hex[1] ?? hex[2])!, 16);
    }
    const next = this.source[this.at + 1];
    if (next === undefined) return undefined;
    // Back-references, octal and control escapes, and escapes with another meaning under other flags.
    if (/[1-9ckpPux]/.test(next) || (next === '0' && /[0-9]/.test(this.source[this.at + 2] ?? '')))
      return undefined;
    this.at += 2;
    return CONTROL_ESCAPES[next] ?? next.charCodeAt(0);
  }

  private take(character: string): boolean {
    if (this.source[this.at] !== character) return false;
    this.at++;
    return true;
  }
}

function literal(code: number): Pattern {
  return { type: 'set', set: characterSet([[code, code]]) };
}
