import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { languages } from '@harrier/knowledge';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../../testing/run-cli.ts';
import { wordsFor } from '../../words/for-language.ts';

const fixtures = path.resolve(import.meta.dirname, '../../../../../services/logs/fixtures/flow');
/** What the first lines must say of each scenario, and the id of its request. */
const scenarios = {
  'finds.command-refused': [
    '0e84e447-0636-4993-b96e-93842c3005be_7',
    'Broke at Call server (WXCAS), call 7.1: [Error 4219]',
  ],
  'finds.command-refused-unseen': [
    '89682be3-8ab3-41f8-9222-3da761cbaa9c_7',
    'Broke at Call server (WXCAS), call 7.1: [Error 4219]',
  ],
  'finds.no-answer': [
    '26b16868-cf82-4ecd-bdb2-5e37546f511b_7',
    'No line from Call server (WXCAS) for call 7.1',
  ],
  'finds.number-lost': [
    '1ca013ae-74ce-4603-aed5-d2c42fcc13e2_7',
    '+12065550177 → not set, between OCI router and Call server (WXCAS)',
  ],
  'finds.asked-for-off': ['184fdeea-bfcc-4c2f-8cc8-8c2656653a21_7', 'asked for /faxMessage to be off'],
  'finds.provider-refuses-recording': [
    'f0d4f939-5676-4931-9711-78b8a7ca288b_6',
    'Broke at Recording provider, call 6.0',
  ],
  'quiet.fax-works': ['47a593d6-9b5c-4440-9cf1-94fc754bba2a_7', 'Nothing failed'],
} as const;
const [REFUSED] = scenarios['finds.command-refused'];

let folder: string;
let world: { env: Record<string, string> };
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'harrier-cli-trace-'));
  world = { env: { HOME: folder, XDG_DATA_HOME: path.join(folder, 'data') } };
  const folders = Object.keys(scenarios).map((name) => path.join(fixtures, name));
  const { code } = await runCli(['logs', 'import', '--source', 'lab', '--region', 'us', ...folders], world);
  expect(code).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...argv: string[]) => runCli(['trace', ...argv], world);

/** A capture whose only request carries an id, or none. */
function captureWith(trackingId: string | undefined): string {
  const file = path.join(folder, 'capture.har');
  const request = {
    method: 'PATCH',
    url: 'https://cpapi-r.example.test/api/v1/customers/o/users/u/voicemail',
    httpVersion: 'HTTP/2',
    headers: trackingId === undefined ? [] : [{ name: 'trackingid', value: trackingId }],
    queryString: [],
    cookies: [],
    headersSize: -1,
    bodySize: -1,
  };
  const response = {
    status: 200,
    statusText: '',
    httpVersion: 'HTTP/2',
    headers: [],
    cookies: [],
    content: { size: 0, mimeType: '' },
    redirectURL: '',
    headersSize: -1,
    bodySize: -1,
  };
  const entry = {
    startedDateTime: '2026-01-15T09:30:03.620Z',
    time: 40,
    request,
    response,
    cache: {},
    timings: { send: 0, wait: 40, receive: 0 },
  };
  writeFileSync(
    file,
    JSON.stringify({ log: { version: '1.2', creator: { name: 'test', version: '1' }, entries: [entry] } }),
  );
  return file;
}

describe('harrier trace', () => {
  it.each(Object.entries(scenarios))('says in its first lines what happened: %s', async (_, [id, wanted]) => {
    const { code, out } = await run(`ATLAS_${id}`);
    expect(code).toBe(0);
    expect(out.split('\n').slice(0, 5).join('\n')).toContain(wanted);
  });

  it('picks the request that broke out of a whole session, and says so', async () => {
    const { out } = await run(REFUSED.slice(0, 8));
    expect(out).toContain('Broke at Call server (WXCAS), call 7.1');
    expect(out).toContain('a session of');
  });

  it('opens the stack trace of the service that passed the failure on', async () => {
    const { out } = await run(`ATLAS_${scenarios['finds.provider-refuses-recording'][0]}`);
    const top = out.split('\n').slice(0, 5).join('\n');
    expect(top).toContain('↳ Provisioning API (CPAPI)');
    expect(top).toContain('Caused by: com.example.tern.http.JsonClientException: 400 from');
  });

  it('begins with the request of a capture, on its clock', async () => {
    const { code, out } = await run('--json', captureWith(`ATLAS_${REFUSED}`), '0');
    expect(code).toBe(0);
    const { tree, hops, missing, firstFailing } = JSON.parse(out);
    expect(
      hops.map(({ service, path: call, caller }: Record<string, unknown>) => [service, call, caller]),
    ).toEqual([
      ['browser', '7', null],
      ['ingress-r', '7', 0],
      ['cpapi', '7', 1],
      ['ociRouter', '7.0', 2],
      ['wxcas', '7.1', 3],
    ]);
    expect(hops[1]).toMatchObject({ startMs: 10, durationMs: 22, status: 200, region: 'us', error: null });
    expect(tree).toMatchObject({ path: '7', hops: [0, 1, 2], children: [{ path: '7.0' }, { path: '7.1' }] });
    expect(missing).toEqual([]);
    expect(firstFailing).toMatchObject({
      index: 4,
      path: '7.1',
      service: 'wxcas',
      failure: { file: 'callserver-r.log' },
    });
  });

  it.each([
    ['mermaid', 'sequenceDiagram'],
    ['svg', '<svg '],
    ['otlp', '{\n  "resourceSpans"'],
    ['jaeger', '{\n  "data"'],
  ])('writes %s into a file', async (format, start) => {
    const file = path.join(folder, `flow.${format}`);
    expect(await run('--as', format, '-o', file, `ATLAS_${REFUSED}`)).toMatchObject({ code: 0, out: '' });
    expect(readFileSync(file, 'utf8').startsWith(start)).toBe(true);
  });

  it.each(languages)('speaks %s', async (language) => {
    const { trace: told, knowledge } = await wordsFor(language);
    const { out } = await run('--lang', language, `ATLAS_${REFUSED}`);
    expect(out).toContain(told.refused(1, 3));
    expect(out).toContain(knowledge.flow.gateway);
  });

  it('says that nothing is stored about an id, and what to do about wrong arguments', async () => {
    const unknown = 'ATLAS_7c1e0f52-9ab4-4d36-8e21-5f0a3b9c6d74_12';
    expect(await run(unknown)).toMatchObject({
      code: 0,
      out: expect.stringContaining('No service has a line'),
    });
    expect(await run('nothing')).toMatchObject({ code: 2, err: expect.stringContaining('tracking id') });
    expect(await run(captureWith(undefined), '0')).toMatchObject({
      code: 2,
      err: expect.stringContaining('carries no tracking id'),
    });
    expect(await run(captureWith(undefined), '7')).toMatchObject({ code: 2 });
    expect(await run('--as', 'text', unknown)).toMatchObject({ code: 2 });
    expect(await run('-o', 'x.svg', unknown)).toMatchObject({
      code: 2,
      err: expect.stringContaining('--as'),
    });
    expect(await runCli(['logs', 'search', '--as', 'svg', unknown], world)).toMatchObject({ code: 2 });
  });
});
