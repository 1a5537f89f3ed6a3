/** A feature's name without how it is written: `singleNumberReach`, `single-number-reach`, `singlenumberreach` are one. */
export function featureWord(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** A shorter word is not a feature's name but stands in everything. */
const LEAST_LENGTH = 5;

/** The words of a URL's path, as features are named in paths. */
export function pathWords(url: string): string[] {
  const path = /^[a-z][\w+.-]{0,30}:\/\/[^/?#]{0,1000}([^?#]*)/i.exec(url)?.[1] ?? '';
  return path
    .split('/')
    .map(featureWord)
    .filter((word) => word.length >= LEAST_LENGTH);
}
