import { findTrackingIds, requestKey } from '@harrier/tracking';
import { afterEach, describe, expect, it } from 'vitest';
import type { BackendOptions } from './backend.ts';
import { userTemplate } from './estate/feature-template.ts';
import { openPortalClient, type PortalClient } from './testing/portal-client.ts';

const SESSION = '5c1e0f52-9ab4-4d36-8e21-5f0a3b9c6d74';
const FAX = { faxMessage: { enabled: true, phoneNumber: '+12065550177', extension: null } };

let client: PortalClient | undefined;
afterEach(() => client?.close());

/** Signs the administrator in and asks the provisioning API about the first user, as request 12 of the session. */
async function asAdministrator(options: Partial<BackendOptions> = {}) {
  client = await openPortalClient({ seed: 3, ...options });
  const opened = client;
  const { estate } = opened.backend;
  const token = await opened.signIn(estate.administrator);
  const user = estate.users[1]!;
  const base = `https://cpapi-r.example.test/api/v1/customers/${estate.organisation.id}/users/${user.id}`;
  const ask = (method: string, path: string, body?: unknown, counter = 12) =>
    opened.ask(base + path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        trackingid: `ATLAS_${SESSION}_${counter}`,
        origin: 'https://admin.example.test',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  return { backend: opened.backend, user, ask, open: opened };
}

/** The ids of one request in a machine's log, each once, as they are written. */
function idsIn(logs: ReadonlyMap<string, string>, machine: string): string[] {
  const found = findTrackingIds(logs.get(`${machine}.log`) ?? '');
  const mine = found.filter(({ id }) => requestKey(id) === `${SESSION}_12`);
  return [...new Set(mine.map(({ id }) => id.text))];
}

describe('the telephony back end', () => {
  it('lets one tracking id be followed from the gateway to the call server through every log', async () => {
    const { backend, ask } = await asAdministrator();
    const answer = await ask('PATCH', '/voicemail', FAX);
    expect(answer.status).toBe(200);
    const logs = await backend.logs();
    const id = (prefix: string, ...calls: number[]) => [prefix, SESSION, 12, ...calls].join('_');
    expect(idsIn(logs, 'ingress-r')).toEqual([id('ATLAS')]);
    expect(idsIn(logs, 'cpapi-r')).toEqual([id('ATLAS'), id('CPAPI', 0), id('CPAPI', 1)]);
    expect(idsIn(logs, 'ocirouter-r')).toEqual([id('OCIROUTER', 0), id('CPAPI', 1)]);
    expect(idsIn(logs, 'callserver-r')).toEqual([id('CPAPI', 1)]);
  });

  it('carries the fax number from the JSON to the call server and back', async () => {
    const { backend, ask } = await asAdministrator();
    await ask('PATCH', '/voicemail', FAX);
    const log = (await backend.logs()).get('callserver-r.log');
    expect(log).toContain('<command xmlns="" xsi:type="UserFaxMessagingModifyRequest">');
    expect(log).toContain('<phoneNumber>+12065550177</phoneNumber>\n<extension xsi:nil="true"/>');
    const read = await ask('GET', '/voicemail');
    expect(JSON.parse(read.text).faxMessage).toEqual(FAX.faxMessage);
  });

  it('echoes the id, tells the page that it may read it, and says how long the service took', async () => {
    const { ask } = await asAdministrator();
    const { headers } = await ask('GET', '/voicemail');
    expect(headers).toMatchObject({
      trackingid: `ATLAS_${SESSION}_12`,
      'access-control-allow-origin': 'https://admin.example.test',
      'access-control-expose-headers': 'TrackingId,Link,Retry-After',
      server: 'istio-envoy',
    });
    expect(headers['x-envoy-upstream-service-time']).toMatch(/^\d+$/);
  });

  it('answers 200 although one of three commands was refused, and says which', async () => {
    const { ask } = await asAdministrator({
      prepare: (estate, profiles) =>
        void profiles.get(estate.users[2]!.id)!.get('fax')!.set('phoneNumber', FAX.faxMessage.phoneNumber),
    });
    const answer = await ask('PATCH', '/voicemail', { enabled: false, ...FAX });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text).results).toMatchObject([
      { command: 'UserVoiceMessagingUserModifyVoiceManagementRequest', status: 'OK' },
      { command: 'UserFaxMessagingModifyRequest', status: 'FAILED', errorCode: '4219' },
    ]);
    expect(JSON.parse((await ask('GET', '/voicemail')).text).enabled).toBe(false);
  });

  it('wraps the provider’s 400 in a 502 and logs the exception with its cause', async () => {
    const { backend, ask } = await asAdministrator({ recordingProducts: [] });
    const answer = await ask('PATCH', '/features/callrecording', { enabled: true });
    expect(answer.status).toBe(502);
    expect(JSON.parse(answer.text)).toMatchObject({
      error: {
        message: [{ description: '400: Invalid Product: Creating recording point failed in Quillcap.' }],
      },
      trackingId: `ATLAS_${SESSION}_12`,
    });
    const logs = await backend.logs();
    expect(logs.get('cpapi-r.log')).toMatch(
      /ERROR .*\n.*UpstreamFailureException: .*\n\tat .*\n[\s\S]*\nCaused by: /,
    );
    expect(idsIn(logs, 'recorder')).toEqual([`CPAPI_${SESSION}_12_0`]);
  });

  it('gives up on a silent call server, and only the hops before it have lines', async () => {
    const { backend, ask } = await asAdministrator({
      faults: [{ to: 'callserver-r', silent: true }],
      provisioning: { ociTimeoutMs: 50 },
    });
    const answer = await ask('GET', '/voicemail');
    expect(answer.status).toBe(504);
    const logs = await backend.logs();
    expect(logs.get('cpapi-r.log')).toContain('java.net.SocketTimeoutException: Read timed out');
    expect(idsIn(logs, 'ocirouter-r')).toContain(`OCIROUTER_${SESSION}_12_0`);
    expect(logs.has('callserver-r.log')).toBe(false);
  });

  it('gives an id to requests that have none, and lets nobody in without a token', async () => {
    const { open } = await asAdministrator();
    const answer = await open.ask('https://settings-service-a.example.test/settings-service/api/v1/x');
    expect(answer.status).toBe(401);
    expect(answer.headers.trackingid).toMatch(/^ROUTERGW_[0-9a-f-]{36}$/);
    expect(answer.headers['www-authenticate']).toContain('error="invalid_request"');
  });

  it('refuses tokens that are too old or too new by the clock of the service', async () => {
    for (const [identity, description] of [
      [{ cachedForMs: 3_700_000 }, 'The access token expired'],
      [{ clockAheadMs: 600_000 }, 'The access token is not valid yet'],
    ] as const) {
      const { ask, open } = await asAdministrator({ identity });
      const answer = await ask('GET', '/voicemail');
      expect(answer.status).toBe(401);
      expect(answer.text).toContain(description);
      await open.close();
    }
  });

  it('answers a preflight at the gateway without an id, and a broken gateway without any right to read', async () => {
    const { open } = await asAdministrator({
      faults: [
        {
          to: 'settings-service-a',
          answerInstead: () => ({ status: 503, fields: [], body: 'no healthy upstream', gatewayFlag: 'UH' }),
        },
      ],
    });
    const url = 'https://settings-service-a.example.test/settings-service/api/v1/x';
    const origin = 'https://hub.example.test';
    const preflight = await open.ask(url, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'GET' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers).toMatchObject({ 'access-control-allow-origin': origin });
    expect(preflight.headers).not.toHaveProperty('trackingid');
    const broken = await open.ask(url, { headers: { origin } });
    expect(broken.status).toBe(503);
    expect(broken.headers).not.toHaveProperty('access-control-allow-origin');
  });

  it('shows the organisation’s template, and the user’s own beside it where there is one', async () => {
    const { open, user } = await asAdministrator({
      prepare: (estate) => {
        const own = { singleNumberReach: 'NO_ACCESS' } as const;
        const id = estate.users[1]!.id;
        estate.userTemplates.set(id, userTemplate(estate.organisationTemplate, id, own));
      },
    });
    const token = await open.signIn(open.backend.estate.administrator);
    const path = '/settings-service/api/v1/templates/configure/users';
    const answer = await open.ask(`https://settings-service-r.example.test${path}/${user.id}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.headers['x-normalized-path']).toBe(`${path}/{id}`);
    const { orgTemplates, userTemplates } = JSON.parse(answer.text);
    expect(orgTemplates[0]).toMatchObject({
      aggregationLevel: 'ORG',
      settings: [{ value: { bargeIn: 'FULL_ACCESS' } }],
    });
    expect(userTemplates[0]).toMatchObject({
      aggregationLevel: 'USER',
      settings: [{ value: { singleNumberReach: 'NO_ACCESS' } }],
    });
  });

  it('lists a location’s numbers with people, rooms and nobody', async () => {
    const { open, backend } = await asAdministrator();
    const { organisation, locations, administrator } = backend.estate;
    const token = await open.signIn(administrator);
    const url = `https://cpapi-r.example.test/api/v1/customers/${organisation.id}/locations/${locations[0]!.id}/numbers`;
    const answer = await open.ask(url, { headers: { authorization: `Bearer ${token}` } });
    const { numbers } = JSON.parse(answer.text) as {
      numbers: { number: string; owner: { type: string } | null }[];
    };
    expect(numbers).toHaveLength(100);
    const owners = new Set(numbers.map(({ owner }) => owner?.type));
    expect(owners).toEqual(new Set(['PEOPLE', 'PLACE', undefined]));
    expect(numbers[0]!.number).toBe('+12065550100');
  });

  it('has the same people, ids and passwords for the same seed', async () => {
    const first = await openPortalClient({ seed: 11 });
    client = await openPortalClient({ seed: 11 });
    const names = ({ backend }: PortalClient) =>
      backend.estate.users.map(({ id, password }) => [id, password]);
    expect(names(first)).toEqual(names(client));
    await first.close();
  });
});
