import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CaseSystemError, listIntakes, type RemoteAttachment, signWebhook } from '@harrier/cases';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildServer } from './build-server.ts';
import { origin, type TrialServer, trialServer } from './testing/trial-server.ts';

const secret = ['webhook', 'secret', '4711'].join('-');
const attachment: RemoteAttachment = { caseRef: '7', id: 'a1', name: 'a.har', sizeBytes: 9, createdMs: 5 };

let trial: TrialServer;
let server: FastifyInstance;
let tenantId: string;
let connectorId: string;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'harrier-webhook-'));
  for (const name of ['own', 'silent']) writeFileSync(path.join(folder, name), 'token');
  writeFileSync(path.join(folder, 'own-webhook'), `${secret}\nthe one before\n`);
  trial = await trialServer({ secretsFolder: folder });
  tenantId = await trial.newTenant();
  connectorId = `${tenantId}:support`;
  const admin = await trial.signIn(tenantId, ['admin']);
  for (const [id, file] of [
    ['support', 'own'],
    ['silent', 'silent'],
  ])
    await admin.ask('POST', '/api/connector-definitions', {
      id,
      kind: 'zendesk',
      baseUrl: 'https://support.example.com/',
      account: 'harrier@example.com',
      secret: { file },
    });
  const { registry } = trial.service;
  const list = async (caseRef: string) => {
    if (caseRef !== '7') throw new CaseSystemError('case-system/not-found', 'no such case');
    return [attachment];
  };
  // The case system answers; everything else is the registry's own.
  const answering = Object.assign(Object.create(registry), {
    find: (id: string) => ({ ...registry.find(id), list, id, tenantId }),
    webhookSecrets: async (id: string) => await registry.webhookSecrets(id),
  });
  server = await buildServer({ ...trial.service, registry: answering });
});
afterEach(async () => {
  await server.close();
  await trial.close();
  rmSync(folder, { recursive: true });
});

const send = async (text: string, signature: string | undefined, id = connectorId) =>
  await server.inject({
    method: 'POST',
    url: `/api/connectors/${encodeURIComponent(id)}/webhook`,
    headers: {
      host: new URL(origin).host,
      'content-type': 'application/json',
      ...(signature === undefined ? {} : { 'harrier-signature': signature }),
    },
    payload: text,
  });
const signed = (text: string, key = secret, ageMs = 0) =>
  signWebhook(key, Buffer.from(text), trial.clock.nowMs - ageMs);
const intakes = async () => await listIntakes(trial.service.store.db, tenantId, { limit: 9 });

describe('a webhook', () => {
  const text = '{"case":"7","attachment":"whatever they say"}';

  it('has what is attached to its case taken in, once however often it comes, and needs no origin', async () => {
    expect((await send(text, signed(text))).statusCode).toBe(204);
    expect((await send(text, signed(text, 'the one before'))).statusCode).toBe(204);
    expect(await intakes()).toMatchObject([{ connector: connectorId, attachment, step: 'detect' }]);
  });

  it('is refused in one way whatever is wrong with it', async () => {
    const refused = await Promise.all([
      send(text, undefined),
      send(text, signed('{"case":"8"}')),
      send(text, signed(text, 'token')),
      send(text, signed(text, secret, 301_000)),
      send(text, signed(text), `${tenantId}:silent`),
      send(text, signed(text, 'token'), `${tenantId}:silent`),
      send(text, signed(text), `${tenantId}:nothing`),
      send(text, signed(text), `built-in:${tenantId}`),
    ]);
    expect(refused.map(({ statusCode }) => statusCode)).toEqual(refused.map(() => 401));
    expect(new Set(refused.map((answer) => answer.json().code))).toEqual(new Set(['request/wrong-sign-in']));
    expect(await intakes()).toEqual([]);
  });

  it('without a body, and a log without one, are no fault of the server', async () => {
    const headers = { host: new URL(origin).host };
    const url = `/api/connectors/${encodeURIComponent(connectorId)}/webhook`;
    expect((await server.inject({ method: 'POST', url, headers })).statusCode).toBe(401);
    const engineer = await trial.signIn(tenantId, ['engineer']);
    const taken = await engineer.ask('POST', '/api/logs/files?name=a.log');
    expect(taken.json()).toMatchObject({ read: 0, added: 0 });
  });

  it.each(['{', '[]', '{"case":7}', '{"case":""}', 'null'])('is not understood as %s', async (odd) => {
    expect((await send(odd, signed(odd))).json()).toMatchObject({ code: 'request/invalid' });
  });

  it('tells its sender when the case system does not know the case, and takes no long message', async () => {
    const other = '{"case":"8"}';
    expect((await send(other, signed(other))).json()).toMatchObject({ code: 'case-system/not-found' });
    const long = JSON.stringify({ case: '7', more: 'x'.repeat(70_000) });
    expect((await send(long, signed(long))).statusCode).toBe(413);
  });
});
