import type { PatternVerdict } from '../compiled-format.ts';
import type { LinePattern } from '../line-pattern.ts';
import { atomsOf } from '../pattern-atoms.ts';

/** Pieces of patterns are shown to people; a longer one says no more. */
const SHOWN_CHARS = 80;

/** How far a line fits a pattern: the longest row of the pattern's pieces, from its beginning, that still fits. */
export function explainPattern(format: string, pattern: LinePattern, line: string): PatternVerdict {
  if (pattern.exec(line) !== undefined)
    return { format, pattern: pattern.name, fits: true, matchedChars: line.length, expected: '' };
  const atoms = atomsOf(pattern.source);
  if (atoms === undefined)
    return { format, pattern: pattern.name, fits: false, matchedChars: 0, expected: shown(pattern.source) };
  // Fitting is monotonic: what fits a longer row fits the shorter ones.
  let fits = 0;
  let matchedChars = 0;
  let beyond = atoms.length;
  while (beyond - fits > 1) {
    const middle = (fits + beyond) >> 1;
    const piece = atoms
      .slice(0, middle)
      .map(({ source }) => source)
      .join('');
    const length = pattern.lengthOf(piece, line);
    if (length === undefined) beyond = middle;
    else {
      fits = middle;
      matchedChars = length;
    }
  }
  const expected = shown(atoms[fits]?.source ?? '');
  return { format, pattern: pattern.name, fits: false, matchedChars, expected };
}

function shown(source: string): string {
  return source.length > SHOWN_CHARS ? `${source.slice(0, SHOWN_CHARS - 1)}…` : source;
}
