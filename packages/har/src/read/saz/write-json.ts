import { encodeBase64 } from '../../body/base64.ts';
import type { Spool } from '../../source/byte-source.ts';

/** Stands in a value for a long text that is written piece by piece instead of becoming one string. */
export class BodyText {
  readonly bytes: Uint8Array;
  /** undefined: base64. */
  readonly charset: string | undefined;

  constructor(bytes: Uint8Array, charset: string | undefined) {
    this.bytes = bytes;
    this.charset = charset;
  }
}

// A multiple of three, so that pieces of base64 join without padding.
const PIECE_BYTES = 768 * 1024;
const encoder = new TextEncoder();

/** Writes a value as JSON; `BodyText`s may stand as members of objects, at any depth. */
export async function writeJson(value: unknown, spool: Spool): Promise<void> {
  let text = '';
  const flush = async () => {
    await spool.write(encoder.encode(text));
    text = '';
  };
  const write = async (part: unknown): Promise<void> => {
    if (part instanceof BodyText) {
      text += '"';
      await flush();
      for (const piece of textPieces(part)) await spool.write(encoder.encode(piece));
      text += '"';
    } else if (typeof part === 'object' && part !== null && !Array.isArray(part)) {
      let separator = '{';
      for (const [key, member] of Object.entries(part)) {
        if (member === undefined) continue;
        text += `${separator}${JSON.stringify(key)}:`;
        separator = ',';
        await write(member);
      }
      text += separator === '{' ? '{}' : '}';
    } else {
      text += JSON.stringify(part);
    }
  };
  await write(value);
  await flush();
}

/** What stands between the quotes. */
function* textPieces({ bytes, charset }: BodyText): Generator<string> {
  const decoder = charset === undefined ? undefined : new TextDecoder(charset);
  for (let from = 0; from < bytes.length; from += PIECE_BYTES) {
    const piece = bytes.subarray(from, from + PIECE_BYTES);
    yield decoder === undefined ? encodeBase64(piece) : escaped(decoder.decode(piece, { stream: true }));
  }
  if (decoder !== undefined) yield escaped(decoder.decode());
}

function escaped(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
