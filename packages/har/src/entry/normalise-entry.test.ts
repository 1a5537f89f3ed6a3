import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from './model.ts';
import { normaliseEntry } from './normalise-entry.ts';
import { detectProducer } from './producer.ts';

const chrome = detectProducer({ creator: { name: 'WebInspector', version: '537.36' } });
const firefox = detectProducer({ creator: { name: 'Firefox', version: '54.0' } });

/** A whole entry, with the members of `over` in place of its own. */
function rawEntry(over: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    startedDateTime: '2026-03-01T10:00:00.000Z',
    time: 10,
    request: {
      method: 'GET',
      url: 'https://api.example.test/users',
      httpVersion: 'http/2.0',
      headers: [],
      queryString: [],
      cookies: [],
      headersSize: -1,
      bodySize: 0,
    },
    response: rawResponse(),
    cache: {},
    timings: { blocked: 1, dns: -1, connect: -1, ssl: -1, send: 1, wait: 7, receive: 1 },
    ...over,
  };
}

function rawResponse(over: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    status: 200,
    statusText: 'OK',
    httpVersion: 'http/2.0',
    headers: [],
    cookies: [],
    content: { size: 2, mimeType: 'application/json', text: '{}' },
    redirectURL: '',
    headersSize: -1,
    bodySize: -1,
    ...over,
  };
}

function read(raw: unknown, producer = chrome): { entry: Entry; codes: string[] } {
  const { entry, notes } = normaliseEntry(raw, 7, { producer });
  return { entry, codes: notes.map((note) => `${note.code} ${note.path.replace('/log/entries/7', '')}`) };
}

it('reads a whole entry without a note, and -1 as not known', () => {
  const { entry, codes } = read(rawEntry());
  expect(codes).toEqual([]);
  expect(entry).toMatchObject({
    index: 7,
    startEpochMs: Date.UTC(2026, 2, 1, 10),
    timeMs: 10,
    request: { method: 'GET', bodySize: 0 },
    response: { status: 200, content: { hasText: true, size: 2 } },
    timings: { blocked: 1, send: 1, wait: 7, receive: 1 },
    pending: false,
  });
  expect('dns' in entry.timings).toBe(false);
  expect('bodySize' in entry.response).toBe(false);
});

describe('numbers', () => {
  it('takes strings that hold a number for it, and says so', () => {
    const { entry, codes } = read(rawEntry({ time: '12.5', response: rawResponse({ status: '404' }) }));
    expect([entry.timeMs, entry.response.status]).toEqual([12.5, 404]);
    expect(codes).toEqual(['entry/number-as-string /response/status', 'entry/number-as-string /time']);
  });

  it('keeps 0 as a measurement', () => {
    const { entry } = read(rawEntry({ time: 0, response: rawResponse({ status: 0, bodySize: 0 }) }));
    expect([entry.timeMs, entry.response.status, entry.response.bodySize]).toEqual([0, 0, 0]);
  });

  it('recomputes a missing time from the phases, with TLS where the exporter books it', () => {
    const timings = { blocked: 1, connect: 5, ssl: 4, send: 0, wait: 10, receive: 2 };
    expect(read(rawEntry({ time: null, timings })).entry.timeMs).toBe(18);
    expect(read(rawEntry({ time: null, timings }), firefox).entry.timeMs).toBe(22);
    expect(read(rawEntry({ time: -5, timings: {} })).entry.timeMs).toBeUndefined();
  });

  it('does not believe a duration that no date can span', () => {
    const { entry, codes } = read(rawEntry({ timings: { send: 0, wait: 1e300, receive: 1 } }));
    expect(entry.timings).toEqual({ send: 0, receive: 1, custom: { wait: 1e300 } });
    expect(codes).toContain('entry/out-of-range /timings/wait');
  });

  it('prefers the size on the wire that the exporter measured', () => {
    const sizes = (over: object) => read(rawEntry({ response: rawResponse({ ...over }) })).entry.response;
    expect(sizes({ _transferSize: 900, headersSize: 100, bodySize: 300 }).transferSize).toBe(900);
    expect(sizes({ headersSize: 100, bodySize: 300 }).transferSize).toBe(400);
    expect(sizes({ headersSize: -1, bodySize: 300 }).transferSize).toBeUndefined();
  });
});

describe('header fields', () => {
  const headersOf = (headers: unknown) =>
    read(rawEntry({ response: rawResponse({ headers }) })).entry.response.headers.map(
      ({ name, value }) => `${name}: ${value}`,
    );

  it('keeps order and duplicates', () => {
    const via = [
      { name: 'Via', value: '1.1 a.example' },
      { name: 'X', value: '' },
      { name: 'via', value: '1.1 b.example' },
    ];
    expect(headersOf(via)).toEqual(['Via: 1.1 a.example', 'X: ', 'via: 1.1 b.example']);
  });

  it('takes several cookies joined in one Set-Cookie apart', () => {
    expect(headersOf([{ name: 'set-cookie', value: 'a=1; Path=/\nb=2' }])).toEqual([
      'set-cookie: a=1; Path=/',
      'set-cookie: b=2',
    ]);
    expect(headersOf([{ name: 'x-other', value: 'a\nb' }])).toEqual(['x-other: a\nb']);
  });

  it('reads lists of values, objects and pairs', () => {
    expect(headersOf([{ name: 'vary', value: ['origin', 'accept'] }])).toEqual([
      'vary: origin',
      'vary: accept',
    ]);
    expect(headersOf({ etag: 'W/"1"', 'content-length': 12 })).toEqual(['etag: W/"1"', 'content-length: 12']);
    expect(headersOf([['etag', 'x']])).toEqual(['etag: x']);
  });

  it('treats __proto__ as a name like any other', () => {
    const raw = JSON.parse('{"__proto__": {"polluted": "yes"}, "etag": "x"}');
    expect(headersOf(raw)).toEqual(['__proto__: {"polluted":"yes"}', 'etag: x']);
    const { entry } = read(JSON.parse('{"__proto__": {"polluted": "yes"}}'));
    expect(Object.keys(entry.custom)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('cookies', () => {
  it("reads Internet Explorer 11's single object as a list of one", () => {
    const request = { method: 'GET', url: 'https://a.example/', cookies: { name: 'a', value: '1' } };
    const { entry, codes } = read(rawEntry({ request }));
    expect(entry.request.cookies).toEqual([{ name: 'a', value: '1', custom: {} }]);
    expect(codes).toEqual(['entry/single-cookie /request/cookies']);
  });

  it('reads flags that are written as strings and keeps what it does not know', () => {
    const cookies = [{ name: 'a', value: '1', httpOnly: 'false', secure: 'True', partitionKey: 'k' }];
    const { entry } = read(rawEntry({ response: rawResponse({ cookies }) }));
    expect(entry.response.cookies[0]).toEqual({
      name: 'a',
      value: '1',
      httpOnly: false,
      secure: true,
      custom: { partitionKey: 'k' },
    });
  });
});

describe("one exporter's habits", () => {
  it("reads Charles' null for an empty redirectURL and statusText", () => {
    const { entry, codes } = read(
      rawEntry({ response: rawResponse({ redirectURL: null, statusText: null }) }),
    );
    expect(entry.response.statusText).toBe('');
    expect(entry.response.redirectUrl).toBeUndefined();
    expect(codes).toEqual(['entry/null /response/statusText', 'entry/null /response/redirectURL']);
  });

  it("takes the brackets off Chrome's IPv6 addresses", () => {
    expect(read(rawEntry({ serverIPAddress: '[2001:db8::1]' })).entry.serverIPAddress).toBe('2001:db8::1');
    expect(read(rawEntry({ serverIPAddress: '' })).entry.serverIPAddress).toBeUndefined();
  });

  it('reads a negative fraction of Chrome’s blocked as the stall it was, and of others as not known', () => {
    const timings = { blocked: -0.6, send: 1, wait: 1, receive: 1 };
    expect(read(rawEntry({ timings })).entry.timings.blocked).toBeCloseTo(0.4);
    expect(read(rawEntry({ timings }), firefox).entry.timings.blocked).toBeUndefined();
  });

  it('knows a request that was still in flight by its far negative blocked', () => {
    const timings = { blocked: -3_490_189, send: 0, wait: 0, receive: 0 };
    const inFlight = rawResponse({ status: 0, statusText: '', content: { size: 0, mimeType: 'x-unknown' } });
    expect(read(rawEntry({ time: 0, timings, response: inFlight })).entry).toMatchObject({ pending: true });
    const failed = { ...inFlight, _error: 'net::ERR_FAILED' };
    expect(read(rawEntry({ timings, response: failed })).entry.pending).toBe(false);
    expect(read(rawEntry({ timings })).entry.pending).toBe(false);
  });

  it('reads why an exchange failed wherever it is written', () => {
    const errorOf = (over: Record<string, unknown>) =>
      read(rawEntry({ response: rawResponse(over) })).entry.error;
    expect(errorOf({ _error: 'net::ERR_CONNECTION_REFUSED' })).toBe('net::ERR_CONNECTION_REFUSED');
    expect(errorOf({ _failureText: 'NS_ERROR_ABORT' })).toBe('NS_ERROR_ABORT');
    expect(errorOf({ _error: { message: 'Max redirects exceeded', code: 'MAXREDIRECTS' } })).toBe(
      'Max redirects exceeded',
    );
    expect(errorOf({ _error: null })).toBeUndefined();
    expect(errorOf({ _error: '' })).toBeUndefined();
    expect(read(rawEntry({ _error: 'aborted' })).entry.error).toBe('aborted');
  });

  it('reads frame times in seconds and in ms as ms', () => {
    const frame = (time: unknown) => ({ type: 'send', time, opcode: 1, data: 'hi' });
    const times = [1_772_359_200.25, 1_772_359_200_250, 35.5, 1_772_359_201];
    const { entry, codes } = read(rawEntry({ _webSocketMessages: times.map(frame) }));
    expect(codes).toEqual(['entry/frame-time-in-seconds /_webSocketMessages/0/time']);
    expect(entry.webSocketMessages?.map((message) => message.epochMs)).toEqual([
      1_772_359_200_250,
      1_772_359_200_250,
      undefined,
      1_772_359_201_000,
    ]);
    expect(read(rawEntry({ _webSocketMessages: null })).codes).toEqual([]);
  });

  it("reads Safari's fetch type as the cache it names", () => {
    expect(read(rawEntry({ _fetchType: 'Memory Cache' })).entry.fromCache).toBe('memory');
    expect(read(rawEntry({ _fetchType: 'Network Load' })).entry.fromCache).toBeUndefined();
    expect(read(rawEntry({ _fromCache: 'disk' })).entry.fromCache).toBe('disk');
  });

  it('reads the initiator from an object and from fields beside it', () => {
    const frame = {
      functionName: 'load',
      scriptId: '7',
      url: 'https://a.example/a.js',
      lineNumber: 4,
      columnNumber: 2,
    };
    const object = read(
      rawEntry({
        _initiator: { type: 'script', stack: { callFrames: [frame], parent: { callFrames: [] } } },
      }),
    );
    expect(object.entry.initiator).toEqual({
      type: 'script',
      stack: {
        callFrames: [{ functionName: 'load', url: 'https://a.example/a.js', lineNumber: 4, columnNumber: 2 }],
        parent: { callFrames: [] },
      },
    });
    const flat = read(
      rawEntry({ _initiator: 'https://a.example/', _initiator_type: 'parser', _initiator_line: 12 }),
    );
    expect(flat.entry.initiator).toEqual({ type: 'parser', url: 'https://a.example/', lineNumber: 12 });
  });
});

describe('why there is no body', () => {
  const absent = (request: object, response: object) =>
    read(
      rawEntry({
        request: { method: 'GET', url: 'https://a.example/', headers: [], ...request },
        response: rawResponse({ content: { size: 5, mimeType: 'text/plain' }, ...response }),
      }),
    ).entry.response.content.absent;

  it.each([
    ['no-body', { method: 'HEAD' }, {}],
    ['no-body', {}, { status: 304 }],
    ['no-body', {}, { content: { size: 0, mimeType: 'x-unknown' } }],
    ['no-body', {}, { status: 302, content: {} }],
    ['failed', {}, { status: 0 }],
    ['not-captured', {}, {}],
    ['not-captured', {}, { content: { size: 5, text: '' } }],
    ['over-limit', {}, { content: { size: 5, comment: 'Response body exceeded the limit' } }],
    [
      'cors-preflight',
      { method: 'OPTIONS', headers: [{ name: 'Access-Control-Request-Method', value: 'PUT' }] },
      {},
    ],
  ])('%s for %j and %j', (reason, request, response) => {
    expect(absent(request, response)).toBe(reason);
  });

  it('says nothing where there is a text or a file', () => {
    expect(absent({}, { content: { size: 5, text: 'hello' } })).toBeUndefined();
    expect(absent({}, { content: { size: 5, _file: 'a1b2.json' } })).toBeUndefined();
  });
});

describe('laws over any JSON', () => {
  /** JSON whose objects often have the names that an entry has, so that the odd values reach the readers. */
  const names = fc.constantFrom(
    ...'request response timings content headers cookies postData params text name value time status url'.split(
      ' ',
    ),
    ...'_initiator stack callFrames parent _webSocketMessages _eventSourceMessages cache blocked _error'.split(
      ' ',
    ),
    ...'startedDateTime serverIPAddress queryString method __proto__ constructor expires'.split(' '),
  );
  const { json } = fc.letrec((tie) => ({
    json: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(
        null,
        true,
        false,
        '',
        '12',
        '-1',
        '1e999',
        'a\nb',
        '[::1]',
        '\ud83d',
        -1,
        -0.5,
        0,
        1e308,
      ),
      fc.string(),
      fc.double({ noNaN: true, noDefaultInfinity: false }),
      fc.array(tie('json'), { maxLength: 4 }),
      fc.array(fc.tuple(names, tie('json')), { maxLength: 8 }).map((members) => Object.fromEntries(members)),
    ),
  }));

  it('gives an entry for any JSON, and finite times', () => {
    fc.assert(
      fc.property(json, (raw) => {
        const { entry, notes } = normaliseEntry(raw, 3, { producer: chrome });
        expect(entry.index).toBe(3);
        for (const number of [entry.timeMs, entry.startEpochMs, entry.timings.wait, entry.response.status]) {
          if (number !== undefined) expect(Number.isFinite(number)).toBe(true);
        }
        expect(entry.timeMs ?? 0).toBeGreaterThanOrEqual(0);
        for (const note of notes) expect(note.path.startsWith('/log/entries/3')).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('never puts a captured text into a note', () => {
    const secret = ['super', 'secret', 'token'].join('-');
    const places = ['startedDateTime', 'time', 'pageref', '_webSocketMessages', 'cache', 'timings'];
    for (const place of places) {
      for (const value of [secret, [secret], { [secret]: secret }]) {
        const { notes } = normaliseEntry(rawEntry({ [place]: value }), 0);
        expect(JSON.stringify(notes)).not.toContain(secret);
      }
    }
  });

  it('keeps every member it does not understand', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string().map((name) => `_${name}`),
          fc.string(),
        ),
        (vendor) => {
          const custom = normaliseEntry(rawEntry(vendor), 0).entry.custom;
          for (const [name, value] of Object.entries(vendor)) {
            if (
              !/^_(initiator|priority|resourceType|fromCache|webSocketMessages|error|failureText)/.test(name)
            ) {
              expect(custom[name]).toEqual(value);
            }
          }
        },
      ),
      { numRuns: 100 },
    );
    expect(normaliseEntry(rawEntry({ pageref: { odd: 1 } }), 0).entry.custom).toEqual({
      pageref: { odd: 1 },
    });
  });

  it('is soon done with a number in a string that goes on and on and is none', () => {
    const endless = `${'1'.repeat(400_000)}e`;
    expect(normaliseEntry(rawEntry({ time: endless }), 0).entry.request.url).not.toBe('');
  });
});
