/**
 * JSON with two blanks a level, as Chrome writes it, its further lines set in by `indent`. Line feeds in strings are
 * escaped, so all others are layout. Half a surrogate pair comes out as its escape, so the bytes are valid UTF-8.
 */
export function indentedJson(value: unknown, indent: string): string {
  return (JSON.stringify(value, null, 2) ?? 'null').replaceAll('\n', `\n${indent}`);
}
