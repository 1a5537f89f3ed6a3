import { describe, expect, it } from 'vitest';
import { recordOf } from '../testing/record-of.ts';
import { buildEntry } from './build-entry.ts';

const secret = crypto.randomUUID();

describe('an entry', () => {
  it('names blocked cookies and the reasons, never their values', () => {
    const record = recordOf();
    const cookie = {
      name: 'session',
      value: secret,
      domain: 'portal.example.test',
      path: '/',
      expires: -1,
      httpOnly: true,
      secure: true,
    };
    record.addRequestExtra({
      requestId: '1',
      headers: { Accept: '*/*' },
      associatedCookies: [{ cookie, blockedReasons: ['SameSiteLax'] }],
    });
    record.addResponseExtra({
      requestId: '1',
      headers: {},
      blockedCookies: [
        { cookieLine: `theme=${secret}; SameSite=None`, blockedReasons: ['SameSiteNoneInsecure'] },
      ],
    });
    record.finish(100.1);
    const text = JSON.stringify(buildEntry(record, undefined));
    expect(text).not.toContain(secret);
    expect(JSON.parse(text)).toMatchObject({
      _blockedRequestCookies: [{ name: 'session', reasons: ['SameSiteLax'] }],
      _blockedResponseCookies: [{ name: 'theme', reasons: ['SameSiteNoneInsecure'] }],
    });
  });

  it('keeps the browser’s own word where a request was blocked without an error', () => {
    const record = recordOf();
    record.failure = {
      requestId: '1',
      timestamp: 100.1,
      type: 'Script',
      errorText: '',
      blockedReason: 'csp',
    };
    record.finish(100.1);
    expect(buildEntry(record, undefined)).toMatchObject({
      _blockedReason: 'csp',
      response: { _error: 'csp' },
    });
  });

  it('says of an open request that it is open, and for how long', () => {
    expect(buildEntry(recordOf(), 103.5)).toMatchObject({ _pending: true, _pendingMs: 3500, time: 0 });
  });

  it('cuts the fragment off and takes the query apart', () => {
    expect(buildEntry(recordOf(), undefined)).toMatchObject({
      startedDateTime: '2026-11-21T12:00:00.000Z',
      request: {
        url: 'https://portal.example.test/api/users?page=2',
        queryString: [{ name: 'page', value: '2' }],
      },
    });
  });

  it('says why a body is missing, and writes half a surrogate pair as base64', () => {
    const record = recordOf();
    record.body = { absent: 'evicted' };
    expect(buildEntry(record, undefined)).toMatchObject({
      response: { content: { comment: expect.stringContaining('thrown the body away') } },
    });
    record.body = { text: 'half \ud83d', isBase64: false };
    expect(buildEntry(record, undefined)).toMatchObject({ response: { content: { encoding: 'base64' } } });
  });
});
