/** First bytes of gzip, zip (and SAZ), zstd, bzip2, xz and 7z: what is packed already does not get smaller. */
const marks = [
  [0x1f, 0x8b],
  [0x50, 0x4b, 0x03, 0x04],
  [0x28, 0xb5, 0x2f, 0xfd],
  [0x42, 0x5a, 0x68],
  [0xfd, 0x37, 0x7a, 0x58],
  [0x37, 0x7a, 0xbc, 0xaf],
] as const;

/** Whether a file that begins with `start` is compressed. */
export function isCompressed(start: Uint8Array): boolean {
  return marks.some((mark) => mark.every((byte, at) => start[at] === byte));
}
