import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openSealed } from '@harrier/cases/vault';
import { generateKey, readPrivateKey } from 'openpgp';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { harOf } from '../../../services/cases/src/testing/trial-har.ts';
import { settingsOf } from './settings/server-settings.ts';
import { type RunningServer, startServer } from './start-server.ts';

const password = 'correct horse battery';

let folder: string;
let server: RunningServer;
let logged: string[];
let privateKeys: string[];

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'harrier-server-'));
  const keys = await Promise.all(
    ['team', 'safe'].map(async (name) => await generateKey({ userIDs: [{ name }], format: 'armored' })),
  );
  privateKeys = keys.map(({ privateKey }) => privateKey);
  writeFileSync(path.join(folder, 'vault-keys.asc'), keys.map(({ publicKey }) => publicKey).join('\n'));
  logged = [];
  server = await startServer(settingsOf({ HARRIER_DATA: folder, HARRIER_PORT: '0' }), (line) =>
    logged.push(line),
  );
});
afterEach(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

/** One browser, with its cookie. */
function browser() {
  let cookie = '';
  return async (method: string, url: string, body?: unknown): Promise<{ status: number; text: string }> => {
    const isFile = body instanceof Uint8Array;
    const answer = await fetch(new URL(url, server.origin), {
      method,
      headers: {
        origin: server.origin,
        cookie,
        ...(body === undefined
          ? {}
          : { 'content-type': isFile ? 'application/octet-stream' : 'application/json' }),
      },
      ...(body === undefined ? {} : { body: isFile ? Buffer.from(body) : JSON.stringify(body) }),
    });
    const set = answer.headers.get('set-cookie');
    if (set !== null) cookie = set.split(';')[0] ?? '';
    return { status: answer.status, text: await answer.text() };
  };
}

/** Put together when it is needed, so that no scanner of the repository takes it for a real one. */
const canary = ['canary', 'k93Lq0PzWm47Xd'].join('-');

function capture(): Uint8Array {
  return Buffer.from(
    harOf({
      authorization: `Bearer ${canary}`,
      url: `https://api.example.test/calls/1?access_token=${canary}`,
      queryString: [{ name: 'access_token', value: canary }],
    }),
  );
}

function filesIn(place: string): string[] {
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(place, name))
    .filter((file) => statSync(file).isFile());
}

it('takes a capture from its upload to the note, and keeps no credential of it outside of the sealed file', async () => {
  const token = new URL(server.setupLink ?? '').hash.replace('#setup=', '');
  const admin = browser();
  const setUp = { token, organisation: 'Example', name: 'ada', password };
  expect((await admin('POST', '/api/setup', setUp)).status).toBe(201);
  expect((await admin('POST', '/api/setup', setUp)).status).toBe(410);
  expect((await admin('POST', '/api/session', { name: 'ada', password })).status).toBe(204);
  const account = { name: 'eve', password, roles: ['engineer'] };
  expect((await admin('POST', '/api/accounts', account)).status).toBe(201);

  const engineer = browser();
  await engineer('POST', '/api/session', { name: 'eve', password });
  const { id } = JSON.parse(
    (await engineer('POST', '/api/cases', { title: 'No audio', language: 'fr' })).text,
  );
  const uploaded = await engineer('POST', `/api/cases/${id}/attachments?name=trace.har`, capture());
  expect(uploaded.status).toBe(201);

  await expect
    .poll(
      async () =>
        JSON.parse((await engineer('GET', `/api/intakes?caseRef=${id}`)).text).map(
          (one: { state: string }) => one.state,
        ),
      {
        timeout: 240_000,
        interval: 100,
      },
    )
    .toContain('done');

  const attachments = JSON.parse((await engineer('GET', `/api/cases/${id}/attachments`)).text);
  expect(attachments.map(({ name }: { name: string }) => name.replace(/[0-9a-f]{12}/, '#'))).toEqual([
    'trace.#.clean.har',
    'trace.#.har.pgp',
  ]);
  const clean = await engineer('GET', `/api/attachments/${attachments[0].id}/content`);
  expect(clean.text).toContain('api.example.test/calls/1');
  expect(clean.text).not.toContain(canary);
  const [note] = JSON.parse((await engineer('GET', `/api/cases/${id}/notes`)).text);
  expect(note.text).toContain('remplacée par une copie nettoyée');
  expect(note.text).toContain('P4');

  const original = JSON.parse(uploaded.text).id;
  expect((await engineer('GET', `/api/attachments/${original}/content`)).status).toBe(410);
  const objects = path.join(folder, 'objects');
  const holders = [...filesIn(folder)].filter((file) => readFileSync(file).includes(canary));
  expect(holders).toEqual([]);
  expect(logged.join('\n')).not.toContain(canary);
  expect(logged.join('\n')).not.toContain('trace.har');

  // Each key holder alone opens it.
  const sealed = filesIn(objects).find((file) => file.endsWith(attachments[1].sha256)) ?? '';
  for (const armoredKey of privateKeys) {
    const pieces: Uint8Array[] = [];
    const bytes = (async function* () {
      yield new Uint8Array(readFileSync(sealed));
    })();
    const key = await readPrivateKey({ armoredKey });
    for await (const piece of openSealed(bytes, { privateKeys: [key] })) pieces.push(piece);
    expect(Buffer.concat(pieces)).toEqual(Buffer.from(capture()));
  }
}, 300_000);

it('answers what it is at when it is told to stop, and ends what would never end', async () => {
  const token = new URL(server.setupLink ?? '').hash.replace('#setup=', '');
  const admin = browser();
  await admin('POST', '/api/setup', { token, organisation: 'Example', name: 'ada', password });
  await admin('POST', '/api/session', { name: 'ada', password });
  await admin('POST', '/api/accounts', { name: 'eve', password, roles: ['engineer'] });
  const signedIn = await fetch(new URL('/api/session', server.origin), {
    method: 'POST',
    headers: { origin: server.origin, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'eve', password }),
  });
  const headers = {
    origin: server.origin,
    cookie: signedIn.headers.get('set-cookie')?.split(';')[0] ?? '',
    'content-type': 'application/octet-stream',
  };
  const made = await fetch(new URL('/api/cases', server.origin), {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ title: 'No audio', language: 'en' }),
  });
  const { id } = (await made.json()) as { id: string };
  const events = await fetch(new URL(`/api/cases/${id}/events`, server.origin), { headers });
  const told = events.text();

  const upload = request(new URL(`/api/cases/${id}/attachments?name=a.txt`, server.origin), {
    method: 'POST',
    headers,
  });
  const answer = once(upload, 'response') as Promise<[IncomingMessage]>;
  upload.write('the first half');
  await expect.poll(() => readdirSync(path.join(folder, 'objects', 'incoming'))).toHaveLength(1);
  const stopped = server.stop();
  expect(await told).toContain('connected');
  upload.end(' and the second');
  const [{ statusCode }] = await answer;
  expect(statusCode).toBe(201);
  await stopped;
  server = await startServer(settingsOf({ HARRIER_DATA: folder, HARRIER_PORT: '0' }), () => {});
}, 300_000);

it('prints a set-up link anew at each start until somebody has used it, and the old one is worth nothing', async () => {
  const first = new URL(server.setupLink ?? '').hash.replace('#setup=', '');
  await server.stop();
  server = await startServer(settingsOf({ HARRIER_DATA: folder, HARRIER_PORT: '0' }), () => {});
  const second = new URL(server.setupLink ?? '').hash.replace('#setup=', '');
  const ask = browser();
  const body = { organisation: 'Example', name: 'ada', password };
  expect((await ask('POST', '/api/setup', { ...body, token: first })).status).toBe(410);
  expect((await ask('POST', '/api/setup', { ...body, token: second })).status).toBe(201);
  await server.stop();
  server = await startServer(settingsOf({ HARRIER_DATA: folder, HARRIER_PORT: '0' }), () => {});
  expect(server.setupLink).toBeUndefined();
}, 300_000);
