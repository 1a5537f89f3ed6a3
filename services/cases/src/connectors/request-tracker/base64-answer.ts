import { CaseSystemError } from '../case-system-error.ts';

const [quote, backslash, open, close, openList, closeList, colon, comma] = [...'"\\{}[]:,'].map((character) =>
  character.charCodeAt(0),
);
/** Longer names are not the one that is looked for. */
const MOST_NAME_CHARS = 64;

/**
 * The file that a JSON object holds as base64 in its member `name`, decoded piece by piece: neither the text nor the file is held.
 * Nothing where there is no such text. Error: `case-system/unexpected` where the answer is another or breaks off; what came before
 * was told by then.
 */
export async function* fileInAnswer(
  answer: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<Uint8Array> {
  let depth = 0;
  let isBegun = false;
  /** Of the object itself: whether a value comes next, and whose. */
  let isValue = false;
  let member = '';
  let where: 'between' | 'in-text' | 'in-file' = 'between';
  let isEscaped = false;
  let decoder = base64Decoder();
  for await (const piece of answer) {
    for (let at = 0; at < piece.length; at++) {
      const byte = piece[at]!;
      if (where === 'in-file') {
        const end = piece.indexOf(quote!, at);
        const bytes = decoder.decode(piece.subarray(at, end < 0 ? piece.length : end));
        if (bytes.length > 0) yield bytes;
        if (end < 0) break;
        const last = decoder.end();
        if (last.length > 0) yield last;
        decoder = base64Decoder();
        where = 'between';
        at = end;
      } else if (where === 'in-text') {
        if (isEscaped) isEscaped = false;
        else if (byte === backslash) isEscaped = true;
        else if (byte === quote) where = 'between';
        else if (depth === 1 && !isValue && member.length < MOST_NAME_CHARS)
          member += String.fromCharCode(byte);
      } else if (byte === quote) {
        where = depth === 1 && isValue && member === name ? 'in-file' : 'in-text';
        if (depth === 1 && !isValue) member = '';
      } else if (byte === open || byte === openList) {
        if (depth === 0 && (isBegun || byte === openList)) throw unexpected();
        isBegun = true;
        depth++;
      } else if (byte === close || byte === closeList) depth--;
      else if (depth === 1 && byte === colon) isValue = true;
      else if (depth === 1 && byte === comma) isValue = false;
      else if (depth === 0 && byte > 0x20) throw unexpected();
    }
  }
  if (!isBegun || depth !== 0 || where !== 'between') throw unexpected();
}

/** Four characters are three bytes; what is left of a piece goes with the next one. Lines are broken by `\n`, as two characters. */
function base64Decoder(): { decode(piece: Uint8Array): Uint8Array; end(): Uint8Array } {
  let left = '';
  let isEscaped = false;
  return {
    decode(piece) {
      let text = (isEscaped ? '\\' : '') + Buffer.from(piece).toString('latin1');
      isEscaped = text.endsWith('\\');
      if (isEscaped) text = text.slice(0, -1);
      text = left + text.replace(/\\([nr/])/g, (_, escaped) => (escaped === '/' ? '/' : ''));
      if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text)) throw unexpected();
      const whole = text.length - (text.length % 4);
      left = text.slice(whole);
      return Buffer.from(text.slice(0, whole), 'base64');
    },
    end() {
      if (isEscaped) throw unexpected();
      return Buffer.from(left, 'base64');
    },
  };
}

function unexpected(): CaseSystemError {
  return new CaseSystemError('case-system/unexpected', 'an answer of another shape than was expected');
}
