/**
 * A log's text as it may be drawn: what steers a terminal, is invisible or turns text round stands as U+FFFD, so that a line
 * reads as it was written. Line feeds and tabs stay.
 */
export function shownText(text: string): string {
  return text.replace(
    /[\u{0}-\u{8}\u{B}-\u{1F}\u{7F}-\u{9F}\u{61C}\u{200B}-\u{200F}\u{2028}-\u{202E}\u{2060}-\u{2069}\u{FEFF}]/gu,
    '\u{FFFD}',
  );
}
