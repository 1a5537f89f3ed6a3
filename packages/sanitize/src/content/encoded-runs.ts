import { decodePercent } from '../formats/form.ts';
import { decodeEntities } from '../formats/markup.ts';
import { decodeBase64, decodeUtf8, encodeBase64Bytes } from './bytes.ts';

/** One way in which a run of a text can be encoded: what a run looks like, how to read it and how to write it. */
interface RunCoding {
  /** Some character without which no run can be there. */
  readonly sign: string;
  readonly run: RegExp;
  readonly decode: (run: string) => string | undefined;
  readonly encode: (text: string, run: string) => string;
}

const CODINGS: readonly RunCoding[] = [
  {
    sign: '%',
    run: /[\w.~*+:/?=&@!$,;-]{0,2000}%[0-9A-Fa-f]{2}(?:[\w.~*+:/?=&@!$,;-]|%[0-9A-Fa-f]{2}){0,20000}/g,
    decode: decodePercent,
    encode: (text) => encodeURIComponent(text),
  },
  {
    sign: '&',
    run: /[^\s<>&]{0,2000}&(?:#x?[0-9A-Fa-f]{1,7}|quot|amp|apos|lt|gt);(?:[^\s<>]){0,20000}/g,
    decode: decodeEntities,
    encode: (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`),
  },
  {
    sign: '\\',
    run: /[^\s"'\\<>]{0,2000}\\(?:u[0-9A-Fa-f]{4}|\/|x[0-9A-Fa-f]{2}|")(?:\\["/\\bfnrt]|\\u[0-9A-Fa-f]{4}|\\x[0-9A-Fa-f]{2}|[^\s"'\\<>]){0,20000}/g,
    decode: decodeEscapes,
    encode: (text) => JSON.stringify(text).slice(1, -1),
  },
  {
    sign: '',
    run: /[A-Za-z0-9+/_-]{24,100000}={0,2}/g,
    decode: decodeBase64Run,
    encode: (text, run) => encodeBase64Bytes(new TextEncoder().encode(text), decodeBase64(run)?.style ?? { urlSafe: false, padded: true }),
  },
];

/**
 * Decodes each encoded run of a text, lets it be rewritten, and writes it back in the same coding; runs that do
 * not change keep their spelling.
 */
export function rewriteEncodedRuns(text: string, rewrite: (decoded: string) => string): string {
  let output = text;
  for (const { sign, run, decode, encode } of CODINGS) {
    if (sign !== '' && !output.includes(sign)) continue;
    output = output.replace(run, (found) => {
      const decoded = decode(found);
      if (decoded === undefined || decoded === found) return found;
      const rewritten = rewrite(decoded);
      return rewritten === decoded ? found : encode(rewritten, found);
    });
  }
  return output;
}

/** Only what reads as text: most long runs of these characters are names, paths and hashes. */
function decodeBase64Run(run: string): string | undefined {
  // The first eight characters decide nearly always, at a hundredth of the price.
  const head = decodeBase64(run.slice(0, 8));
  if (head === undefined || !isPrintable(head.bytes)) return undefined;
  const decoded = decodeBase64(run);
  if (decoded === undefined || !isPrintable(decoded.bytes)) return undefined;
  return decodeUtf8(decoded.bytes);
}

function isPrintable(bytes: Uint8Array): boolean {
  for (const byte of bytes) if ((byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) || byte > 126) return false;
  return true;
}

function decodeEscapes(text: string): string {
  return text.replace(/\\(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|(["/\\]))/g, (_, unit, byte, sign) =>
    sign === undefined ? String.fromCharCode(Number.parseInt(unit ?? byte, 16)) : sign,
  );
}
