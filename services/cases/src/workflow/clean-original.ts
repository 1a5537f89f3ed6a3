import { type ByteSource, type Capture, openCapture, type SpoolFactory, writeHar } from '@harrier/har';
import { type CompiledPolicy, type HandThreads, SanitizeError, sanitizeCapture } from '@harrier/sanitize';
import type { ByteDigest } from '../vault/index.ts';
import type { Cleaned } from './context.ts';
import { foundIn } from './found-in.ts';
import type { ValueMap } from './seal-map.ts';

export interface CleanOptions {
  readonly spool: SpoolFactory;
  readonly policy?: CompiledPolicy;
  /** Threads for a capture of so many bytes. */
  readonly threadsFor?: (sizeBytes: number) => HandThreads | undefined;
  /** Takes what each pseudonym stood for and gives the sealed map, or nothing where it cannot be sealed. */
  readonly sealMap?: (map: ValueMap) => Promise<ByteDigest | undefined>;
}

/**
 * The sanitized copy. Of a damaged capture what is whole is written anew first: what cannot be parsed cannot be made clean,
 * and the sealed original has all of it. Error: SanitizeError where the promise cannot be kept.
 */
export async function cleanOriginal(original: ByteSource, options: CleanOptions): Promise<Cleaned> {
  const capture = await openCapture(original, { spool: options.spool });
  try {
    return await clean(capture, options, false);
  } catch (error) {
    if (!(error instanceof SanitizeError) || error.code !== 'sanitize/damaged-input') throw error;
    const repaired = await openCapture(await rewritten(capture, options.spool));
    try {
      return await clean(repaired, options, true);
    } finally {
      await repaired.close();
    }
  } finally {
    await capture.close();
  }
}

async function clean(capture: Capture, options: CleanOptions, repaired: boolean): Promise<Cleaned> {
  const { policy, spool, sealMap } = options;
  const map: ValueMap = new Map();
  const threads = options.threadsFor?.(capture.source.sizeBytes);
  const sanitized = await sanitizeCapture(capture, {
    spool,
    ...(policy === undefined ? {} : { policy }),
    ...(threads === undefined ? {} : { threads }),
    ...(sealMap === undefined
      ? {}
      : { onRedaction: ({ pseudonym, kind }, value) => map.set(pseudonym, { kind, value }) }),
  });
  const { output, redactions, secrets } = sanitized;
  const findings = await foundIn(output, spool);
  const told = { redactions, secrets, droppedBodies: sanitized.droppedBodies.length, repaired, findings };
  if (redactions === 0 && told.droppedBodies === 0 && !repaired) {
    await output.close?.();
    return told;
  }
  const sealedMap = map.size === 0 ? undefined : await sealMap?.(map);
  return { output, ...told, ...(sealedMap === undefined ? {} : { sealedMap }) };
}

async function rewritten(capture: Capture, makeSpool: SpoolFactory): Promise<ByteSource> {
  const spool = makeSpool(capture.source.sizeBytes);
  try {
    await writeHar(capture, async (bytes) => await spool.write(bytes));
    return await spool.finish();
  } catch (error) {
    await spool.discard();
    throw error;
  }
}
