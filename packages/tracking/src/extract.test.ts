import { describe, expect, it } from 'vitest';
import { type ExchangeTexts, extractTrackingIds, isTrackingIdField } from './extract.ts';

const UUID = '7c1e0f52-9ab4-4d36-8e21-5f0a3b9c6d74';
const OTHER = 'd41b6a90-0e7c-4b52-9f13-c86e2a75b0f1';
const ORGANISATION = 'a2b94e07-53cd-4f18-b6aa-90e1c7d3f245';
const ID = `ATLAS_${UUID}_12`;

function exchange(parts: Partial<ExchangeTexts>): ExchangeTexts {
  return { requestHeaders: [], responseHeaders: [], ...parts };
}

const field = (name: string, value: string) => ({ name, value });

describe('extractTrackingIds', () => {
  it.each(['TrackingID', 'trackingid', 'Trackingid', 'trackingId', 'X-Tracking-Id'])(
    'reads the header spelled %s',
    (name) => {
      const found = extractTrackingIds(
        exchange({ requestHeaders: [field('accept', '*/*'), field(name, ID)] }),
      );
      expect(found.primary).toMatchObject({ place: 'request-header', pointer: '/request/headers/1/value' });
      expect(found.primary!.id.text).toBe(ID);
    },
  );

  it('trusts the request before the response and the response before a body', () => {
    const responseBody = `{"trackingId":"ROUTER_${OTHER}"}`;
    const responseHeaders = [field('trackingid', `CPAPI_${UUID}_12`)];
    const requestHeaders = [field('trackingid', ID)];
    expect(extractTrackingIds(exchange({ responseBody })).primary!.place).toBe('response-body');
    expect(extractTrackingIds(exchange({ responseBody, responseHeaders })).primary!.place).toBe(
      'response-header',
    );
    expect(extractTrackingIds(exchange({ responseBody, responseHeaders, requestHeaders })).ids).toMatchObject(
      [
        { place: 'request-header' },
        { place: 'response-header' },
        { place: 'response-body', pointer: '/response/content/text', start: 15 },
      ],
    );
  });

  it('prefers the labelled id of a body', () => {
    const responseBody = `{"log":"CPAPI_${OTHER}_1 failed","trackingId":"${ID}"}`;
    expect(extractTrackingIds(exchange({ responseBody })).primary!.id.text).toBe(ID);
  });

  it.each([
    [ID, ID.toLowerCase(), undefined],
    [ID, `CPAPI_${UUID}_12`, 'service'],
    [ID, `ATLAS_${UUID}_13`, 'call'],
    [ID, `ROUTER_${OTHER}`, 'session'],
  ])('compares the headers %s and %s', (request, response, mismatch) => {
    const found = extractTrackingIds(
      exchange({
        requestHeaders: [field('trackingid', request)],
        responseHeaders: [field('trackingid', response)],
      }),
    );
    expect(found.mismatch).toBe(mismatch);
  });

  it('takes a header that a gateway doubled as one id', () => {
    const doubled = exchange({
      responseHeaders: [field('TrackingID', `${ID}, ${ID}`), field('trackingid', ID)],
    });
    expect(extractTrackingIds(doubled).ids).toHaveLength(1);
  });

  it('prefers the header of the plain name over a relative', () => {
    const requestHeaders = [field('x-tracking-id', OTHER), field('trackingid', ID)];
    expect(extractTrackingIds(exchange({ requestHeaders })).primary!.id.text).toBe(ID);
  });

  it('finds ids in other fields but never makes them the one to search', () => {
    const found = extractTrackingIds(
      exchange({ requestHeaders: [field('referer', `https://example.com/?t=${ID}`)] }),
    );
    expect(found.ids).toMatchObject([{ place: 'request-field', start: 23 }]);
    expect(found.primary).toBeUndefined();
  });

  it('is quiet about credentials, and about their organisation anywhere else', () => {
    const token = ['Y2xhc3NpY', 'mljdGlvbg'].join('');
    const found = extractTrackingIds(
      exchange({
        requestHeaders: [
          field('Authorization', `Bearer ${token}_P0A1_${ORGANISATION}`),
          field('Cookie', `s=AB_${UUID}`),
          field('x-spark-token', `AB_${UUID}`),
        ],
        responseBody: `tail P0A1_${ORGANISATION}`,
      }),
    );
    expect(found).toEqual({ ids: [] });
  });

  it('takes no id for no fault: preflights and clients that switched it off', () => {
    expect(extractTrackingIds(exchange({ requestHeaders: [field('trackingid', 'null')] }))).toEqual({
      ids: [],
    });
  });
});

describe('isTrackingIdField', () => {
  it('does not take the list of exposed headers for one', () => {
    expect(isTrackingIdField('access-control-expose-headers')).toBe(false);
    expect(isTrackingIdField('x-trackingid-count')).toBe(false);
  });
});
