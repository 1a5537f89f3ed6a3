/** What no reader sees and some programs obey: controls but tab and line feed, bidirectional overrides, zero-width characters. */
const invisible =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** Text with its invisible characters as escapes (`\u202e`); lines stay lines. */
export function visibleLines(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(invisible, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The same on one line. */
export function visibleText(text: string): string {
  return visibleLines(text).replace(/(?<!\s)\s*\n\s*/g, ' ');
}
