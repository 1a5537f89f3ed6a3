import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runCli } from '../../testing/run-cli.ts';

const caseId = '0e0e0e0e-0000-4000-8000-000000000001';
const problem = {
  title: 'Vos rôles ne le permettent pas.',
  detail: 'Adressez-vous à un administrateur.',
  status: 403,
};

let server: Server;
let asked: { method: string; url: string; body: string; authorization: string; language: string }[];
let answers: Record<string, { readonly status: number; readonly body: unknown }[]>;
let env: Record<string, string>;
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'harrier-case-'));
  asked = [];
  answers = {
    'GET /api/cases?number=12': [{ status: 200, body: [{ id: caseId, number: 12 }] }],
    'GET /api/cases?limit=200': [
      { status: 200, body: [{ number: 12, status: 'open', updatedMs: 0, title: 'No audio \u001b[2J' }] },
    ],
  };
  server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request;
    let body = '';
    for await (const piece of request) body += String(piece);
    asked.push({
      method,
      url,
      body,
      authorization: headers.authorization ?? '',
      language: headers['accept-language'] ?? '',
    });
    const list = answers[`${method} ${url}`] ?? [{ status: 403, body: problem }];
    const answer = list.length > 1 ? list.shift() : list[0];
    response
      .writeHead(answer?.status ?? 500, { 'content-type': 'application/json' })
      .end(JSON.stringify(answer?.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  env = { HARRIER_SERVER: `http://127.0.0.1:${port}`, HARRIER_TOKEN: 'harrier_trial' };
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true });
});

it('lets a server move no cursor either', async () => {
  const text = 'a\u001b[2Jb';
  const intake = { id: text, mark: text, state: text, step: text, reason: text, nextStep: text };
  answers[`GET /api/cases/${caseId}/attachments`] = [
    { status: 200, body: [{ id: text, name: text, sizeBytes: 1, sha256: text }] },
  ];
  answers[`GET /api/intakes?limit=200&caseRef=${caseId}`] = [
    { status: 200, body: [{ ...intake, attachment: { name: text } }] },
  ];
  answers[`GET /api/cases/${caseId}/notes?limit=200`] = [
    { status: 200, body: [{ id: text, author: text, createdMs: 0, text }] },
  ];
  const { code, out } = await runCli(['case', 'show', '12'], { env });
  expect(code).toBe(0);
  expect(out).toContain('a\\x1b[2Jb');
  expect(out).not.toContain('\u001b');
});

it('lists cases with what a stranger wrote in them made harmless', async () => {
  const { code, out } = await runCli(['case', 'list'], { env });
  expect([code, out]).toEqual([0, '12\topen\t1970-01-01 00:00\tNo audio \\x1b[2J\n']);
  expect(asked[0]).toMatchObject({ authorization: 'Bearer harrier_trial', language: 'en' });
});

it('lists more cases than the server gives at once, each of them once', async () => {
  const cases = Array.from({ length: 201 }, (_, at) => ({
    ...{ id: `c${at}`, number: at, status: 'open', updatedMs: 0, title: 'Ünder' },
  }));
  const url = '/api/cases?limit=200&words=%C3%BCnder';
  answers[`GET ${url}`] = [{ status: 200, body: cases.slice(0, 200) }];
  // The first one was changed meanwhile, and stands in front again.
  answers[`GET ${url}&after=c199`] = [{ status: 200, body: [cases[0], cases[200]] }];
  const { code, out } = await runCli(['case', 'list', 'ünder'], { env });
  expect(code).toBe(0);
  expect(
    out
      .trimEnd()
      .split('\n')
      .map((line) => Number(line.split('\t')[0])),
  ).toEqual([...cases.keys()]);
});

it('attaches a file to the case of a number', async () => {
  const file = path.join(folder, 'my trace.har');
  writeFileSync(file, '{"log":{}}');
  const url = `/api/cases/${caseId}/attachments?name=my%20trace.har`;
  answers[`POST ${url}`] = [
    { status: 201, body: { id: 'a1', name: 'my trace.har', sizeBytes: 10, sha256: 'ab' } },
  ];
  const { code, out } = await runCli(['case', 'attach', '12', file], { env });
  expect([code, out]).toEqual([0, 'a1\t10 B\tab\tmy trace.har\n']);
  expect(asked.at(-1)).toMatchObject({ method: 'POST', url, body: '{"log":{}}' });
});

it('waits until a case is worked on, and ends with 1 where a person is needed', async () => {
  const url = `GET /api/intakes?limit=200&caseRef=${caseId}`;
  const intake = { mark: '0123456789ab', step: 'upload-clean', attachment: { name: 'a.har' } };
  answers[url] = [
    { status: 200, body: [{ ...intake, state: 'running', needsPerson: false }] },
    {
      status: 200,
      body: [{ ...intake, state: 'stuck', needsPerson: true, reason: 'No right.', nextStep: 'Ask.' }],
    },
  ];
  const { code, out } = await runCli(['case', 'process', '12'], { env });
  expect(code).toBe(1);
  expect(out).toBe('0123456789ab\tstuck\tupload-clean\ta.har\n\tNo right.\n\tAsk.\n');
});

it('passes on what the server refuses, in the asked language, and ends with 2', async () => {
  const { code, err } = await runCli(['case', 'note', caseId, 'hello', '--lang', 'fr'], { env });
  expect(code).toBe(2);
  expect(err).toContain(problem.title);
  expect(err).toContain(problem.detail);
  expect(asked[0]?.language).toBe('fr');
});

it('ends with 5 where no server answers, and with 2 without a token', async () => {
  const nowhere = { ...env, HARRIER_SERVER: 'http://127.0.0.1:9' };
  expect(await runCli(['case', 'list'], { env: nowhere })).toMatchObject({
    code: 5,
    err: expect.stringContaining('does not answer'),
  });
  const { HARRIER_SERVER } = env;
  const without = await runCli(['case', 'list'], { env: { HARRIER_SERVER: HARRIER_SERVER ?? '' } });
  expect(without).toMatchObject({ code: 2, err: expect.stringContaining('HARRIER_TOKEN') });
});

it('begins a back-fill and says where it stands', async () => {
  const url = '/api/connectors/t1%3Asupport/backfill';
  answers[`POST ${url}`] = [{ status: 204, body: undefined }];
  const body = { mode: 'dry-run', state: 'going', perMinute: 20, found: 3, foundBytes: 1000, announced: 0 };
  answers[`GET ${url}`] = [{ status: 200, body }];
  const { code, out } = await runCli(['case', 'backfill', 't1:support', 'dry-run'], { env });
  expect([code, out]).toEqual([0, 'dry-run\tgoing\t20/min\t3\t1 kB\t0\n']);
  expect((await runCli(['case', 'backfill', 't1:support', 'quickly'], { env })).code).toBe(2);
});

it('says where a file of case systems is not as it should be, and starts no server', async () => {
  const file = path.join(folder, 'connectors.json');
  writeFileSync(file, '{"connectors":[{"id":"a","kind":"fax"}]}');
  const run = await runCli(['serve', '--port', '0'], { env: { HARRIER_DATA: folder } });
  expect(run).toMatchObject({ code: 2, err: expect.stringContaining('/connectors/0/kind') });
});

it('says that somebody else has the port, and starts no server', async () => {
  const { port } = server.address() as AddressInfo;
  const { code, err } = await runCli(['serve', '--port', String(port)], { env: { HARRIER_DATA: folder } });
  expect(code).toBe(5);
  expect(err).toContain(`127.0.0.1:${port}`);
  expect(err).toContain('--port');
});

it.each([
  [['case', 'show'], 'The <case> is missing.'],
  [['case', 'attach', '12'], 'The <file> is missing.'],
  [['case', 'note', '12'], 'The <text> is missing.'],
  [['exception', 'request'], 'The <mark> is missing.'],
  [['exception', 'fetch'], 'The <exception> is missing.'],
])('says of %j what is missing', async (words, said) => {
  const { code, err } = await runCli(words, { env });
  expect(code).toBe(2);
  expect(err).toContain(said);
});

it('knows no other word than its own', async () => {
  expect((await runCli(['case', 'destroy', '12'], { env })).code).toBe(2);
  expect((await runCli(['serve', '--port', 'many'], { env })).code).toBe(2);
});
