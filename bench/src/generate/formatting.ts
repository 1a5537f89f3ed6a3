/** How a capture is laid out as text. `pretty` is Chrome's: two spaces, line feeds. */
export type Formatting = 'pretty' | 'minified' | 'tabs' | 'crlf';

export const formattings: readonly Formatting[] = ['pretty', 'minified', 'tabs', 'crlf'];

/** Writes JSON values as members of a larger text. */
export interface JsonLayout {
  /** `value` as it stands at `depth` levels below the root, without the indent of its first line. */
  write(value: unknown, depth: number): string;
  /** What stands between two items of an array whose items are `depth` levels below the root. */
  separator(depth: number): string;
}

/** `keyOrder: 'reversed'` turns every object around, so that `name` follows `value` and `log.version` its entries. */
export function jsonLayout(formatting: Formatting, keyOrder: 'chrome' | 'reversed'): JsonLayout {
  const indent = formatting === 'minified' ? '' : formatting === 'tabs' ? '\t' : '  ';
  const newline = formatting === 'minified' ? '' : formatting === 'crlf' ? '\r\n' : '\n';
  const lineStart = (depth: number) => newline + indent.repeat(depth);
  return {
    write: (value, depth) => {
      const ordered = keyOrder === 'reversed' ? reverseKeys(value) : value;
      const text = JSON.stringify(ordered, undefined, indent);
      // A raw line feed is never inside a JSON string, so each one is a line of the layout.
      return newline === '' ? text : text.replaceAll('\n', lineStart(depth));
    },
    separator: (depth) => `,${lineStart(depth)}`,
  };
}

function reverseKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverseKeys);
  if (typeof value !== 'object' || value === null) return value;
  const reversed = Object.entries(value).reverse();
  return Object.fromEntries(reversed.map(([key, member]) => [key, reverseKeys(member)]));
}
