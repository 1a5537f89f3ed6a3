import { spawn } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openSealed, readPrivateKeys, readVaultKeys, seal, verifySealed } from '@harrier/cases/vault';
import { fileSource } from '@harrier/har/node';
import type { Variant } from '../../measure/compare.ts';

const chunkBytes = 1 << 18;
const anySize = { mostMegabytes: Number.POSITIVE_INFINITY };

/** `gpg-stored` is the yardstick. Sealing goes from file to file; reading back and opening let what comes out fall. */
export const variants: readonly Variant[] = [
  {
    ...anySize,
    id: 'gpg-stored',
    label: 'gpg --compress-algo none',
    prepare: async (file) => () => encryptWithGpg(file, ['--compress-algo', 'none']),
  },
  {
    ...anySize,
    id: 'harrier-stored',
    label: 'Harrier, not compressed',
    prepare: async (file) => () => sealFile(file, 'none'),
  },
  {
    ...anySize,
    id: 'gpg',
    label: 'gpg as it comes',
    prepare: async (file) => () => encryptWithGpg(file, []),
  },
  {
    ...anySize,
    id: 'harrier-compressed',
    label: 'Harrier, compressed',
    prepare: async (file) => () => sealFile(file, 'deflate'),
  },
  {
    ...anySize,
    id: 'harrier-verify',
    label: 'Harrier, reading back by session key',
    prepare: async (file) => {
      const stream = await seal(fileSource(file).stream(chunkBytes), await publicKeys());
      await writeTo(sealedBeside(file), stream.bytes);
      return async () => {
        const sealed = fileSource(sealedBeside(file)).stream(chunkBytes);
        const verdict = await verifySealed(sealed, stream.sessionKey, stream.receipt().plain);
        if (!verdict.ok) throw new Error(`the sealed copy is ${verdict.why}`);
        return 1;
      };
    },
  },
  {
    ...anySize,
    id: 'harrier-open',
    label: 'Harrier, opening by private key',
    prepare: async (file) => await opening(file, 'none'),
  },
  {
    ...anySize,
    id: 'harrier-open-compressed',
    label: 'Harrier, opening what is compressed',
    prepare: async (file) => await opening(file, 'deflate'),
  },
];

/** Where every variant writes; the next one overwrites it. */
export function sealedBeside(file: string): string {
  return `${file}.sealed`;
}

async function opening(file: string, compression: 'deflate' | 'none'): Promise<() => Promise<number>> {
  await sealFile(file, compression);
  const privateKeys = await readPrivateKeys(readFileSync(keyFile('private')), async () => undefined);
  return async () => {
    const sealed = fileSource(sealedBeside(file)).stream(chunkBytes);
    for await (const _ of openSealed(sealed, { privateKeys }));
    return 1;
  };
}

async function sealFile(file: string, compression: 'deflate' | 'none'): Promise<number> {
  const stream = await seal(fileSource(file).stream(chunkBytes), await publicKeys(), { compression });
  await writeTo(sealedBeside(file), stream.bytes);
  stream.sessionKey.forget();
  return 1;
}

async function writeTo(file: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const descriptor = openSync(file, 'w');
  try {
    for await (const piece of bytes) writeSync(descriptor, piece);
  } finally {
    closeSync(descriptor);
  }
}

/** Made by the suite before the first round, see `seal-suite.ts`. */
function keyFile(kind: 'public' | 'private'): string {
  return path.join(process.env.HARRIER_BENCH_KEYS ?? '', kind);
}

async function publicKeys() {
  return await readVaultKeys(readFileSync(keyFile('public')), new Date());
}

async function encryptWithGpg(file: string, options: readonly string[]): Promise<number> {
  const home = path.join(process.env.HARRIER_BENCH_KEYS ?? '', 'home');
  const encrypt = ['--trust-model', 'always', '--recipient-file', keyFile('public'), '--encrypt', file];
  const args = ['--homedir', home, '--batch', '--yes', '--quiet', '--output', sealedBeside(file), ...options];
  const child = spawn('gpg', [...args, ...encrypt], { stdio: ['ignore', 'ignore', 'pipe'] });
  let told = '';
  child.stderr.on('data', (data) => {
    told += data;
  });
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) throw new Error(`gpg ended with error ${code}: ${told}`);
  return 1;
}

/** A folder with a key pair for Harrier and gpg; `remove` takes it away. */
export async function makeKeys(): Promise<{ folder: string; remove: () => void }> {
  const { generateKey } = await import('openpgp');
  const folder = mkdtempSync(path.join(tmpdir(), 'harrier-bench-'));
  mkdirSync(path.join(folder, 'home'), { mode: 0o700 });
  const pair = await generateKey({
    type: 'ecc',
    curve: 'curve25519Legacy',
    userIDs: [{ email: 'vault@example.test' }],
    format: 'armored',
  });
  writeFileSync(path.join(folder, 'public'), pair.publicKey);
  writeFileSync(path.join(folder, 'private'), pair.privateKey, { mode: 0o600 });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
