import type { Capture, Entry } from '@harrier/har';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { compileFilter } from './compile.ts';
import type { FilterBodies, FilterRow } from './evidence.ts';
import { parseFilter } from './parse.ts';
import { anyExpression } from './testing/any-expression.ts';
import { openSample, SAMPLE_NAMES, type SampleName } from './testing/sample-capture.ts';

const UUID = '7c1e0f52-9ab4-4d36-8e21-5f0a3b9c6d74';

const ROWS: Partial<Record<SampleName, FilterRow>> = {
  user: { error: null, org: 'Example Ltd', trackingId: `ATLAS_${UUID}_12` },
  recording: { error: '400: Invalid Product', org: 'Example Ltd' },
  page: { error: null, org: null },
  script: { error: 'errors in a 200' },
};

const BODIES: Partial<Record<SampleName, FilterBodies>> = {
  user: { response: '{"template":"NO_ACCESS"}' },
  recording: { request: '{"enabled":true}', response: '{"message":"400: Invalid Product"}' },
};

let capture: Capture;
let entries: Entry[];

beforeAll(async () => {
  capture = await openSample();
  entries = await Promise.all(SAMPLE_NAMES.map((_, row) => capture.openEntry(row)));
});

/** Names of the sample's entries that a filter lets through. */
function found(expression: string): SampleName[] {
  const filter = compileFilter(parseFilter(expression).ast, {
    pageTitles: new Map([['page_1', 'Overview']]),
  });
  return SAMPLE_NAMES.filter((name, row) => filter.entry(entries[row]!, ROWS[name], BODIES[name]));
}

describe('a filter lets through', () => {
  it.each<[string, SampleName[]]>([
    // Text and URL
    ['main.js', ['script']],
    ['MAIN.js?V=7', ['script']],
    ['https', []],
    ['https://static', ['script']],
    ['url:https://static', ['script']],
    ['/^static\\..*\\.js/', ['script']],
    ['users recording -method:OPTIONS', ['recording', 'again']],
    ['url$=settings', ['user']],
    ['scheme:http', ['moved']],
    ['query[next]:new', ['moved']],
    // Host, method, type
    ['domain:portal.example.com', ['page', 'moved']],
    ['domain:*.example.com -domain:api.*', ['page', 'script', 'moved', 'socket']],
    ['domain:api.example.com:8443 status:0', ['waiting']],
    ['domain:api.example.com status:0', ['waiting']],
    ['method:patch', ['recording', 'again']],
    ['method:PATCH,OPTIONS', ['recording', 'again', 'preflight']],
    ['mime-type:text/html', ['page']],
    ['mime-type:*javascript', ['script']],
    ['resource-type:fetch', ['recording', 'again', 'refused']],
    ['priority:Highest', ['page']],
    ['priority:VeryHigh', ['page']],
    // Status
    ['status-code:502', ['recording']],
    ['status:4xx,5xx', ['recording', 'again', 'login']],
    ['status:>=400', ['recording', 'again', 'login']],
    ['status:<200', ['refused', 'waiting', 'socket']],
    ['status:200-204 -resource-type:document', ['script', 'user', 'preflight']],
    // Size and time
    ['larger-than:2m', ['script']],
    ['larger-than:2500k', ['script']],
    ['size:1.1k method:POST', ['login']],
    ['transferred:>1m', ['script']],
    ['slower-than:2s', ['socket']],
    ['slower-than:1.8s', ['user', 'socket']],
    ['time:<40ms', ['waiting']],
    ['wait:>1s', ['user']],
    ['wait:>=1790ms', ['user']],
    ['wait:>1790', []],
    ['stalled:3ms', ['user']],
    // Fields, cookies, addresses
    ['header[trackingid]^=ATLAS_', ['user', 'recording', 'again']],
    ['res.header[trackingid]^=CPAPI_', ['recording']],
    ['req.header[trackingid]~/_1[23]$/', ['user', 'recording']],
    ['header[origin]', ['user']],
    ['header[origin]!=https://portal.example.com header[trackingid]', ['recording', 'again']],
    ['has-request-header:ORIGIN', ['user']],
    ['has-response-header:set-cookie', ['recording']],
    ['response-header-set-cookie:sid=', ['recording']],
    ['set-cookie-name:sid', ['recording']],
    ['set-cookie-domain:example.com', ['recording']],
    ['cookie-name:lang', ['page']],
    ['cookie-name:lan', []],
    ['remote-ip:192.0.2', ['user']],
    ['protocol:h2', ['login']],
    ['protocol:http/2', ['login']],
    // Analysis
    [`tracking:OCIROUTER_${UUID}_13_0`, ['recording', 'again']],
    [`tracking:CPAPI_${UUID}`, ['user', 'recording', 'again']],
    [`tracking:${UUID.toUpperCase()}`, ['user', 'recording', 'again']],
    ['tracking:7c1e0f52', ['user', 'recording', 'again']],
    ['tracking:CPAPI_', ['recording']],
    ['tracking:*', ['user', 'recording', 'again']],
    ['error:refused', ['refused']],
    ['error:"invalid product"', ['recording']],
    ['error:*', ['script', 'recording', 'refused']],
    ['org:example', ['user', 'recording']],
    ['page:overview', ['page']],
    ['page:page_1', ['page']],
    ['body~no_access', ['user']],
    ['req.body~enabled', ['recording']],
    ['res.body~/"message":"\\d{3}:/', ['recording']],
    ['body~ready', ['socket']],
    ['req.body~status', ['socket']],
    // Properties
    ['is:failed', ['script', 'recording', 'again', 'refused', 'login']],
    ['is:auth', ['login']],
    ['is:redirect', ['moved']],
    ['is:retry', ['again']],
    ['is:slow', ['user']],
    ['is:large', ['script']],
    ['is:websocket', ['socket']],
    ['is:cors', ['user', 'preflight']],
    ['is:pending', ['waiting']],
    ['is:running', ['waiting']],
    ['is:from-cache', ['script']],
    ['is:preloaded', ['script']],
    ['is:auth|redirect', ['login', 'moved']],
    ['mixed-content:all', []],
    // Logic
    ['is:failed (method:PATCH OR status:0)', ['recording', 'again', 'refused']],
    ['-(status:200 OR status:0) -method:PATCH', ['preflight', 'login', 'moved', 'socket']],
    ['status:200 | status:204', ['page', 'script', 'user', 'preflight']],
    ['', [...SAMPLE_NAMES]],
  ])('%s', (expression, names) => {
    expect(found(expression)).toEqual(names);
  });
});

describe('columns', () => {
  const columns = (expression: string, row?: FilterRow) => {
    const filter = compileFilter(parseFilter(expression).ast);
    return Object.fromEntries(SAMPLE_NAMES.map((name, i) => [name, filter.columns(capture.index, i, row)]));
  };

  it.each([
    'domain:*.com',
    'method:GET',
    'status:>=400',
    'larger-than:1k',
    'wait:>1s',
    'is:auth',
    'mime-type:text/*',
  ])('decide %s alone', (expression) => {
    expect(Object.values(columns(expression))).not.toContain('open');
    const { needs } = compileFilter(parseFilter(expression).ast);
    expect(needs).toEqual({ url: false, entry: false, row: false, body: false, bodySides: [] });
  });

  it('leave open only what they cannot know', () => {
    expect(columns('api.example')).toMatchObject({ user: true, page: 'open' });
    expect(columns('is:failed')).toMatchObject({ recording: true, refused: true, user: 'open' });
    expect(columns('status:502 body~x')).toMatchObject({ recording: 'open', user: false });
    expect(columns('status:502 OR body~x')).toMatchObject({ recording: true, user: 'open' });
  });

  it('decide more where the row is known', () => {
    expect(columns('main.js', { url: 'https://static.example.com/main.js' })).toMatchObject({ script: true });
    expect(columns('main.js', { url: 'https://static.example.com/' })).toMatchObject({ script: false });
    expect(columns('is:failed', { error: null })).toMatchObject({ user: false, recording: true });
  });

  it('and say nothing about a limit that the rounding of a phase touches', () => {
    expect(columns('wait:>=1790')).toMatchObject({ user: 'open', page: false });
  });
});

describe('needs', () => {
  it.each([
    ['free', { url: true, entry: false, row: false, bodySides: [] }],
    ['header[a]:b', { url: false, entry: true, row: false, bodySides: [] }],
    ['req.body~a', { entry: true, body: true, bodySides: ['request'] }],
    ['body~a OR org:b', { row: true, bodySides: ['request', 'response'] }],
  ])('of %s', (expression, needs) => {
    expect(compileFilter(parseFilter(expression).ast).needs).toMatchObject(needs);
  });
});

describe('laws', () => {
  const everyEntry = (expression: string) => found(expression).join();

  it('columns never decide otherwise than the opened entry', () => {
    fc.assert(
      fc.property(anyExpression, (expression) => {
        const filter = compileFilter(parseFilter(expression).ast);
        for (const [i, name] of SAMPLE_NAMES.entries()) {
          const row = ROWS[name];
          const verdict = filter.entry(entries[i]!, row, BODIES[name]);
          const url = entries[i]!.request.url;
          for (const known of [undefined, { url }, row, { ...row, url }]) {
            const early = filter.columns(capture.index, i, known);
            expect([expression, name, early === 'open' ? verdict : early]).toEqual([
              expression,
              name,
              verdict,
            ]);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('NOT NOT changes nothing', () => {
    fc.assert(
      fc.property(anyExpression, (x) => {
        expect(everyEntry(`NOT NOT (${x})`)).toBe(everyEntry(x));
      }),
    );
  });

  it('De Morgan holds', () => {
    fc.assert(
      fc.property(anyExpression, anyExpression, (a, b) => {
        expect(everyEntry(`-((${a}) OR (${b}))`)).toBe(everyEntry(`-(${a}) -(${b})`));
        expect(everyEntry(`-((${a}) (${b}))`)).toBe(everyEntry(`-(${a}) OR -(${b})`));
      }),
    );
  });
});
