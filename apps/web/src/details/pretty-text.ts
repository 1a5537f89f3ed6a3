/** JSON with line ends and indentation; any other text as it is. Longer texts would hold up the page. */
export function prettyText(text: string): string {
  if (text.length > MAX_LENGTH || !/^\s*[[{]/.test(text)) return text;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

const MAX_LENGTH = 1_000_000;
