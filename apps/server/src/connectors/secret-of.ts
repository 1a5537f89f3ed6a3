import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { SecretReference } from '@harrier/cases';

/** Where secrets are. */
export interface SecretPlaces {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder with a file for each secret, as container platforms mount them. */
  readonly folder: string;
}

/**
 * Where the secrets of one organisation are, so that no other can name them: the first one's are the server's own, in the
 * environment and in the folder itself; another's lie in the folder of its id, and it has no variables.
 */
export function placesOf(
  { env, folder }: SecretPlaces,
  organisation: { readonly tenantId: string; readonly isFirst: boolean },
): SecretPlaces {
  return organisation.isFirst
    ? { env, folder }
    : { env: {}, folder: path.join(folder, path.basename(organisation.tenantId)) };
}

/** No token is longer; a larger file is none. */
const mostChars = 10_000;

/**
 * The secret that a reference names; undefined where it is not there. Names are checked when a definition is read: they can
 * lead to nothing but variables `HARRIER_SECRET_…` and files of this one folder.
 */
export async function secretOf(
  reference: SecretReference,
  { env, folder }: SecretPlaces,
): Promise<string | undefined> {
  if ('env' in reference) return env[reference.env];
  const text = await readFile(path.join(folder, path.basename(reference.file)), 'utf8').catch(
    () => undefined,
  );
  // One line break at the end is the editor's.
  const secret = text?.replace(/\r?\n$/, '');
  return secret === undefined || secret === '' || secret.length > mostChars ? undefined : secret;
}
