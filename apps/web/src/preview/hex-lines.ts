/** Bytes of a line, as in every hex dump. */
export const BYTES_PER_LINE = 16;

/** One line of a dump: `00000010  48 65 6c …  Hel…`. Nothing but ASCII letters and signs is shown as text. */
export function hexLine(bytes: Uint8Array, line: number): string {
  const start = line * BYTES_PER_LINE;
  const piece = bytes.subarray(start, start + BYTES_PER_LINE);
  const hex = Array.from(piece, (byte) => byte.toString(16).padStart(2, '0'));
  const text = Array.from(piece, (byte) =>
    byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·',
  ).join('');
  const left = hex.slice(0, 8).join(' ').padEnd(23);
  const right = hex.slice(8).join(' ').padEnd(23);
  return `${start.toString(16).padStart(8, '0')}  ${left}  ${right}  ${text}`;
}
