import { proxy, wrap } from 'comlink';
import { untilAnswered } from '../../engine/until-answered.ts';
import { tellUnloaded } from '../../frame/unloaded.ts';
import type { SealedOriginal, UploadKey } from './seal-original.ts';
import type { sealer } from './seal-worker.ts';

/** Seals a file in a worker of its own, which is started for it and ends with it. */
export async function sealInWorker(
  file: Blob,
  keys: readonly UploadKey[],
  onProgress: (fraction: number) => void,
): Promise<SealedOriginal> {
  const worker = tellUnloaded(new Worker(new URL('./seal-worker.ts', import.meta.url), { type: 'module' }));
  try {
    return await untilAnswered((hear) =>
      wrap<typeof sealer>(worker).seal(file, keys, proxy(hear(onProgress))),
    );
  } finally {
    worker.terminate();
  }
}
