import { type CharacterSet, isLineEnd, WORDS } from './character-set.ts';
import { type Assertion, type Pattern, parsePattern } from './parse-pattern.ts';

/**
 * A regular expression that cannot hang: all ways to match are followed at once, character by
 * character, so the time is at most pattern × text whatever both are (Thompson 1968). It says the
 * same as JavaScript's `RegExp` with the flags `im` and `test`, for the syntax it takes.
 */
export interface LinearRegex {
  readonly source: string;
  test(text: string): boolean;
}

/** States of a pattern after `{n,m}` is written out. A word has as many as letters. */
const MAX_STATES = 500;
/** UTF-16 units looked at. With `MAX_STATES` the worst case stays near a second. */
export const MAX_REGEX_TEXT = 262_144;

type State =
  | { readonly type: 'set'; readonly set: CharacterSet }
  | { readonly type: 'assert'; readonly at: Assertion }
  /** Goes on at both. */
  | { readonly type: 'fork'; a: number; b: number }
  | { readonly type: 'match' };

/** undefined = broken, too large, or with look-around or back-references. */
export function compileLinearRegex(source: string): LinearRegex | undefined {
  const pattern = parsePattern(source);
  const states = pattern === undefined ? undefined : statesOf(pattern);
  return states === undefined ? undefined : { source, test: (text) => run(states, text) };
}

function statesOf(pattern: Pattern): readonly State[] | undefined {
  const states: State[] = [];
  if (!append(states, pattern)) return undefined;
  states.push({ type: 'match' });
  return states;
}

/** Appends the states of a pattern; its end is the next free state. false = too many. */
function append(states: State[], pattern: Pattern): boolean {
  if (states.length > MAX_STATES) return false;
  switch (pattern.type) {
    case 'set':
    case 'assert':
      states.push(pattern);
      return true;
    case 'sequence':
      return pattern.parts.every((part) => append(states, part));
    case 'choice':
      return appendChoice(states, pattern.parts);
    case 'repeat':
      return appendRepeat(states, pattern);
  }
}

function appendChoice(states: State[], parts: readonly Pattern[]): boolean {
  const ends: { a: number; b: number }[] = [];
  for (const [position, part] of parts.entries()) {
    const fork = pushFork(states);
    if (!append(states, part)) return false;
    if (position === parts.length - 1) fork.b = fork.a;
    else {
      ends.push(pushFork(states));
      fork.b = states.length;
    }
  }
  for (const end of ends) end.a = end.b = states.length;
  return true;
}

function appendRepeat(states: State[], { part, min, max }: Pattern & { type: 'repeat' }): boolean {
  if (min > MAX_STATES || (max ?? 0) > MAX_STATES) return false;
  for (let i = 0; i < min; i++) if (!append(states, part)) return false;
  if (max === undefined) {
    const start = states.length;
    const fork = pushFork(states);
    if (!append(states, part)) return false;
    const back = pushFork(states);
    back.a = back.b = start;
    fork.b = states.length;
    return true;
  }
  const skips: { b: number }[] = [];
  for (let i = min; i < max; i++) {
    skips.push(pushFork(states));
    if (!append(states, part)) return false;
  }
  for (const skip of skips) skip.b = states.length;
  return true;
}

/** A fork whose first way is the state behind it. */
function pushFork(states: State[]): { a: number; b: number } {
  const fork = { type: 'fork' as const, a: states.length + 1, b: states.length + 1 };
  states.push(fork);
  return fork;
}

/** Whether the pattern matches anywhere in the first `MAX_REGEX_TEXT` units. */
function run(states: readonly State[], text: string): boolean {
  const length = Math.min(text.length, MAX_REGEX_TEXT);
  const match = states.length - 1;
  // `seen[state]` = position + 1 at which the state was entered last: nothing is cleared between characters.
  const seen = new Uint32Array(states.length);
  const open: number[] = [];
  let current: number[] = [];
  let next: number[] = [];
  for (let at = 0; at <= length; at++) {
    // A match may begin at every position.
    open.push(0);
    for (const state of current) open.push(state);
    next.length = 0;
    const code = at < length ? text.charCodeAt(at) : -1;
    while (open.length > 0) {
      const number = open.pop()!;
      if (seen[number] === at + 1) continue;
      seen[number] = at + 1;
      if (number === match) return true;
      const state = states[number]!;
      if (state.type === 'fork') open.push(state.a, state.b);
      else if (state.type === 'assert') {
        if (holds(state.at, text, at)) open.push(number + 1);
      } else if (state.type === 'set' && code !== -1 && state.set.has(code)) next.push(number + 1);
    }
    [current, next] = [next, current];
  }
  return false;
}

function holds(assertion: Assertion, text: string, at: number): boolean {
  switch (assertion) {
    case 'line-start':
      return at === 0 || isLineEnd(text.charCodeAt(at - 1));
    case 'line-end':
      return at === text.length || isLineEnd(text.charCodeAt(at));
    case 'word-edge':
      return isWord(text, at - 1) !== isWord(text, at);
    case 'no-word-edge':
      return isWord(text, at - 1) === isWord(text, at);
  }
}

function isWord(text: string, at: number): boolean {
  return at >= 0 && at < text.length && WORDS.has(text.charCodeAt(at));
}
