import { describe, expect, it } from 'vitest';
import type { HeaderName } from '../../header/header-name.ts';
import { headerFacts } from './header-facts.ts';

const exampleValue = (name: HeaderName) => headerFacts[name].example.slice(name.length + 2);
const names = Object.keys(headerFacts) as HeaderName[];

/** The grammar of structured fields. Spec: RFC 9651 §3. */
const key = '[a-z*][a-z0-9_.*-]*';
const bare = [
  '-?\\d{1,12}\\.\\d{1,3}',
  '-?\\d{1,15}',
  '"(?:[\\x20\\x21\\x23-\\x5b\\x5d-\\x7e]|\\\\["\\\\])*"',
  "[A-Za-z*][\\w!#$%&'*+.^`|~:/-]*",
  ':[A-Za-z0-9+/]*={0,2}:',
  '\\?[01]',
  '@-?\\d{1,15}',
].join('|');
const parameters = `(?:; *${key}(?:=(?:${bare}))?)*`;
const item = `(?:${bare})${parameters}`;
const member = `(?:${item}|\\( *(?:${item}(?: +${item})*)? *\\)${parameters})`;
const pair = `${key}(?:=${member}|${parameters})`;
const several = (one: string) => `${one}(?:[ \\t]*,[ \\t]*${one})*`;
const grammars = { item, list: several(member), dictionary: several(pair) };

const structured: readonly (readonly [keyof typeof grammars, readonly HeaderName[]])[] = [
  [
    'item',
    [
      'cross-origin-embedder-policy',
      'cross-origin-opener-policy',
      'deprecation',
      'idempotency-key',
      'origin-agent-cluster',
      'sec-ch-ua-arch',
      'sec-ch-ua-mobile',
      'sec-ch-ua-model',
      'sec-ch-ua-platform',
      'sec-ch-ua-platform-version',
      'sec-fetch-dest',
      'sec-fetch-mode',
      'sec-fetch-site',
      'sec-fetch-user',
      'sec-purpose',
    ],
  ],
  ['list', ['accept-ch', 'proxy-status', 'sec-ch-ua', 'sec-ch-ua-full-version-list']],
  [
    'dictionary',
    ['cdn-cache-control', 'content-digest', 'permissions-policy', 'priority', 'reporting-endpoints'],
  ],
];

describe('examples follow the grammar of their fields', () => {
  for (const [kind, fields] of structured)
    it.each(fields)(`%s is a structured ${kind}`, (name) => {
      expect(exampleValue(name)).toMatch(new RegExp(`^(?:${grammars[kind]})$`));
    });

  it('dates are real days, in the one form that may be sent (RFC 9110 §5.6.7)', () => {
    const dated = names.filter((name) => exampleValue(name).endsWith(' GMT'));
    expect(dated.length).toBeGreaterThanOrEqual(6);
    for (const name of dated) expect(new Date(exampleValue(name)).toUTCString()).toBe(exampleValue(name));
  });

  it.each<HeaderName>(['nel', 'report-to'])('%s is JSON', (name) => {
    expect(JSON.parse(exampleValue(name))).toMatchObject({ max_age: 86400 });
  });

  it.each<[HeaderName, RegExp]>([
    ['traceparent', /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/],
    ['b3', /^[0-9a-f]{32}-[0-9a-f]{16}-[01d]$/],
    ['sentry-trace', /^[0-9a-f]{32}-[0-9a-f]{16}-[01]$/],
    ['x-amzn-trace-id', /^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$/],
    ['x-cloud-trace-context', /^[0-9a-f]{32}\/\d+;o=[01]$/],
    ['etag', /^(?:W\/)?"[\x21\x23-\x7e]*"$/],
    ['content-range', /^bytes \d+-\d+\/(?:\d+|\*)$/],
    ['sec-websocket-key', /^[A-Za-z0-9+/]{22}==$/],
    ['sec-websocket-accept', /^[A-Za-z0-9+/]{27}=$/],
    ['strict-transport-security', /^max-age=\d+; includeSubDomains$/],
    ['set-cookie', /^[\w!#$%&'*+.^`|~-]+=<id>; Path=\/; Secure; HttpOnly; SameSite=(?:Lax|Strict|None)$/],
  ])('%s', (name, grammar) => {
    expect(exampleValue(name)).toMatch(grammar);
  });
});

it('says of fields that describe content that requests may carry them too (RFC 9110 §8, §14.5)', () => {
  for (const name of [
    'content-type',
    'content-encoding',
    'content-language',
    'content-length',
    'content-location',
    'content-range',
  ] as const)
    expect({ name, direction: headerFacts[name].direction }).toEqual({ name, direction: 'both' });
});
