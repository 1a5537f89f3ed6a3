/** A name as people write it, made comparable: `Waiting (TTFB)`, `waiting-ttfb` and `WAITINGTTFB` are one. */
export function foldName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}:/*]+/gu, '');
}

/** Finds a canonical name by any of its names. `aliases` may name nothing that is another page's name. */
export function nameFinder(
  names: readonly string[],
  aliases: Readonly<Record<string, string>> = {},
): (name: string) => string | undefined {
  const byFolded = new Map<string, string>();
  for (const [alias, name] of Object.entries(aliases)) byFolded.set(foldName(alias), name);
  for (const name of names) byFolded.set(foldName(name), name);
  return (name) => byFolded.get(foldName(name));
}
