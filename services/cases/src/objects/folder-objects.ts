import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { flushFolder } from './flush-folder.ts';
import { ObjectError } from './object-error.ts';
import { isObjectName, type ObjectStore, type StoredObject } from './object-store.ts';

const CHUNK_BYTES = 256 * 1024;

/**
 * Objects in a folder: `<ab>/<cd>/<sha256>`, two levels so that no directory holds more than some hundreds. An object is
 * written beside its place, flushed to the disk and renamed, and the directory is flushed too: what `put` returned
 * survives a power cut.
 */
export async function folderObjects(root: string): Promise<ObjectStore> {
  const incoming = path.join(root, 'incoming');
  await mkdir(incoming, { recursive: true, mode: 0o700 });

  const placeOf = (sha256: string): string => {
    if (!isObjectName(sha256)) throw new ObjectError('objects/missing', 'This is no name of an object.');
    return path.join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  };

  const store: ObjectStore = {
    async put(bytes) {
      const draft = path.join(incoming, randomBytes(12).toString('hex'));
      try {
        const stored = await writeDraft(draft, bytes);
        const place = placeOf(stored.sha256);
        const folder = path.dirname(place);
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await rename(draft, place);
        await flushFolder(folder);
        return stored;
      } catch (error) {
        await rm(draft, { force: true });
        throw storing(error);
      }
    },

    async open(sha256, fromByte = 0) {
      const place = placeOf(sha256);
      if ((await store.sizeOf(sha256)) === undefined)
        throw new ObjectError('objects/missing', `There is no object ${sha256}.`);
      return createReadStream(place, { start: fromByte, highWaterMark: CHUNK_BYTES });
    },

    async sizeOf(sha256) {
      try {
        return (await stat(placeOf(sha256))).size;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw storing(error);
      }
    },

    async remove(sha256) {
      await rm(placeOf(sha256), { force: true });
    },

    async *list() {
      for (const first of await readdir(root)) {
        if (!/^[0-9a-f]{2}$/.test(first)) continue;
        for (const second of await readdir(path.join(root, first)))
          for (const name of await readdir(path.join(root, first, second))) {
            // One that is removed meanwhile is simply not there.
            const found = await stat(path.join(root, first, second, name)).catch(() => undefined);
            if (found !== undefined && isObjectName(name))
              yield { sha256: name, sizeBytes: found.size, storedMs: found.mtimeMs };
          }
      }
    },
    sweepDrafts: async (olderThanMs) => await sweepIncoming(root, olderThanMs),
  };
  return store;
}

async function sweepIncoming(root: string, olderThanMs: number): Promise<number> {
  const incoming = path.join(root, 'incoming');
  let swept = 0;
  for (const name of await readdir(incoming)) {
    const draft = path.join(incoming, name);
    const found = await stat(draft).catch(() => undefined);
    if (found === undefined || found.mtimeMs >= olderThanMs) continue;
    await rm(draft, { force: true });
    swept++;
  }
  return swept;
}

async function writeDraft(draft: string, bytes: AsyncIterable<Uint8Array>): Promise<StoredObject> {
  const file = await open(draft, 'wx', 0o600);
  try {
    const hash = createHash('sha256');
    let sizeBytes = 0;
    for await (const piece of bytes) {
      hash.update(piece);
      sizeBytes += piece.length;
      await file.writeFile(piece);
    }
    await file.sync();
    return { sha256: hash.digest('hex'), sizeBytes };
  } finally {
    await file.close();
  }
}

/** Errors of the file system get a name; those of the bytes' source stay what they are. */
function storing(error: unknown): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (error instanceof ObjectError || syscall === undefined) return error;
  return new ObjectError(
    'objects/unreachable',
    `The folder of objects answered ${code} to ${syscall}.`,
    error,
  );
}
