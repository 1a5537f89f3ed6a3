import { openCapsule } from '../../vault/capsule.ts';
import type { VaultKey } from '../../vault/keys/vault-key.ts';
import { type Opener, openSealed } from '../../vault/open-sealed.ts';
import { seal } from '../../vault/seal.ts';
import { VaultError } from '../../vault/vault-error.ts';

/**
 * What a key holder makes on a machine of their own, and hands to the server: a message that the requester alone can open.
 * The server never sees a private key, a session key or a value.
 */

/**
 * Releases one whole file: its session key, in the form that `gpg --override-session-key` and `harrier unseal --session-key`
 * take. The key holder needs the capsule, never the file; with gpg, `gpg --show-session-key` on the capsule gives the opener.
 * Error: {@link VaultError} `vault/wrong-key`, `vault/damaged`; `vault/not-sealed` when the capsule is of another file.
 */
export async function releaseWholeFile(
  capsule: Uint8Array,
  sealedSha256: string,
  opener: Opener,
  requester: VaultKey,
): Promise<Uint8Array> {
  const opened = await openCapsule(capsule, opener);
  try {
    if (opened.sealedSha256 !== sealedSha256)
      throw new VaultError('vault/not-sealed', 'the capsule is of another file');
    const hex = Buffer.from(opened.sessionKey.expose()).toString('hex').toUpperCase();
    return await sealFor(requester, [`9:${hex}\n`]);
  } finally {
    opened.sessionKey.forget();
  }
}

/** What single pseudonyms stood for, out of the sealed map; a JSON object a line. Values that the map lacks are left out. */
export async function releaseValues(
  sealedMap: AsyncIterable<Uint8Array>,
  pseudonyms: readonly string[],
  opener: Opener,
  requester: VaultKey,
): Promise<{ readonly message: Uint8Array; readonly found: number }> {
  const wanted = new Set(pseudonyms);
  const lines: string[] = [];
  for await (const line of linesOf(openSealed(sealedMap, opener)))
    if (wanted.has(pseudonymOf(line))) lines.push(`${line}\n`);
  return { message: await sealFor(requester, lines), found: lines.length };
}

function pseudonymOf(line: string): string {
  const row: unknown = JSON.parse(line);
  return typeof row === 'object' && row !== null && 'pseudonym' in row ? String(row.pseudonym) : '';
}

async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const piece of bytes) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

async function sealFor(requester: VaultKey, lines: readonly string[]): Promise<Uint8Array> {
  const plain = async function* () {
    const encoder = new TextEncoder();
    for (const line of lines) yield encoder.encode(line);
  };
  const { bytes, sessionKey } = await seal(plain(), [requester], { compression: 'none' });
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  sessionKey.forget();
  return Buffer.concat(parts);
}
