/** CSS with a line for each declaration. Strings, comments and `url(…)` stay as they are. */
export function prettyStyle(text: string): string {
  const lines: string[] = [];
  let depth = 0;
  let current = '';
  const end = (): void => {
    const trimmed = current.trim();
    if (trimmed !== '') lines.push('  '.repeat(Math.min(depth, DEEPEST_INDENT)) + trimmed);
    current = '';
  };
  for (const token of text.match(TOKEN) ?? []) {
    if (token === '{') {
      current += ' {';
      end();
      depth++;
    } else if (token === '}') {
      end();
      depth = Math.max(0, depth - 1);
      current = '}';
      end();
    } else if (token === ';') {
      current += ';';
      end();
    } else {
      current += /^\s+$/.test(token) ? ' ' : token;
    }
  }
  end();
  return lines.join('\n').replace(/(?<![ \t])[ \t]+\{$/gm, ' {');
}

const DEEPEST_INDENT = 20;

/** A comment, a string, an address, blanks, one of the three marks, or anything else. Each is matched in linear time. */
const TOKEN =
  /\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?|"(?:[^"\\]|\\[\s\S])*"?|'(?:[^'\\]|\\[\s\S])*'?|url\([^)"']*\)?|\s+|[{};]|[^\s{};"'/u]+|[\s\S]/g;
