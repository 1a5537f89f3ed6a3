import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { languages } from '@harrier/knowledge';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCli } from '../../testing/run-cli.ts';

const UUID = '7c1e0f52-9ab4-4d36-8e21-5f0a3b9c6d74';
// Assembled, so that no scanner takes it for a real token.
const token = ['kX9vQ2', 'mT7rLp', 'Zw4nBs', 'Yd8cHf', '3gJq6a'].join('');
const cpapi = [
  `2026-01-12 06:00:01,000 INFO  [exec-1] [ATLAS_${UUID}_12] c.e.Filter - Rx PATCH /voicemail`,
  `2026-01-12 06:00:02,000 INFO  [exec-1] [CPAPI_${UUID}_12_0] c.e.Client - Send POST, Authorization: Bearer ${token}`,
  `2026-01-12 06:00:04,000 ERROR [exec-1] [ATLAS_${UUID}_12] c.e.Filter - Error response summary: 400: no \u001b[31m fax`,
  'java.lang.IllegalStateException: no',
  '\tat com.example.Handler.run(Handler.java:10)',
  `2026-01-12 06:00:05,000 INFO  [exec-1] [ATLAS_${UUID}_13] c.e.Filter - Rx GET /jobs`,
  '',
].join('\n');
const router = `${JSON.stringify({ '@timestamp': '2026-01-12T06:00:03.000Z', level: 'INFO', service: 'ocirouter', region: 'us', trackingId: `OCIROUTER_${UUID}_12_0`, message: 'Rx [http] StatusCode=200' })}\n`;

let folder: string;
let world: { env: Record<string, string> };
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'harrier-cli-logs-'));
  world = { env: { HOME: folder, XDG_DATA_HOME: path.join(folder, 'data') } };
  writeFileSync(path.join(folder, 'cpapi.log'), cpapi);
  writeFileSync(path.join(folder, 'router.log.gz'), gzipSync(router));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string) => path.join(folder, name);
const run = (...argv: string[]) => runCli(['logs', ...argv], world);
const importAll = () => run('import', '--source', 'cpapi-us', file('cpapi.log'), file('router.log.gz'));
const texts = (out: string): string[] =>
  JSON.parse(out).map((one: { text: string }) => one.text.split('\n')[0]);

describe('harrier logs', () => {
  it('imports once, however often it is asked, and counts what it did', async () => {
    const first = await run('import', '--json', file('cpapi.log'), file('router.log.gz'));
    expect(first.code).toBe(0);
    expect(JSON.parse(first.out)).toMatchObject({
      read: 5,
      added: 5,
      files: [
        { name: 'cpapi.log', read: 4, added: 4 },
        { name: 'router.log', read: 1, added: 1 },
      ],
      notes: [],
    });
    expect(JSON.parse((await run('import', '--json', file('cpapi.log'))).out)).toMatchObject({
      read: 4,
      added: 0,
    });
  });

  it('reads standard input', async () => {
    const { out } = await runCli(['logs', 'import', '--json', '-'], { ...world, stdin: gzipSync(cpapi) });
    expect(JSON.parse(out)).toMatchObject({ read: 4, added: 4 });
  });

  it('finds a request over all services in time order, from any spelling of its id', async () => {
    await importAll();
    for (const spelling of [`ATLAS_${UUID}_12`, `trackingId: CPAPI_${UUID.toUpperCase()}_12_0`]) {
      const { code, out } = await run('search', '--json', spelling);
      expect(code).toBe(0);
      expect(JSON.parse(out).map((one: { ids: string[] }) => one.ids[0])).toEqual([
        `ATLAS_${UUID}_12`,
        `CPAPI_${UUID}_12_0`,
        `OCIROUTER_${UUID}_12_0`,
        `ATLAS_${UUID}_12`,
      ]);
    }
    expect(JSON.parse((await run('search', '--json', UUID.slice(0, 8))).out)).toHaveLength(5);
    expect(
      JSON.parse((await run('search', '--json', '--level', 'call', `X1_${UUID}_12_0`)).out),
    ).toHaveLength(2);
    expect(
      JSON.parse((await run('search', '--json', '--level', 'session', `X1_${UUID}_12`)).out),
    ).toHaveLength(5);
  });

  it('gives records in the shape that scripts rely on', async () => {
    await importAll();
    const [, , record] = JSON.parse((await run('search', '--json', `ATLAS_${UUID}_12`)).out);
    expect(record).toMatchObject({
      time: '2026-01-12T06:00:03.000Z',
      source: 'cpapi-us',
      region: 'us',
      service: 'ocirouter',
      level: 'info',
      ids: [`OCIROUTER_${UUID}_12_0`],
      file: 'router.log',
      line: 1,
    });
    expect(record.text).toContain('StatusCode=200');
  });

  it('narrows by time, severity and source', async () => {
    await importAll();
    const search = async (...more: string[]) => texts((await run('search', '--json', ...more, UUID)).out);
    expect(await search('--since', '2026-01-12T06:00:04Z')).toHaveLength(2);
    expect(await search('--until', '2026-01-12T06:00:04Z')).toHaveLength(3);
    expect(await search('--around', '2026-01-12T07:00:00Z')).toHaveLength(0);
    expect(await search('--around', '2026-01-12T06:04:00Z')).toHaveLength(5);
    expect(await search('--severity', 'warn')).toHaveLength(1);
    expect(await search('--source', 'elsewhere')).toHaveLength(0);
    expect(await search('--limit', '2')).toHaveLength(2);
  });

  it('narrows by named values, all of them', async () => {
    await importAll();
    const search = async (...more: string[]) => texts((await run('search', '--json', ...more, UUID)).out);
    const [first] = JSON.parse((await run('search', '--json', '--limit', '1', UUID)).out);
    const { thread, logger } = first.fields as Record<string, string>;
    const found = await search('--field', `thread=${thread}`, '--field', `logger=${logger}`);
    expect(found).toContain(first.text.split('\n')[0]);
    expect(found.length).toBeLessThan(5);
    expect(await search('--field', `thread=${thread}`, '--field', 'logger=other')).toEqual([]);
  });

  it('never stores a credential unless it is told to', async () => {
    await importAll();
    const database = readFileSync(path.join(folder, 'data/harrier/logs.db'));
    const journal = readFileSync(path.join(folder, 'data/harrier/logs.db-wal'), { flag: 'a+' });
    expect(Buffer.concat([database, journal]).includes(token)).toBe(false);
    const kept = `sqlite:${file('kept.db')}`;
    await run('import', '--store', kept, '--keep-credentials', file('cpapi.log'));
    expect((await run('grep', '--store', kept, '--json', 'bearer')).out).toContain(token);
  });

  it('lets no captured control character through, in any output', async () => {
    await importAll();
    for (const how of [[], ['--json'], ['--as', 'jsonl'], ['--as', 'otlp']]) {
      const { out } = await run('grep', ...how, 'fax');
      expect(out).toContain('fax');
      expect(out).not.toContain('\u001b');
    }
  });

  it('exports one OTLP document and a line of JSON a record', async () => {
    await importAll();
    const otlp = JSON.parse((await run('search', '--as', 'otlp', UUID)).out);
    expect(
      otlp.resourceLogs.flatMap((one: { scopeLogs: { logRecords: [] }[] }) => one.scopeLogs[0]!.logRecords),
    ).toHaveLength(5);
    expect((await run('search', '--as', 'jsonl', UUID)).out.trim().split('\n')).toHaveLength(5);
  });

  it('greps words in messages and lists sources', async () => {
    await importAll();
    expect(texts((await run('grep', '--json', 'rx', 'patch')).out)).toHaveLength(1);
    expect((await run('grep', 'nothing', 'of', 'this')).err).toContain('Nothing was found.');
    expect(JSON.parse((await run('sources', '--json')).out)).toEqual([
      {
        name: 'cpapi-us',
        region: '',
        kind: 'store',
        records: 4,
        first: '2026-01-12T06:00:01.000Z',
        last: '2026-01-12T06:00:05.000Z',
      },
      {
        name: 'cpapi-us',
        region: 'us',
        kind: 'store',
        records: 1,
        first: '2026-01-12T06:00:03.000Z',
        last: '2026-01-12T06:00:03.000Z',
      },
    ]);
    expect((await run('sources')).out).toContain('2026-01-12T06:00:05.000Z');
  });

  it('searches the source of the request alone, or all sources and says which one is missing', async () => {
    await importAll();
    await run('import', '--source', 'other', file('cpapi.log'));
    const sources = file('sources.json');
    const definitions = [
      { name: 'cpapi-us', hosts: ['cpapi-r.*'], prefixes: ['ATLAS'] },
      { name: 'far', kind: 'loki', url: 'http://127.0.0.1:1' },
    ];
    writeFileSync(sources, JSON.stringify({ sources: definitions }));
    const search = (...more: string[]) =>
      run('search', '--json', '--sources', sources, ...more, `ATLAS_${UUID}_12`);
    const near = await search('--scope', 'source', '--host', 'cpapi-r.example.com');
    expect(near.code).toBe(0);
    expect(JSON.parse(near.out)).toHaveLength(4);
    expect(JSON.parse((await search('--scope', 'source')).out)).toHaveLength(4);
    const everywhere = await search('--scope', 'global');
    expect(everywhere.code).toBe(5);
    expect(JSON.parse(everywhere.out)).toHaveLength(7);
    expect(everywhere.err).toContain('far cannot be reached');
  });

  it('follows a file as it grows, until it is stopped', async () => {
    const stop = new AbortController();
    const grown = file('grown.log');
    writeFileSync(grown, cpapi);
    const following = runCli(['logs', 'follow', '--json', grown], { ...world, signal: stop.signal });
    const stored = async () => texts((await run('search', '--json', UUID)).out).length;
    while ((await stored()) < 4) await setTimeout(20);
    writeFileSync(grown, `${cpapi.replaceAll('06:00:05', '06:00:06').split('\n').at(-2)!}\n`, { flag: 'a' });
    while ((await stored()) < 5) await setTimeout(20);
    stop.abort();
    const { code, out } = await following;
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({ read: 5, added: 5 });
  });

  it('reads by a format of one’s own: the one that the documents show, told of as the shipped ones are', async () => {
    const docs = readFileSync(new URL('../../../../../docs/log-formats.md', import.meta.url), 'utf8');
    const ward = file('ward.json');
    writeFileSync(ward, /```json\n(.*?)```/s.exec(docs)?.[1] ?? '');
    writeFileSync(file('ward.log'), '2026-03-04 09:05:07 ward/a !X answered 502 in 40ms\n  by 10.0.0.1\n');
    const explained = await run('import', '--formats', ward, '--explain', file('ward.log'));
    expect(explained.out).toContain('ward, pattern event');
    expect(explained.out).toMatch(
      /ward\.log:2: {3}by 10\.0\.0\.1\n {4}goes on with a record above; by itself: text; nearest/,
    );
    const json = JSON.parse(
      (await run('import', '--formats', ward, '--explain', '--json', file('ward.log'))).out,
    );
    expect(json.map(({ goesOn }: { goesOn: boolean }) => goesOn)).toEqual([false, true]);
    await run('import', '--formats', ward, '--format', 'ward', file('ward.log'));
    const [record] = JSON.parse((await run('grep', '--json', 'answered')).out);
    expect(record).toMatchObject({ format: 'ward', level: 'warn', status: 502, durationMs: 40 });
    expect((await run('import', '--format', 'ward', file('ward.log'))).code).toBe(2);
  });

  it('says which file with formats is wrong and where, and what of one of lnav’s is not taken over', async () => {
    const [good, bad] = [file('lnav.json'), file('bad.json')];
    const regex = { main: { pattern: '^(?<timestamp>\\d{4}-\\d\\d-\\d\\dT\\S+) (?<body>.*)$' } };
    writeFileSync(good, JSON.stringify({ tide: { title: 'Tide', regex, converter: { command: 'x' } } }));
    writeFileSync(bad, '{"id": "Wrong id"}');
    const wrong = await run('import', '--formats', good, '--formats', bad, file('cpapi.log'));
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain(bad);
    const missing = await run('import', '--formats', file('none.json'), file('cpapi.log'));
    expect([missing.code, missing.err]).toEqual([2, expect.stringContaining('--formats')]);
    const taken = await run('import', '--formats', good, file('cpapi.log'));
    expect([taken.code, taken.err]).toEqual([
      0,
      expect.stringContaining('/tide/converter is not taken over.'),
    ]);
  });

  it('explains how lines are read and stores nothing', async () => {
    const { code, out } = await run('import', '--explain', file('cpapi.log'));
    expect(code).toBe(0);
    expect(out).toContain('java-tracking');
    expect(out).not.toContain(token);
    expect(JSON.parse((await run('sources', '--json')).out)).toEqual([]);
  });
});

describe('what goes wrong is told in every language, with its exit code', () => {
  const notADatabase = () => {
    writeFileSync(file('notes.txt'), 'not a database, just notes\n'.repeat(300));
    return `sqlite:${file('notes.txt')}`;
  };
  const cases: [what: string, code: number, argv: () => string[]][] = [
    ['an id that is none', 2, () => ['search', 'hello']],
    ['no words', 2, () => ['grep', '--', '--']],
    ['a time that is none', 2, () => ['grep', '--since', 'yesterday', 'x']],
    ['a named value that is none', 2, () => ['grep', '--field', 'thread', 'x']],
    ['two values of one name', 2, () => ['grep', '--field', 'thread=a', '--field', 'thread=b', 'x']],
    ['a number that is none', 2, () => ['grep', '--limit', 'many', 'x']],
    ['a format that is none', 2, () => ['import', '--format', 'java-trackin', file('cpapi.log')]],
    ['a zone that is none', 2, () => ['import', '--zone', 'Berlin', file('cpapi.log')]],
    ['a source that nobody names', 2, () => ['search', '--scope', 'source', UUID]],
    ['a store that is none', 2, () => ['sources', '--store', 'mysql://x']],
    ['a missing file', 3, () => ['import', file('missing.log')]],
    ['a file that is no store', 3, () => ['sources', '--store', notADatabase()]],
    ['a broken file of sources', 3, () => ['sources', '--sources', file('cpapi.log')]],
    ['a server that is not there', 5, () => ['sources', '--store', 'clickhouse://127.0.0.1:1/logs']],
    ['a command that is none', 2, () => ['serch', 'x']],
  ];

  it.each(cases)('%s', async (_, code, argv) => {
    const told = new Set<string>();
    for (const language of languages) {
      const result = await run(...argv().slice(0, 1), '--lang', language, ...argv().slice(1));
      expect(result).toMatchObject({ code, out: '' });
      told.add(result.err);
    }
    expect(told.size).toBe(languages.length);
  });
});
