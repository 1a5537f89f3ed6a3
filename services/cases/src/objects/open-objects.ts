import { folderObjects } from './folder-objects.ts';
import type { ObjectStore } from './object-store.ts';

/** Opens `s3://…` or a folder. The SDK is loaded only where it is used: it takes half a second. */
export async function openObjects(address: string): Promise<ObjectStore> {
  if (!address.startsWith('s3://')) return await folderObjects(address);
  const { s3Objects, s3Settings } = await import('./s3-objects.ts');
  return s3Objects(s3Settings(address));
}
