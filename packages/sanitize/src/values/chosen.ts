import { looksRandom } from './looks-random.ts';
import { isPlaceholder } from './placeholder.ts';

/**
 * Whether a value that stands where sentences and commands have a password could be one: chosen by a person, with a digit
 * among letters, or drawn by a machine. A word is not told from one that goes on with the sentence.
 */
export function isChosenOrDrawn(value: string): boolean {
  return !isPlaceholder(value) && (looksRandom(value) || (/\d/.test(value) && /[A-Za-z]/.test(value)));
}
