import { readFileSync } from 'node:fs';
import type { PlaybookProblemCode } from '@harrier/knowledge';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { offsetOfJsonError } from './json-error.ts';
import { MAX_PLAYBOOK_CHARS, PlaybookError, readPlaybook } from './read-playbook.ts';

const schemaFile = new URL('../../../../docs/schemas/playbook.schema.json', import.meta.url);
const validate = new Ajv2020().compile(JSON.parse(readFileSync(schemaFile, 'utf8')));

/** A playbook that has every member once. */
const whole = {
  schema: 1,
  id: 'example',
  version: '1.0.0',
  title: { en: 'Example', fr: 'Exemple' },
  sources: ['https://docs.example.com/'],
  findings: [
    {
      id: 'own',
      severity: 'warning',
      class: 'strong',
      match: {
        hosts: ['*.example.com'],
        methods: ['GET'],
        paths: ['/a/{id}'],
        status: [200, 300],
        query: { kind: 'x' },
        where: [{ in: 'response', at: '/a/*', oneOf: [1, true, null, 'x'], matches: '^x' }],
      },
      extract: { what: { in: 'request', at: '/a', take: 'name' } },
      fixer: 'browser',
      texts: { en: { verdict: '{place} has {what|names}.', explanation: 'So.', nextStep: 'Do.' } },
    },
    {
      id: 'refining',
      refines: ['fail/http-5xx'],
      whenFinding: { severity: ['error'], has: ['errorText'] },
      match: { where: [{ in: 'error', at: '' }] },
      texts: { en: { nextStep: 'Ask {anything}.' } },
    },
  ],
  services: { desk: { title: 'Desk', prefixes: ['DESK'] } },
  operations: [
    {
      id: 'change',
      title: 'Change',
      match: { methods: ['PUT'], paths: ['/a'], hosts: ['a'] },
      hops: [{ service: 'desk', call: [0], optional: true }],
      fields: 'names',
    },
  ],
  labels: { names: { a: 'A', b: { en: 'B' } } },
};
const text = JSON.stringify(whole, null, 2);

function troubleOf(source: string): PlaybookError {
  try {
    readPlaybook(source);
  } catch (error) {
    if (error instanceof PlaybookError) return error;
    throw error;
  }
  throw new Error('This was read as a playbook.');
}

/** The text with a member set, by pointer; `undefined` takes it out. */
function changed(pointer: string, value: unknown): string {
  const root = structuredClone(whole) as unknown;
  const names = pointer.split('/').slice(1);
  const last = names.pop() ?? '';
  let at = root as Record<string, unknown>;
  for (const name of names) at = at[name] as Record<string, unknown>;
  if (value === undefined) delete at[last];
  else at[last] = value;
  return JSON.stringify(root, null, 2);
}

it('reads a playbook that has every member', () => {
  expect(readPlaybook(`\uFEFF${text}`)).toEqual(whole);
  expect(validate(whole)).toBe(true);
});

/** What is set where; what is said, and at which place (where it is another). */
const shapes: readonly (readonly [string, unknown, PlaybookProblemCode, string?])[] = [
  ['/schema', 2, 'playbook/not-one-of'],
  ['/id', undefined, 'playbook/missing', ''],
  ['/id', 'Not Kebab', 'playbook/bad-id'],
  ['/version', 1, 'playbook/not-text'],
  ['/title', { fr: 'Exemple' }, 'playbook/missing'],
  ['/title', { en: 'E', de: 'D' }, 'playbook/unknown-member', '/title/de'],
  ['/sources', 'https://docs.example.com/', 'playbook/not-list'],
  ['/findings', [], 'playbook/empty-list'],
  ['/finding', [], 'playbook/unknown-member'],
  ['/findings/0/severity', 'fatal', 'playbook/not-one-of'],
  ['/findings/0/match', [], 'playbook/not-object'],
  ['/findings/0/match/paths/0', 'a', 'playbook/bad-path'],
  ['/findings/0/match/status', [200], 'playbook/bad-status'],
  ['/findings/0/match/where/0/in', 'header', 'playbook/not-one-of'],
  ['/findings/0/match/where/0/at', 'a/b', 'playbook/bad-pointer'],
  ['/findings/0/match/where/0/oneOf/0', {}, 'playbook/not-scalar'],
  ['/findings/0/match/where/0/at', undefined, 'playbook/missing', '/findings/0/match/where/0'],
  [
    '/findings/0/extract',
    { '2nd': { in: 'request', at: '' } },
    'playbook/bad-name',
    '/findings/0/extract/2nd',
  ],
  ['/findings/0/texts/en/verdict', '', 'playbook/not-text'],
  ['/findings/1/whenFinding/has', [], 'playbook/empty-list'],
  ['/operations/0/hops/0/call', [-1], 'playbook/not-integer', '/operations/0/hops/0/call/0'],
  ['/operations/0/hops/0/optional', false, 'playbook/not-one-of'],
  ['/operations/0/match/status', [200, 300], 'playbook/unknown-member'],
];

describe('of what does not fit the schema', () => {
  for (const [pointer, value, code, place] of shapes)
    it(`says that ${pointer} = ${JSON.stringify(value)} is ${code}, as the published schema does`, () => {
      const source = changed(pointer, value);
      const error = troubleOf(source);
      expect([error.code, error.pointer]).toEqual([code, place ?? pointer]);
      expect(validate(JSON.parse(source))).toBe(false);
    });
});

/** What JSON Schema cannot say. */
const names: readonly (readonly [string, unknown, PlaybookProblemCode, string, string?])[] = [
  ['/findings/0/match/where/0/matches', '(?=x)', 'playbook/bad-pattern', ''],
  ['/findings/1/id', 'own', 'playbook/double-id', 'own'],
  [
    '/findings/1/refines',
    ['fail/http-6xx'],
    'playbook/unknown-rule',
    'fail/http-6xx',
    '/findings/1/refines/0',
  ],
  ['/findings/0/texts/en', { nextStep: 'Do.' }, 'playbook/missing', 'verdict'],
  ['/findings/0/texts/en/verdict', 'It is {who}.', 'playbook/unknown-fact', 'who'],
  ['/labels', {}, 'playbook/unknown-list', 'names', '/findings/0/texts/en/verdict'],
  ['/operations/0/fields', 'oci', 'playbook/unknown-list', 'oci'],
  ['/services', {}, 'playbook/unknown-service', 'desk', '/operations/0/hops/0/service'],
];

describe('of names behind which there is nothing', () => {
  for (const [pointer, value, code, detail, place] of names)
    it(`says that ${pointer} = ${JSON.stringify(value)} is ${code}`, () => {
      const error = troubleOf(changed(pointer, value));
      expect([error.code, error.detail, error.pointer]).toEqual([code, detail, place ?? pointer]);
    });
});

it('says line and column of the value', () => {
  const source = text.replace('"GET"', '"GET", 7');
  const line = source.split('\n').findIndex((one) => one.includes('"GET"')) + 1;
  expect(troubleOf(source).position).toEqual({ line, column: 18 });
});

it.each([
  ['{\n  "schema": 1,\n  "id": oops\n}', 3, 9],
  ['{\n  "schema": 1', 2, 14],
  ['{"a": 1,}', 1, 9],
  ['{"a": "\n"}', 1, 8],
  ['{"a": 01}', 1, 8],
  ['[1, 2]]', 1, 7],
  ['', 1, 1],
  ['[[[[ 1 ], {"b" 2}', 1, 16],
])('says line and column where %j is no JSON', (source, line, column) => {
  const error = troubleOf(source);
  expect([error.code, error.position]).toEqual(['playbook/not-json', { line, column }]);
});

it('does not fall over endless brackets or texts', () => {
  expect(troubleOf(`["${'x'.repeat(1_000_000)}`).position).toEqual({ line: 1, column: 1_000_003 });
  expect(troubleOf('['.repeat(100_000)).code).toBe('playbook/not-json');
});

it('knows no error in what is JSON', () => {
  for (const source of [text, ' [1, -0.5e+3, true, false, null, "\\u00e9\\n", {}, []] ', '"x"'])
    expect(offsetOfJsonError(source)).toBe(undefined);
});

it('finds the place behind names with quotes, slashes and tildes', () => {
  const source = text.replace('"title": {', '"title": {\n "a\\"b/c~": 1,');
  const error = troubleOf(source);
  expect(error.pointer).toBe('/title/a"b~1c~0');
  const line = source.split('\n').findIndex((one) => one.includes('b/c~')) + 1;
  expect(error.position).toEqual({ line, column: 13 });
});

it('refuses a text that is longer than a playbook', () => {
  expect(troubleOf(' '.repeat(MAX_PLAYBOOK_CHARS + 1)).code).toBe('playbook/too-large');
});
