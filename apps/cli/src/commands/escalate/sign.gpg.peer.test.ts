import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCli } from '../../testing/run-cli.ts';

const story = fileURLToPath(new URL('../../../../../fixtures/example/call-recording.har', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'harrier-gpg-'));
const at = (name: string) => path.join(folder, name);
const password = ['pass', 'word', '-4711'].join('');
const gpg = (...args: string[]) =>
  execFileSync('gpg', ['--homedir', at('home'), '--batch', '--yes', '--quiet', ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
const unlock = ['--pinentry-mode', 'loopback', '--passphrase', password];

beforeAll(() => {
  mkdirSync(at('home'), { mode: 0o700 });
  gpg(...unlock, '--quick-generate-key', 'support@example.test');
  writeFileSync(at('private'), gpg(...unlock, '--armor', '--export-secret-keys'));
  writeFileSync(at('public'), gpg('--armor', '--export'));
  // Making a key waits for the machine's chance.
}, 60_000);

afterAll(() => {
  try {
    execFileSync('gpgconf', ['--homedir', at('home'), '--kill', 'all'], { stdio: 'ignore' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

it('gpg verifies the sums of a signed package, and sha256sum the rest', async () => {
  const { code, err } = await runCli(['escalate', story, '-o', at('case.zip'), '--sign', at('private')], {
    secret: password,
  });
  expect({ code, err }).toMatchObject({ code: 0 });
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(at('case.zip'))))) {
    mkdirSync(path.dirname(at(`case/${name}`)), { recursive: true });
    writeFileSync(at(`case/${name}`), bytes);
  }
  gpg('--verify', at('case/SHA256SUMS.asc'), at('case/SHA256SUMS'));
  execFileSync('sha256sum', ['-c', '--strict', 'SHA256SUMS'], { cwd: at('case') });

  writeFileSync(at('case/SHA256SUMS'), readFileSync(at('case/SHA256SUMS'), 'utf8').replace(/^./, 'x'));
  expect(() => gpg('--verify', at('case/SHA256SUMS.asc'), at('case/SHA256SUMS'))).toThrow();
});

it('is refused before anything is written: a public key, a wrong password', async () => {
  for (const [key, secret, told] of [
    ['public', password, 'private key'],
    ['private', 'something else', 'password'],
  ] as const) {
    const argv = ['escalate', story, '-o', at('never.zip'), '--sign', at(key)];
    const { code, err } = await runCli(argv, { secret });
    expect(code).not.toBe(0);
    expect(err).toContain(told);
    expect(() => readFileSync(at('never.zip'))).toThrow();
  }
});
