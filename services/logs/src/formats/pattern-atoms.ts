/** One piece of a regular expression: a character, a class or a group, with its repetition. */
export interface Atom {
  /** As written, repetition included. */
  readonly source: string;
  /** Without the repetition. */
  readonly single: string;
  /** What a group holds; undefined for characters, classes and look-arounds. */
  readonly group: string | undefined;
  /** It may be missing. */
  readonly isOptional: boolean;
  readonly end: number;
}

/** The piece that begins at `at`; undefined at the end of the pattern or of its group. */
export function readAtom(source: string, at: number): Atom | undefined {
  const first = source[at];
  if (first === undefined || first === ')' || first === '|') return undefined;
  let end = at + 1;
  let group: string | undefined;
  if (first === '\\') end = at + 2;
  else if (first === '[') end = endOfClass(source, at);
  else if (first === '(') {
    end = endOfGroup(source, at);
    const head = /^\((?:\?:|\?P?<[A-Za-z_]\w*>|(?!\?))/.exec(source.slice(at));
    if (head !== null) group = source.slice(at + head[0].length, end - 1);
  }
  const single = source.slice(at, end);
  const repetition = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(source.slice(end))?.[0] ?? '';
  end += repetition.length;
  const isOptional = /^(?:[*?]|\{0[,}])/.test(repetition);
  return { source: source.slice(at, end), single, group, isOptional, end };
}

/** All pieces of a pattern in a row; undefined where it has alternatives at its top level. */
export function atomsOf(source: string): Atom[] | undefined {
  const atoms: Atom[] = [];
  let at = 0;
  while (at < source.length) {
    const atom = readAtom(source, at);
    if (atom === undefined) return undefined;
    atoms.push(atom);
    at = atom.end;
  }
  return atoms;
}

/** The alternatives of a pattern at its top level. */
export function alternativesOf(source: string): string[] {
  const parts: string[] = [];
  let from = 0;
  let at = 0;
  while (at < source.length) {
    if (source[at] === '|') {
      parts.push(source.slice(from, at));
      from = ++at;
      continue;
    }
    const atom = readAtom(source, at);
    if (atom === undefined) break;
    at = atom.end;
  }
  parts.push(source.slice(from));
  return parts;
}

function endOfClass(source: string, at: number): number {
  let end = at + 1;
  while (end < source.length && source[end] !== ']') end += source[end] === '\\' ? 2 : 1;
  return end + 1;
}

function endOfGroup(source: string, at: number): number {
  let depth = 0;
  let end = at;
  while (end < source.length) {
    const character = source[end];
    if (character === '\\') end += 2;
    else if (character === '[') end = endOfClass(source, end);
    else {
      if (character === '(') depth++;
      if (character === ')') depth--;
      end++;
      if (depth === 0) return end;
    }
  }
  return end;
}
