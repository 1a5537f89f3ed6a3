/** Ways to spell a name given as words: the six that are met, and two that frameworks add. */
export const nameStyles: readonly {
  readonly style: string;
  readonly spell: (words: readonly string[]) => string;
}[] = [
  { style: 'camelCase', spell: ([first = '', ...rest]) => first + rest.map(capital).join('') },
  { style: 'PascalCase', spell: (words) => words.map(capital).join('') },
  { style: 'snake_case', spell: (words) => words.join('_') },
  { style: 'kebab-case', spell: (words) => words.join('-') },
  { style: 'SCREAMING_CASE', spell: (words) => words.join('_').toUpperCase() },
  { style: 'dotted.case', spell: (words) => words.join('.') },
  { style: 'X-Header-Case', spell: (words) => ['X', ...words.map(capital)].join('-') },
  { style: 'form[brackets]', spell: (words) => `form[${words.join('_')}]` },
];

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
