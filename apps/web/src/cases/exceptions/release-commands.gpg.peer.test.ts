import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readVaultKeys } from '../../../../../services/cases/src/vault/keys/vault-key.ts';
import { seal } from '../../../../../services/cases/src/vault/seal.ts';
import { GpgHome } from '../../../../../services/cases/src/vault/testing/gpg-home.ts';
import {
  openingCommands,
  pseudonymLines,
  releaseFiles,
  valueCommands,
  wholeFileCommands,
} from './release-commands.ts';

/** Two machines: the key holder's, with the vault's private key, and the requester's. */
const holder = new GpgHome();
const requester = new GpgHome();
afterAll(() => {
  holder.remove();
  requester.remove();
});

/** What the page tells people to type, typed into a shell. */
function typed(gpg: GpgHome, lines: readonly string[]): string {
  return execFileSync('bash', ['-c', `set -e\ncd "$1"\n${lines.join('\n')}`, 'bash', gpg.folder], {
    env: { ...process.env, GNUPGHOME: gpg.file('home') },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

const original = `{"log":{"entries":[]}}${'x'.repeat(50_000)}`;
const value = ['Kd8f', 'jw02Lm4n'].join('');
let fingerprint: string;

async function sealedFor(publicKey: Buffer, text: string) {
  const bytes = async function* () {
    yield Buffer.from(text);
  };
  const sealing = await seal(bytes(), await readVaultKeys(publicKey, new Date()));
  const parts: Uint8Array[] = [];
  for await (const part of sealing.bytes) parts.push(part);
  return { bytes: Buffer.concat(parts), capsule: sealing.receipt().capsule };
}

beforeAll(async () => {
  holder.generate('vault@example.test', 'future-default');
  requester.generate('eve@example.test', 'future-default');
  const requesterKey = requester.run(['--armor', '--export', 'eve@example.test']);
  const [key] = await readVaultKeys(requesterKey, new Date());
  fingerprint = key?.fingerprint ?? '';
  writeFileSync(holder.file(releaseFiles.requesterKey), requesterKey);
});

it('releases a whole file by what the page tells both to type, and only the capsule leaves the server', async () => {
  const sealed = await sealedFor(holder.run(['--export', 'vault@example.test']), original);
  writeFileSync(holder.file(releaseFiles.capsule), sealed.capsule);
  typed(holder, wholeFileCommands(fingerprint));
  const release = execFileSync('cat', [holder.file(releaseFiles.release)]);
  writeFileSync(requester.file(releaseFiles.release), release);
  writeFileSync(requester.file('call.har.pgp'), sealed.bytes);
  typed(requester, openingCommands('whole', 'call.har.pgp'));
  expect(execFileSync('cat', [requester.file('original.har')], { encoding: 'utf8' })).toBe(original);
});

it('leaves no original where the sealed file was changed', async () => {
  const sealed = await sealedFor(holder.run(['--export', 'vault@example.test']), original);
  writeFileSync(holder.file(releaseFiles.capsule), sealed.capsule);
  execFileSync('rm', ['-f', holder.file(releaseFiles.release), requester.file('original.har')]);
  typed(holder, wholeFileCommands(fingerprint));
  writeFileSync(
    requester.file(releaseFiles.release),
    execFileSync('cat', [holder.file(releaseFiles.release)]),
  );
  const damaged = Buffer.from(sealed.bytes);
  damaged[damaged.length - 40] = (damaged[damaged.length - 40] ?? 0) ^ 1;
  writeFileSync(requester.file('damaged.pgp'), damaged);
  execFileSync('rm', ['-f', requester.file('original.part')]);
  expect(() =>
    typed(requester, [...openingCommands('whole', 'damaged.pgp'), 'test -e original.har']),
  ).toThrow();
  expect(() => execFileSync('test', ['-e', requester.file('original.har')])).toThrow();
});

it('releases single values and no others', async () => {
  const map = [
    { pseudonym: 'hx-1', kind: 'token', value },
    { pseudonym: 'hx-12', kind: 'token', value: 'another' },
  ];
  const text = map.map((row) => `${JSON.stringify(row)}\n`).join('');
  const sealed = await sealedFor(holder.run(['--export', 'vault@example.test']), text);
  writeFileSync(holder.file(releaseFiles.sealedMap), sealed.bytes);
  writeFileSync(holder.file(releaseFiles.pseudonyms), pseudonymLines(['hx-1']));
  execFileSync('rm', ['-f', holder.file(releaseFiles.release)]);
  typed(holder, valueCommands(fingerprint));
  writeFileSync(
    requester.file(releaseFiles.release),
    execFileSync('cat', [holder.file(releaseFiles.release)]),
  );
  expect(typed(requester, openingCommands('values', ''))).toBe(`${JSON.stringify(map[0])}\n`);
});
