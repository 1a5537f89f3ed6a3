/** Whether a UTF-16 unit is a letter, a digit or `_`, which most tokens are made of. */
export function isTokenCharacter(code: number): boolean {
  return (
    (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95
  );
}

/**
 * Whether a token may begin here: not inside a longer word. A letter or digit that is the end of an escape
 * (`\n`, `%3D`, `\u003d`) is no part of the word.
 */
export function beginsToken(text: string, index: number): boolean {
  if (index === 0 || !isTokenCharacter(text.charCodeAt(index - 1))) return true;
  const before = text.slice(Math.max(0, index - 6), index);
  return /(?:\\[bfnrtv]|%[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|\\x[0-9A-Fa-f]{2})$/.test(before);
}
