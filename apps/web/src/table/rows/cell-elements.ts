/** The content of a cell, made once and written to as often as its row shows another request. */
export interface CellContent {
  readonly nodes: readonly Node[];
  write(text: string): void;
}

/** Writes only what changed: whatever is written to is laid out again. */
function writer(node: Text): (text: string) => void {
  let written = '';
  return (text) => {
    if (text === written) return;
    written = text;
    node.data = text;
  };
}

/** A text that is cut at its end where it does not fit. */
export function plainContent(): CellContent {
  const node = document.createTextNode('');
  return { nodes: [node], write: writer(node) };
}

/** A text that is cut in its middle where it does not fit: its end, as the pattern finds it, stays. */
export function endsContent(
  pattern: RegExp,
  classes: { readonly ends: string; readonly begin: string; readonly end: string },
): CellContent {
  const [begin, end] = [document.createTextNode(''), document.createTextNode('')];
  const whole = elementOf('span', classes.ends);
  const parts = [elementOf('span', classes.begin), elementOf('span', classes.end)] as const;
  parts[0].append(begin);
  parts[1].append(end);
  whole.append(...parts);
  const [writeBegin, writeEnd] = [writer(begin), writer(end)];
  return {
    nodes: [whole],
    write: (text) => {
      const at = endOf(text, pattern);
      writeBegin(text.slice(0, at));
      writeEnd(text.slice(at));
    },
  };
}

/** Where the end begins that must be seen; the length of the text, where there is none. */
export function endOf(text: string, pattern: RegExp): number {
  // Two slashes before a host begin no path.
  const from = text.indexOf('://') < 0 ? 0 : text.indexOf('://') + 3;
  const found = text.slice(from).search(pattern);
  return found <= 0 ? text.length : from + found;
}

/** An element with a class. */
export function elementOf<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.className = className;
  return element;
}
