/** Both ends of a file and its size tell captures apart; a digest of a gigabyte would be waited for. */
const END_BYTES = 64 * 1024;
const SHOWN_BYTES = 6;

/** A short name for the content of a file, which says nothing about it. */
export async function fingerprintOf(file: Blob): Promise<string> {
  const parts = [file.slice(0, END_BYTES), file.slice(-END_BYTES), String(file.size)];
  const digest = await crypto.subtle.digest('SHA-256', await new Blob(parts).arrayBuffer());
  return Array.from(new Uint8Array(digest, 0, SHOWN_BYTES), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
