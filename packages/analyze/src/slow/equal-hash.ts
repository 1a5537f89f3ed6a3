/**
 * Those of `rows` whose hash another one has, too, in their order: all that are alike, and a few that only seem so. Looks at ten
 * thousands of texts without keeping any.
 */
export function withEqualHash(rows: readonly number[], hashOf: (row: number) => number): number[] {
  const hashes = new Uint32Array(rows.length);
  // Eight places for each row, so that few that differ share one.
  const places = 2 ** Math.ceil(Math.log2(8 * rows.length + 1));
  const seen = new Uint8Array(places);
  for (let at = 0; at < rows.length; at++) {
    const place = hashOf(rows[at] as number) & (places - 1);
    hashes[at] = place;
    if (seen[place] !== 2) seen[place] = (seen[place] as number) + 1;
  }
  return rows.filter((_, at) => seen[hashes[at] as number] === 2);
}

/** A number of 32 bits for a text, by FNV-1a. http://www.isthe.com/chongo/tech/comp/fnv/ */
export function textHash(text: string, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  // The lower bits of this hash know little of the upper ones.
  return (hash ^ (hash >>> 15)) >>> 0;
}
