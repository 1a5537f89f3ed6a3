/**
 * The same text in memory of its own. V8 lets a piece of a text point into the whole, so that a name kept from a
 * megabyte keeps the megabyte.
 */
export function copyText(text: string): string {
  // Shorter pieces are copied anyway. Joined and cut again, the piece points into the small text that joining made.
  return text.length < 13 ? text : ` ${text}`.slice(1);
}
