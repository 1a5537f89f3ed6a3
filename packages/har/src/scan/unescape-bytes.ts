const encoder = new TextEncoder();
// A string may begin with the character that is a byte order mark at the beginning of a file.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A JSON string's value, from its bytes between the quotes; its escapes must be legal. */
export function unescapeText(bytes: Uint8Array): string {
  return JSON.parse(`"${decoder.decode(bytes)}"`) as string;
}

/** The same as UTF-8, which half of a surrogate pair has none of: U+FFFD stands for it. */
export function unescapeBytes(bytes: Uint8Array, start: number, end: number): Uint8Array {
  return encoder.encode(unescapeText(bytes.subarray(start, end)));
}
