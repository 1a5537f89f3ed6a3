/**
 * JSON with a line for each member. Works on the characters: numbers keep their digits, repeated keys stay, and a text that
 * was cut off, or is hardly JSON, comes out as far as it goes.
 */
export function prettyJson(text: string): string {
  const parts: string[] = [];
  let depth = 0;
  let at = 0;
  const line = (): void => {
    parts.push('\n', '  '.repeat(Math.min(depth, DEEPEST_INDENT)));
  };
  while (at < text.length) {
    const character = text[at] as string;
    if (character === '"') {
      const end = stringEnd(text, at);
      parts.push(text.slice(at, end));
      at = end;
      continue;
    }
    at++;
    switch (character) {
      case '{':
      case '[': {
        const next = skipBlanks(text, at);
        // Several values behind each other, as in lines of JSON.
        if (depth === 0 && parts.length > 0) parts.push('\n');
        parts.push(character);
        if (text[next] === (character === '{' ? '}' : ']')) {
          parts.push(text[next] as string);
          at = next + 1;
          break;
        }
        depth++;
        line();
        break;
      }
      case '}':
      case ']':
        depth = Math.max(0, depth - 1);
        line();
        parts.push(character);
        break;
      case ',':
        parts.push(character);
        line();
        break;
      case ':':
        parts.push(': ');
        break;
      case ' ':
      case '\t':
      case '\r':
      case '\n':
        break;
      default: {
        const end = wordEnd(text, at);
        parts.push(text.slice(at - 1, end));
        at = end;
      }
    }
  }
  return parts.join('');
}

/** Deeper levels stand under each other: a hostile depth must not make a hostile width. */
const DEEPEST_INDENT = 60;

function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at + 1;
  }
  return text.length;
}

function wordEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length && !'"{}[],: \t\r\n'.includes(text[at] as string)) at++;
  return at;
}

function skipBlanks(text: string, start: number): number {
  let at = start;
  while (at < text.length && ' \t\r\n'.includes(text[at] as string)) at++;
  return at;
}
