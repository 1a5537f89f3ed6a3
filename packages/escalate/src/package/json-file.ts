/** JSON as the package's files hold it: two blanks, a line feed at the end, no character that nobody sees. */
export function jsonFile(value: unknown): string {
  return `${visibleJson(JSON.stringify(value, null, 2))}\n`;
}

export function jsonLines(values: readonly unknown[]): string {
  return values.map((value) => `${visibleJson(JSON.stringify(value))}\n`).join('');
}

/** Such characters stand in strings alone, where an escape means the same. Line ends are JSON's own. */
function visibleJson(json: string): string {
  return json.replace(
    /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
