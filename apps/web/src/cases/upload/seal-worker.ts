// The library stays a file of its own, as it was published: whoever runs this may put another build of it there.
import openpgpUrl from 'openpgp?url';
import { expose } from 'comlink';
import type * as OpenPgp from 'openpgp';
import { type SealedOriginal, sealOriginal, type UploadKey } from './seal-original.ts';

/** What the sealing worker does. */
export const sealer = {
  seal: async (
    file: Blob,
    keys: readonly UploadKey[],
    onProgress: (fraction: number) => void,
  ): Promise<SealedOriginal> => {
    const openpgp = (await import(/* @vite-ignore */ openpgpUrl)) as typeof OpenPgp;
    return await sealOriginal(openpgp, file, keys, onProgress);
  },
};

expose(sealer);
