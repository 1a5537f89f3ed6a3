/**
 * What is searched for, as it can stand in the bytes of a HAR: JSON writes one character in several ways, and a JSON body
 * stands escaped inside a string. Letters match in either case.
 */
export function needlePattern(words: string): RegExp {
  return new RegExp(Array.from(words, written).join(''), 'giu');
}

/** The same for text without escapes. */
export function plainPattern(words: string): RegExp {
  return new RegExp(Array.from(words, quoted).join(''), 'giu');
}

/** Backslashes that escaping once, twice and thrice puts before a character. */
const ESCAPED = String.raw`\\{1,7}`;
const NAMES: Readonly<Record<string, string>> = { '\n': 'n', '\r': 'r', '\t': 't', '\b': 'b', '\f': 'f' };

function written(character: string): string {
  const name = NAMES[character];
  if (name !== undefined) return `(?:${ESCAPED}${name}|${unicode(character)})`;
  if (character === '"') return `(?:${ESCAPED}"|${unicode(character)})`;
  if (character === '\\') return String.raw`\\{2,8}`;
  // PHP and some Java writers escape it; so does HTML-safe JSON with `<`, `>`, `&`, `'`.
  if (character === '/') return String.raw`\\{0,7}\/`;
  if (/[<>&'=+]/.test(character) || (character.codePointAt(0) as number) > 0x7e || character < ' ')
    return `(?:${quoted(character)}|${unicode(character)})`;
  return quoted(character);
}

function unicode(character: string): string {
  const units = Array.from({ length: character.length }, (_, at) =>
    character.charCodeAt(at).toString(16).padStart(4, '0'),
  );
  return units.map((unit) => String.raw`\\{1,7}u${unit}`).join('');
}

function quoted(character: string): string {
  return character.replace(/[$()*+./?[\\\]^{|}]/u, String.raw`\$&`);
}
