import type { ByteReader } from './byte-reader.ts';

/** A file in a tar archive. */
export interface TarMember {
  readonly name: string;
  readonly modifiedMs: number;
  /** To be read before the next member; what is left is passed over. */
  readonly chunks: AsyncIterable<Uint8Array>;
}

const BLOCK_BYTES = 512;
/** Names in extended headers; a longer one is no name. */
const MAX_HEADER_BYTES = 1024 * 1024;

/**
 * The files of a tar archive; folders, links and devices are passed over. Spec: POSIX.1-2017 pax, ustar interchange
 * format, with GNU's long names. Throws where the archive ends early or a header's sum is wrong.
 */
export async function* tarMembers(reader: ByteReader): AsyncGenerator<TarMember> {
  let longName: string | undefined;
  for (;;) {
    const header = await reader.take(BLOCK_BYTES);
    if (header.length === 0 || header.every((byte) => byte === 0)) return;
    if (header.length < BLOCK_BYTES || !hasRightSum(header)) throw new Error('tar header is damaged');
    const size = numberAt(header, 124, 12);
    const type = String.fromCharCode(header[156]!);
    const padding = (BLOCK_BYTES - (size % BLOCK_BYTES)) % BLOCK_BYTES;
    if (type === 'L' || type === 'x') {
      if (size > MAX_HEADER_BYTES) throw new Error('tar header is too long');
      const data = Buffer.from(await reader.take(size)).toString('utf8');
      await reader.take(padding);
      longName = type === 'L' ? data.replace(/\0+$/, '') : (paxPath(data) ?? longName);
      continue;
    }
    const name = longName ?? shortName(header);
    longName = undefined;
    const content = counted(reader.stream(size));
    if (type === '0' || type === '\0' || type === '7')
      yield { name, modifiedMs: numberAt(header, 136, 12) * 1000, chunks: content.chunks };
    await content.drain();
    if (content.bytes() < size) throw new Error('tar archive ends early');
    await reader.take(padding);
  }
}

function counted(stream: AsyncGenerator<Uint8Array>) {
  let bytes = 0;
  async function* count(): AsyncGenerator<Uint8Array> {
    for (;;) {
      // By hand: leaving a `for await` would end the stream, and the rest could not be passed over.
      const { done, value } = await stream.next();
      if (done === true) return;
      bytes += value.length;
      yield value;
    }
  }
  return {
    chunks: count(),
    bytes: () => bytes,
    async drain() {
      for await (const chunk of count()) void chunk;
    },
  };
}

function hasRightSum(header: Uint8Array): boolean {
  let sum = 0;
  for (const [at, byte] of header.entries()) sum += at >= 148 && at < 156 ? 0x20 : byte;
  return sum === numberAt(header, 148, 8);
}

/** Octal text, or base 256 where the first bit is set (GNU, files above 8 GB). */
function numberAt(header: Uint8Array, at: number, length: number): number {
  const field = header.subarray(at, at + length);
  if ((field[0]! & 0x80) !== 0) return field.subarray(1).reduce((sum, byte) => sum * 256 + byte, 0);
  return Number.parseInt(textAt(header, at, length).trim() || '0', 8);
}

function shortName(header: Uint8Array): string {
  const prefix = textAt(header, 345, 155);
  const name = textAt(header, 0, 100);
  // GNU's own format (`ustar  `) keeps times where POSIX has the prefix.
  return prefix === '' || header[263] === 0x20 ? name : `${prefix}/${name}`;
}

function textAt(header: Uint8Array, at: number, length: number): string {
  const text = Buffer.from(header.subarray(at, at + length)).toString('utf8');
  const end = text.indexOf('\0');
  return end === -1 ? text : text.slice(0, end);
}

/** Records of a pax header are `<length> <key>=<value>\n`. */
function paxPath(data: string): string | undefined {
  return /(?:^|\n)\d+ path=([^\n]*)\n/.exec(data)?.[1];
}
