/**
 * The value at a place of a JSON text as one line; undefined where there is none. `place` is a JSON pointer
 * (`/items/0/id`, RFC 6901) or, as people type it, names with points (`items.0.id`).
 */
export function jsonValueAt(text: string, place: string): string | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const names = place.startsWith('/')
    ? place
        .slice(1)
        .split('/')
        .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'))
    : place.split('.');
  for (const name of names) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}
