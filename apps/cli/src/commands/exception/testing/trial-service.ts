import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { settingsOf, startServer } from '@harrier/server';
import { vi } from 'vitest';
import { harOf } from '../../../../../../services/cases/src/testing/trial-har.ts';

const password = 'correct horse battery';
const roles = ['engineer', 'approver', 'key-holder'] as const;

/** A real server with one case, whose capture was sanitized and sealed; for tests. */
export interface TrialService {
  /** A folder for files of the test. */
  readonly folder: string;
  /** What a note calls the capture. */
  readonly mark: string;
  readonly original: string;
  /** The environment in which somebody with this role calls `harrier`. */
  readonly envOf: Readonly<Record<(typeof roles)[number], Record<string, string>>>;
  /** The case's notes, the oldest first. */
  notes(): Promise<readonly string[]>;
  stop(): Promise<void>;
}

/** `publicKeys`: armored, of whoever can open the original; `canary` stands in the capture as a credential. */
export async function trialService(publicKeys: string, canary: string): Promise<TrialService> {
  const folder = mkdtempSync(path.join(tmpdir(), 'harrier-exception-'));
  writeFileSync(path.join(folder, 'vault-keys.asc'), publicKeys);
  const env = { HARRIER_DATA: folder, HARRIER_PORT: '0', HARRIER_LEAST_RECIPIENTS: '1' };
  const server = await startServer(settingsOf(env, { passwordLogN: 4 }), () => {});
  const original = harOf({ authorization: `Bearer ${canary}` });

  const post = async (url: string, headers: object, body: string, method = 'POST') => {
    const answer = await fetch(new URL(url, server.origin), {
      method,
      headers: { origin: server.origin, ...headers },
      body,
    });
    if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
    const text = await answer.text();
    return {
      json: text === '' ? undefined : JSON.parse(text),
      cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '',
    };
  };
  const json = { 'content-type': 'application/json' };
  const signIn = async (name: string) =>
    (await post('/api/session', json, JSON.stringify({ name, password }))).cookie;
  const token = new URL(server.setupLink ?? '').hash.replace('#setup=', '');
  const setUp = { token, organisation: 'Example', name: 'ann', password };
  await post('/api/setup', json, JSON.stringify(setUp));
  const admin = await signIn('ann');
  const envs: [string, Record<string, string>][] = [];
  for (const role of roles) {
    const account = JSON.stringify({ name: role, password, roles: [role] });
    const made = await post('/api/accounts', { ...json, cookie: admin }, account);
    if (made.json.held) {
      // The approver says that the key holder's account is in its owner's hands, who has chosen the password.
      const own = { ...json, cookie: await signIn(role) };
      await post('/api/session/password', own, JSON.stringify({ current: password, password }), 'PATCH');
      const url = `/api/confirmations/accounts/${made.json.id}`;
      await post(url, { ...json, cookie: await signIn('approver') }, '{}');
    }
    const scopes = ['case:read', 'case:write', 'exception:request', 'exception:approve', 'exception:release'];
    const cli = await post(
      '/api/tokens',
      { ...json, cookie: await signIn(role) },
      JSON.stringify({ name: 'cli', scopes, days: 1, password }),
    );
    envs.push([role, { HARRIER_SERVER: server.origin, HARRIER_TOKEN: cli.json.token }]);
  }
  const envOf = Object.fromEntries(envs) as TrialService['envOf'];

  const engineer = { authorization: `Bearer ${envOf.engineer.HARRIER_TOKEN}` };
  const made = await post(
    '/api/cases',
    { ...json, ...engineer },
    JSON.stringify({ title: 'No audio', language: 'en' }),
  );
  const url = `/api/cases/${made.json.id}/attachments?name=trace.har`;
  await post(url, { ...engineer, 'content-type': 'application/octet-stream' }, original);
  const intakes = async () =>
    (await (await fetch(new URL('/api/intakes', server.origin), { headers: engineer })).json()) as {
      mark: string;
      state: string;
    }[];
  await vi.waitFor(
    async () => {
      const state = (await intakes())[0]?.state;
      if (state !== 'done') throw new Error(`the intake is ${state}`);
    },
    { timeout: 240_000, interval: 100 },
  );

  return {
    folder,
    mark: (await intakes())[0]?.mark ?? '',
    original,
    envOf,
    async notes() {
      const answer = await fetch(new URL(`/api/cases/${made.json.id}/notes`, server.origin), {
        headers: engineer,
      });
      return ((await answer.json()) as { text: string }[]).map(({ text }) => text);
    },
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
