import type { Visit } from '../../formats/visit.ts';
import { nameMeaning } from '../../names/name-meaning.ts';

/** How formats write the length of a text in front of it, in one byte or the last of two. */
interface LengthStyle {
  readonly write: (length: number) => number;
  /** Bytes of zero in front of it. */
  readonly lead: string;
}

/**
 * Java's objects, AMF 0 (two bytes); protocol buffers and Thrift's compact form (one); AMF 3 (a bit that says it is no
 * reference); Avro (a bit for the sign); MessagePack (three bits that say text).
 */
const STYLES: readonly LengthStyle[] = [
  { lead: '\0', write: (length) => length },
  { lead: '', write: (length) => length },
  { lead: '', write: (length) => 2 * length + 1 },
  { lead: '', write: (length) => 2 * length },
  { lead: '', write: (length) => (length < 32 ? 0xa0 | length : 256) },
];

const NAME = /[A-Za-z_][A-Za-z0-9_.-]{2,47}/g;

/** Bytes that say what follows a name: a text, a value of a map. */
const MAX_MARKS = 2;

const MIN_VALUE = 3;

/** Longer ones have longer lengths. */
const MAX_VALUE = 120;

/**
 * Rewrites the texts that stand behind their names in bytes, one character a byte, where both have their lengths in front
 * of them: maps in Java's objects, in AMF, in protocol buffers and their like. The length of a text is written anew, those
 * around it stay.
 */
export function rewriteNamedStrings(bytes: string, visit: Visit): string {
  let output = '';
  let copiedTo = 0;
  NAME.lastIndex = 0;
  for (let match = NAME.exec(bytes); match !== null; match = NAME.exec(bytes)) {
    const found = namedAt(bytes, match.index, match[0]);
    if (found === undefined) continue;
    const { name, style, start, end } = found;
    const value = bytes.slice(start, end);
    const rewritten = visit({ place: 'json', name, text: value });
    const length = style.write(rewritten.length);
    if (rewritten !== value) {
      const isWritable = length < 256;
      output += bytes.slice(copiedTo, start - 1);
      output += isWritable ? String.fromCharCode(length) : (bytes[start - 1] as string);
      output += rewritten;
      copiedTo = end;
    }
    NAME.lastIndex = end;
  }
  return copiedTo === 0 ? bytes : output + bytes.slice(copiedTo);
}

interface NamedString {
  readonly name: string;
  readonly style: LengthStyle;
  readonly start: number;
  readonly end: number;
}

/** The text behind a name that is, or begins, the run of letters at `at`: the byte behind a name can be a letter, too. */
function namedAt(bytes: string, at: number, run: string): NamedString | undefined {
  for (const style of STYLES) {
    if (!bytes.startsWith(style.lead, at - 1 - style.lead.length)) continue;
    for (let length = run.length; length >= Math.max(3, run.length - 2); length--) {
      if (bytes.charCodeAt(at - 1) !== style.write(length)) continue;
      const name = run.slice(0, length);
      if (nameMeaning('json', name) === undefined) continue;
      const value = textBehind(bytes, at + length, style);
      if (value !== undefined) return { name, style, ...value };
    }
  }
  return undefined;
}

function textBehind(
  bytes: string,
  at: number,
  { lead, write }: LengthStyle,
): { start: number; end: number } | undefined {
  for (let marks = 0; marks <= MAX_MARKS; marks++) {
    if (!bytes.startsWith(lead, at + marks)) continue;
    const start = at + marks + lead.length + 1;
    const written = bytes.charCodeAt(start - 1);
    let length = MIN_VALUE;
    while (length <= MAX_VALUE && write(length) !== written) length++;
    const text = bytes.slice(start, start + length);
    if (length <= MAX_VALUE && text.length === length && /^[ -~]+$/.test(text))
      return { start, end: start + length };
  }
  return undefined;
}
