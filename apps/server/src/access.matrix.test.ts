import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Role, roles } from './accounts/roles.ts';
import { RequestError } from './http/request-error.ts';
import { routeTable } from './routes/route-table.ts';
import { pseudonym, sealedIntake, trialKey } from './testing/sealed-intake.ts';
import { origin, type Person, type TrialServer, trialServer } from './testing/trial-server.ts';

type Caller = 'nobody' | 'no-role' | Role | 'other-tenant';
type Verdict = 'yes' | 401 | 403 | 404;

const signedIn: readonly Caller[] = ['no-role', ...roles];

/**
 * Who may call what. Written down here by hand and not made from the routes: a change of a route's access has to be said
 * twice. `yes` is any answer that says the request was heard. Somebody of another tenant has every role there.
 */
const allowed: Readonly<Record<string, readonly Caller[] | 'everybody'>> = {
  'GET /api/health/live': 'everybody',
  'GET /api/health/ready': 'everybody',
  'GET /api/metrics': ['admin', 'auditor'],
  'GET /api/vault/keys': signedIn,
  'POST /api/vault/keys': ['key-holder'],
  'PATCH /api/vault/keys/:keyId': ['admin'],
  'DELETE /api/vault/keys/:keyId': ['admin'],
  'GET /api/connectors': ['viewer', 'engineer', 'approver', 'key-holder'],
  'GET /api/connector-definitions': ['admin'],
  'POST /api/connector-definitions': ['admin'],
  'PATCH /api/connector-definitions/:definitionId': ['admin'],
  'DELETE /api/connector-definitions/:definitionId': ['admin'],
  'POST /api/connectors/:connectorId/look': ['admin'],
  'GET /api/connectors/:connectorId/backfill': ['admin'],
  'POST /api/connectors/:connectorId/backfill': ['admin'],
  'DELETE /api/connectors/:connectorId/backfill': ['admin'],
  'POST /api/connectors/:connectorId/webhook': 'everybody',
  'GET /api/sign-in-ways': 'everybody',
  'GET /api/session/oidc': 'everybody',
  'GET /api/session/oidc/callback': 'everybody',
  'GET /api/tenants': ['admin'],
  'POST /api/tenants': ['admin'],
  'POST /api/setup': 'everybody',
  'POST /api/session': 'everybody',
  'GET /api/session': signedIn,
  'DELETE /api/session': signedIn,
  'PATCH /api/session/password': signedIn,
  'POST /api/session/second-factor': signedIn,
  'PATCH /api/session/second-factor': signedIn,
  'DELETE /api/session/second-factor': signedIn,
  'GET /api/sessions': signedIn,
  'POST /api/sessions/end': signedIn,
  'GET /api/tokens': signedIn,
  'POST /api/tokens': signedIn,
  'DELETE /api/tokens/:tokenId': signedIn,
  'GET /api/accounts': ['admin'],
  'POST /api/accounts': ['admin'],
  'PATCH /api/accounts/:accountId': ['admin'],
  'POST /api/accounts/:accountId/link': ['admin'],
  'GET /api/confirmations': ['approver', 'key-holder', 'auditor'],
  'POST /api/confirmations/accounts/:accountId': ['approver', 'key-holder', 'auditor'],
  'POST /api/confirmations/retention': ['approver', 'key-holder', 'auditor'],
  'DELETE /api/confirmations/retention': ['admin'],
  'POST /api/account-link/question': 'everybody',
  'POST /api/account-link': 'everybody',
  'GET /api/security-policy': signedIn,
  'PATCH /api/security-policy': ['admin'],
  'GET /api/names': signedIn,
  'GET /api/cases': ['viewer', 'engineer', 'approver', 'key-holder'],
  'POST /api/cases': ['engineer'],
  'GET /api/cases/:caseId': ['viewer', 'engineer', 'approver', 'key-holder'],
  'PATCH /api/cases/:caseId': ['engineer'],
  'GET /api/cases/:caseId/notes': ['viewer', 'engineer', 'approver', 'key-holder'],
  'POST /api/cases/:caseId/notes': ['engineer'],
  'GET /api/cases/:caseId/attachments': ['viewer', 'engineer', 'approver', 'key-holder'],
  'POST /api/cases/:caseId/attachments': ['engineer'],
  'GET /api/cases/:caseId/events': ['viewer', 'engineer', 'approver', 'key-holder'],
  'GET /api/attachments/:attachmentId/content': ['viewer', 'engineer', 'approver', 'key-holder'],
  'DELETE /api/attachments/:attachmentId': ['engineer'],
  'GET /api/intakes': ['viewer', 'engineer', 'approver', 'key-holder'],
  'GET /api/intakes/:intakeId': ['viewer', 'engineer', 'approver', 'key-holder'],
  'POST /api/intakes/:intakeId/restart': ['engineer'],
  'GET /api/exceptions': ['viewer', 'engineer', 'approver', 'key-holder'],
  'POST /api/exceptions': ['engineer'],
  'GET /api/exceptions/:exceptionId': ['viewer', 'engineer', 'approver', 'key-holder'],
  'POST /api/exceptions/:exceptionId/approve': ['approver'],
  'POST /api/exceptions/:exceptionId/refuse': ['approver'],
  'POST /api/exceptions/:exceptionId/refuse-release': ['key-holder'],
  'POST /api/exceptions/:exceptionId/withdraw': ['engineer'],
  'POST /api/exceptions/:exceptionId/consent-link': ['approver'],
  'POST /api/exceptions/:exceptionId/grants': ['engineer'],
  'POST /api/exceptions/:exceptionId/fetch': ['engineer'],
  'GET /api/exceptions/:exceptionId/material': ['key-holder'],
  'GET /api/exceptions/:exceptionId/sealed-map': ['key-holder'],
  'POST /api/exceptions/:exceptionId/release': ['key-holder'],
  'GET /api/intakes/:intakeId/clean': ['viewer', 'engineer', 'approver', 'key-holder'],
  'GET /api/intakes/:intakeId/sealed': ['viewer', 'engineer', 'approver', 'key-holder'],
  'POST /api/consent/question': 'everybody',
  'POST /api/consent': 'everybody',
  'GET /api/exception-policy': signedIn,
  'PATCH /api/exception-policy': ['admin'],
  'GET /api/cases/:caseId/upload-links': ['engineer'],
  'POST /api/cases/:caseId/upload-links': ['engineer'],
  'DELETE /api/upload-links/:linkId': ['engineer'],
  'GET /api/uploads': 'everybody',
  'POST /api/uploads/clean': 'everybody',
  'POST /api/uploads/original': 'everybody',
  'GET /api/audit': ['auditor'],
  'GET /api/audit/head': ['auditor'],
  'POST /api/audit/checkpoints': ['auditor'],
  'GET /api/audit/export': ['auditor'],
  'GET /api/audit/alarms': ['auditor'],
  'PATCH /api/audit/alarms/:alarmId': ['auditor'],
  'POST /api/logs/search': ['viewer', 'engineer'],
  'POST /api/logs/flow': ['viewer', 'engineer'],
  'GET /api/logs/sources': ['viewer', 'engineer'],
  'POST /api/logs/files': ['engineer'],
  'POST /v1/logs': ['engineer'],
};

const zendesk = {
  kind: 'zendesk',
  baseUrl: 'https://support.example.com/',
  account: 'harrier@example.com',
  secret: { env: 'HARRIER_SECRET_ZENDESK' },
};

/** Bodies that are as they should be, so that access alone decides. */
const bodies: Readonly<Record<string, unknown>> = {
  'POST /api/setup': {
    token: 'wrong',
    organisation: 'Example',
    name: 'a',
    password: 'correct horse battery',
  },
  'POST /api/session': { name: 'a', password: 'wrong' },
  'PATCH /api/session/second-factor': { secret: 'A'.repeat(32), code: '000000', password: 'wrong' },
  'DELETE /api/session/second-factor': { password: 'wrong', code: '000000' },
  'POST /api/sessions/end': {},
  'POST /api/accounts/:accountId/link': { dropsSecondFactor: false },
  'POST /api/account-link/question': { token: 'a' },
  'POST /api/account-link': { token: 'a', password: 'correct horse battery' },
  'PATCH /api/security-policy': { manyReads: 30 },
  'POST /api/confirmations/retention': { keepSealedDays: 30 },
  'POST /api/tokens': { name: 'a', scopes: ['case:read'], days: 1 },
  'POST /api/accounts': { name: 'new', password: 'correct horse battery', roles: [] },
  'PATCH /api/accounts/:accountId': { roles: ['viewer'] },
  'POST /api/cases': { title: 'No audio', language: 'en' },
  'PATCH /api/cases/:caseId': { title: 'No video' },
  'POST /api/cases/:caseId/notes': { text: 'a', visibility: 'public' },
  'POST /api/cases/:caseId/attachments': new Uint8Array([1, 2, 3]),
  'POST /api/exceptions/:exceptionId/fetch': { token: 'a' },
  'POST /api/exceptions/:exceptionId/release': new Uint8Array([1]),
  'POST /api/consent/question': { token: 'a' },
  'POST /api/consent': { token: 'a', answer: 'given' },
  'PATCH /api/exception-policy': { needsConsent: false },
  'PATCH /api/session/password': { current: 'wrong', password: 'correct horse battery' },
  'POST /api/tenants': { organisation: 'Other', name: 'other', password: 'correct horse battery' },
  'POST /api/connector-definitions': { ...zendesk, id: 'another' },
  'PATCH /api/connector-definitions/:definitionId': { ...zendesk, id: 'zendesk' },
  'POST /api/connectors/:connectorId/backfill': { mode: 'dry-run' },
  'DELETE /api/attachments/:attachmentId': { sha256: '0'.repeat(64) },
  'POST /api/logs/search': { id: 'ATLAS_7c1e0f52-9ab4-4d36-8e21-5f0a3b9c6d74_12' },
  'POST /api/logs/flow': { id: 'ATLAS_7c1e0f52-9ab4-4d36-8e21-5f0a3b9c6d74_12' },
  'POST /api/logs/files': new Uint8Array([0x61, 0x0a]),
  'POST /v1/logs': { resourceLogs: [] },
  'POST /api/connectors/:connectorId/webhook': { case: '7' },
  'POST /api/vault/keys': { armored: 'no key' },
  'POST /api/cases/:caseId/upload-links': { days: 1, wantsOriginal: false },
  'POST /api/uploads/clean': new Uint8Array([1]),
  'POST /api/uploads/original': new Uint8Array([1]),
};

/** A body that is made when the test runs, because it names something that is made there. */
const lateBodies: Record<string, unknown> = {};

let trial: TrialServer;
let ids: Readonly<Record<string, string>>;
const people = new Map<Caller, () => Promise<Person>>();

beforeAll(async () => {
  // A provider that sends everybody away: who may call is what is asked here.
  trial = await trialServer({
    oidc: () => ({
      label: 'Example',
      localAccounts: true,
      begin: async () => ({ url: 'https://login.example.test/', browser: 'browser' }),
      finish: async () => await Promise.reject(new RequestError('request/wrong-sign-in')),
    }),
  });
  const [tenant, otherTenant] = [await trial.newTenant(), await trial.newTenant()];
  const engineer = await trial.signIn(tenant, ['engineer']);
  const { id: caseId } = (await engineer.ask('POST', '/api/cases', bodies['POST /api/cases'])).json();
  const attached = await engineer.ask(
    'POST',
    `/api/cases/${caseId}/attachments?name=a.har`,
    new Uint8Array([1]),
  );
  const [intake] = (await engineer.ask('GET', '/api/intakes')).json();
  ids = {
    caseId,
    attachmentId: attached.json().id,
    intakeId: intake.id,
    accountId: (await trial.signIn(tenant, [])).accountId,
    tokenId: 'no-such-token',
  };
  // It waits for a second person, whom its password keeps from confirming it: nobody of the table does so for the next.
  await trial.service.store.db
    .updateTable('accounts')
    .set({ heldBy: 'account:somebody', ownPassword: 0 })
    .where('id', '=', ids.accountId ?? '')
    .execute();
  // The worker is not running: what was attached above waits, and must not be taken for the sealed one.
  await trial.service.intakes.claim(trial.clock.nowMs, 60_000);
  const [vault, own] = [await trialKey(), await trialKey()];
  const sealed = await sealedIntake(trial, tenant, vault);
  const asked = {
    intakeId: sealed.intakeId,
    scope: { kind: 'values', pseudonyms: [pseudonym] },
    reason: { code: 'value-needed', text: 'The session id must be searched in the logs.' },
    requesterKey: own.publicKey,
  };
  lateBodies['POST /api/exceptions'] = asked;
  const exception = (await engineer.ask('POST', '/api/exceptions', asked)).json();
  const holder = await trial.signIn(tenant, ['key-holder']);
  const key = (await holder.ask('POST', '/api/vault/keys', { armored: vault.publicKey })).json();
  const links = `/api/cases/${caseId}/upload-links`;
  const link = (await engineer.ask('POST', links, { days: 1, wantsOriginal: true })).json();
  const admin = await trial.signIn(tenant, ['admin']);
  await admin.ask('POST', '/api/connector-definitions', { ...zendesk, id: 'zendesk' });
  const connectorId = `built-in:${tenant}`;
  await admin.ask('POST', `/api/connectors/${connectorId}/backfill`, { mode: 'dry-run' });
  await trial.service.store.db
    .insertInto('readAlarms')
    .values({
      id: 'alarm',
      tenantId: tenant,
      actor: 'account:a',
      atMs: trial.clock.nowMs,
      files: 31,
      seenBy: null,
      seenMs: null,
    })
    .execute();
  ids = {
    ...ids,
    alarmId: 'alarm',
    intakeId: sealed.intakeId,
    exceptionId: exception.id,
    definitionId: 'zendesk',
    connectorId,
    keyId: key.id,
    linkId: link.id,
  };
  people.set('no-role', async () => await trial.signIn(tenant, []));
  for (const role of roles) people.set(role, async () => await trial.signIn(tenant, [role]));
  people.set('other-tenant', async () => await trial.signIn(otherTenant, roles));
}, 120_000);
afterAll(async () => await trial.close());

async function verdictOf(name: string, as: Caller): Promise<Verdict | number> {
  const [method = '', pattern = ''] = name.split(' ');
  let url = pattern.replace(/:(\w+)/g, (_, id: string) => ids[id] ?? '');
  if (name === 'GET /api/names') url += '?ids=a';
  if (name === 'POST /api/cases/:caseId/attachments' || name.startsWith('POST /api/uploads/'))
    url += '?name=a.har';
  if (name === 'POST /api/logs/files') url += '?name=a.log';
  // A stream that was let in never ends, and its head says enough.
  if (pattern.endsWith('/events')) return await streamStatus(url, as);
  const person = await people.get(as)?.();
  const answer = await (person === undefined
    ? trial.ask({ method: method as 'GET', url, ...payloadOf(name) })
    : person.ask(method as 'GET', url, bodyOf(name)));
  const { status, code } = statusOf(answer.statusCode, answer.body);
  if (code === 'request/not-signed-in' || code === 'request/forbidden' || code === 'request/not-found')
    return status;
  return status < 500 ? 'yes' : status;
}

function bodyOf(name: string): unknown {
  return bodies[name] ?? lateBodies[name];
}

function payloadOf(name: string): Pick<InjectOptions, 'payload' | 'headers'> {
  const body = bodyOf(name);
  if (body === undefined) return {};
  if (body instanceof Uint8Array)
    return { payload: Buffer.from(body), headers: { 'content-type': 'application/octet-stream' } };
  return { payload: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}

function statusOf(status: number, body: string): { readonly status: number; readonly code?: string } {
  try {
    return { status, code: (JSON.parse(body) as { code?: string }).code ?? '' };
  } catch {
    return { status };
  }
}

async function streamStatus(url: string, as: Caller): Promise<Verdict | number> {
  const person = await people.get(as)?.();
  const answer = await trial.server.inject({
    url,
    headers: { host: new URL(origin).host, ...(person === undefined ? {} : { cookie: person.cookie }) },
    payloadAsStream: true,
  });
  answer.stream().destroy();
  return answer.statusCode === 200 ? 'yes' : answer.statusCode;
}

describe('access to every route', () => {
  it('is written down for every route, and for no other', () => {
    const routes = routeTable.map(({ method, url }) => `${method} ${url}`);
    expect(Object.keys(allowed).sort()).toEqual([...routes].sort());
  });

  it.each(Object.keys(allowed))('%s', async (name) => {
    const may = allowed[name] ?? [];
    // An exception names the attachment that it is about in its body.
    const isAboutOne = /:(?!tokenId)/.test(name) || name === 'POST /api/exceptions';
    const expected: Record<string, Verdict> = {};
    const found: Record<string, Verdict | number> = {};
    for (const as of ['nobody', 'no-role', ...roles, 'other-tenant'] as const) {
      found[as] = await verdictOf(name, as);
      if (may === 'everybody') expected[as] = 'yes';
      else if (as === 'nobody') expected[as] = 401;
      // All roles, but of another tenant: what is ours is not there, for whatever reason they may ask.
      // The organisation of whoever runs the server is the first one.
      else if (as === 'other-tenant' && name.endsWith(' /api/tenants')) expected[as] = 403;
      // The secret that the definition names is a variable, which are ours alone.
      else if (as === 'other-tenant' && name === 'POST /api/connector-definitions') expected[as] = 403;
      else if (as === 'other-tenant') expected[as] = isAboutOne ? 404 : 'yes';
      else expected[as] = may.includes(as) ? 'yes' : 403;
      // Nobody has this token, and each answer to that is "not found".
      if (name === 'DELETE /api/tokens/:tokenId' && as !== 'nobody') expected[as] = 404;
    }
    expect(found).toEqual(expected);
  });
});
