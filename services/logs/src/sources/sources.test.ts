import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseTrackingId } from '@harrier/tracking';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LogRecord } from '../record/log-record.ts';
import { openLibsqlStore } from '../store/libsql/libsql-store.ts';
import { readWhole, wholeAnswer } from '../store/log-answer.ts';
import type { LogStore } from '../store/log-store.ts';
import { LogStoreError } from '../store/log-store-error.ts';
import { at, bodiesOf, sampleRecord } from '../testing/sample-records.ts';
import { mergeAnswers } from './federated-search.ts';
import { restrictStore } from './restrict-store.ts';
import { applyRetention } from './retention.ts';
import { readSourceDefinitions } from './source-definition.ts';
import { sourcesOfRequest } from './sources-of-request.ts';

const UUID = '7c1e0f52-9ab4-4d36-8e21-5f0a3b9c6d74';
const definitions = readSourceDefinitions(
  JSON.stringify({
    sources: [
      { name: 'cpapi-us', region: 'us', hosts: ['cpapi-r.*'], prefixes: ['CPAPI'] },
      { name: 'cpapi-eu', region: 'eu', hosts: ['cpapi-a.*', 'CPAPI.*.example.test'], prefixes: ['CPAPI'] },
      { name: 'secret', readers: ['oncall'], retentionDays: 1 },
    ],
  }),
  'sources.json',
);

/** Those without readers, and those that name one of these groups. */
function readableBy(...groups: readonly string[]): (source: string) => boolean {
  return (source) => {
    const readers = definitions.find(({ name }) => name === source)?.readers;
    return readers === undefined || readers.some((group) => groups.includes(group));
  };
}

describe('readSourceDefinitions', () => {
  it.each([
    ['{', 'is no JSON'],
    ['{}', '/sources is no list'],
    ['{"sources":[{}]}', '/sources/0/name is missing'],
    ['{"sources":[{"name":"a"},{"name":"a"}]}', '/sources/1/name'],
    ['{"sources":[{"name":"a","kind":"splunk"}]}', '/sources/0/kind is none of'],
    ['{"sources":[{"name":"a","kind":"loki"}]}', '/sources/0/url is missing'],
    ['{"sources":[{"name":"a","hosts":"x"}]}', '/sources/0/hosts is no list'],
    ['{"sources":[{"name":"a","token":"x"}]}', '/sources/0/token is not known'],
  ])('says where %s is wrong', (text, where) => {
    expect(() => readSourceDefinitions(text, 'sources.json')).toThrow(where);
  });
});

describe('sourcesOfRequest', () => {
  const names = (origin: Parameters<typeof sourcesOfRequest>[1]) =>
    sourcesOfRequest(definitions, origin).map(({ name }) => name);
  const id = parseTrackingId(`cpapi_${UUID}_1`)!;

  it('goes by the host first', () => {
    expect(names({ host: 'CPAPI-r.example.test:443', id })).toEqual(['cpapi-us']);
    expect(names({ host: 'cpapi.x.example.test' })).toEqual(['cpapi-eu']);
    expect(names({ host: 'cpapi.example.test' })).toEqual([]);
  });

  it("goes by the id's prefix where no host is known, and by region among several", () => {
    expect(names({ id })).toEqual(['cpapi-us', 'cpapi-eu']);
    expect(names({ id, region: 'EU' })).toEqual(['cpapi-eu']);
    expect(names({ id, region: 'jp' })).toEqual(['cpapi-us', 'cpapi-eu']);
  });

  it('says nothing where nothing is known', () => {
    expect(names({})).toEqual([]);
  });
});

describe('mergeAnswers', () => {
  const from = (name: string, records: () => AsyncIterable<LogRecord>) => ({
    name,
    ask: () => wholeAnswer(records()),
  });
  const of = (name: string, ...ms: number[]) =>
    from(name, async function* () {
      for (const one of ms) yield sampleRecord({ ms: one, source: name, body: `${name} ${one}` });
    });

  it('gives one list in time order', async () => {
    const { records, partial } = await readWhole(mergeAnswers([of('a', 1, 4, 5), of('b', 2, 3, 9), of('c')]));
    expect(bodiesOf(records)).toEqual(['a 1', 'b 2', 'b 3', 'a 4', 'a 5', 'b 9']);
    expect(partial).toEqual([]);
  });

  it('gives a record that two sources have once', async () => {
    const both = sampleRecord({ ms: 1, body: 'both' });
    const give = async function* () {
      yield both;
    };
    const { records } = await readWhole(mergeAnswers([from('a', give), from('b', give)]));
    expect(records).toEqual([both]);
  });

  it('names a source that fails, one that refuses, and one that breaks half-way, and keeps what they gave', async () => {
    const failing = (code: 'logs/store-unreachable' | 'logs/store-refused') =>
      from(code, async function* () {
        yield* [];
        throw new LogStoreError(code, 'x', 'x');
      });
    const breaking = from('breaks', async function* () {
      yield sampleRecord({ ms: 1, body: 'before' });
      throw new Error('broken');
    });
    const { records, partial } = await readWhole(
      mergeAnswers([of('a', 2), failing('logs/store-unreachable'), failing('logs/store-refused'), breaking]),
    );
    expect(bodiesOf(records)).toEqual(['before', 'a 2']);
    expect(partial.map(({ name, reason }) => `${name} ${reason}`).sort()).toEqual([
      'breaks failed',
      'logs/store-refused refused',
      'logs/store-unreachable unreachable',
    ]);
  });

  it('does not wait for a source that stays silent', async () => {
    const silent = from('silent', async function* () {
      await new Promise(() => {});
      yield* [];
    });
    const { records, partial } = await readWhole(mergeAnswers([silent, of('a', 1)], 20));
    expect(bodiesOf(records)).toEqual(['a 1']);
    expect(partial).toEqual([{ part: 'source', name: 'silent', reason: 'slow' }]);
  });

  it("hands on what a source's own answer lacks", async () => {
    const half = {
      name: 'half',
      ask: () => ({
        records: of('half', 1).ask().records,
        partial: [{ part: 'shard', name: 's1', reason: 'unreachable' } as const],
      }),
    };
    expect((await readWhole(mergeAnswers([half]))).partial).toEqual([
      { part: 'shard', name: 's1', reason: 'unreachable' },
    ]);
  });
});

describe('a store with sources for some people only', () => {
  let folder: string;
  let store: LogStore;
  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'harrier-sources-'));
    store = openLibsqlStore(path.join(folder, 'logs.db'));
    const records = ['open', 'secret'].map((source, index) =>
      sampleRecord({ ms: index, source, body: `in ${source}`, ids: [`ATLAS_${UUID}_1`] }),
    );
    await store.ingest({ id: 'x', records });
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('shows a closed source to its readers and to nobody else, by whatever question', async () => {
    const target = { kind: 'id', id: parseTrackingId(UUID)!, level: 'session' } as const;
    for (const [groups, seen] of [
      [['support'], ['in open']],
      [
        ['support', 'oncall'],
        ['in open', 'in secret'],
      ],
    ] as const) {
      const mine = restrictStore(store, readableBy(...groups));
      expect(bodiesOf((await readWhole(mine.byTracking({ target }))).records)).toEqual(seen);
      expect(bodiesOf((await readWhole(mine.range({}))).records)).toEqual(seen);
      const words = [{ tokens: ['in'], prefix: false }];
      expect(bodiesOf((await readWhole(mine.search({ words }))).records)).toEqual(seen);
      expect((await mine.sources()).map(({ name }) => `in ${name}`)).toEqual(seen);
    }
    const support = restrictStore(store, readableBy('support'));
    // A secret record that comes first in time takes nobody's place.
    const first = sampleRecord({ ms: -1, source: 'secret', ids: [`ATLAS_${UUID}_1`] });
    await store.ingest({ id: 'first', records: [first] });
    expect(bodiesOf((await readWhole(support.byTracking({ target, limit: 1 }))).records)).toEqual([
      'in open',
    ]);
    expect((await readWhole(support.byTracking({ target, sources: ['secret'] }))).records).toEqual([]);
    expect((await readWhole(support.range({ sources: ['secret'] }))).records).toEqual([]);
    await expect(support.forget({ beforeNs: at(99) })).rejects.toThrow();
  });

  it('never reads more than was asked for to find what somebody may see, and gives nothing twice', async () => {
    const of = (source: string, ...moments: readonly number[]) =>
      moments.map((ms) => sampleRecord({ ms, source, body: `at ${ms}`, ids: [`ATLAS_${UUID}_1`] }));
    const records = [...of('secret', 22, 23, 24, 25, 26), ...of('open', 20, 21, 40, 41)];
    await store.ingest({ id: 'more', records });
    let read = 0;
    const counting: LogStore = {
      ...store,
      byTracking: (query) => {
        const { records, partial } = store.byTracking(query);
        return { records: counted(records), partial };
      },
    };
    async function* counted(records: AsyncIterable<LogRecord>) {
      for await (const record of records) {
        read++;
        yield record;
      }
    }
    const target = { kind: 'id', id: parseTrackingId(UUID)!, level: 'session' } as const;
    const support = restrictStore(counting, readableBy('support'));
    const seen = async (limit: number) =>
      bodiesOf((await readWhole(support.byTracking({ target, limit }))).records);
    expect(await seen(4)).toEqual(['in open', 'at 20', 'at 21', 'at 40']);
    expect(read).toBeLessThanOrEqual(8);
    expect(await seen(100)).toEqual(['in open', 'at 20', 'at 21', 'at 40', 'at 41']);
  });

  it('loses nothing and gives nothing twice where another part of the store answers the second time', async () => {
    const of = (body: string, ms: number, source = 'open') =>
      sampleRecord({ ms, source, body, ids: [`ATLAS_${UUID}_1`] });
    const [early, first, same] = [of('early', 1), of('first', 2), of('same moment', 2)];
    const [late, later, latest] = [of('late', 4), of('later', 5), of('latest', 6)];
    const secret = of('in secret', 3, 'secret');
    const answers = (away: readonly LogRecord[], awayAgain: readonly LogRecord[]): LogStore => ({
      ...store,
      byTracking: ({ sources, window, limit }) => {
        const gone = sources === undefined ? away : awayAgain;
        const all = [early, first, same, secret, late, later, latest]
          .filter((record) => !gone.includes(record) && sources?.includes(record.source) !== false)
          .filter(({ orderNs }) => window === undefined || orderNs >= window.fromNs)
          .slice(0, limit);
        const note = { part: 'shard', name: `${gone.length}`, reason: 'failed' } as const;
        return {
          records: (async function* () {
            yield* all;
          })(),
          partial: gone.length === 0 ? [] : [note],
        };
      },
    });
    const target = { kind: 'id', id: parseTrackingId(UUID)!, level: 'session' } as const;
    const seen = async (limit: number, away: LogRecord[], awayAgain: LogRecord[]) => {
      const support = restrictStore(answers(away, awayAgain), readableBy('support'));
      const { records, partial } = await readWhole(support.byTracking({ target, limit }));
      return [bodiesOf(records), partial.length];
    };
    await store.ingest({ id: 'names', records: [early] });
    expect(await seen(4, [], [])).toEqual([['early', 'first', 'same moment', 'late'], 0]);
    // One is there again the second time: nothing is given twice, and time goes on.
    expect(await seen(4, [early], [])).toEqual([['first', 'same moment', 'late', 'later'], 1]);
    expect(await seen(3, [first], [])).toEqual([['early', 'same moment', 'first'], 1]);
    // One is away the second time: nothing behind it is passed over.
    expect(await seen(4, [], [early, first])).toEqual([['early', 'first', 'same moment', 'late'], 1]);
  });

  it('forgets what a source keeps no longer', async () => {
    expect(await applyRetention(store, definitions, at(2 * 86_400_000))).toEqual(new Map([['secret', 1]]));
    expect(bodiesOf((await readWhole(store.range({}))).records)).toEqual(['in open']);
  });
});
