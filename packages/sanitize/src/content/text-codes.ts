/** What stands for every character outside of ASCII. */
export const NOT_ASCII = 128;

let codes = new Uint8Array(1 << 16);

/**
 * The characters of a text as bytes, {@link NOT_ASCII} for those that are no ASCII: a loop over bytes takes a third of
 * the time of one over a string. The array is longer than the text, and its content lasts until the next call.
 */
export function codesOf(text: string): Uint8Array {
  const { length } = text;
  if (codes.length < length + 8) codes = new Uint8Array(2 * length + 8);
  writeCodes(text, codes);
  return codes;
}

/** The same into an array that is eight longer than the text at least. */
export function writeCodes(text: string, into: Uint8Array): void {
  const { length } = text;
  const { read, written } = encoder.encodeInto(text, into);
  if (read !== length || written !== length) {
    for (let at = 0; at < length; at++) {
      const code = text.charCodeAt(at);
      into[at] = Math.min(code, NOT_ASCII);
    }
  }
  // What is read behind the end must not be what an earlier text left there.
  into.fill(0, length, length + 8);
}

const encoder = new TextEncoder();
