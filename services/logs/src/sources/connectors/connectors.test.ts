import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseTrackingId } from '@harrier/tracking';
import { afterEach, describe, expect, it } from 'vitest';
import { createCredentialBlanker } from '../../ingest/blank-credentials.ts';
import { readWhole } from '../../store/log-answer.ts';
import { START_NS } from '../../testing/sample-records.ts';
import { openSource } from '../open-source.ts';
import { readSourceDefinitions } from '../source-definition.ts';
import { askJson } from './connector.ts';
import { openSearchStore } from './opensearch.ts';

const UUID = '7c1e0f52-9ab4-4d36-8e21-5f0a3b9c6d74';
const OTHER = 'a2b94e07-53cd-4f18-b6aa-90e1c7d3f245';
const target = { kind: 'id', id: parseTrackingId(`ATLAS_${UUID}_12`)!, level: 'request' } as const;
// Assembled, so that no scanner takes it for a real token.
const token = ['kX9vQ2', 'mT7rLp', 'Zw4nBs', 'Yd8cHf', '3gJq6a'].join('');

interface Seen {
  readonly url: URL;
  readonly body: string;
  readonly authorization: string | undefined;
}

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
  delete process.env.HARRIER_TEST_AUTHORIZATION;
});

/** Answers as a recording says; returns what was asked. */
async function play(answer: (seen: Seen, index: number, response: ServerResponse) => object | undefined) {
  const seen: Seen[] = [];
  server = createServer(async (request: IncomingMessage, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const one = {
      url: new URL(request.url!, 'http://x'),
      body,
      authorization: request.headers.authorization,
    };
    seen.push(one);
    const json = answer(one, seen.length - 1, response);
    if (json !== undefined) response.setHeader('content-type', 'application/json').end(JSON.stringify(json));
  });
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
  return { seen, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function open(kind: 'opensearch' | 'loki', url: string) {
  const text = JSON.stringify({
    sources: [
      { name: 'theirs', kind, url, region: 'us', authorizationVariable: 'HARRIER_TEST_AUTHORIZATION' },
    ],
  });
  const [definition] = readSourceDefinitions(text, 'sources.json');
  return (await openSource(definition!, createCredentialBlanker()))!;
}

describe('OpenSearch', () => {
  const hit = (ms: number, source: object, id = String(ms)) => ({
    _index: 'app-2026.01.12',
    _id: id,
    _score: null,
    _source: { '@timestamp': new Date(ms).toISOString(), ...source },
    sort: [ms],
  });
  const answer = (hits: object[]) => ({
    took: 3,
    timed_out: false,
    _shards: { total: 1, successful: 1, failed: 0 },
    hits: { hits },
  });

  it('finds the records of an id, drops what only looks alike, and blanks credentials', async () => {
    process.env.HARRIER_TEST_AUTHORIZATION = 'ApiKey example';
    const { seen, origin } = await play(() =>
      answer([
        hit(1000, { message: `Rx ATLAS_${UUID}_12`, 'log.level': 'error', password: token }),
        hit(2000, { message: `other request ATLAS_${UUID}_13` }),
        hit(3000, { message: `CPAPI_${UUID}_12_0 access_token=${token}` }),
      ]),
    );
    const store = await open('opensearch', `${origin}/app-*`);
    const { records } = await readWhole(store.byTracking({ target }));
    expect(records.map(({ orderNs, source, region }) => [orderNs, source, region])).toEqual([
      [1_000_000_000n, 'theirs', 'us'],
      [3_000_000_000n, 'theirs', 'us'],
    ]);
    expect(JSON.stringify(records.map(({ body, fields }) => [body, fields]))).not.toContain(token);
    expect(seen[0]!.url.pathname).toBe('/app-*/_search');
    expect(seen[0]!.authorization).toBe('ApiKey example');
    expect(JSON.parse(seen[0]!.body).query.bool.filter[0].bool.should[0].multi_match.query).toBe(UUID);
  });

  it('reads page after page', async () => {
    const { seen, origin } = await play((_, index) =>
      answer(
        index === 0
          ? Array.from({ length: 500 }, (__, at) => hit(at, { message: `n${at}` }))
          : [hit(900, { message: 'last' })],
      ),
    );
    const store = await open('opensearch', `${origin}/logs`);
    expect((await readWhole(store.range({}))).records).toHaveLength(501);
    expect(JSON.parse(seen[1]!.body).search_after).toEqual([498]);
  });

  /** All lines of a server that has these documents: sorted by time alone, in no order within a millisecond, so many at once. */
  async function linesOf(documents: readonly ReturnType<typeof hit>[]): Promise<string[]> {
    const { origin } = await play(({ body }, index) => {
      const { size, sort, search_after: [after] = [-1] } = JSON.parse(body);
      expect(sort).toEqual([{ '@timestamp': { order: 'asc', unmapped_type: 'date' } }]);
      const found = documents.filter((one) => one.sort[0]! > after);
      if (index % 2 === 1) found.reverse();
      return answer(found.sort((one, other) => one.sort[0]! - other.sort[0]!).slice(0, size));
    });
    const source = { name: 'theirs', kind: 'opensearch', url: `${origin}/logs`, region: 'us' };
    const [definition] = readSourceDefinitions(JSON.stringify({ sources: [source] }), 'sources.json');
    const keys: string[] = [];
    for await (const { key } of openSearchStore(definition!).lines([], {})) keys.push(key);
    return keys;
  }

  it('gives each of many documents of one millisecond once, and sorts by nothing but the time', async () => {
    const documents = Array.from({ length: 1900 }, (_, at) =>
      hit(at < 400 ? at : at < 1600 ? 400 : at, {}, `id-${at}`),
    );
    const keys = await linesOf(documents);
    expect(keys).toHaveLength(1900);
    expect(new Set(keys).size).toBe(1900);
  });

  it.each([[2 ** 63], [null]])('says so where more documents have no time than fit (%s)', async (none) => {
    const { seen, origin } = await play(() =>
      answer(Array.from({ length: 500 }, (_, at) => ({ ...hit(0, {}, `id-${at}`), sort: [none] }))),
    );
    const store = await open('opensearch', `${origin}/logs`);
    await expect(readWhole(store.range({}))).rejects.toThrow(
      expect.objectContaining({ code: 'logs/store-failed' }),
    );
    expect(seen).toHaveLength(1);
  });

  it('says so where a millisecond has more documents than a server gives at once', async () => {
    const documents = Array.from({ length: 10_001 }, (_, at) => hit(7, {}, `id-${at}`));
    await expect(linesOf(documents)).rejects.toThrow(expect.objectContaining({ code: 'logs/store-failed' }));
  });

  it.each([
    [{ timed_out: true, hits: { hits: [] } }, 'logs/store-failed'],
    [{ _shards: { failed: 2 }, hits: { hits: [] } }, 'logs/store-failed'],
  ])('does not take half an answer for a whole one', async (json, code) => {
    const { origin } = await play(() => json);
    const store = await open('opensearch', `${origin}/logs`);
    await expect(readWhole(store.range({}))).rejects.toThrow(expect.objectContaining({ code }));
  });

  it.each([
    [401, 'logs/store-refused'],
    [403, 'logs/store-refused'],
    [500, 'logs/store-failed'],
  ])('tells status %d', async (status, code) => {
    const { origin } = await play((_, __, response) => {
      response.writeHead(status).end('no');
      return undefined;
    });
    const store = await open('opensearch', `${origin}/logs`);
    await expect(readWhole(store.range({}))).rejects.toThrow(expect.objectContaining({ code }));
  });

  it('does not hand its credentials on to where a redirect points', async () => {
    const { seen, origin } = await play((_, __, response) => {
      response.writeHead(302, { location: '/elsewhere' }).end();
      return undefined;
    });
    const store = await open('opensearch', `${origin}/logs`);
    await expect(readWhole(store.range({}))).rejects.toThrow();
    expect(seen).toHaveLength(1);
  });
});

describe('Loki', () => {
  const ns = (seconds: number) => String(START_NS + BigInt(seconds) * 1_000_000_000n);
  const answer = (...streams: [labels: object, values: [string, string][]][]) => ({
    status: 'success',
    data: {
      resultType: 'streams',
      result: streams.map(([stream, values]) => ({ stream, values })),
      stats: {},
    },
  });

  it('finds the records of an id in all streams, in time order', async () => {
    const { seen, origin } = await play(() =>
      answer(
        [{ app: 'cpapi' }, [[ns(2), `level=info msg="CPAPI_${UUID}_12_0 sent"`]]],
        [
          { app: 'atlas' },
          [
            [ns(1), `Rx ATLAS_${UUID}_12`],
            [ns(3), `ATLAS_${OTHER}_12`],
          ],
        ],
      ),
    );
    const store = await open('loki', origin);
    const window = { fromNs: START_NS, toNs: START_NS + 10_000_000_000n };
    const { records } = await readWhole(store.byTracking({ target, window }));
    expect(records.map(({ orderNs, ids }) => [orderNs, ids[0]?.prefix])).toEqual([
      [START_NS + 1_000_000_000n, 'ATLAS'],
      [START_NS + 2_000_000_000n, 'CPAPI'],
    ]);
    const { url } = seen[0]!;
    expect(url.pathname).toBe('/loki/api/v1/query_range');
    expect(url.searchParams.get('query')).toBe(`{job=~".+"} |~ "(?i)${UUID}"`);
    expect([url.searchParams.get('start'), url.searchParams.get('end')]).toEqual([ns(0), ns(10)]);
  });

  it('passes over empty lines, which say nothing, and gives those behind them', async () => {
    const { origin } = await play(() =>
      answer([
        { app: 'x' },
        [
          [ns(1), ''],
          [ns(2), '   '],
          [ns(3), 'something'],
        ],
      ]),
    );
    const store = await open('loki', origin);
    const window = { fromNs: START_NS, toNs: START_NS + 10_000_000_000n };
    const { records, partial } = await readWhole(store.range({ window }));
    expect([records.map(({ body }) => body), partial]).toEqual([['something'], []]);
  });

  it('goes on behind a full page without repeating its last moment', async () => {
    const { origin } = await play(({ url }) => {
      const start = BigInt(url.searchParams.get('start')!);
      const all = Array.from({ length: 1500 }, (_, index): [string, string] => [
        String(START_NS + BigInt(index)),
        `n${index}`,
      ]);
      return answer([{ app: 'x' }, all.filter(([ns]) => BigInt(ns) >= start).slice(0, 1000)]);
    });
    const store = await open('loki', origin);
    const { records } = await readWhole(
      store.range({ window: { fromNs: START_NS, toNs: START_NS + 5000n } }),
    );
    expect(records.map(({ orderNs }) => Number(orderNs - START_NS))).toEqual(
      Array.from({ length: 1500 }, (_, index) => index),
    );
  });

  it('asks for a long time in slices that a server takes, and never for the future', async () => {
    const { seen, origin } = await play(() => answer());
    const store = await open('loki', origin);
    const day = 86_400_000_000_000n;
    await readWhole(store.range({ window: { fromNs: START_NS, toNs: START_NS + 70n * day } }));
    const asked = seen.map(({ url }) => ['start', 'end'].map((name) => BigInt(url.searchParams.get(name)!)));
    expect(asked.map(([from, to]) => [(from! - START_NS) / day, (to! - START_NS) / day])).toEqual([
      [0n, 30n],
      [30n, 60n],
      [60n, 70n],
    ]);
    seen.length = 0;
    await readWhole(store.range({ window: { fromNs: START_NS, toNs: 9_200_000_000_000_000_000n } }));
    expect(Number(seen.at(-1)!.url.searchParams.get('end')) / 1e6).toBeLessThan(Date.now() + 60_000);
  });

  it('says that it cannot be reached', async () => {
    const store = await open('loki', 'http://127.0.0.1:1');
    await expect(readWhole(store.range({}))).rejects.toThrow(
      expect.objectContaining({ code: 'logs/store-unreachable', store: 'theirs' }),
    );
  });

  it('takes nothing in', async () => {
    const store = await open('loki', 'http://127.0.0.1:1');
    await expect(store.ingest({ id: 'x', records: [] })).rejects.toThrow(
      expect.objectContaining({ code: 'logs/store-read-only' }),
    );
  });
});

describe('the answer of a store', () => {
  const [source] = readSourceDefinitions(
    JSON.stringify({ sources: [{ name: 'theirs', kind: 'loki', url: 'http://127.0.0.1:1', region: 'us' }] }),
    'sources.json',
  );
  const ask = async (origin: string, limits: { mostBytes: number; timeMs: number }) =>
    await askJson(source!, new URL(origin), {}, limits);
  const long = { timeMs: 60_000 };

  it('is read up to a size, whatever it says of itself, and no further', async () => {
    let isCut = false;
    const { origin } = await play((_, __, response) => {
      response.once('close', () => {
        isCut = !response.writableFinished;
      });
      // Newer Nodes tell of each write to a closed answer at once: going on then leaves nothing else a turn.
      const more = () => response.write('"'.padEnd(1000), (gone) => gone || response.destroyed || more());
      more();
      return undefined;
    });
    await expect(ask(origin, { ...long, mostBytes: 50_000 })).rejects.toThrow(
      expect.objectContaining({
        code: 'logs/store-failed',
        message: 'theirs answered with more than 50000 bytes.',
      }),
    );
    await expect.poll(() => isCut).toBe(true);
    const { origin: small } = await play(() => ({ a: 'b' }));
    expect(await ask(small, { ...long, mostBytes: 9 })).toEqual({ a: 'b' });
  });

  it.each([
    ['says nothing', () => undefined],
    ['stops in the middle', (response: ServerResponse) => void response.write('{"a":')],
  ])('is not waited for without end where a server %s', async (_what, answer) => {
    const { origin } = await play((_, __, response) => answer(response));
    await expect(ask(origin, { mostBytes: 1000, timeMs: 50 })).rejects.toThrow(
      expect.objectContaining({
        code: 'logs/store-failed',
        message: 'theirs did not answer within 0.05 seconds.',
      }),
    );
  });
});
