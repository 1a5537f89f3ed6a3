import { describe, expect, it } from 'vitest';
import type { BrowserVerdict } from '../scenario/recorded-truth.ts';
import { missingVerdicts } from './check-verdicts.ts';
import { fixIds } from './fixed-ids.ts';
import type { Har, HarEntry } from './har.ts';
import { measuredPhases, strayPhases } from './measured-phases.ts';

const url = 'https://api.example.test/users';

function entry(over: Partial<HarEntry> = {}): HarEntry {
  return {
    startedDateTime: '2026-01-15T09:30:00.000Z',
    time: 1,
    request: { method: 'GET', url, headers: [] },
    response: { status: 200, statusText: '', headers: [], content: {} },
    timings: {},
    ...over,
  };
}

describe('what the browser said', () => {
  const verdict: BrowserVerdict = {
    requestId: '1',
    method: 'GET',
    url,
    errorText: 'net::ERR_FAILED',
    corsError: 'MissingAllowOriginHeader',
    cookies: [{ name: 'sid', direction: 'response', reasons: ['SameSiteNoneInsecure'] }],
  };
  const missing = (expected: object) =>
    missingVerdicts(
      { expects: [], browser: [{ on: { url: '/users' }, ...expected }] },
      [verdict],
      ['CorsIssue'],
    );

  it('bears out what was expected', () => {
    expect(missing({ errorText: 'net::ERR_FAILED', corsError: 'MissingAllowOriginHeader' })).toEqual([]);
    expect(missing({ cookieReason: 'SameSiteNoneInsecure', issue: 'CorsIssue' })).toEqual([]);
  });

  it.each([
    { corsError: 'PreflightMissingAllowOriginHeader' },
    { errorText: 'net::ERR_ABORTED' },
    { cookieReason: 'SecureOnly' },
    { blockedReason: 'csp' },
    { issue: 'MixedContentIssue' },
  ])('fails the recording when it says something else: %j', (expected) => {
    expect(missing(expected)).toHaveLength(1);
  });

  it('fails when no request is meant', () => {
    expect(
      missingVerdicts({ expects: [], browser: [{ on: { url: '/other' } }] }, [verdict], []),
    ).toHaveLength(1);
  });
});

describe('injected time', () => {
  const stray = (recorded: number) => {
    const har: Har = { log: { entries: [entry({ timings: { wait: recorded } })] } };
    const truth = { expects: [], phases: [{ on: { url: '/users' }, phase: 'wait', ms: 1000 } as const] };
    return strayPhases(measuredPhases(truth, har));
  };

  it('may be measured late, as on a busy machine', () => {
    expect(stray(1000)).toEqual([]);
    expect(stray(1900)).toEqual([]);
  });

  it('is stray when it is early or much too late', () => {
    expect(stray(800)).toHaveLength(1);
    expect(stray(2100)).toHaveLength(1);
  });

  it('finds Stalled in what blocked holds beyond queueing', () => {
    const timings = { blocked: 510, _blocked_queueing: 10 };
    const har: Har = { log: { entries: [entry({ timings })] } };
    const truth = { expects: [], phases: [{ on: { url: '/users' }, phase: 'stalled', ms: 500 } as const] };
    expect(measuredPhases(truth, har)[0]?.measuredMs).toEqual([500]);
  });
});

describe('ids of a recording', () => {
  it('are numbered by their first appearance, and ports are the usual ones', () => {
    const har: Har = {
      log: {
        pages: [{ id: 'page_7', startedDateTime: '2026-01-15T09:30:00.000Z' }],
        entries: [
          entry({ pageref: 'page_7', _connectionId: '812', connection: '40123' }),
          entry({ pageref: 'page_7', _connectionId: '455', connection: '40124' }),
          entry({
            _connectionId: '812',
            _initiator: { type: 'script', requestId: '333.2', stack: { callFrames: [{ scriptId: '9' }] } },
            _securityDetails: { validFrom: 1765877388 },
          }),
        ],
      },
    };
    fixIds(har, { httpsPort: 40123, httpPort: 40124 });
    expect(har.log.pages?.[0]?.id).toBe('page_1');
    expect(har.log.entries.map(({ pageref }) => pageref)).toEqual(['page_1', 'page_1', undefined]);
    expect(har.log.entries.map(({ _connectionId }) => _connectionId)).toEqual(['1', '2', '1']);
    expect(har.log.entries.map(({ connection }) => connection)).toEqual(['443', '80', undefined]);
    expect(har.log.entries[2]?._initiator).toEqual({
      type: 'script',
      requestId: '1',
      stack: { callFrames: [{ scriptId: '1' }] },
    });
    expect(har.log.entries[2]?._securityDetails?.validFrom).toBe(Date.UTC(2025, 11, 16) / 1000);
  });
});
