import { type ByteSource, HarReadError, type SpoolFactory } from '@harrier/har';
import { nodeSpool } from '@harrier/har/node';
import { SanitizeError } from '@harrier/sanitize';
import { IntakeTrouble } from '../intake-trouble.ts';
import { SPOOL_MEMORY_BYTES } from '../spool-memory.ts';
import type { ChildWord } from './child-word.ts';

/**
 * A process that works on one capture, which is its standard input. `work` gives the last word; whoever started the process is
 * told it, or what went wrong, and then the process ends by itself.
 */
export async function runChild(
  work: (original: ByteSource, spool: SpoolFactory) => Promise<ChildWord>,
): Promise<void> {
  // Ctrl-C in a terminal reaches this process, too; whoever started it decides when to stop.
  process.on('SIGINT', () => {});
  // Whoever waits for the result is gone.
  process.on('disconnect', () => process.exit(1));
  const spool = nodeSpool({ memoryBytes: SPOOL_MEMORY_BYTES });
  try {
    await say(await work(await standardInput(spool), spool));
  } catch (error) {
    if (error instanceof HarReadError) await say({ kind: 'refused', room: 'har', code: error.code });
    else if (error instanceof SanitizeError)
      await say({ kind: 'refused', room: 'sanitize', code: error.code });
    else if (error instanceof IntakeTrouble) await say({ kind: 'troubled', code: error.code });
    else throw error;
  }
  process.removeAllListeners('disconnect');
  process.disconnect();
}

/** Tells whoever started this process. */
export async function say(word: ChildWord): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    process.send?.(word, (error: Error | null) => (error === null ? resolve() : reject(error)));
  });
}

async function standardInput(makeSpool: SpoolFactory): Promise<ByteSource> {
  const original = makeSpool();
  for await (const piece of process.stdin) await original.write(piece as Uint8Array);
  return await original.finish();
}
