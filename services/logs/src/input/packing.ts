/** What the first bytes of a file say about how it is packed; undefined = it is not. */
export type Packing = 'gzip' | 'zstd' | 'zip' | 'tar' | 'bzip2' | 'xz' | '7z' | 'binary';

/** Enough to see the mark of a tar file. */
export const SNIFFED_BYTES = 512;

const MARKS: readonly (readonly [Packing, readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b, 0x08]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
];

export function packingOf(bytes: Uint8Array): Packing | undefined {
  const mark = MARKS.find(([, magic]) => magic.every((byte, at) => bytes[at] === byte));
  if (mark !== undefined) return mark[0];
  // POSIX and GNU tar have `ustar` at 257.
  if (Buffer.from(bytes.subarray(257, 262)).toString('latin1') === 'ustar') return 'tar';
  return isBinary(bytes) ? 'binary' : undefined;
}

/** Control characters that no log has. Zeros at the beginning are those of a file that was emptied while open. */
function isBinary(bytes: Uint8Array): boolean {
  if (wideOrder(bytes) !== undefined) return false;
  let from = 0;
  while (bytes[from] === 0) from++;
  let odd = 0;
  for (const byte of bytes.subarray(from)) if (byte < 7 || (byte > 13 && byte < 27)) odd++;
  return odd > 8 + bytes.length / 50;
}

/** Byte order of UTF-16, by its mark. */
export function wideOrder(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}
