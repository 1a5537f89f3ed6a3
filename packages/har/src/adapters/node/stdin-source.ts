import { HarReadError } from '../../notes/har-read-error.ts';
import type { ByteSource, SpoolFactory } from '../../source/byte-source.ts';
import { nodeSpool } from './node-spool.ts';

/**
 * Reads standard input (or another stream of bytes) to its end into a spool: a pipe has no random
 * access. Error: `har/source-failed`.
 */
export async function stdinSource(
  spoolFactory: SpoolFactory = nodeSpool(),
  input: AsyncIterable<Uint8Array> = process.stdin,
): Promise<ByteSource> {
  const spool = spoolFactory();
  try {
    for await (const piece of input) await spool.write(piece);
    return await spool.finish();
  } catch (cause) {
    await spool.discard();
    if (cause instanceof HarReadError) throw cause;
    throw new HarReadError('har/source-failed', 'Standard input could not be read.', { cause });
  }
}
