import { once } from 'node:events';
import { cleanOriginal } from '../clean-original.ts';
import type { ValueMap } from '../seal-map.ts';
import { runChild, say } from './child.ts';
import { threadsFor } from './threads-for.ts';

/** The process that sanitizes one capture: from standard input to standard output. */

const CHUNK_BYTES = 1024 * 1024;
/** Values in one message. */
const MOST_VALUES = 1000;

await runChild(async (original, spool) => {
  const sealMap = async (map: ValueMap) => await sendValues(map);
  const { output, ...facts } = await cleanOriginal(original, { spool, threadsFor, sealMap });
  if (output !== undefined) {
    for await (const piece of output.stream(CHUNK_BYTES))
      if (!process.stdout.write(piece.slice())) await once(process.stdout, 'drain');
    await output.close?.();
  }
  return { kind: 'cleaned', facts, isUnchanged: output === undefined };
});

/** They are sealed where the keys are. */
async function sendValues(map: ValueMap): Promise<undefined> {
  const values = [...map];
  for (let at = 0; at < values.length; at += MOST_VALUES)
    await say({ kind: 'values', values: values.slice(at, at + MOST_VALUES) });
}
