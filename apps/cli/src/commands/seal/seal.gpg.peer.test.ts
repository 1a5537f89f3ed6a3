import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { runCli } from '../../testing/run-cli.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'harrier-gpg-'));
const at = (name: string) => path.join(folder, name);
const gpg = (...args: string[]) =>
  execFileSync('gpg', ['--homedir', at('home'), '--batch', '--yes', '--quiet', ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });

afterAll(() => {
  try {
    execFileSync('gpgconf', ['--homedir', at('home'), '--kill', 'all'], { stdio: 'ignore' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

it('gpg opens what harrier seals, and harrier what gpg encrypts', async () => {
  mkdirSync(at('home'), { mode: 0o700 });
  const password = ['pass', 'word', '-4711'].join('');
  gpg('--pinentry-mode', 'loopback', '--passphrase', password, '--quick-generate-key', 'vault@example.test');
  writeFileSync(at('public'), gpg('--armor', '--export'));
  const unlock = ['--pinentry-mode', 'loopback', '--passphrase', password];
  writeFileSync(at('private'), gpg(...unlock, '--armor', '--export-secret-keys'));
  const plain = '{"log":{"entries":[]}}'.repeat(1000);
  writeFileSync(at('capture.har'), plain);

  const sealed = await runCli(['seal', at('capture.har'), '--to', at('public'), '-o', at('sealed.pgp')]);
  expect(sealed).toMatchObject({ code: 0 });
  expect(gpg(...unlock, '--decrypt', at('sealed.pgp')).toString('utf8')).toBe(plain);

  const split = await runCli([
    ...['seal', at('capture.har'), '--to', at('public'), '-o', at('parts.pgp'), '--split', '5kB'],
  ]);
  expect(split).toMatchObject({ code: 0 });
  // As anybody would do it who has gpg alone.
  execFileSync(
    '/bin/sh',
    ['-c', 'cat parts.pgp.* > joined.pgp && sha256sum --check --quiet parts.pgp-parts.sha256'],
    {
      cwd: folder,
    },
  );
  expect(gpg(...unlock, '--decrypt', at('joined.pgp')).toString('utf8')).toBe(plain);

  gpg(
    '--trust-model',
    'always',
    '--recipient',
    'vault@example.test',
    '--output',
    at('by-gpg'),
    '--encrypt',
    at('capture.har'),
  );
  const run = await runCli(['unseal', at('by-gpg'), '--key', at('private'), '-o', at('plain')], {
    secret: password,
  });
  expect(run).toMatchObject({ code: 0 });
  expect(readFileSync(at('plain'), 'utf8')).toBe(plain);
});
