import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSourceDefinitions } from '../sources/source-definition.ts';
import { readWhole } from '../store/log-answer.ts';
import type { LogStore } from '../store/log-store.ts';
import { LogStoreError } from '../store/log-store-error.ts';
import { openMemoryStore } from '../store/open-store.ts';
import { sampleRecord } from '../testing/sample-records.ts';
import { answerDesk, type DeskRequest } from './answer-desk.ts';
import { type LogDesk, openDesk } from './log-desk.ts';

const ID = 'ATLAS_7c1e0f52-9ab4-4d36-8e21-5f0a3b9c6d74_12';

let store: LogStore;
let desk: LogDesk;
beforeEach(async () => {
  store = openMemoryStore();
  desk = openDesk(store);
  const records = [2, 0, 1].map((ms) => sampleRecord({ ms, ids: [ID], body: `line ${ms} of ${ID}` }));
  await store.ingest({ id: 'a', records });
});
afterEach(async () => await store.close());

async function ask(method: string, target: string, body: string | Uint8Array = '', by: LogDesk = desk) {
  const { pathname, searchParams } = new URL(target, 'http://desk.example.test');
  const request: DeskRequest = {
    method,
    path: pathname,
    query: searchParams,
    contentType: 'application/json',
    contentEncoding: '',
    body: (async function* () {
      yield Buffer.from(body);
    })(),
  };
  const answer = await answerDesk(request, by);
  let text = '';
  if (typeof answer.body === 'string') text = answer.body;
  else if (!(answer.body instanceof Uint8Array)) for await (const piece of answer.body) text += piece;
  return { status: answer.status, text, lines: text.trim().split('\n') };
}

describe('a desk', () => {
  it('streams records in time order, between what is asked and the end', async () => {
    const { lines } = await ask('POST', '/api/logs/search', JSON.stringify({ id: ID }));
    const read = lines.map((line) => JSON.parse(line));
    expect(read[0]).toEqual({ asked: null });
    expect(read.slice(1, -1).map(({ record }) => record.text.slice(0, 6))).toEqual([
      'line 0',
      'line 1',
      'line 2',
    ]);
    expect(read.at(-1)).toEqual({ end: { records: 3, isCut: false, partial: [] } });
  });

  it('says when there is more than was wanted', async () => {
    const { lines } = await ask('POST', '/api/logs/search', JSON.stringify({ id: ID, limit: 2 }));
    expect(JSON.parse(lines.at(-1)!)).toEqual({ end: { records: 2, isCut: true, partial: [] } });
  });

  it('tells a source that cannot be reached, with the records of the others', async () => {
    const definitions = readSourceDefinitions(
      '{"sources":[{"name":"edge","kind":"loki","url":"http://127.0.0.1:9"}]}',
      'sources.json',
    );
    const { lines } = await ask('POST', '/api/logs/search', JSON.stringify({ id: ID }), {
      ...desk,
      definitions,
    });
    expect(JSON.parse(lines.at(-1)!)).toEqual({
      end: { records: 3, isCut: false, partial: [{ part: 'source', name: 'edge', reason: 'unreachable' }] },
    });
    const { text } = await ask('GET', '/api/logs/sources', '', { ...desk, definitions });
    expect(JSON.parse(text).sources).toMatchObject([
      { kind: 'store', records: 3, health: 'ok' },
      { name: 'edge', kind: 'loki', records: null, health: 'unreachable' },
    ]);
  });

  it('tells its own store’s failure in the answer, and never stays silent', async () => {
    const gone = {
      [Symbol.asyncIterator]: () => ({
        next: async () => {
          throw new LogStoreError('logs/store-unreachable', 'x', 'gone');
        },
      }),
    };
    const broken: LogStore = { ...store, byTracking: () => ({ records: gone, partial: [] }) };
    const { lines } = await ask('POST', '/api/logs/search', JSON.stringify({ id: ID }), {
      ...desk,
      store: broken,
    });
    expect(JSON.parse(lines.at(-1)!).end.partial).toEqual([
      { part: 'source', name: 'store', reason: 'unreachable' },
    ]);
  });

  it.each([
    ['no JSON', 'hello'],
    ['a list', '[]'],
    ['an id that is none', '{"id":"hello"}'],
    ['a level that is none', '{"words":"a","level":"all"}'],
  ])('refuses %s without repeating it', async (_what, body) => {
    const { status, text } = await ask('POST', '/api/logs/search', body);
    expect(status).toBe(400);
    expect(text).not.toContain('hello');
  });

  it('takes a file in, blanks what is secret in it, and gives it back by words', async () => {
    const token = ['ghp', '0123456789abcdefghijABCDEFGHIJ012345'].join('_');
    const line = `2026-01-15T09:30:00Z ERROR [${ID}] quarrel with token ${token}`;
    const { text } = await ask('POST', '/api/logs/files?name=a.log&source=ours', line);
    expect(JSON.parse(text)).toEqual({ read: 1, added: 1, notes: [] });
    const { lines } = await ask('POST', '/api/logs/search', '{"words":"quarrel"}');
    expect(lines[1]).toContain('quarrel');
    expect(lines[1]).not.toContain(token);
  });

  it('says what it cannot read, by the name that its owner gave it', async () => {
    const { text } = await ask('POST', '/api/logs/files?name=a.bin', `\x89PNG\r\n\x1a\n${'\0'.repeat(64)}`);
    expect(JSON.parse(text)).toEqual({ read: 0, added: 0, notes: [{ kind: 'binary', file: 'a.bin' }] });
  });

  it('takes what a zip holds, and none of one that unfolds to too much', async () => {
    const zipOf = async (text: string) => {
      const zip = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
      await zip.add('a.log', new Uint8ArrayReader(Buffer.from(text)));
      return await zip.close();
    };
    const taken = await ask('POST', '/api/logs/files?name=a.zip', await zipOf(`failed for ${ID}\n`));
    expect(JSON.parse(taken.text)).toEqual({ read: 1, added: 1, notes: [] });
    const stored = await readWhole(store.search({ words: [{ tokens: ['failed'], prefix: false }] }));
    expect(stored.records.map(({ file }) => file)).toEqual(['a.zip/a.log']);
    // 20 MB in 20 kB.
    const bomb = await ask('POST', '/api/logs/files?name=bomb.zip', await zipOf('x\n'.repeat(10_000_000)));
    expect(JSON.parse(bomb.text)).toEqual({
      read: 0,
      added: 0,
      notes: [{ kind: 'limit', file: 'bomb.zip' }],
    });
  });

  it('hands the rest to the endpoints for collectors', async () => {
    expect((await ask('POST', '/v1/logs', '{"resourceLogs":[]}')).text).toBe('{}');
    expect((await ask('POST', '/logs/app', `{"msg":"hi ${ID}"}`)).text).toBe('{"read":1,"added":1}');
    expect((await ask('GET', '/logs/app')).status).toBe(405);
    expect((await ask('GET', '/api/logs/files')).status).toBe(405);
    expect((await ask('POST', '/api/logs/sources')).status).toBe(405);
  });
});
