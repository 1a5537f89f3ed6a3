/** JSON nested deeper is a trap: indented all the way, 400 kB of brackets would be 80 GB. Captures nest 10 to 40 deep. */
const deepestIndent = 60;

/** A line end and the indentation behind it, by the depth: made once, not for each line. */
const newLines = Array.from({ length: deepestIndent + 1 }, (_, depth) => `\n${'  '.repeat(depth)}`);

/** What is shown of a string value under a key; the value comes and goes unescaped. */
export type ValueText = (key: string, value: string) => string;

/**
 * JSON text laid out with two spaces (`'indent'`), or as it was (`'keep'`), token by token: long numbers,
 * repeated keys and escapes stay as written, which a trip through JSON.parse would change. Strings that
 * are values pass through `valueText` with the nearest key above them. undefined: it is not JSON.
 */
export function layoutJson(
  text: string,
  layout: 'indent' | 'keep',
  valueText?: ValueText,
): string | undefined {
  if (!isJson(text)) return undefined;
  const out: string[] = [];
  /** The open brackets; `key` is the one whose value is being read, inherited by what stands in a list. */
  const open: { readonly isObject: boolean; key: string }[] = [];
  let expectsKey = false;
  let previous = '';
  const newLine = () => {
    if (layout === 'indent') out.push(newLines[Math.min(open.length, deepestIndent)]!);
  };
  for (const piece of tokensOf(text)) {
    if (isSpace(piece)) {
      if (layout === 'keep') out.push(piece);
      continue;
    }
    const context = open.at(-1);
    if (piece === '}' || piece === ']') {
      open.pop();
      if (previous !== '{' && previous !== '[') newLine();
      expectsKey = false;
      out.push(piece);
    } else {
      if (previous === '{' || previous === '[' || previous === ',') newLine();
      if (piece === '{' || piece === '[') {
        open.push({ isObject: piece === '{', key: context?.key ?? '' });
        expectsKey = piece === '{';
        out.push(piece);
      } else if (piece === ',') {
        expectsKey = context?.isObject === true;
        out.push(piece);
      } else if (piece === ':') {
        out.push(layout === 'indent' ? ': ' : ':');
      } else if (expectsKey && context) {
        context.key = JSON.parse(piece);
        expectsKey = false;
        out.push(piece);
      } else {
        out.push(
          piece.startsWith('"') && valueText ? shownString(piece, context?.key ?? '', valueText) : piece,
        );
      }
    }
    previous = piece;
  }
  return out.join('');
}

/** Left as written where nothing of it changes. */
function shownString(piece: string, key: string, valueText: ValueText): string {
  const value: string = JSON.parse(piece);
  const shown = valueText(key, value);
  return shown === value ? piece : JSON.stringify(shown);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function isSpace(piece: string): boolean {
  return piece === ' ' || piece === '\n' || piece === '\r' || piece === '\t';
}

/** Tokens and single white-space characters of valid JSON. By hand: a pattern over a string of megabytes overflows the stack. */
function* tokensOf(json: string): Generator<string> {
  for (let at = 0; at < json.length; ) {
    const start = at;
    const first = json[at]!;
    at++;
    if (first === '"') {
      while (json[at] !== '"') at += json[at] === '\\' ? 2 : 1;
      at++;
    } else if (!isSpace(first) && !'{}[],:'.includes(first)) {
      while (at < json.length && !'{}[],: \n\r\t'.includes(json[at]!)) at++;
    }
    yield json.slice(start, at);
  }
}
