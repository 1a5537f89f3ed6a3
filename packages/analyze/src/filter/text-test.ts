import { keyAt, parseTrackingId, parseTrackingIds, type TrackingLevel } from '@harrier/tracking';
import type { FilterOperator } from './ast.ts';
import type { TextMeaning } from './keys/key.ts';
import { compileLinearRegex } from './linear-regex/linear-regex.ts';

/** A condition on texts: any one that fulfils it is enough. */
export interface TextTest {
  readonly whole: (text: string) => boolean;
  /** Whether it suffices that a part of the text fulfils it. */
  readonly holdsForParts: boolean;
}

/** undefined = the operator does not fit the key. A pattern that does not compile is found by the parser. */
export function textTest(means: TextMeaning, operator: FilterOperator, value: string): TextTest | undefined {
  const wanted = value.toLowerCase();
  switch (operator) {
    case 'is':
      return meaningTest(means, value);
    case 'contains':
      return containing(wanted);
    case 'starts':
      return whole((text) => text.toLowerCase().startsWith(wanted));
    case 'ends':
      return whole((text) => text.toLowerCase().endsWith(wanted));
    case 'equals':
    case 'differs':
      return whole((text) => text.toLowerCase() === wanted);
    case 'matches': {
      const regex = compileLinearRegex(value);
      return regex === undefined ? undefined : whole((text) => regex.test(text));
    }
    case 'present':
      return whole(() => true);
    default:
      return undefined;
  }
}

function meaningTest(means: TextMeaning, value: string): TextTest {
  const wanted = value.toLowerCase();
  switch (means) {
    case 'literal':
      return containing(wanted);
    case 'contains':
      return wanted === '*' ? whole((text) => text !== '') : containing(wanted);
    case 'equals':
      return whole((text) => text.toLowerCase() === wanted);
    case 'any-of': {
      const tests = wanted.split(',').map(wildcard);
      return whole((text) => tests.some((test) => test(text.toLowerCase())));
    }
    case 'tracking':
      return trackingTest(value);
  }
}

function whole(test: (text: string) => boolean): TextTest {
  return { whole: test, holdsForParts: false };
}

function containing(wanted: string): TextTest {
  return { whole: (text) => text.toLowerCase().includes(wanted), holdsForParts: true };
}

/** `*` stands for any characters, none included; the rest has to be the whole text, as in DevTools' `domain:`. */
function wildcard(pattern: string): (text: string) => boolean {
  const pieces = pattern.split('*');
  if (pieces.length === 1) return (text) => text === pattern;
  const first = pieces[0]!;
  const last = pieces.at(-1)!;
  const middle = pieces.slice(1, -1);
  return (text) => {
    if (!text.startsWith(first) || !text.endsWith(last)) return false;
    let at = first.length;
    for (const piece of middle) {
      const found = text.indexOf(piece, at);
      if (found === -1) return false;
      at = found + piece.length;
    }
    return at <= text.length - last.length;
  };
}

/**
 * An id finds its request: whatever service wrote it, in whatever case, calls included. One without
 * counters finds its session. Anything shorter (a prefix, the first digits read out on the phone) is
 * searched as text.
 */
function trackingTest(value: string): TextTest {
  const wanted = parseTrackingId(value);
  if (wanted?.uuid === undefined) return meaningTest('contains', value);
  const level: TrackingLevel = wanted.counters.length === 0 ? 'session' : 'request';
  const key = keyAt(level, wanted);
  return whole((text) => parseTrackingIds(text).some((id) => keyAt(level, id) === key));
}
