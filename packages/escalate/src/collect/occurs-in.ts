import type { Capture } from '@harrier/har';

const CHUNK_BYTES = 1024 * 1024;

/** Whether some entry of a capture has an id written somewhere: in a field, a URL, a body. Case does not count; ids are ASCII. */
export async function occursIn(capture: Capture, id: string, signal?: AbortSignal): Promise<boolean> {
  const { length, columns } = capture.index;
  if (length === 0 || id === '') return false;
  // A clean capture was written in the order of its entries.
  const from = columns.entryStart[0] as number;
  const to = (columns.entryStart[length - 1] as number) + (columns.entryLength[length - 1] as number);
  const wanted = id.toLowerCase();
  const decoder = new TextDecoder('latin1');
  for (let at = from; at < to; at += CHUNK_BYTES) {
    signal?.throwIfAborted();
    // One id more than the chunk, so that none is cut by its end.
    const bytes = await capture.source.read(at, Math.min(CHUNK_BYTES + wanted.length, to - at));
    if (decoder.decode(bytes).toLowerCase().includes(wanted)) return true;
  }
  return false;
}
