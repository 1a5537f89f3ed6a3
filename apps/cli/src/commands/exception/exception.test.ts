import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { generateKey } from 'openpgp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCli } from '../../testing/run-cli.ts';
import { type TrialService, trialService } from './testing/trial-service.ts';

const canary = ['Kd8fjw02Lm', '4nop6QrS71'].join('');
const why = 'The session id of request 0 must be searched in the logs.';
let trial: TrialService;
const at = (name: string) => path.join(trial.folder, name);

beforeAll(async () => {
  const pair = async (name: string) =>
    await generateKey({ type: 'ecc', curve: 'curve25519Legacy', userIDs: [{ name }], format: 'armored' });
  const [vault, own] = await Promise.all([pair('vault'), pair('own')]);
  trial = await trialService(vault.publicKey, canary);
  writeFileSync(at('vault-private.asc'), vault.privateKey);
  writeFileSync(at('own.asc'), own.publicKey);
  writeFileSync(at('own-private.asc'), own.privateKey);
}, 300_000);
afterAll(async () => await trial?.stop());

const as = async (who: keyof TrialService['envOf'], ...args: string[]) =>
  await runCli(['exception', ...args], { env: trial.envOf[who] });

it('gives one value to one person, after two others have agreed, and tells the case', async () => {
  const asked = await as(
    'engineer',
    ...['request', trial.mark, why, '--for', 'entries:0', '--reason', 'value-needed', '--to', at('own.asc')],
  );
  expect(asked).toMatchObject({ code: 0, err: '' });
  const [id = '', state, scope, reason, who, text, steps] = asked.out.trimEnd().split('\t');
  expect([state, scope, reason, who, text, steps]).toEqual([
    'requested',
    'entries:0',
    'value-needed',
    'engineer',
    why,
    'withdraw',
  ]);
  // Whoever is not the one refuses in words.
  expect(await as('engineer', 'approve', id)).toMatchObject({
    code: 2,
    err: expect.stringContaining('Your roles do not allow this.'),
  });
  expect((await as('approver', 'list')).out).toContain(`${id}\trequested`);
  expect(await as('approver', 'approve', id)).toMatchObject({ code: 0 });
  const released = await as('key-holder', 'release', id, '--key', at('vault-private.asc'));
  expect(released).toMatchObject({ code: 0, out: expect.stringMatching(/\t1\/1\n$/) });
  expect(await as('engineer', 'fetch', id, '-o', at('release.pgp'))).toMatchObject({ code: 0, err: '' });
  const opened = await runCli(['unseal', at('release.pgp'), '--key', at('own-private.asc'), '-o', '-']);
  expect(opened.out).toContain(canary);

  expect(await as('engineer', 'fetch', id, '-o', at('again.pgp'))).toMatchObject({ code: 2 });
  expect(() => readFileSync(at('again.pgp'))).toThrow();
  await expect
    .poll(async () => (await trial.notes()).filter((note) => note.includes('exception-')).length, {
      timeout: 60_000,
    })
    .toBe(4);
}, 120_000);

it('asks for nothing that makes no sense', async () => {
  const request = ['request', trial.mark, why, '--reason', 'legal', '--to', at('own.asc')];
  expect(await as('engineer', ...request)).toMatchObject({ code: 2, err: expect.stringContaining('--for') });
  expect(await as('engineer', ...request, '--for', 'entries:x')).toMatchObject({ code: 2 });
  expect(await as('engineer', 'destroy')).toMatchObject({ code: 2 });
  expect(await as('engineer', 'show', 'none')).toMatchObject({ code: 2 });
});
