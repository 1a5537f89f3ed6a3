import type { ByteSource, SpoolFactory } from '@harrier/har';
import type { Examined } from '../context.ts';
import { examineOriginal } from '../examine-original.ts';
import { type ApartOptions, belongsApart, workApart } from './apart.ts';

/** {@link examineOriginal} in a process of its own: what is packed unfolds there. */
export async function examineApart(
  original: ByteSource,
  spool: SpoolFactory,
  { script = new URL('./examine-child.js', import.meta.url), limitMs }: ApartOptions = {},
): Promise<Examined> {
  if (!(await belongsApart(original))) return await examineOriginal(original, spool);
  // It puts nothing out.
  const output = spool(0);
  try {
    const { told } = await workApart(original, script, output, limitMs);
    if (told.kind !== 'examined') throw new Error('the process that examines spoke of something else');
    return told.examined;
  } finally {
    await output.discard();
  }
}
