import { parseTrackingId, type TrackingLevel } from '@harrier/tracking';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOG_LEVELS, type LogRecord } from '../record/log-record.ts';
import { readWhole } from '../store/log-answer.ts';
import type { LogAnswer, LogStore, RecordFilter, SearchWord, TrackingTarget } from '../store/log-store.ts';
import { at, bodiesOf, type Sample, sampleRecord } from './sample-records.ts';

/** A place where a store can be opened again and again; empty at first. */
export interface StorePlace {
  open(): Promise<LogStore>;
  remove(): Promise<void>;
}

const A = '7c1e0f52-9ab4-4d36-8e21-5f0a3b9c6d74';
const B = '7c1e0f53-0000-4d36-8e21-5f0a3b9c6d74';
const HUB = 'a2b94e07-53cd-4f18-b6aa-90e1c7d3f245';

const samples: readonly Sample[] = [
  { ms: 0, body: 'session began', ids: [`ATLAS_${A}`], service: 'atlas', region: 'us' },
  {
    ms: 10,
    body: 'Rx PATCH voicemail',
    ids: [`ATLAS_${A}_12`],
    direction: 'in',
    level: 'info',
    region: 'us',
  },
  { ms: 20, body: 'Send POST to the router', ids: [`CPAPI_${A}_12_0`], direction: 'out', region: 'us' },
  {
    ms: 30,
    body: 'Rx [http]',
    ids: [`OCIROUTER_${A.toUpperCase()}_12_0`],
    service: 'ocirouter',
    region: 'eu',
    source: 'router',
    status: 502,
    durationMs: 12.5,
    peer: '192.0.2.7:443',
    level: 'error',
    fields: { thread: 'exec-1', user: 'Zoë' },
  },
  { ms: 40, body: 'another call', ids: [`CPAPI_${A}_12_1`, `CPAPI_${A}_12_0`, `ATLAS_${B}_3`], status: 200 },
  { ms: 50, body: 'request 120, not 12', ids: [`ATLAS_${A}_120`] },
  { ms: 60, body: 'hub asked', ids: [`UserHub_${HUB}`], host: 'Host-1' },
  { ms: 70, body: 'hub served', ids: [`CPAPI_${HUB}_1`], level: 'warn' },
  { ms: 80, body: 'token for a UUID', ids: ['ROUTER_1234567890ABCDEF_4'] },
  { ms: 90, body: 'damaged', ids: [`UserHub_${A.slice(0, -1)}`] },
  { ms: 100, body: 'no id: upstream connect error, reset_reason overflow' },
  { ms: 100, body: 'java.lang.IllegalStateException: café\n\tat com.example.Handler.run(Handler.java:10)\n' },
  { ms: 110, orderNs: at(105), timeNs: undefined, body: 'a line without a time', line: 7 },
  {
    ms: 120,
    body: "quote ' backslash \\ tab \t nul-free \u2028 emoji 🙂 {}[]()%_?",
    fields: { "it's": 'a \\ "b"\n' },
  },
];

const records = samples.map((sample, index) => sampleRecord({ line: index + 1, ...sample }));

const byId = (text: string, level: TrackingLevel): TrackingTarget => ({
  kind: 'id',
  id: parseTrackingId(text)!,
  level,
});
const word = (...tokens: string[]): SearchWord => ({ tokens, prefix: false });

/** What every store does, whatever it is made of. */
export function describeLogStore(name: string, place: () => Promise<StorePlace>): void {
  describe(`${name} keeps the contract of a log store:`, () => {
    let home: StorePlace;
    let store: LogStore;

    beforeAll(async () => {
      home = await place();
      store = await home.open();
      await store.ingest({ id: 'first', records });
    }, 60_000);
    afterAll(async () => {
      await store?.close();
      await home?.remove();
    }, 60_000);

    const read = async (answer: LogAnswer): Promise<LogRecord[]> => {
      const { records: found, partial } = await readWhole(answer);
      expect(partial).toEqual([]);
      return found;
    };
    const tracking = async (target: TrackingTarget, filter: RecordFilter = {}) =>
      bodiesOf(await read(store.byTracking({ target, ...filter })));
    const search = async (words: SearchWord[], filter: RecordFilter = {}) =>
      bodiesOf(await read(store.search({ words, ...filter })));
    const range = async (filter: RecordFilter) => bodiesOf(await read(store.range(filter)));

    it('gives back every record as it went in, in time order', async () => {
      const found = await read(store.range({}));
      const byDigest = (a: LogRecord, b: LogRecord) => (a.digest < b.digest ? -1 : 1);
      expect([...found].sort(byDigest)).toEqual([...records].sort(byDigest));
      const orders = found.map(({ orderNs }) => orderNs);
      expect(orders).toEqual([...orders].sort((a, b) => Number(a - b)));
    });

    it('gives the same order every time', async () => {
      const first = await range({});
      expect(await range({})).toEqual(first);
      expect(await range({ window: { fromNs: at(0), toNs: at(1000) } })).toEqual(first);
    });

    it('finds exactly one call, by whichever service wrote about it', async () => {
      expect(await tracking(byId(`CPAPI_${A}_12_0`, 'call'))).toEqual([
        'Send POST to the router',
        'Rx [http]',
        'another call',
      ]);
    });

    it('finds a request with its calls, each record once, and not the request with a longer number', async () => {
      expect(await tracking(byId(`atlas_${A}_12_0`, 'request'))).toEqual([
        'Rx PATCH voicemail',
        'Send POST to the router',
        'Rx [http]',
        'another call',
      ]);
    });

    it('finds everything of a session', async () => {
      expect(await tracking(byId(`ATLAS_${A}_12`, 'session'))).toEqual([
        'session began',
        'Rx PATCH voicemail',
        'Send POST to the router',
        'Rx [http]',
        'another call',
        'request 120, not 12',
      ]);
    });

    it('widens an id without a counter to its session', async () => {
      for (const level of ['call', 'request', 'session'] as const)
        expect(await tracking(byId(`UserHub_${HUB}`, level))).toEqual(['hub asked', 'hub served']);
    });

    it('finds a record by each of its ids', async () => {
      expect(await tracking(byId(`ATLAS_${B}_3`, 'request'))).toEqual(['another call']);
    });

    it('finds ids whose base is no UUID, and damaged ones', async () => {
      expect(await tracking(byId('ROUTER_1234567890abcdef_4', 'request'))).toEqual(['token for a UUID']);
      expect(await tracking(byId(`UserHub_${A.slice(0, -1)}`, 'request'))).toEqual(['damaged']);
    });

    it('finds by the beginning of a UUID', async () => {
      const found = await tracking({ kind: 'uuid-start', digits: A.slice(0, 8) });
      expect(found).toHaveLength(7);
      expect(found).toContain('damaged');
      expect(await tracking({ kind: 'uuid-start', digits: B.slice(0, 13) })).toEqual(['another call']);
    });

    it('finds nothing for an id that nobody wrote', async () => {
      expect(await tracking(byId(`ATLAS_${B}_4`, 'request'))).toEqual([]);
    });

    it('narrows a search for an id by time and by every field', async () => {
      const session = byId(`ATLAS_${A}_12`, 'session');
      expect(await tracking(session, { window: { fromNs: at(10), toNs: at(30) } })).toEqual([
        'Rx PATCH voicemail',
        'Send POST to the router',
      ]);
      expect(await tracking(session, { sources: ['router'] })).toEqual(['Rx [http]']);
      expect(await tracking(session, { sources: [] })).toEqual([]);
      expect(await tracking(session, { region: ['EU'], service: ['OciRouter'] })).toEqual(['Rx [http]']);
      expect(await tracking(session, { level: ['error', 'fatal'] })).toEqual(['Rx [http]']);
      expect(await tracking(session, { status: { from: 200, to: 299 } })).toEqual(['another call']);
      expect(await tracking(session, { fields: { user: 'Zoë', thread: 'exec-1' } })).toEqual(['Rx [http]']);
      expect(await tracking(session, { fields: { user: 'exec-1' } })).toEqual([]);
      expect(await tracking(session, { limit: 2 })).toEqual(['session began', 'Rx PATCH voicemail']);
    });

    it('finds whole words in any case, all of them, in messages and fields', async () => {
      expect(await search([word('patch')])).toEqual(['Rx PATCH voicemail']);
      expect(await search([word('patc')])).toEqual([]);
      expect(await search([word('rx'), word('http')])).toEqual(['Rx [http]']);
      expect(await search([word('rx'), word('overflow')])).toEqual([]);
      expect(await search([word('exec')])).toEqual(['Rx [http]']);
    });

    it('cuts words at everything that is no letter or digit', async () => {
      const upstream = 'no id: upstream connect error, reset_reason overflow';
      expect(await search([word('reason')])).toEqual([upstream]);
      expect(await search([word('handler', 'java', '10')])).toHaveLength(1);
      expect(await search([word('CAFÉ')])).toHaveLength(1);
      expect(await search([word('cafe')])).toEqual([]);
    });

    it('finds phrases and beginnings of words', async () => {
      const upstream = 'no id: upstream connect error, reset_reason overflow';
      expect(await search([word('connect', 'error')])).toEqual([upstream]);
      expect(await search([word('error', 'connect')])).toEqual([]);
      expect(await search([{ tokens: ['connect', 'err'], prefix: true }])).toEqual([upstream]);
    });

    it('filters words by time and source, and without words gives what the filter lets through', async () => {
      expect(await search([word('rx')], { sources: ['lab'] })).toEqual(['Rx PATCH voicemail']);
      expect(await search([word('rx')], { window: { fromNs: at(15), toNs: at(31) } })).toEqual(['Rx [http]']);
      expect(await search([], { level: ['warn'] })).toEqual(['hub served']);
    });

    it('takes a window half-open and a host in any case', async () => {
      expect(await range({ window: { fromNs: at(60), toNs: at(80) } })).toEqual(['hub asked', 'hub served']);
      expect(await range({ host: ['HOST-1'] })).toEqual(['hub asked']);
    });

    it('puts a record without a time where it stood', async () => {
      const found = await range({ window: { fromNs: at(101), toNs: at(130) } });
      expect(found[0]).toBe('a line without a time');
    });

    it('is not moved by quotes in what is asked', async () => {
      const hostile = [
        "'",
        '"',
        "\\'",
        "') or 1=1 --",
        '\u0000',
        '%',
        "\\' OR 1 --",
        '\n',
        '?',
        '{x:String}',
      ];
      for (const text of hostile) {
        expect(await range({ service: [text] })).toEqual([]);
        expect(await range({ sources: [text] })).toEqual([]);
        expect(await range({ fields: { [text]: text } })).toEqual([]);
      }
      expect(await range({ fields: { "it's": 'a \\ "b"\n' } })).toHaveLength(1);
    });

    it('adds nothing when the same batch comes again, and only what is new of a longer one', async () => {
      const before = await range({});
      expect(await store.ingest({ id: 'first', records })).toEqual({ added: 0, known: records.length });
      expect(await store.ingest({ id: 'another name', records })).toEqual({
        added: 0,
        known: records.length,
      });
      expect(await range({})).toEqual(before);
      const grown = [...records, sampleRecord({ ms: 5000, body: 'grown', source: 'later' })];
      expect(await store.ingest({ id: 'longer', records: grown })).toEqual({
        added: 1,
        known: records.length,
      });
      expect(await range({ sources: ['later'] })).toEqual(['grown']);
    });

    it('keeps a record with half of a character, as loggers leave it that cut by UTF-16', async () => {
      const half = '\ud83d';
      const record = sampleRecord({
        source: 'half',
        body: `cut ${half}`,
        fields: { text: `${half} cut`, [half]: 'a' },
      });
      const whole = sampleRecord({ source: 'half', ms: 1, body: 'the one beside it' });
      expect(await store.ingest({ id: 'half', records: [record, whole] })).toMatchObject({ added: 2 });
      expect((await range({ sources: ['half'] })).map((body) => body.slice(0, 4))).toEqual(['cut ', 'the ']);
      await store.forget({ beforeNs: at(10_000), sources: ['half'] });
    });

    it('takes an empty batch', async () => {
      expect(await store.ingest({ id: 'empty', records: [] })).toEqual({ added: 0, known: 0 });
    });

    it('lists what is stored by source and region', async () => {
      const listed = (await store.sources()).filter(({ name }) => name !== 'later');
      expect(listed).toEqual([
        { name: 'lab', region: '', records: 10, firstNs: at(40), lastNs: at(120) },
        { name: 'lab', region: 'us', records: 3, firstNs: at(0), lastNs: at(20) },
        { name: 'router', region: 'eu', records: 1, firstNs: at(30), lastNs: at(30) },
      ]);
    });

    it('keeps everything when it is closed and opened again', async () => {
      const before = await range({});
      await store.close();
      store = await home.open();
      expect(await range({})).toEqual(before);
      expect(await store.ingest({ id: 'first', records })).toEqual({ added: 0, known: records.length });
    });

    it('gives 3 000 records of one moment once each', async () => {
      const many = Array.from({ length: 3000 }, (_, index) =>
        sampleRecord({
          ms: 9000,
          source: 'many',
          line: index,
          body: `n${index}`,
          level: LOG_LEVELS[index % 6],
          ids: [`NN_${B}_${index % 10}`],
        }),
      );
      expect(await store.ingest({ id: 'many', records: many })).toEqual({ added: 3000, known: 0 });
      const found = await tracking(byId(`NN_${B}_3`, 'session'), { sources: ['many'] });
      expect(new Set(found).size).toBe(3000);
      expect(found).toHaveLength(3000);
    });

    it('gives two readers of the same question each the whole answer, by turns', async () => {
      const one = store.range({ sources: ['many'], limit: 600 }).records[Symbol.asyncIterator]();
      const other = store.range({ sources: ['many'], limit: 600 }).records[Symbol.asyncIterator]();
      const [first, second]: [string[], string[]] = [[], []];
      for (let turn = 0; turn < 600; turn++) {
        first.push((await one.next()).value?.digest);
        if (turn >= 300) second.push((await other.next()).value?.digest);
      }
      for (let turn = 300; turn < 600; turn++) second.push((await other.next()).value?.digest);
      expect(new Set(first).size).toBe(600);
      expect(second).toEqual(first);
      expect([(await one.next()).done, (await other.next()).done]).toEqual([true, true]);
    });

    it('ends a query when its reader stops', async () => {
      for await (const record of store.range({ sources: ['many'] }).records) {
        expect(record.source).toBe('many');
        break;
      }
      expect(await range({ sources: ['router'] })).toEqual(['Rx [http]']);
    });

    it('forgets what is old, of the wanted sources alone, and finds nothing of it any more', async () => {
      expect(await store.forget({ beforeNs: at(10_000), sources: ['many'] })).toBe(3000);
      expect(await range({ sources: ['many'] })).toEqual([]);
      expect(await tracking(byId(`NN_${B}_3`, 'session'))).toEqual(['another call']);
      expect(await store.forget({ beforeNs: at(15) })).toBe(2);
      expect(await search([word('patch')])).toEqual([]);
      expect(await tracking(byId(`ATLAS_${A}_12`, 'session'))).toHaveLength(4);
      const us = (await store.sources()).find(({ region }) => region === 'us');
      expect(us).toEqual({ name: 'lab', region: 'us', records: 1, firstNs: at(20), lastNs: at(20) });
    });

    it('takes in again what was forgotten', async () => {
      expect(await store.ingest({ id: 'first', records })).toEqual({ added: 2, known: records.length - 2 });
      expect(await search([word('patch')])).toEqual(['Rx PATCH voicemail']);
    });
  });
}
