/** `FULL_ACCESS`, `NO_ACCESS`, `READ_ACCESS` … */
const accessWord = /^[A-Z]{2,20}_ACCESS$/;
const MAX_DEPTH = 12;

/**
 * What a person may use, by feature, as far as one JSON answer says: the words for access in it. Where a template of the
 * person and one of the organisation disagree, the person's counts.
 */
export function effectiveAccess(root: unknown): ReadonlyMap<string, string> {
  const own = new Map<string, string>();
  const general = new Map<string, string>();
  const walk = (value: unknown, level: string, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return;
    const { aggregationLevel, level: named } = value as Record<string, unknown>;
    const here = [aggregationLevel, named].find((text) => typeof text === 'string') ?? level;
    for (const [name, member] of Object.entries(value)) {
      if (typeof member === 'string' && accessWord.test(member))
        (isOwn(here as string) ? own : general).set(name, member);
      else walk(member, here as string, depth + 1);
    }
  };
  walk(root, '', 0);
  return new Map([...general, ...own]);
}

function isOwn(level: string): boolean {
  return /^(?:USER|PERSON|PEOPLE)$/i.test(level);
}
