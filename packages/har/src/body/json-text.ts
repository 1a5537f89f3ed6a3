const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

const backslash = 0x5c;
const letterU = 0x75;

/**
 * Decodes what stands between the quotes of a JSON string. `escaped`: it holds backslashes.
 * Lone surrogates (`\ud83d`) stay in the text as they were written.
 */
export function decodeJsonText(bytes: Uint8Array, escaped: boolean): string {
  const text = decoder.decode(bytes);
  return escaped ? (JSON.parse(`"${text}"`) as string) : text;
}

/**
 * Cuts the beginning of a JSON string's bytes back to whole characters: no half UTF-8 sequence,
 * no half escape, no high surrogate without its low one.
 */
export function cutToWholeCharacters(bytes: Uint8Array): Uint8Array {
  const whole = bytes.subarray(0, endOfWholeUtf8(bytes));
  const found = lastEscape(whole);
  if (!found) return whole;
  const { start, length } = found;
  if (start + length > whole.length) return cutToWholeCharacters(whole.subarray(0, start));
  const isLast = start + length === whole.length;
  return isLast && isHighSurrogate(whole.subarray(start)) ? whole.subarray(0, start) : whole;
}

function endOfWholeUtf8(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return needed > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

/** The escape that begins in the last six bytes, the length of `\uXXXX`. */
function lastEscape(bytes: Uint8Array): { start: number; length: number } | undefined {
  for (let at = bytes.length - 1; at >= 0 && at >= bytes.length - 6; at--) {
    if (bytes[at] !== backslash) continue;
    let first = at;
    while (first > 0 && bytes[first - 1] === backslash) first--;
    // Backslashes pair up from the first of the run; an even run ends with the second of a pair.
    const start = (at - first) % 2 === 0 ? at : at - 1;
    return { start, length: bytes[start + 1] === letterU ? 6 : 2 };
  }
  return undefined;
}

function isHighSurrogate(written: Uint8Array): boolean {
  return /^\\u[dD][89abAB]/.test(decoder.decode(written));
}
