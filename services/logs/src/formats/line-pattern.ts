import { RE2JS } from 're2js';
import { LogFormatError } from './log-format-error.ts';

/** A pattern with named groups, ready to be tried. */
export interface LinePattern {
  readonly name: string;
  readonly source: string;
  /** Names in the order of their groups. */
  readonly groups: readonly string[];
  /** What the groups hold: group `groups[n]` at index n + 1, as `RegExp.exec` has it; undefined = the pattern does not fit. */
  exec(text: string): readonly (string | undefined)[] | undefined;
  /** How many characters another pattern takes from the text, by the same engine; undefined = it does not fit. */
  lengthOf(piece: string, text: string): number | undefined;
}

/**
 * `native`: the platform's engine, for patterns that a test of ours proves linear. `linear`: RE2, for patterns from
 * outside; slower, but no text makes it hang.
 */
export type PatternEngine = 'native' | 'linear';

/** Error: {@link LogFormatError} `logs/format-wrong` at `path`. */
export function compilePattern(
  name: string,
  source: string,
  engine: PatternEngine,
  path: string,
): LinePattern {
  try {
    return engine === 'native' ? nativePattern(name, source) : linearPattern(name, source);
  } catch (cause) {
    const detail = (cause as Error).message;
    throw new LogFormatError('logs/format-wrong', path, `is no usable pattern: ${detail}`, cause);
  }
}

function nativePattern(name: string, source: string): LinePattern {
  // The platform builds an object for the names of every match, which takes longer than the match.
  const expression = new RegExp(source.replace(NAMED_GROUP, (all, name) => (name === undefined ? all : '(')));
  const named = groupNames(source);
  // Groups without a name shift the numbers, so the numbers are asked once.
  const numbers = new RegExp(`${source}|`, 'd').exec('');
  if (numbers === null || numbers.length - 1 !== named.length)
    throw new SyntaxError('every group needs a name, or ?: in front');
  return {
    name,
    source,
    groups: named,
    exec: (text) => expression.exec(text) ?? undefined,
    lengthOf: (piece, text) => new RegExp(piece.replaceAll('(?P<', '(?<')).exec(text)?.[0].length,
  };
}

function linearPattern(name: string, source: string): LinePattern {
  const expression = RE2JS.compile(source);
  const groups = groupNames(source);
  if (expression.groupCount() !== groups.length)
    throw new SyntaxError('every group needs a name, or ?: in front');
  return {
    name,
    source,
    groups,
    exec: (text) => {
      const matcher = expression.matcher(text);
      if (!matcher.find()) return undefined;
      return [matcher.group() ?? '', ...groups.map((_, at) => matcher.group(at + 1) ?? undefined)];
    },
    lengthOf: (piece, text) => {
      const matcher = RE2JS.compile(piece).matcher(text);
      return matcher.find() ? matcher.end() - matcher.start() : undefined;
    },
  };
}

/** The beginning of a named group; escapes and classes are stepped over. */
const NAMED_GROUP = /\\.|\[(?:\\.|[^\]\\])*\]|\(\?P?<([A-Za-z_]\w*)>/g;

/** Names of the groups from left to right; classes and escapes hold none. */
export function groupNames(source: string): string[] {
  const names: string[] = [];
  for (const match of source.matchAll(NAMED_GROUP)) if (match[1] !== undefined) names.push(match[1]);
  return names;
}
