/**
 * The same text in memory of its own. Engines let a piece of a text point into the whole, so that a name kept from a
 * megabyte keeps the megabyte.
 */
export function copyText(text: string): string {
  // Short pieces are copied anyway; joined pieces are made flat by being asked for a property of an object.
  return text.length < 13 ? text : text.split('').join('');
}
