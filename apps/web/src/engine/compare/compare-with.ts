import { type Comparison, compareCaptures } from '@harrier/analyze';
import { blobSource, blobSpool, blockCache, type Capture, HarReadError, openCapture } from '@harrier/har';

/** The bytes of an open capture as HAR, whatever the file was packed in, so that another worker can read them. */
export async function harBytes(capture: Capture): Promise<Blob> {
  const spool = blobSpool();
  for await (const piece of capture.source.stream(PIECE_BYTES)) await spool.write(piece);
  await spool.finish();
  return spool.blob();
}

const PIECE_BYTES = 1024 * 1024;

/** Compares an open capture with another one's HAR bytes; undefined where those cannot be read again. */
export async function compareWith(capture: Capture, other: Blob): Promise<Comparison | undefined> {
  try {
    const second = await openCapture(blockCache(blobSource(other)));
    try {
      return await compareCaptures(capture, second);
    } finally {
      await second.close();
    }
  } catch (error) {
    if (error instanceof HarReadError) return undefined;
    throw error;
  }
}
