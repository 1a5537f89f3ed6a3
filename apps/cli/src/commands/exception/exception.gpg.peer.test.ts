import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCli } from '../../testing/run-cli.ts';
import { type TrialService, trialService } from './testing/trial-service.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'harrier-gpg-'));
const home = path.join(folder, 'home');
const at = (name: string) => path.join(folder, name);
const gpg = (...args: string[]) =>
  execFileSync('gpg', ['--homedir', home, '--batch', '--yes', '--quiet', ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });

let trial: TrialService;
beforeAll(async () => {
  mkdirSync(home, { mode: 0o700 });
  for (const who of ['vault@example.test', 'eve@example.test'])
    gpg('--passphrase', '', '--quick-generate-key', who, 'future-default', 'default', 'never');
  writeFileSync(at('eve.asc'), gpg('--armor', '--export', 'eve@example.test'));
  trial = await trialService(
    gpg('--armor', '--export', 'vault@example.test').toString('utf8'),
    ['Kd8fjw02Lm', '4nop6QrS71'].join(''),
  );
}, 300_000);
afterAll(async () => {
  await trial?.stop();
  try {
    execFileSync('gpgconf', ['--homedir', home, '--kill', 'all'], { stdio: 'ignore' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

const as = async (who: keyof TrialService['envOf'], ...args: string[]) => {
  const run = await runCli(['exception', ...args], { env: trial.envOf[who] });
  expect(run).toMatchObject({ code: 0 });
  return run.out;
};

it('the original comes back through gpg alone: the key holder shows one session key, the requester uses it', async () => {
  const request = ['request', trial.mark, 'The court asks for the file as it was recorded.'];
  const asked = await as(
    'engineer',
    ...[...request, '--for', 'whole', '--reason', 'legal', '--to', at('eve.asc')],
  );
  const [id = ''] = asked.split('\t');
  await as('approver', 'approve', id);

  await as('key-holder', 'material', id, '-o', at('capsule.pgp'));
  const told = execFileSync(
    'sh',
    [
      '-c',
      'exec gpg "$@" 2>&1 >/dev/null',
      'sh',
      '--homedir',
      home,
      '--batch',
      '--show-session-key',
      '-d',
    ].concat(at('capsule.pgp')),
  ).toString('utf8');
  writeFileSync(at('session-key.txt'), /'(9:[0-9A-F]{64})'/.exec(told)?.[1] ?? '');
  await as('key-holder', 'release', id, '--session-key', at('session-key.txt'));

  await as('engineer', 'fetch', id, '-o', at('release.pgp'));
  const released = gpg('--decrypt', at('release.pgp')).toString('utf8').trim();
  const intakes = await fetch(`${trial.envOf.engineer.HARRIER_SERVER}/api/intakes`, {
    headers: { authorization: `Bearer ${trial.envOf.engineer.HARRIER_TOKEN}` },
  });
  const [intake] = (await intakes.json()) as { id: string }[];
  const sealed = await fetch(`${trial.envOf.engineer.HARRIER_SERVER}/api/intakes/${intake?.id}/sealed`, {
    headers: { authorization: `Bearer ${trial.envOf.engineer.HARRIER_TOKEN}` },
  });
  writeFileSync(at('sealed.pgp'), new Uint8Array(await sealed.arrayBuffer()));
  gpg('--override-session-key', released, '--output', at('original.har'), '--decrypt', at('sealed.pgp'));
  expect(readFileSync(at('original.har'), 'utf8')).toBe(trial.original);
}, 300_000);
