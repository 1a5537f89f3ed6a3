import { open } from 'node:fs/promises';

/** Waits until the names in a folder are on the disk: after a power cut a file that was renamed may else have its old name again. */
export async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
