/**
 * Shannon entropy of a text's characters, in bits a character; 0 for an empty text.
 * Used as a floor below which a provider's pattern is a placeholder (`xoxb-xxxxxxxx`), never as evidence by itself.
 */
export function shannonEntropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let length = 0;
  for (const count of counts.values()) length += count;
  let bits = 0;
  for (const count of counts.values()) bits -= (count / length) * Math.log2(count / length);
  return bits;
}
