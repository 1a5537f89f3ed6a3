import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { organisationOfToken } from './credentials.ts';
import { findTrackingIds, uniqueTrackingIds } from './find.ts';

const UUID = '7c1e0f52-9ab4-4d36-8e21-5f0a3b9c6d74';
const ORGANISATION = 'a2b94e07-53cd-4f18-b6aa-90e1c7d3f245';
const ID = `CPAPI_${UUID}_12_0`;

const textsOf = (text: string) => findTrackingIds(text).map((found) => found.id.text);

describe('findTrackingIds finds the id', () => {
  it.each([
    ['a header line', `TrackingID: ${ID}\r\nContent-Type: application/xml`],
    ['JSON', `{"error":{"key":"4008"},"trackingId":"${ID}"}`],
    ['JSON inside a JSON string', JSON.stringify(JSON.stringify({ trackingId: ID }))],
    ['an XML element', `<trackingId xmlns="">${ID}</trackingId>`],
    [
      'a bracketed context cut at the left',
      `${ID}]:Rx [http] 192.0.2.4:80 -> ocir.example.test StatusCode=200`,
    ],
    ['a bracketed context', `2026-03-01 10:00:00,123 INFO [${ID}] [main] done`],
    ['an escaped line break before it', `{"log":"first\\n${ID}"}`],
    ['an escaped quote before it', `{"log":"id=\\u0022${ID}\\u0022"}`],
    ['a URL-encoded form', `trackingid%3D${ID}&a=b`],
    ['a coloured terminal line', `\u001b[31m${ID}\u001b[0m failed`],
    ['the end of a sentence', `See ${ID}.`],
    ['a colon behind it', `${ID}: 400 Invalid`],
    ['a path of a log file', `/var/log/services/calling/provisioning/archive/2026/${ID}.log`],
    ['a list', `- ${ID}`],
  ])('in %s', (_, text) => {
    const [found, ...more] = findTrackingIds(text);
    expect(more).toEqual([]);
    expect(found!.id.text).toBe(ID);
    expect(text.slice(found!.start, found!.end)).toBe(ID);
  });

  it('with everything that belongs to it', () => {
    expect(textsOf(`a ITCLIENT_${UUID}_0_imi:true, b webex-js-sdk_${UUID}_3+1;`)).toEqual([
      `ITCLIENT_${UUID}_0_imi:true`,
      `webex-js-sdk_${UUID}_3+1`,
    ]);
  });

  it('twice when it stands there twice, and once when asked for unique ones', () => {
    const found = findTrackingIds(`TrackingID: ${ID}, ${ID.toLowerCase()}`);
    expect(found).toHaveLength(2);
    expect(uniqueTrackingIds(found).map((id) => id.text)).toEqual([ID]);
  });

  it('when another id stands directly before it', () => {
    expect(textsOf(`ATLAS_${UUID}_12_CPAPI_${UUID}_12_0`)).toEqual([`ATLAS_${UUID}_12`, ID]);
  });

  it('with a token for a UUID only behind a label', () => {
    const token = 'ROUTER_1234567890ABCDEF';
    expect(
      textsOf(`{"trackingId":"${token}"} <trackingId>${token}_1</trackingId> TrackingID: ${token}_2.`),
    ).toEqual([token, `${token}_1`, `${token}_2`]);
    expect(textsOf(`upstream ${token} closed`)).toEqual([]);
  });

  it('and says whether a label stands before it', () => {
    const found = findTrackingIds(`[${ID}] {"trackingId":"ATLAS_${UUID}_12"}`);
    expect(found.map((one) => one.labelled)).toEqual([false, true]);
  });
});

describe('findTrackingIds stays quiet', () => {
  // Assembled, so that no scanner takes it for a real token.
  const opaque = ['NzA3Zjk1', 'ZTItYWJj', 'Zi00ZGUw', 'LTgzMjQt', 'MTJiM2M0', 'ZDVlNmY3'].join('');

  it.each([
    ['the tail of an access token', `Bearer ${opaque}_P0A1_${ORGANISATION}`],
    ['a token alone', `${opaque}_P0A1_${ORGANISATION}`],
    ['a token of base64 with padding', `${opaque}==_PF84_${ORGANISATION}`],
    ['a token with a slash near its end', `${opaque}/x_PF84_${ORGANISATION}`],
    ['a short token', `token abc_P0A1_${ORGANISATION}`],
    ['a token whose tail has another tag', `authorization: Bearer abc_SEAL_${ORGANISATION}`],
    ['a token in JSON', `{"access_token":"abc_SEAL_${ORGANISATION}"}`],
    ['a token in a query', `?access_token=abc_SEAL_${ORGANISATION}&x=1`],
    ['a token with an underscore and a long head', `${opaque}_abcd_${ORGANISATION}`],
    ['a bare UUID', `/customers/${ORGANISATION}/users/${UUID}`],
    ['a UUID that goes on', `ATLAS_${UUID}99`],
    ['digits for a name', `12_${UUID}`],
    ['a name of 60 letters', `${'n'.repeat(60)}_${UUID}`],
  ])('on %s', (_, text) => {
    expect(textsOf(text)).toEqual([]);
  });

  it('on what carries the UUID of a known organisation', () => {
    const organisations = new Set([ORGANISATION]);
    expect(findTrackingIds(`P0A1_${ORGANISATION} ${ID}`, { organisations })).toHaveLength(1);
  });

  it('on 200 000 seeded lines of logs, tokens and base64', () => {
    const random = seeded(20_260_301);
    const lines = Array.from({ length: 200_000 }, () => noiseLine(random));
    expect(lines.filter((line) => findTrackingIds(line).length > 0)).toEqual([]);
    // The same lines with an id in them are found, so the silence above means something.
    const planted = lines.slice(0, 2000).map((line) => `${line} [${ID}]`);
    expect(planted.filter((line) => textsOf(line).join() !== ID)).toEqual([]);
  });
});

describe('findTrackingIds reads hostile text in one go', () => {
  // A scan that grows with the square of the text would not end before the test's limit.
  it.each([
    ['underscores', '_'],
    ['names', 'A'],
    ['nearly UUIDs', `_${UUID.slice(0, -3)}-`],
    ['ids that touch', `_${UUID}`],
    ['ids', `${ID} `],
    ['labels', 'trackingid: '],
    ['labels with quotes', 'trackingid\\"'],
    ['escapes', '\\n'],
    ['token words', 'bearer token='],
    ['counters', '_1'],
  ])('of %s', (_, piece) => {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
    expect(findTrackingIds(`A_${text}`).length).toBeLessThanOrEqual(text.length / UUID.length);
    expect(findTrackingIds(`ATLAS_${UUID}${text}`).length).toBeLessThanOrEqual(1 + text.length / UUID.length);
  });
});

describe('laws', () => {
  it('gives spans that hold exactly the id', () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom(ID, `ATLAS_${UUID}`, '_', '\\n', '%3D'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const { id, start, end } of findTrackingIds(text)) {
          expect(text.slice(start, end)).toBe(id.text);
          expect(start).toBeGreaterThanOrEqual(last);
          last = end;
        }
      }),
    );
  });
});

describe('organisationOfToken', () => {
  it('reads the organisation off the tail and nothing else', () => {
    expect(organisationOfToken(`Bearer abc_P0A1_${ORGANISATION.toUpperCase()}`)).toBe(ORGANISATION);
    expect(organisationOfToken(`Bearer abc_${ORGANISATION}`)).toBeUndefined();
    expect(organisationOfToken('Bearer abc')).toBeUndefined();
  });
});

/** Mulberry32: small, seeded, the same numbers on every machine. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function noiseLine(random: () => number): string {
  const from = (characters: string, length: number) => {
    let text = '';
    for (let i = 0; i < length; i++) text += characters[Math.floor(random() * characters.length)];
    return text;
  };
  const hex = (length: number) => from('0123456789abcdef', length);
  const uuid = () => `${hex(8)}-${hex(4)}-${hex(4)}-${hex(4)}-${hex(12)}`;
  switch (Math.floor(random() * 8)) {
    case 0:
      return `2026-03-01T10:00:00Z INFO [${hex(8)}-thread_${hex(2)}] user ${uuid()} took ${hex(3)} ms`;
    case 1:
      return `eyJ${from(BASE64URL, 20)}.${from(BASE64URL, 40)}.${from(BASE64URL, 43)}`;
    case 2:
      return `{"access_token":"${from(BASE64URL, 30)}_${from('ABCDEF0123456789', 3)}1_${uuid()}"}`;
    case 3:
      return `data:image/png;base64,${from(`${BASE64URL}+/`, 60)}==`;
    case 4:
      return `GET /api/v1/customers/${uuid()}/users/${uuid()}/features?x_y=${hex(6)}`;
    case 5:
      return `Authorization: Bearer ${from(BASE64URL, 60)}_P0A1_${uuid()}`;
    case 6:
      return `00-${hex(32)}-${hex(16)}-01 session_id=${uuid()}; request=${hex(8)}_${hex(4)}-${hex(4)}`;
    default:
      return `at com.example.svc_${hex(4)}.Handler$${hex(2)}.run(Handler.java:${hex(2)}) ${uuid()}_1`;
  }
}
