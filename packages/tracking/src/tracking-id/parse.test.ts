import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTrackingId, parseTrackingIds } from './parse.ts';
import { formatTrackingId, type TrackingIdParts } from './tracking-id.ts';

const UUID = '7c1e0f52-9ab4-4d36-8e21-5f0a3b9c6d74';

describe('parseTrackingId', () => {
  it.each([
    [`ATLAS_${UUID}`, 'ATLAS', []],
    [`ATLAS_${UUID}_12`, 'ATLAS', ['12']],
    [`CPAPI_${UUID}_12_0`, 'CPAPI', ['12', '0']],
    [`OCIROUTER_${UUID}_12_0`, 'OCIROUTER', ['12', '0']],
    [`UserHub_${UUID}`, 'UserHub', []],
    [`ADMINBATCHCLIENT_${UUID}_0_3`, 'ADMINBATCHCLIENT', ['0', '3']],
    [`webex-js-sdk_${UUID}_1`, 'webex-js-sdk', ['1']],
    [`webex-web-client_${UUID}_204`, 'webex-web-client', ['204']],
    [`ROUTER_${UUID.toUpperCase()}`, 'ROUTER', []],
    [`ROUTERGW_${UUID}`, 'ROUTERGW', []],
    [`NA_${UUID}`, 'NA', []],
    [`SIMPLE_${UUID}`, 'SIMPLE', []],
    [`BCSTD_${UUID}_3f9c01de`, 'BCSTD', ['3f9c01de']],
    [`dita_${UUID}_1_beta`, 'dita', ['1', 'beta']],
    [`my_own.app_${UUID}_4`, 'my_own.app', ['4']],
  ])('reads %s', (text, prefix, path) => {
    expect(parseTrackingId(text)).toMatchObject({
      text,
      prefix,
      uuid: UUID,
      path,
      counters: path.filter((part) => /^\d+$/.test(part)).map(Number),
      flaws: [],
    });
  });

  it('reads marks and replays apart from the path', () => {
    expect(parseTrackingId(`ITCLIENT_${UUID}_0_imi:true`)).toMatchObject({
      path: ['0'],
      fields: [{ name: 'imi', value: 'true' }],
    });
    expect(parseTrackingId(`webex-js-sdk_${UUID}_7+2`)).toMatchObject({ path: ['7'], replay: 2 });
    expect(parseTrackingId(`webex-js-sdk_${UUID}_7_imi:true+2`)).toMatchObject({
      path: ['7'],
      replay: 2,
      fields: [{ name: 'imi', value: 'true' }],
    });
  });

  it('takes a UUID that lost its last digit and marks it', () => {
    const id = parseTrackingId(`UserHub_${UUID.slice(0, -1)}_13`);
    expect(id).toMatchObject({ uuid: UUID.slice(0, -1), path: ['13'], flaws: ['short-last-group'] });
  });

  it('takes a bare UUID in a tracking-id field and marks it', () => {
    expect(parseTrackingId(UUID)).toMatchObject({ prefix: '', uuid: UUID, flaws: ['no-prefix'] });
  });

  it('takes a token in the place of the UUID', () => {
    expect(parseTrackingId('ROUTER_1234567890ABCDEF_2')).toMatchObject({
      prefix: 'ROUTER',
      token: '1234567890ABCDEF',
      path: ['2'],
    });
  });

  it('keeps a UUID that is damaged further as a token', () => {
    for (const token of [UUID.slice(0, 18), UUID.slice(0, -2), `${UUID}0`]) {
      expect(parseTrackingId(`ROUTER_${token}`)).toMatchObject({ prefix: 'ROUTER', token });
    }
  });

  it.each([
    '',
    '   ',
    'null',
    'undefined',
    '-',
    'ATLAS',
    'ATLAS_',
    'hello_world',
    'snake_case_name_of_something',
    `_${UUID}`,
    `9LIVES_${UUID}`,
    `ATLAS_${UUID} and more`,
    `ATLAS_${UUID}_`,
    `ATLAS ${UUID}`,
    `ATLAS_${UUID}_${'9'.repeat(600)}`,
  ])('says that "%s" is none', (text) => {
    expect(parseTrackingId(text)).toBeUndefined();
  });
});

describe('parseTrackingIds', () => {
  it('splits what a gateway joined and keeps each id once, whatever its case', () => {
    const value = `SIMPLE_${UUID}_1, simple_${UUID.toUpperCase()}_1,CPAPI_${UUID}_1`;
    expect(parseTrackingIds(value).map((id) => id.text)).toEqual([`SIMPLE_${UUID}_1`, `CPAPI_${UUID}_1`]);
  });

  it('is quiet about an empty or switched-off header', () => {
    expect(parseTrackingIds('')).toEqual([]);
    expect(parseTrackingIds('null')).toEqual([]);
  });
});

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const digits = '0123456789';

function text(characters: string, minLength: number, maxLength: number): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...characters), minLength, maxLength });
}

/** Any id that the grammar allows, by its parts. */
export const anyParts: fc.Arbitrary<TrackingIdParts> = fc
  .record({
    prefix: fc.tuple(text(letters, 1, 1), text(`${letters}${digits}-`, 1, 40)).map((two) => two.join('')),
    uuid: fc.uuid().chain((uuid) => fc.constantFrom(uuid, uuid.slice(0, -1))),
    path: fc.array(fc.oneof(fc.nat(99_999).map(String), text('0123456789abcdef', 8, 8)), { maxLength: 4 }),
    replay: fc.option(fc.nat(999), { nil: undefined }),
    fields: fc.array(fc.record({ name: text(letters, 1, 8), value: text(letters + digits, 1, 8) }), {
      maxLength: 2,
    }),
  })
  .map(({ replay, ...rest }) => ({ ...rest, ...(replay === undefined ? {} : { replay }) }));

describe('laws', () => {
  it('reads back whatever the grammar can write', () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        const written = formatTrackingId(parts);
        const { text: kept, counters: _, flaws: __, ...read } = parseTrackingId(written)!;
        expect(kept).toBe(written);
        expect(read).toEqual(parts);
        expect(formatTrackingId(read)).toBe(written);
      }),
    );
  });

  it('never throws and never invents text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (any) => {
        const id = parseTrackingId(any);
        expect(id === undefined || id.text === any.trim()).toBe(true);
      }),
    );
  });
});
