import { createHash } from 'node:crypto';
import { openSealed } from '@harrier/cases/vault';
import type { PrivateKey } from 'openpgp';
import type { Api } from './api.ts';
import type { TakenUpload } from './traffic.ts';

interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly removedMs: number | null;
}

/** What is wrong with a case whose upload was acknowledged, in words; nothing where all is well. */
export async function faultsOfCase(api: Api, upload: TakenUpload, key: PrivateKey): Promise<string[]> {
  const url = `/api/cases/${upload.caseId}`;
  const attachments = (await api.insist('GET', `${url}/attachments?removed=true`)) as Attachment[];
  const notes = (await api.insist('GET', `${url}/notes?limit=100`)) as { text: string }[];
  const present = attachments.filter(({ removedMs }) => removedMs === null);
  const ending = (end: string): Attachment[] => present.filter(({ name }) => name.endsWith(end));
  const faults: string[] = [];
  const original = attachments.find(({ id }) => id === upload.attachmentId);
  if (original === undefined) faults.push('the upload was never there');
  else if (original.removedMs === null) faults.push('the original is still there');
  if (notes.length !== 1) faults.push(`${notes.length} notes`);
  const [clean, sealed] = [ending('.clean.har'), ending('.pgp')];
  if (clean.length !== 1) faults.push(`${clean.length} clean files`);
  if (sealed.length !== 1) faults.push(`${sealed.length} sealed files`);
  if (notes.some(({ text }) => text.includes(upload.canary))) faults.push('a credential is in a note');
  if (clean[0] !== undefined) {
    const text = new TextDecoder().decode(await contentOf(api, clean[0]));
    if (text.includes(upload.canary)) faults.push('a credential is in the clean file');
  }
  if (
    sealed[0] !== undefined &&
    (await unsealedDigest(await contentOf(api, sealed[0]), key)) !== upload.sha256
  )
    faults.push('the sealed file is another one');
  return faults;
}

async function contentOf(api: Api, { id }: Attachment): Promise<Uint8Array> {
  return await api.bytes(`/api/attachments/${id}/content`);
}

async function unsealedDigest(sealed: Uint8Array, key: PrivateKey): Promise<string> {
  const hash = createHash('sha256');
  const pieces = (async function* () {
    yield sealed;
  })();
  for await (const piece of openSealed(pieces, { privateKeys: [key] })) hash.update(piece);
  return hash.digest('hex');
}
