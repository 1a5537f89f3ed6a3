import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { runCli } from '../../testing/run-cli.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'harrier-gpg-'));
const home = path.join(folder, 'home');

function gpg(...args: string[]): Buffer {
  return execFileSync('gpg', ['--homedir', home, '--batch', '--yes', '--quiet', ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

afterAll(() => {
  try {
    execFileSync('gpgconf', ['--homedir', home, '--kill', 'all'], { stdio: 'ignore' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

it.each([
  ['default', '--armor'],
  ['default', '--no-armor'],
  ['future-default', '--armor'],
])('a sealed map opens with gpg for the holder of a key (%s, %s)', async (algorithm, armor) => {
  const who = `${algorithm}${armor}@example.org`;
  execFileSync('mkdir', ['-p', '-m', '700', home]);
  gpg('--passphrase', '', '--quick-generate-key', who, algorithm, 'default', 'never');
  const at = (name: string): string => path.join(folder, name);
  writeFileSync(at('public.key'), gpg(armor, '--export', who));
  const secret = ['Kd8fjw02', 'Lm4nop6Q'].join('');
  writeFileSync(
    at('in.har'),
    JSON.stringify({
      log: {
        entries: [
          {
            request: { method: 'GET', url: '/', headers: [{ name: 'X-Api-Key', value: secret }] },
            response: { status: 200 },
            startedDateTime: '2026-01-01T00:00:00Z',
            time: 1,
          },
        ],
      },
    }),
  );
  const { code, err } = await runCli([
    'sanitize',
    at('in.har'),
    '-o',
    at('out.har'),
    '--sealed-map',
    at('map.gpg'),
    '--to',
    at('public.key'),
    '--force',
  ]);
  expect({ code, err }).toMatchObject({ code: 0 });
  expect(readFileSync(at('map.gpg')).includes(secret)).toBe(false);
  const [line = ''] = gpg('--decrypt', at('map.gpg')).toString('utf8').split('\n');
  const { pseudonym, value } = JSON.parse(line);
  expect(value).toBe(secret);
  expect(readFileSync(at('out.har'), 'utf8')).toContain(pseudonym);
});
