import { endOfQuoted } from './quoted.ts';
import type { Visit } from './visit.ts';

/** A document of GraphQL with an operation: `mutation { login(password: "…") }`. Spec: GraphQL October 2021 §2.3. */
export function isGraphql(text: string): boolean {
  return /^\s{0,8}(?:query|mutation|subscription)(?:\s[^"]{0,200})?[({]/.test(text);
}

const ARGUMENT = /[A-Za-z_]\w{0,100}\s{0,4}:\s{0,4}"(?:"")?/g;

/** Rewrites the arguments that stand in a document as strings, by their names. Spec: GraphQL October 2021 §2.6. */
export function rewriteGraphql(text: string, visit: Visit): string {
  let output = '';
  let copiedTo = 0;
  ARGUMENT.lastIndex = 0;
  for (let match = ARGUMENT.exec(text); match !== null; match = ARGUMENT.exec(text)) {
    const name = /^\w+/.exec(match[0])?.[0] ?? '';
    if (match[0].endsWith('"""')) {
      const block = rewriteBlock(text, ARGUMENT.lastIndex, name, visit);
      if (block === undefined) continue;
      output += text.slice(copiedTo, ARGUMENT.lastIndex) + block.text;
      copiedTo = block.end;
      ARGUMENT.lastIndex = block.end;
      continue;
    }
    const start = ARGUMENT.lastIndex;
    const end = endOfQuoted(text, start - 1) - 1;
    // What is not closed is no document.
    if (end < 0) break;
    const written = text.slice(start, end);
    const lineEnd = written.indexOf('\n');
    ARGUMENT.lastIndex = lineEnd < 0 ? end : start + lineEnd;
    if (lineEnd >= 0) continue;
    let value: string;
    try {
      value = JSON.parse(`"${written}"`) as string;
    } catch {
      continue;
    }
    const rewritten = visit({ place: 'json', name, text: value, jsonType: 'string' });
    if (rewritten === value) continue;
    output += text.slice(copiedTo, start) + JSON.stringify(rewritten).slice(1, -1);
    copiedTo = end;
  }
  return output + text.slice(copiedTo);
}

/** A text between three quotation marks, in which a backslash stands for itself. */
function rewriteBlock(
  text: string,
  start: number,
  name: string,
  visit: Visit,
): { text: string; end: number } | undefined {
  const end = text.indexOf('"""', start);
  if (end <= start) return undefined;
  return { text: visit({ place: 'json', name, text: text.slice(start, end), jsonType: 'string' }), end };
}
