import { gzipSync } from 'node:zlib';
import { readSourceDefinitions } from '@harrier/logs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Person, type TrialServer, trialServer } from '../testing/trial-server.ts';
import { forgetOldLogs } from './forget-old-logs.ts';

const ID = 'ATLAS_7c1e0f52-9ab4-4d36-8e21-5f0a3b9c6d74_12';
const lines = [
  `{"time":"2026-01-15T09:30:00.000Z","level":"info","service":"cpapi","msg":"Rx ${ID}"}`,
  `{"time":"2026-01-15T09:30:00.200Z","level":"error","service":"cpapi","msg":"refused ${ID}"}`,
].join('\n');

let trial: TrialServer;
let operator: Person;
let operatorsViewer: Person;
let stranger: Person;
let operatorsTenant: string;
let strangersTenant: string;
beforeEach(async () => {
  const sources = readSourceDefinitions(
    '{"sources":[{"name":"cpapi-us","hosts":["cpapi.*"],"retentionDays":30},{"name":"secret","readers":["approver"]}]}',
    'sources.json',
  );
  trial = await trialServer({ mostUploadBytes: 5000, sources });
  operatorsTenant = await trial.newTenant();
  trial.clock.nowMs += 1000;
  strangersTenant = await trial.newTenant();
  operator = await trial.signIn(operatorsTenant, ['engineer']);
  operatorsViewer = await trial.signIn(operatorsTenant, ['viewer']);
  stranger = await trial.signIn(strangersTenant, ['engineer', 'approver']);
});
afterEach(async () => await trial.close());

const send = async (who: Person, source?: string, bytes: Uint8Array = Buffer.from(lines)) =>
  await who.ask('POST', `/api/logs/files?name=cpapi.log${source ? `&source=${source}` : ''}`, bytes);
const search = async (who: Person, question: object = { id: ID }) => {
  const answer = await who.ask('POST', '/api/logs/search', question);
  return answer.body
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
};

describe('a search of the logs', () => {
  it('answers in JSON lines: what is asked, the records in time order, the end', async () => {
    expect((await send(operator)).json()).toEqual({ read: 2, added: 2, notes: [] });
    const answer = await operatorsViewer.ask('POST', '/api/logs/search', { id: ID });
    expect(answer.headers['content-type']).toBe('application/x-ndjson');
    const [asked, first, second, end] = answer.body
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(asked).toEqual({ asked: null });
    expect([first.record.text, second.record.text]).toEqual([`Rx ${ID}`, `refused ${ID}`]);
    expect(first.record.ids).toEqual([ID]);
    expect(end).toEqual({ end: { records: 2, isCut: false, partial: [] } });
  });

  it.each([
    ['first digits', { id: '7c1e0f52' }, 2],
    ['a pasted header', { id: `TrackingID: ${ID}` }, 2],
    ['words', { words: 'refused' }, 1],
    ['levels', { id: ID, severity: 'warn' }, 1],
    ['a window', { id: ID, since: '2026-01-15T09:30:00.100Z' }, 1],
    ['a service', { id: ID, services: ['nobody'] }, 0],
    ['another request of the session', { id: ID.replace('_12', '_13') }, 0],
    ['the session', { id: ID.replace('_12', '_13'), level: 'session' }, 2],
  ])('understands %s', async (_what, question, count) => {
    await send(operator);
    expect((await search(operator, question)).filter((line) => 'record' in line)).toHaveLength(count);
  });

  it('asks the sources that the request belongs to, and all where none claims it', async () => {
    await send(operator, 'cpapi-us');
    const asked = async (host: string) =>
      (await search(operator, { id: ID, scope: 'source', host }))[0].asked;
    expect(await asked('cpapi.example.test')).toEqual(['cpapi-us']);
    expect(await asked('portal.example.test')).toBe(null);
  });

  it.each([
    ['an id that is none', { id: 'hello' }],
    ['words without a word', { words: '---' }],
    ['a time that is none', { id: ID, since: 'yesterday' }],
    ['a member that nobody knows', { id: ID, sql: '1' }],
  ])('refuses %s without repeating it', async (_what, question) => {
    const answer = await operator.ask('POST', '/api/logs/search', question);
    expect(answer.json()).toMatchObject({ status: 400, code: 'request/invalid' });
    expect(answer.body).not.toMatch(/hello|yesterday|sql/);
  });
});

describe('the flow of a request', () => {
  it('says where it broke', async () => {
    await send(operator);
    const { flow, requests } = (await operator.ask('POST', '/api/logs/flow', { id: ID })).json();
    expect(requests).toBe(1);
    expect(flow.firstFailing).toMatchObject({ writer: 'cpapi', error: `refused ${ID}` });
  });

  it('is none without an id, and null without a record', async () => {
    expect((await operator.ask('POST', '/api/logs/flow', { words: 'a' })).statusCode).toBe(400);
    expect((await operator.ask('POST', '/api/logs/flow', { id: ID })).json()).toMatchObject({
      flow: null,
      requests: 0,
    });
  });
});

describe('taking logs in', () => {
  it('adds nothing when the same file comes again, packed or not', async () => {
    await send(operator);
    expect((await send(operator, undefined, gzipSync(lines))).json()).toMatchObject({ read: 2, added: 0 });
  });

  it('stops at the limit of an upload', async () => {
    const answer = await send(operator, undefined, Buffer.from(`${lines}\n`.repeat(40)));
    expect(answer.json()).toMatchObject({ status: 413, code: 'request/too-large' });
  });

  it('takes OTLP by the token of a collector', async () => {
    const token = await operator.apiToken();
    const record = { timeUnixNano: '1768469400000000000', body: { stringValue: `Rx ${ID}` } };
    const answer = await trial.ask({
      method: 'POST',
      url: '/v1/logs?source=otel',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      payload: JSON.stringify({ resourceLogs: [{ scopeLogs: [{ logRecords: [record] }] }] }),
    });
    expect([answer.statusCode, answer.body]).toEqual([200, '{}']);
    const { sources } = (await operator.ask('GET', '/api/logs/sources')).json();
    expect(sources).toContainEqual(expect.objectContaining({ name: 'otel', records: 1, health: 'ok' }));
  });

  it('takes OTLP in Protocol Buffers, and says what is none', async () => {
    const token = await operator.apiToken();
    const ask = async (payload: Buffer) =>
      await trial.ask({
        method: 'POST',
        url: '/v1/logs',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-protobuf' },
        payload,
      });
    // ExportLogsServiceRequest { resource_logs { scope_logs { log_records { body { string_value: "a" } } } } }
    const body = Buffer.from('0a0912071205' + '2a030a0161', 'hex');
    expect((await ask(body)).statusCode).toBe(200);
    expect((await ask(Buffer.from('ff', 'hex'))).statusCode).toBe(400);
  });
});

describe('the audit log', () => {
  /** The entries about searches that an auditor of this organisation sees. */
  const searches = async (tenantId: string) => {
    const auditor = await trial.signIn(tenantId, ['auditor']);
    const rows = (await auditor.ask('GET', '/api/audit?limit=100')).json() as { line: string }[];
    return rows
      .map(({ line }) => JSON.parse(line))
      .filter(({ action }: { action: string }) => action === 'logs/searched');
  };

  it('tells who searched for which id, when, how wide and where, whether or not anything was found', async () => {
    trial.clock.nowMs += 5000;
    await search(operatorsViewer, {
      id: `pasted: TrackingID: ${ID}, and the rest of a line`,
      level: 'session',
      sources: ['cpapi-us', strangersTenant],
    });
    await operator.ask('POST', '/api/logs/flow', { id: ID, around: '2026-01-15T09:30:00Z' });
    const [first, second] = await searches(operatorsTenant);
    expect(first).toMatchObject({
      actor: `account:${operatorsViewer.accountId}`,
      subject: `tracking-id:${ID}`,
      atMs: trial.clock.nowMs,
      facts: {
        as: 'records',
        level: 'session',
        scope: 'global',
        sources: ['cpapi-us'],
        words: 0,
        from: null,
      },
    });
    expect(JSON.stringify(first)).not.toMatch(/pasted|rest of a line/);
    expect(second).toMatchObject({
      actor: `account:${operator.accountId}`,
      subject: `tracking-id:${ID}`,
      facts: { as: 'flow', from: Date.UTC(2026, 0, 15, 9, 25), to: Date.UTC(2026, 0, 15, 9, 35) },
    });
  });

  it('tells that words were searched, and none of them', async () => {
    await search(operator, { words: 'refused jane' });
    const [entry] = await searches(operatorsTenant);
    expect(entry).toMatchObject({ subject: 'words', facts: { words: 2 } });
    expect(JSON.stringify(entry)).not.toContain('jane');
  });

  it('tells by which services, severity, status and fields it was narrowed, and no value of a field', async () => {
    const status = { from: 500, to: 599 };
    const fields = { thread: 'exec-3-of-jane' };
    await search(operator, { id: ID, services: ['cpapi'], severity: 'error', status, fields });
    const [entry] = await searches(operatorsTenant);
    expect(entry.facts).toMatchObject({
      services: ['cpapi'],
      severity: ['error', 'fatal'],
      status: '500-599',
      fields: ['thread'],
    });
    expect(JSON.stringify(entry)).not.toContain('jane');
  });

  it('is refused with more names than anybody has', async () => {
    const many = Array.from({ length: 101 }, (_, at) => `s${at}`);
    const fields = Object.fromEntries(many.map((one) => [one, 'a']));
    for (const question of [{ sources: many }, { services: many }, { fields }]) {
      const answer = await operator.ask('POST', '/api/logs/search', { id: ID, ...question });
      expect(answer.json()).toMatchObject({ code: 'request/invalid' });
    }
  });

  it('has nothing of a question that was refused, and shows nobody what another organisation searched', async () => {
    await operator.ask('POST', '/api/logs/search', { id: 'hello' });
    await search(stranger);
    expect(await searches(operatorsTenant)).toEqual([]);
    expect(await searches(strangersTenant)).toHaveLength(1);
  });

  it('fails closed: what cannot be written down is not answered', async () => {
    await send(operator);
    await trial.service.store.db.schema.dropTable('auditHead').execute();
    for (const path of ['/api/logs/search', '/api/logs/flow']) {
      const answer = await operator.ask('POST', path, { id: ID });
      expect(answer.statusCode).toBe(500);
      expect(answer.body).not.toContain('refused');
    }
  });
});

describe('the audit of logs that are taken in', () => {
  const takenIn = async (as: Person) => {
    const auditor = await trial.signIn(operatorsTenant, ['auditor']);
    expect((await send(as, 'cpapi-us')).statusCode).toBe(200);
    await as.ask('POST', '/v1/logs', { resourceLogs: [] });
    const rows = (await auditor.ask('GET', '/api/audit?limit=100')).json() as { line: string }[];
    return rows
      .map(({ line }) => JSON.parse(line))
      .filter(({ action }: { action: string }) => action === 'logs/taken-in');
  };

  it('tells who sent how much to which source, by a file or as a collector', async () => {
    expect(await takenIn(operator)).toMatchObject([
      {
        actor: `account:${operator.accountId}`,
        subject: 'log-source:cpapi-us',
        facts: { as: 'file', bytes: expect.any(Number) },
      },
      { subject: 'log-source:local', facts: { as: 'otlp', bytes: 19, requests: 1 } },
    ]);
  });

  it('fails closed, and has nothing of what was sent to a source of others', async () => {
    expect((await send(stranger, 'cpapi-us')).statusCode).toBe(404);
    expect(await takenIn(operator)).toHaveLength(2);
    await trial.service.store.db.schema.dropTable('auditHead').execute();
    expect((await send(operator)).statusCode).toBe(500);
    // The minute that was opened above is over.
    trial.clock.nowMs += 60_000;
    expect((await operator.ask('POST', '/v1/logs', { resourceLogs: [] })).statusCode).toBe(500);
  });
});

describe('the audit of collectors', () => {
  let auditor: Person;
  beforeEach(async () => {
    auditor = await trial.signIn(operatorsTenant, ['auditor']);
  });
  const push = async (source = 'otel') =>
    (await operator.ask('POST', `/v1/logs?source=${source}`, { resourceLogs: [] })).statusCode;
  /** Of each entry: the source, how many requests, how many bytes. */
  const entries = async () =>
    ((await auditor.ask('GET', '/api/audit?limit=200')).json() as { line: string }[])
      .map(({ line }) => JSON.parse(line))
      .filter(({ action }: { action: string }) => action === 'logs/taken-in')
      .map(({ subject, facts }) => [subject.slice('log-source:'.length), facts.requests, facts.bytes]);

  it('has one entry for the first request of a minute, and one for all others when it is over', async () => {
    for (let request = 0; request < 20; request++) expect(await push()).toBe(200);
    expect(await push('other')).toBe(200);
    expect(await entries()).toEqual([
      ['otel', 1, 19],
      ['other', 1, 19],
    ]);
    await trial.service.collectors.write('over');
    expect(await entries()).toHaveLength(2);
    trial.clock.nowMs += 60_000;
    await trial.service.collectors.write('over');
    await trial.service.collectors.write('over');
    expect((await entries()).slice(2)).toEqual([['otel', 19, 19 * 19]]);
  });

  it('counts every request once, whether the next minute begins with one or the server stops', async () => {
    await Promise.all(Array.from({ length: 5 }, async () => await push()));
    trial.clock.nowMs += 60_000;
    await push();
    await push();
    await trial.service.collectors.write('all');
    expect((await entries()).map(([, requests]) => requests).reduce((sum, one) => sum + one)).toBe(7);
    expect(await entries()).toHaveLength(3);
  });

  it('takes nothing in before the entry is written, and tells later of what it could not', async () => {
    await trial.service.store.db.schema.alterTable('auditHead').renameTo('away').execute();
    expect(await Promise.all([push(), push()])).toEqual([500, 500]);
    expect(await push()).toBe(500);
    await trial.service.store.db.schema.alterTable('away').renameTo('auditHead').execute();
    expect(await push()).toBe(200);
    expect(await entries()).toEqual([['otel', 4, 4 * 19]]);
  });
});

describe('old logs', () => {
  it('go when their source keeps them no longer, and those of others stay', async () => {
    await send(operator, 'cpapi-us');
    await send(operator);
    // The records are of 2026-01-15; this source keeps 30 days.
    trial.clock.nowMs = Date.UTC(2026, 1, 10);
    expect(await forgetOldLogs(trial.service)).toEqual(new Map([['cpapi-us', 0]]));
    trial.clock.nowMs = Date.UTC(2026, 1, 15);
    expect(await forgetOldLogs(trial.service)).toEqual(new Map([['cpapi-us', 2]]));
    const { sources } = (await operator.ask('GET', '/api/logs/sources')).json();
    expect(sources.map(({ name, records }: { name: string; records: number }) => [name, records])).toEqual([
      ['local', 2],
      ['cpapi-us', 0],
    ]);
  });
});

describe('a source with readers', () => {
  it('is searched, listed and written to by them alone', async () => {
    const approver = await trial.signIn(operatorsTenant, ['engineer', 'approver']);
    expect((await send(approver, 'secret')).json()).toMatchObject({ added: 2 });
    expect((await search(approver)).filter((line) => 'record' in line)).toHaveLength(2);
    for (const question of [{ id: ID }, { id: ID, sources: ['secret'] }, { words: 'refused' }, {}])
      expect((await search(operator, question)).filter((line) => 'record' in line)).toEqual([]);
    expect((await operator.ask('POST', '/api/logs/flow', { id: ID })).json().flow).toBe(null);
    const { sources } = (await operator.ask('GET', '/api/logs/sources')).json();
    expect(JSON.stringify(sources)).not.toContain('secret');
  });
});

describe('logs of another organisation', () => {
  it('are not there: neither searched, nor listed, nor written to', async () => {
    await send(operator);
    await send(operator, 'cpapi-us');
    expect((await search(stranger)).filter((line) => 'record' in line)).toEqual([]);
    expect((await search(stranger, { id: ID, sources: ['local', 'cpapi-us'] })).length).toBe(2);
    expect((await stranger.ask('GET', '/api/logs/sources')).json().sources).toEqual([]);
    expect((await send(stranger, 'cpapi-us')).json()).toMatchObject({ code: 'request/not-found' });
    expect((await stranger.ask('POST', '/v1/logs?source=local', { resourceLogs: [] })).statusCode).toBe(404);
  });

  it('are its own where it sends them without naming a source', async () => {
    await send(stranger);
    expect((await search(stranger)).filter((line) => 'record' in line)).toHaveLength(2);
    expect((await stranger.ask('GET', '/api/logs/sources')).json().sources).toMatchObject([
      { name: strangersTenant, records: 2 },
    ]);
    expect((await search(operator)).filter((line) => 'record' in line)).toEqual([]);
  });

  it('stay closed to a role of the same name there', async () => {
    // `secret` is for approvers, and the stranger is one, elsewhere.
    expect((await send(stranger, 'secret')).statusCode).toBe(404);
    expect((await send(operator, 'secret')).statusCode).toBe(404);
  });
});
