import { examineOriginal } from '../examine-original.ts';
import { runChild } from './child.ts';

/** The process that finds out what one file is. */

await runChild(async (original, spool) => ({
  kind: 'examined',
  examined: await examineOriginal(original, spool),
}));
