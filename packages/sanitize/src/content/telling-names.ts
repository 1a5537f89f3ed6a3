import { nameMeaning } from '../names/name-meaning.ts';

/**
 * Whether the value under a name in a body needs a look, whether it stands in JSON or behind an equals sign. One
 * answer for both, remembered, because this is asked for each colon of a capture.
 */
export function isTellingName(name: string): boolean {
  const known = answers.get(name);
  if (known !== undefined) return known;
  const answer = nameMeaning('json', name) !== undefined || nameMeaning('query', name) !== undefined;
  if (answers.size >= MAX_ANSWERS) answers.clear();
  answers.set(name, answer);
  return answer;
}

/** Above it a hostile capture would fill the memory with made-up names. */
const MAX_ANSWERS = 20_000;

const answers = new Map<string, boolean>();
