import type { Visit } from './visit.ts';

/** More of it is no message that somebody printed. */
const MAX_TEXT = 1_000_000;

/** A name or an enumerated value, a number, a sign; a text is one of the two below. */
const WORD = /[A-Za-z_][\w.]{0,200}|[-+\d][\w.+-]{0,60}|[:{}<>]/y;
const QUOTED = /"(?:[^"\\]|\\[\s\S])*"/y;
const IN_APOSTROPHES = /'(?:[^'\\]|\\[\s\S])*'/y;

/**
 * Whether a text is messages of protocol buffers as programs print them, from its first to its last character: two fields
 * at least, of which one is a text. Spec: https://protobuf.dev/reference/protobuf/textformat-spec/
 */
export function isProtoText(text: string): boolean {
  return text.length < MAX_TEXT && /^\s*[A-Za-z_]/.test(text) && readFields(text) !== undefined;
}

/** Rewrites the texts of such messages by the names of their fields. */
export function rewriteProtoText(text: string, visit: Visit): string {
  let output = '';
  let copiedTo = 0;
  for (const { name, start, end } of readFields(text) ?? []) {
    const written = text.slice(start, end);
    const rewritten = visit({ place: 'json', name, text: written });
    if (rewritten === written) continue;
    output += text.slice(copiedTo, start) + rewritten;
    copiedTo = end;
  }
  return copiedTo === 0 ? text : output + text.slice(copiedTo);
}

/** The texts with their names and places, quotation marks left out; `undefined` where a text is something else. */
function readFields(text: string): { name: string; start: number; end: number }[] | undefined {
  const texts: { name: string; start: number; end: number }[] = [];
  let fields = 0;
  let depth = 0;
  let name = '';
  /** What a token may be: a name or the end of a message; what follows a name; a value. */
  let next: 'name' | 'sign' | 'value' = 'name';
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] as string;
    if (/[\s,;]/.test(sign)) continue;
    const pattern = sign === '"' ? QUOTED : sign === "'" ? IN_APOSTROPHES : WORD;
    pattern.lastIndex = at;
    const token = pattern.exec(text)?.[0];
    if (token === undefined) return undefined;
    at += token.length - 1;
    if (sign === '}' || sign === '>') {
      if (next !== 'name' || --depth < 0) return undefined;
    } else if (sign === '{' || sign === '<') {
      if (next === 'name') return undefined;
      depth++;
      next = 'name';
    } else if (next === 'name') {
      if (!/[A-Za-z_]/.test(sign)) return undefined;
      name = token;
      fields++;
      next = 'sign';
    } else if (next === 'sign') {
      if (sign !== ':') return undefined;
      next = 'value';
    } else {
      if (sign === ':') return undefined;
      if (/["']/.test(sign)) texts.push({ name, start: at - token.length + 2, end: at });
      next = 'name';
    }
  }
  return depth === 0 && next === 'name' && fields >= 2 && texts.length > 0 ? texts : undefined;
}
