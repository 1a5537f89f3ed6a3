import { once } from 'node:events';
import { HarReadError } from '@harrier/har';
import { nodeSpool } from '@harrier/har/node';
import { SanitizeError } from '@harrier/sanitize';
import { cleanOriginal } from '../clean-original.ts';
import type { ValueMap } from '../seal-map.ts';
import { SPOOL_MEMORY_BYTES } from '../spool-memory.ts';
import type { ChildWord } from './child-word.ts';
import { threadsFor } from './threads-for.ts';

/** The process that sanitizes one capture: from standard input to standard output. Words go to whoever started it. */

const CHUNK_BYTES = 1024 * 1024;
/** Values in one message. */
const MOST_VALUES = 1000;

// Ctrl-C in a terminal reaches this process, too; whoever started it decides when to stop.
process.on('SIGINT', () => {});
// Whoever waits for the result is gone.
process.on('disconnect', () => process.exit(1));

const spool = nodeSpool({ memoryBytes: SPOOL_MEMORY_BYTES });
try {
  const { output, ...facts } = await cleanOriginal(await standardInput(), {
    spool,
    threadsFor,
    sealMap: async (map) => await sendValues(map),
  });
  if (output !== undefined) {
    for await (const piece of output.stream(CHUNK_BYTES))
      if (!process.stdout.write(piece.slice())) await once(process.stdout, 'drain');
    await output.close?.();
  }
  await say({ kind: 'cleaned', facts, isUnchanged: output === undefined });
} catch (error) {
  if (error instanceof HarReadError) await say({ kind: 'refused', room: 'har', code: error.code });
  else if (error instanceof SanitizeError) await say({ kind: 'refused', room: 'sanitize', code: error.code });
  else throw error;
}
process.removeAllListeners('disconnect');
process.disconnect();

async function standardInput() {
  const original = spool();
  for await (const piece of process.stdin) await original.write(piece as Uint8Array);
  return await original.finish();
}

/** They are sealed where the keys are. */
async function sendValues(map: ValueMap): Promise<undefined> {
  const values = [...map];
  for (let at = 0; at < values.length; at += MOST_VALUES)
    await say({ kind: 'values', values: values.slice(at, at + MOST_VALUES) });
}

async function say(word: ChildWord): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    process.send?.(word, (error: Error | null) => (error === null ? resolve() : reject(error)));
  });
}
