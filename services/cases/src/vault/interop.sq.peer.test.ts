import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readPrivateKeys } from './keys/private-keys.ts';
import { readVaultKeys } from './keys/vault-key.ts';
import { openSealed } from './open-sealed.ts';
import { seal } from './seal.ts';
import { gather, pieces } from './testing/streams.ts';

const plain = Buffer.concat([randomBytes(600_000), Buffer.alloc(300_000, '{"log":{"entries":[]}}')]);
const folder = mkdtempSync(path.join(tmpdir(), 'harrier-sq-'));
const at = (name: string) => path.join(folder, name);
const sq = (...args: string[]) =>
  execFileSync('sq', args, { stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 64 << 20 });

beforeAll(() => {
  sq('key', 'generate', '--userid', 'vault@example.test', '--export', at('private.pgp'));
  writeFileSync(at('public.pgp'), sq('key', 'extract-cert', at('private.pgp')));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each(['none', 'deflate'] as const)(
  'sq opens what was sealed for a key of its own (%s)',
  async (compression) => {
    const keys = await readVaultKeys(readFileSync(at('public.pgp')), new Date());
    const { bytes } = await seal(pieces(plain), keys, { compression });
    writeFileSync(at('sealed.pgp'), await gather(bytes));
    expect(sq('decrypt', '--recipient-key', at('private.pgp'), at('sealed.pgp')).equals(plain)).toBe(true);
  },
);

it.each([
  ['in armor', []],
  ['as it is', ['--binary']],
])('what sq encrypted opens here (%s)', async (_how, options) => {
  writeFileSync(at('plain'), plain);
  const sealed = sq('encrypt', ...options, '--recipient-cert', at('public.pgp'), at('plain'));
  const privateKeys = await readPrivateKeys(readFileSync(at('private.pgp')), async () => undefined);
  expect((await gather(openSealed(pieces(sealed), { privateKeys }))).equals(plain)).toBe(true);
});
