import { readFileSync } from 'node:fs';
import { decrypt, type PrivateKey, readMessage } from 'openpgp';
import type { Page } from 'playwright-core';
import { releaseValues } from '../../../../services/cases/src/exceptions/release/make-release.ts';
import { readVaultKeys } from '../../../../services/cases/src/vault/keys/vault-key.ts';

/** The files that a click saves, by the name that the page gave them. */
export async function savedFiles(
  page: Page,
  count: number,
  click: () => Promise<void>,
): Promise<ReadonlyMap<string, Buffer>> {
  const saved = new Map<string, Buffer>();
  const all = new Promise<void>((resolve) => {
    page.on('download', async (download) => {
      saved.set(download.suggestedFilename(), readFileSync(await download.path()));
      if (saved.size === count) resolve();
    });
  });
  await click();
  await all;
  return saved;
}

/** What a key holder makes of these files on a machine of their own: the values, encrypted for the requester. */
export async function releaseOf(
  files: ReadonlyMap<string, Buffer>,
  privateKeys: readonly PrivateKey[],
): Promise<Uint8Array> {
  const [requester] = await readVaultKeys(files.get('requester-key.asc') ?? Buffer.of(), new Date());
  if (requester === undefined) throw new Error('no key of the requester');
  const pseudonyms = (files.get('pseudonyms.txt')?.toString() ?? '')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(`${line.replace(/,$/, '')}}`).pseudonym as string);
  const sealedMap = (async function* () {
    yield files.get('sealed-map.pgp') ?? Buffer.of();
  })();
  return (await releaseValues(sealedMap, pseudonyms, { privateKeys }, requester)).message;
}

export async function openpgpMessageText(message: Uint8Array, privateKey: PrivateKey): Promise<string> {
  const { data } = await decrypt({
    message: await readMessage({ binaryMessage: message }),
    decryptionKeys: privateKey,
  });
  return data as string;
}
