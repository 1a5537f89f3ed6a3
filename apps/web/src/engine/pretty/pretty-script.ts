import { parser } from '@lezer/javascript';

/** Shown as they are, whatever stands in them. */
const WHOLE: ReadonlySet<string> = new Set([
  'String',
  'TemplateString',
  'RegExp',
  'LineComment',
  'BlockComment',
  'JSXElement',
]);
/** What stands in them stands on lines of its own. */
const BODIES: ReadonlySet<string> = new Set([
  'Script',
  'Block',
  'ClassBody',
  'SwitchBody',
  'ObjectExpression',
]);
const LABELS: ReadonlySet<string> = new Set(['CaseLabel', 'DefaultLabel']);
/** With a blank on each side; a sign before a number is none of them. */
const SIGNS: ReadonlySet<string> = new Set([
  'ArithOp',
  'CompareOp',
  'LogicOp',
  'BitOp',
  'Equals',
  'UpdateOp',
  'Arrow',
]);
const UNARY: ReadonlySet<string> = new Set(['UnaryExpression', 'PostfixExpression']);
/** What goes on behind a closing brace. */
const GOES_ON = /^(?:else|catch|finally|while|[;,)\].:?(`=&|])/;
/** So short an object stays in its line. */
const SHORT_OBJECT = 60;
const DEEPEST_INDENT = 40;

/**
 * JavaScript with a line for each statement and each member of an object. Not a sign of it is changed, so that what is broken
 * or cut is shown as it is. The grammar is the one that colours the text; it reads on behind what it does not know.
 */
export function prettyScript(text: string): string {
  const lines = new LineWriter(text);
  /** The bodies around a token, the innermost last; short objects are none. */
  const bodies: { readonly name: string; readonly to: number }[] = [];
  let whole = 0;
  parser.parse(text).iterate({
    enter: ({ name, from, to, node }) => {
      if (from < whole) return false;
      const parent = node.parent?.name ?? '';
      const isPunctuation = /^[{}();,]$/.test(name);
      const body = bodies.at(-1);
      const isInBody = body !== undefined && body.name === parent;
      if (name === '}' && isInBody) lines.next(bodies.length - 2);
      else if (isInBody && !isPunctuation) {
        const isBehindLabel = parent === 'SwitchBody' && !LABELS.has(name);
        lines.next(bodies.length - 1 + (isBehindLabel ? 1 : 0));
      }
      const isBody = BODIES.has(name) && !(name === 'ObjectExpression' && isShort(text.slice(from, to)));
      if (isBody) bodies.push({ name, to });
      if (node.firstChild !== null && !WHOLE.has(name)) return true;
      if (WHOLE.has(name)) whole = to;
      lines.add(from, to, {
        isSpaced: SIGNS.has(name) && !UNARY.has(parent),
        isBehindParenthesis: name === '{' && BODIES.has(parent) && parent !== 'ObjectExpression',
      });
      if (name === 'LineComment') lines.next(Math.max(0, bodies.length - 1));
      else if (name === ',' && startsLine(parent, node.parent?.parent?.name)) lines.next(bodies.length);
      return false;
    },
    leave: ({ name, to }) => {
      if (BODIES.has(name) && bodies.at(-1)?.to === to) bodies.pop();
    },
  });
  return lines.finish();
}

function isShort(object: string): boolean {
  return object.length <= SHORT_OBJECT && object.indexOf('{', 1) < 0 && !object.includes('\n');
}

/** `var a=1,b=2` and `a(),b()`, as minifiers write them. */
function startsLine(parent: string, around: string | undefined): boolean {
  if (parent === 'VariableDeclaration') return around !== 'ForSpec';
  return parent === 'SequenceExpression' && around === 'ExpressionStatement';
}

interface TokenKind {
  readonly isSpaced: boolean;
  readonly isBehindParenthesis: boolean;
}

/** A statement or a condition follows, a blank apart. */
const KEYWORDS = /^(?:if|for|while|switch|catch|return|await|typeof|throw|case|in|of)$/;

/** Puts tokens into lines; what lies between two of them is kept, blanks apart. */
class LineWriter {
  readonly #text: string;
  readonly #pieces: string[] = [];
  #last = '';
  #end = 0;
  #pending: number | undefined;
  #isSpaced = false;

  constructor(text: string) {
    this.#text = text;
  }

  /** What comes next stands on a line of its own, so deep. */
  next(depth: number): void {
    this.#pending = Math.max(0, Math.min(depth, DEEPEST_INDENT));
  }

  add(from: number, to: number, { isSpaced, isBehindParenthesis }: TokenKind): void {
    const between = this.#text.slice(this.#end, from);
    this.#end = to;
    if (to === from && between.trim() === '') return;
    const token = between.trim() + this.#text.slice(from, to);
    const last = this.#last;
    if (this.#pieces.length > 0) {
      if (this.#pending !== undefined && !(last === '}' && GOES_ON.test(token)))
        this.#pieces.push('\n', '  '.repeat(this.#pending));
      else if (!/^[;,)\]]/.test(token)) {
        const isWord = /^[\w$]/.test(token) && (last === '}' || last === ')');
        const isOpened = /^[({[]/.test(token) && KEYWORDS.test(last);
        const isApart = isWord || isOpened || last === ',' || last === ';' || between !== '';
        if (isSpaced || this.#isSpaced || isBehindParenthesis || isApart) this.#pieces.push(' ');
      }
    }
    this.#pieces.push(token);
    this.#last = token;
    this.#pending = undefined;
    this.#isSpaced = isSpaced;
  }

  finish(): string {
    const rest = this.#text.slice(this.#end).trim();
    return this.#pieces.join('') + (rest === '' ? '' : `\n${rest}`);
  }
}
