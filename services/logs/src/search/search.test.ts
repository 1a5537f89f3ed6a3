import { describe, expect, it } from 'vitest';
import { at, sampleRecord } from '../testing/sample-records.ts';
import { exportRecords } from './export-records.ts';
import { readTarget } from './read-target.ts';
import { momentText, paddedWindow, readMoment } from './time-window.ts';
import { holdsWord, readWords } from './words.ts';

const UUID = '7c1e0f52-9ab4-4d36-8e21-5f0a3b9c6d74';
const OTHER = 'a2b94e07-53cd-4f18-b6aa-90e1c7d3f245';

describe('readTarget', () => {
  const idOf = (text: string) => {
    const target = readTarget(text)?.target;
    return target?.kind === 'id' ? target.id.text : undefined;
  };

  it.each([
    ['an id', `ATLAS_${UUID}_12`, `ATLAS_${UUID}_12`],
    [
      'an id in capitals with blanks around it',
      `  ATLAS_${UUID.toUpperCase()}_12\n`,
      `ATLAS_${UUID.toUpperCase()}_12`,
    ],
    ['an id in quotes', `"ATLAS_${UUID}_12",`, `ATLAS_${UUID}_12`],
    ['a bare UUID', UUID, UUID],
    ['a header', `TrackingID: ATLAS_${UUID}_12`, `ATLAS_${UUID}_12`],
    ['a log line', `2026-01-12 06:00:00,279 INFO [CPAPI_${UUID}_12_0] done`, `CPAPI_${UUID}_12_0`],
    ['JSON', `{"trackingId":"ROUTER_${UUID}"}`, `ROUTER_${UUID}`],
    ['a UUID in a sentence', `the customer says ${UUID} failed`, UUID],
  ])('reads %s', (_, text, id) => {
    expect(idOf(text)).toBe(id);
  });

  it('takes the labelled id of a paste and offers the others', () => {
    const read = readTarget(`[A1_${OTHER}_1] trackingId=ATLAS_${UUID}_12 A1_${OTHER}_2`);
    expect(read?.target).toMatchObject({ kind: 'id', id: { text: `ATLAS_${UUID}_12` }, level: 'request' });
    expect(read?.others.map(({ uuid }) => uuid)).toEqual([OTHER]);
  });

  it.each([
    UUID.slice(0, 8),
    UUID.slice(0, 13),
    UUID.slice(0, 23),
    UUID.slice(0, 35).slice(0, 34),
    '7C1E0F52',
  ])('reads %s as the beginning of a UUID', (digits) => {
    expect(readTarget(digits)?.target).toEqual({ kind: 'uuid-start', digits: digits.toLowerCase() });
  });

  it.each(['', 'hello world', '1234567', '7c1e0f5g', 'not-a-uuid-at-all', '%', "' or 1=1"])(
    'finds no id in "%s"',
    (text) => {
      expect(readTarget(text)).toBeUndefined();
    },
  );
});

describe('readWords', () => {
  it('reads words, phrases, joined words and beginnings', () => {
    expect(readWords('rx "no access" error.key record* --')).toEqual([
      { tokens: ['rx'], prefix: false },
      { tokens: ['no', 'access'], prefix: false },
      { tokens: ['error', 'key'], prefix: false },
      { tokens: ['record'], prefix: true },
    ]);
    expect(readWords('"open')).toEqual([{ tokens: ['open'], prefix: false }]);
  });

  it('holds words as stores do', () => {
    const [phrase] = readWords('"error key"');
    expect(holdsWord('Error/Key: 4008', phrase!)).toBe(true);
    expect(holdsWord('error keys', phrase!)).toBe(false);
    expect(holdsWord('error keys', { ...phrase!, prefix: true })).toBe(true);
  });
});

describe('times', () => {
  it.each([
    ['2026-01-12T06:00:00Z', '2026-01-12T06:00:00.000Z'],
    ['2026-01-12 06:00', '2026-01-12T06:00:00.000Z'],
    ['2026-01-12', '2026-01-12T00:00:00.000Z'],
    ['2026-01-12T06:00:00.123456789+02:00', '2026-01-12T04:00:00.123456789Z'],
  ])('reads %s', (text, written) => {
    expect(momentText(readMoment(text)!)).toBe(written);
  });

  it('knows what is no moment', () => {
    expect(readMoment('yesterday')).toBeUndefined();
    expect(readMoment('2026-13-45')).toBeUndefined();
  });

  it('pads a window for clocks that disagree', () => {
    const { fromNs, toNs } = paddedWindow(1000.5, 1000.5);
    expect([fromNs, toNs]).toEqual([-299_000_000_000n, 301_001_000_001n]);
  });
});

describe('exportRecords', () => {
  const records = [
    sampleRecord({
      ms: 1,
      body: 'first\nsecond',
      ids: [`ATLAS_${UUID}_1`],
      level: 'warn',
      status: 502,
      region: 'us',
    }),
    sampleRecord({
      ms: 2,
      body: `Rx ATLAS_${UUID}_1`,
      ids: [`ATLAS_${UUID}_1`],
      region: 'us',
      fields: { a: 'b' },
    }),
    sampleRecord({ timeNs: undefined, orderNs: at(3), body: 'untimed', service: 'other' }),
  ];
  const write = async (format: 'text' | 'jsonl' | 'otlp') => {
    let text = '';
    for await (const piece of exportRecords(
      (async function* () {
        yield* records;
      })(),
      format,
    ))
      text += piece;
    return text;
  };

  it('writes text that a person reads', async () => {
    expect(await write('text')).toBe(
      [
        `2026-01-12T06:00:00.001Z WARN lab/us/cpapi [ATLAS_${UUID}_1] first`,
        '    second',
        `2026-01-12T06:00:00.002Z - lab/us/cpapi Rx ATLAS_${UUID}_1`,
        '- - lab/other untimed',
        '',
      ].join('\n'),
    );
  });

  it('writes a line of JSON a record', async () => {
    const lines = (await write('jsonl'))
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text));
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatchObject({
      time: '2026-01-12T06:00:00.001Z',
      status: 502,
      ids: [`ATLAS_${UUID}_1`],
    });
    expect(lines[2]).toMatchObject({ time: null, level: null });
  });

  it('writes one OTLP document with a resource for each place in a row', async () => {
    const { resourceLogs } = JSON.parse(await write('otlp'));
    expect(
      resourceLogs.map((one: { scopeLogs: [{ logRecords: [] }] }) => one.scopeLogs[0].logRecords.length),
    ).toEqual([2, 1]);
    const [first] = resourceLogs[0].scopeLogs[0].logRecords;
    expect(first).toMatchObject({ timeUnixNano: String(at(1)), severityNumber: 13, severityText: 'WARN' });
  });
});
