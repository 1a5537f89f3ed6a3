import { type Atom, alternativesOf, readAtom } from './pattern-atoms.ts';

/**
 * Whether a backtracking engine reads a pattern in time proportional to the text, whatever the text. Proved where there
 * is only one way to go on at every repetition: what may follow it begins with characters that it does not take. Then
 * giving characters back fails at once each time, and the sum is linear. Also fine, as factors that do not grow with the
 * text: optional pieces, alternatives, and repetitions of a few characters. Patterns that may begin anywhere must end
 * after a bounded number of characters as well. `false` = not proved, which includes look-around and back-references.
 */
export function provesLinear(source: string): boolean {
  const isAnchored = source.startsWith('^');
  const state: ProofState = { isAnchored, wide: 0 };
  try {
    return checkSequence(isAnchored ? source.slice(1) : source, new Set(), state) && state.wide <= 1;
  } catch (error) {
    // A piece that is no pattern; whoever compiles the whole says so.
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

interface ProofState {
  readonly isAnchored: boolean;
  /** Repetitions of up to `WIDE` characters that may end in several places: each multiplies by that. */
  wide: number;
}

/** Characters by code; `OTHERS` stands for everything beyond ASCII. The end of the text is in none. */
type Characters = ReadonlySet<number>;

const OTHERS = 128;
/** Repetitions up to here may be ambiguous; blanks for alignment, mostly. */
const NARROW = 9;
const WIDE = 512;

function checkSequence(source: string, follow: Characters, state: ProofState): boolean {
  return alternativesOf(source).every((alternative) => checkAlternative(alternative, follow, state));
}

function checkAlternative(source: string, follow: Characters, state: ProofState): boolean {
  const atoms: Atom[] = [];
  for (let at = 0; at < source.length; ) {
    const atom = readAtom(source, at);
    if (atom === undefined) return false;
    atoms.push(atom);
    at = atom.end;
  }
  let after = follow;
  for (const atom of atoms.toReversed()) {
    if (!checkAtom(atom, after, state)) return false;
    after = atom.isOptional || isNullable(atom) ? union(firstOf(atom), after) : firstOf(atom);
  }
  return true;
}

function checkAtom(atom: Atom, follow: Characters, state: ProofState): boolean {
  const { least, most } = repetitionOf(atom);
  if (!state.isAnchored && most > WIDE) return false;
  if (atom.group !== undefined) {
    const first = firstOf(atom);
    if (most <= 1) return checkSequence(atom.group, follow, state);
    // Each turn must be told from the next and from what follows by its first character.
    const turns = alternativesOf(atom.group).map((alternative) => firstOfSequence(alternative));
    const isTold =
      !meet(first, follow) &&
      turns.every((turn, at) => turns.slice(at + 1).every((other) => !meet(turn, other)));
    return (
      isTold && !isNullableSequence(atom.group) && checkSequence(atom.group, union(first, follow), state)
    );
  }
  if (isAssertion(atom)) return /^(?:\$|\\b)$/.test(atom.source);
  if (/^\((?:\?[=!<])|^\\[1-9k]/.test(atom.single)) return false;
  if (least === most || most <= NARROW || !meet(firstOf(atom), follow)) return true;
  state.wide++;
  return most <= WIDE;
}

function repetitionOf(atom: Atom): { readonly least: number; readonly most: number } {
  const sign = atom.source.slice(atom.single.length);
  if (sign === '') return { least: 1, most: 1 };
  if (sign.startsWith('?')) return { least: 0, most: 1 };
  if (sign.startsWith('*')) return { least: 0, most: Number.POSITIVE_INFINITY };
  if (sign.startsWith('+')) return { least: 1, most: Number.POSITIVE_INFINITY };
  const [, least = '0', comma, most = ''] = /^\{(\d+)(,?)(\d*)/.exec(sign)!;
  if (comma === '') return { least: Number(least), most: Number(least) };
  return { least: Number(least), most: most === '' ? Number.POSITIVE_INFINITY : Number(most) };
}

/** The characters that a piece may begin with. */
function firstOf(atom: Atom): Characters {
  if (atom.group !== undefined) return union(...alternativesOf(atom.group).map(firstOfSequence));
  if (isAssertion(atom)) return new Set();
  return charactersOf(atom.single);
}

function firstOfSequence(source: string): Characters {
  const found: Characters[] = [];
  for (let at = 0; at < source.length; ) {
    const atom = readAtom(source, at);
    if (atom === undefined) break;
    found.push(firstOf(atom));
    if (!atom.isOptional && !isNullable(atom)) break;
    at = atom.end;
  }
  return union(...found);
}

function isNullable(atom: Atom): boolean {
  return isAssertion(atom) || atom.isOptional || (atom.group !== undefined && isNullableSequence(atom.group));
}

function isNullableSequence(source: string): boolean {
  return alternativesOf(source).some((alternative) => {
    for (let at = 0; at < alternative.length; ) {
      const atom = readAtom(alternative, at);
      if (atom === undefined || !isNullable(atom)) return false;
      at = atom.end;
    }
    return true;
  });
}

function isAssertion(atom: Atom): boolean {
  return /^(?:\^|\$|\\[bB])/.test(atom.source);
}

const classes = new Map<string, Characters>();

function charactersOf(single: string): Characters {
  let known = classes.get(single);
  if (known === undefined) {
    const one = new RegExp(`^(?:${single})$`);
    const found = new Set<number>();
    for (let code = 0; code < OTHERS; code++) if (one.test(String.fromCharCode(code))) found.add(code);
    if (['é', '漢', '\u2028', '\ufffd'].some((other) => one.test(other))) found.add(OTHERS);
    known = found;
    classes.set(single, known);
  }
  return known;
}

function union(...sets: readonly Characters[]): Characters {
  const all = new Set<number>();
  for (const set of sets) for (const code of set) all.add(code);
  return all;
}

function meet(a: Characters, b: Characters): boolean {
  for (const code of a) if (b.has(code)) return true;
  return false;
}
