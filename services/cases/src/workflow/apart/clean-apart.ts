import type { ByteSource } from '@harrier/har';
import { type CleanOptions, cleanOriginal } from '../clean-original.ts';
import type { Cleaned } from '../context.ts';
import { type ApartOptions, belongsApart, workApart } from './apart.ts';

export interface CleanApartOptions extends ApartOptions, Pick<CleanOptions, 'spool' | 'sealMap'> {}

/**
 * {@link cleanOriginal} in a process of its own. What pseudonyms stood for comes back through memory alone and is sealed here,
 * where the keys are.
 */
export async function cleanApart(
  original: ByteSource,
  { spool, sealMap, script = new URL('./clean-child.js', import.meta.url), limitMs }: CleanApartOptions,
): Promise<Cleaned> {
  if (!(await belongsApart(original)))
    return await cleanOriginal(original, { spool, ...(sealMap === undefined ? {} : { sealMap }) });
  const output = spool(original.sizeBytes);
  try {
    const { told, values } = await workApart(original, script, output, limitMs);
    if (told.kind !== 'cleaned') throw new Error('the process that sanitizes spoke of something else');
    if (told.isUnchanged) {
      await output.discard();
      return told.facts;
    }
    const sealedMap = values.size === 0 ? undefined : await sealMap?.(values);
    return {
      ...told.facts,
      output: await output.finish(),
      ...(sealedMap === undefined ? {} : { sealedMap }),
    };
  } catch (error) {
    await output.discard();
    throw error;
  }
}
