/** White space, as it stands in the file or escaped. */
const space = String.raw`(?:\s|\\[nrt])*`;
const jsonBegins = new RegExp(
  `^${space}(?:\\ufeff|\u00ef\u00bb\u00bf)?${space}(?:[[{\\d-]|\\\\"|true|false|null)`,
  'i',
);
const jsonEnds = /(?:[\]}\d]|\\"|true|false|null)$/;
const objectBegins = new RegExp(`^${space}\\{`);
const listBegins = new RegExp(`^${space}\\[`);
/** Values that JavaScript writes and JSON does not know. RFC 8259 §6. */
const noJsonValue = /:\s{0,4}(?:-?Infinity|NaN|undefined)\s{0,4}[,}\]]/;
/** The longest of the words with which a JSON text may end: `false`. */
const END_CHARS = 5;

/**
 * Whether the text of a body can be no JSON by its two ends, or holds a value that JSON has not. The text as it stands in the
 * file, escaped; of a long one both ends are enough.
 */
export function looksBroken(text: string): boolean {
  const to = endWithoutSpace(text);
  const end = text.slice(Math.max(0, to - END_CHARS), to);
  if (!jsonBegins.test(text) || !jsonEnds.test(end)) return true;
  if (objectBegins.test(text) !== end.endsWith('}') || listBegins.test(text) !== end.endsWith(']'))
    return true;
  return noJsonValue.test(text);
}

/** Whether bytes begin with a brace and end with its partner, as most do: quicker than {@link looksBroken}, which is then certain to say no but for odd values. */
export function looksWhole(bytes: Uint8Array): boolean {
  const [first, last] = [bytes[0], bytes[bytes.length - 1]];
  return (first === BRACE && last === BRACE + 2) || (first === BRACKET && last === BRACKET + 2);
}

const BRACE = 0x7b;
const BRACKET = 0x5b;

/** A pattern that is tied to the end would be tried at every character before it. */
function endWithoutSpace(text: string): number {
  let to = text.length;
  for (;;) {
    const last = text[to - 1];
    if (last === undefined) return 0;
    if (text[to - 2] === '\\' && (last === 'n' || last === 'r' || last === 't')) to -= 2;
    else if (last.trim() === '') to--;
    else return to;
  }
}
