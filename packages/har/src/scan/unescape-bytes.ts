const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The UTF-8 of a JSON string's value, from its bytes between the quotes; its escapes must be legal. */
export function unescapeBytes(bytes: Uint8Array, start: number, end: number): Uint8Array {
  return encoder.encode(JSON.parse(`"${decoder.decode(bytes.subarray(start, end))}"`) as string);
}
