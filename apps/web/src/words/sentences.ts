/** Sentences behind each other, as their writing has it: behind a full-width stop stands no space. Absent ones are left out. */
export function sentences(...parts: readonly (string | undefined)[]): string {
  return parts
    .filter((part) => part !== undefined && part !== '')
    .reduce<string>((told, part) => {
      const space = told === '' || /[。！？）」』]$/.test(told) ? '' : ' ';
      return `${told}${space}${part}`;
    }, '');
}
