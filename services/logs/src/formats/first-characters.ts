import { type Atom, alternativesOf, readAtom } from './pattern-atoms.ts';

/**
 * Which ASCII characters a line must begin with to fit a pattern that begins with `^`: most lines are turned away by
 * one look at their first character. undefined = any, also where the pattern's beginning is not simple.
 */
export function firstCharacters(source: string): ReadonlySet<number> | undefined {
  if (!source.startsWith('^')) return undefined;
  return firstOf(source.slice(1));
}

function firstOf(source: string): ReadonlySet<number> | undefined {
  const alternatives = alternativesOf(source);
  if (alternatives.length > 1) return union(alternatives.map(firstOf));
  const atom = readAtom(source, 0);
  if (atom === undefined) return undefined;
  const own = charactersOf(atom);
  if (own === undefined || !atom.isOptional) return own;
  return union([own, firstOf(source.slice(atom.end))]);
}

function charactersOf(atom: Atom): ReadonlySet<number> | undefined {
  if (atom.group !== undefined) return firstOf(atom.group);
  if (/^[\^$.]|^\\[bB]/.test(atom.source)) return undefined;
  const one = new RegExp(`^(?:${atom.single})$`);
  const found = new Set<number>();
  for (let code = 0; code < 128; code++) if (one.test(String.fromCharCode(code))) found.add(code);
  // What fits letters beyond ASCII fits a line that begins with one.
  return one.test('é') || one.test('漢') ? undefined : found;
}

function union(sets: readonly (ReadonlySet<number> | undefined)[]): ReadonlySet<number> | undefined {
  const all = new Set<number>();
  for (const set of sets) {
    if (set === undefined) return undefined;
    for (const code of set) all.add(code);
  }
  return all;
}
