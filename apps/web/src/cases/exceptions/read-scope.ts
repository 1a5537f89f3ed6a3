/** Positions of requests as somebody types them: `3, 5-7`. Undefined where it is none, or more than the server takes. */
export function readEntries(text: string): readonly number[] | undefined {
  const found = new Set<number>();
  for (const part of text.split(/[\s,;]+/).filter(Boolean)) {
    const [, from, to] = /^#?(\d{1,7})(?:[-–]#?(\d{1,7}))?$/.exec(part) ?? [];
    if (from === undefined) return undefined;
    const last = Number(to ?? from);
    if (last < Number(from) || last - Number(from) >= MOST) return undefined;
    for (let entry = Number(from); entry <= last; entry++) found.add(entry);
  }
  return found.size === 0 || found.size > MOST ? undefined : [...found].sort((one, other) => one - other);
}

/** Pseudonyms as they are copied out of the clean capture, one a line or with blanks between them. */
export function readPseudonyms(text: string): readonly string[] | undefined {
  const found = [...new Set(text.split(/[\s,;"']+/).filter(Boolean))];
  return found.length === 0 || found.length > MOST || found.some((one) => one.length > 100)
    ? undefined
    : found;
}

/** What one exception may name at most. */
const MOST = 500;
