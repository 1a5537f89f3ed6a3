/** Sentences behind each other, as their writing has it: behind a full-width stop stands no space. Absent ones are left out. */
export function sentences(...parts: readonly (string | undefined)[]): string {
  return parts
    .filter((part) => part !== undefined && part !== '')
    .reduce<string>((told, part) => {
      const space = told === '' || /[。！？）」』]$/.test(told) ? '' : ' ';
      return `${told}${space}${part}`;
    }, '');
}

/** Names behind each other, as their writing has it: a full-width mark parts Japanese and Chinese ones. */
export function listed(names: Iterable<string>): string {
  const all = [...names];
  return all.join(all.some((name) => /[\u3040-\u30ff\u4e00-\u9fff]/.test(name)) ? '、' : ', ');
}
