/** Line and column, both from 1, columns in UTF-16 units. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** Where in a sound JSON text the value at a pointer begins; the nearest place above it where it is not there. */
export function positionOfPointer(text: string, pointer: string): TextPosition {
  let at = 0;
  const space = () => {
    while (/[\s:,]/.test(text[at] ?? '')) at++;
  };
  const readText = (): string => {
    const from = at++;
    while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
    at++;
    return JSON.parse(text.slice(from, at)) as string;
  };
  const skip = (): void => {
    space();
    if (text[at] === '"') {
      readText();
      return;
    }
    if (text[at] !== '{' && text[at] !== '[') {
      while (at < text.length && !/[\s,\]}]/.test(text[at] ?? '')) at++;
      return;
    }
    at++;
    for (space(); text[at] !== '}' && text[at] !== ']' && at < text.length; space()) skip();
    at++;
  };
  /** Goes to the member `wanted` of the value at `at`; false and back where there is none. */
  const enter = (wanted: string): boolean => {
    const start = at;
    const isObject = text[at] === '{';
    if (!isObject && text[at] !== '[') return false;
    at++;
    let index = 0;
    for (space(); text[at] !== '}' && text[at] !== ']' && at < text.length; space()) {
      const name = isObject ? readText() : String(index++);
      space();
      if (name === wanted) return true;
      skip();
    }
    at = start;
    return false;
  };
  space();
  for (const token of pointer.split('/').slice(1))
    if (!enter(token.replaceAll('~1', '/').replaceAll('~0', '~'))) break;
  return positionOfOffset(text, at);
}

export function positionOfOffset(text: string, offset: number): TextPosition {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n') };
}
