const bytesPerLine = 16;

/** The first `limit` bytes as offset, hexadecimal and ASCII: what a body is that is no text. */
export function hexDump(bytes: Uint8Array, limit: number): string[] {
  const lines: string[] = [];
  const end = Math.min(bytes.length, limit);
  for (let at = 0; at < end; at += bytesPerLine) {
    const row = bytes.subarray(at, Math.min(at + bytesPerLine, end));
    const hex = Array.from(row, (byte) => byte.toString(16).padStart(2, '0'));
    const left = hex.slice(0, 8).join(' ').padEnd(23);
    const right = hex.slice(8).join(' ').padEnd(23);
    const ascii = Array.from(row, (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.'));
    lines.push(`${at.toString(16).padStart(8, '0')}  ${left}  ${right}  ${ascii.join('')}`);
  }
  return lines;
}
