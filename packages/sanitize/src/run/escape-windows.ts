/** A part of a text, half-open. */
export interface TextWindow {
  readonly start: number;
  readonly end: number;
}

/**
 * The parts of a text that lie within `reach` characters of a code, joined where they touch: what is outside of them
 * reads the same decoded. `code` is global. A window never begins inside an escape of backslashes, or inside a code.
 */
export function* escapeWindows(text: string, code: RegExp, reach: number): Generator<TextWindow> {
  let start = -1;
  let end = -1;
  code.lastIndex = 0;
  for (let match = code.exec(text); match !== null; match = code.exec(text)) {
    if (match.index > end) {
      if (start >= 0) yield { start, end };
      start = beginOfWindow(text, Math.max(0, match.index - reach), Math.max(0, end));
    }
    // Codes follow each other closely where there is one: those of the next half reach are taken unseen.
    code.lastIndex = match.index + Math.max(match[0].length, reach >> 1);
    end = Math.min(text.length, code.lastIndex + reach);
  }
  if (start >= 0) yield { start, end };
}

function beginOfWindow(text: string, from: number, least: number): number {
  let start = from;
  while (start > least && text.charCodeAt(start - 1) === 92) start--;
  return start;
}
