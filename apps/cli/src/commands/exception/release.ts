import type { Opener } from '@harrier/cases/vault';
import { VaultError } from '@harrier/cases/vault-error';
import { InputError } from '../../input/input-error.ts';
import type { ExceptionService, ServedException } from './exception-service.ts';

/** What a key holder released: how many of the values that were asked for there were. */
export interface Released {
  readonly exception: ServedException;
  readonly found: number;
  readonly asked: number;
}

/**
 * Makes a release on the key holder's machine and hands it over. No key, no session key and no value leaves it but inside the
 * message for the requester. Error: {@link InputError} where what the server gave does not open.
 */
export async function makeAndHandOver(
  service: ExceptionService,
  id: string,
  opener: Opener,
): Promise<Released> {
  const { readVaultKeys } = await import('@harrier/cases/vault');
  const { releaseValues, releaseWholeFile } = await import('@harrier/cases/exceptions');
  const material = await service.material(id);
  try {
    const [requester] = await readVaultKeys(new TextEncoder().encode(material.requesterKey), new Date());
    if (requester === undefined) throw new VaultError('vault/key-unreadable', 'the request holds no key');
    if (material.scope === 'whole') {
      const capsule = Buffer.from(material.capsule ?? '', 'base64');
      const message = await releaseWholeFile(capsule, material.sealedSha256, opener, requester);
      return { exception: await service.release(id, message), found: 1, asked: 1 };
    }
    const map = await service.sealedMap(id);
    const { message, found } = await releaseValues(map, material.pseudonyms, opener, requester);
    return { exception: await service.release(id, message), found, asked: material.pseudonyms.length };
  } catch (error) {
    throw error instanceof VaultError ? new InputError(id, error) : error;
  } finally {
    if ('sessionKey' in opener) opener.sessionKey.forget();
  }
}
