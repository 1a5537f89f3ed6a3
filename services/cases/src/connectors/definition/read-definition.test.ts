import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { connectorKinds } from './connector-fields.ts';
import { connectorsFileSchema } from './connector-schema.ts';
import { openConnector } from './open-connector.ts';
import { readConnectorsFile } from './read-definition.ts';

const secret = { file: 'token' };
const baseUrl = 'https://cases.example.com/';
/** One of every kind, with all that it needs. */
const connectors = [
  { id: 'redmine', kind: 'redmine', baseUrl, secret, network: 'private', formatting: 'markdown' },
  { id: 'rt', kind: 'request-tracker', baseUrl, secret, account: 'harrier' },
  { id: 'jira', kind: 'jira', baseUrl, secret, project: 'SUP', serviceManagement: true },
  { id: 'now', kind: 'service-now', baseUrl, secret, account: 'harrier', maxBytes: 1000 },
  { id: 'zendesk', kind: 'zendesk', baseUrl, secret, account: 'harrier@example.com', language: 'ja' },
  { id: 'salesforce', kind: 'salesforce', baseUrl, secret, account: 'app' },
  { id: 'gitlab', kind: 'gitlab', baseUrl, secret, project: '42' },
  { id: 'folder', kind: 'folder', root: '/srv/cases' },
];
const read = (value: unknown) => readConnectorsFile(JSON.stringify(value));

it('opens a connector of every kind there is', () => {
  const found = read({ connectors });
  expect(found.map(({ kind }) => kind)).toEqual(Object.keys(connectorKinds));
  const given = { tenantId: 'acme', secret: 'secret' };
  const opened = found.map((definition) => openConnector(definition, { ...given, id: definition.id }));
  expect(opened.map(({ id, tenantId }) => [id, tenantId])).toEqual(connectors.map(({ id }) => [id, 'acme']));
});

it.each([
  ['no JSON', '{', '', 'JSON'],
  ['no list', '{}', '/connectors', 'array'],
  ['a kind that there is not', { kind: 'fax' }, '/connectors/0/kind', /^redmine, /],
  ['a member of another kind', { queue: 'a' }, '/connectors/0/queue', 'unknown'],
  ['a secret in clear', { secret: 'abc' }, '/connectors/0/secret', 'object'],
  ['a variable that is no secret', { secret: { env: 'PATH' } }, '/connectors/0/secret', /HARRIER_SECRET_/],
  ['no address', { baseUrl: undefined }, '/connectors/0/baseUrl', 'required'],
  ['a name in the address', { baseUrl: 'https://eve@cases.example.com/' }, '/connectors/0/baseUrl', /^https/],
  ['a size below one', { maxBytes: 0 }, '/connectors/0/maxBytes', 'integer > 0'],
])('says where %s stands, and repeats no value', (_what, change, pointer, rule) => {
  const text =
    typeof change === 'string' ? change : JSON.stringify({ connectors: [{ ...connectors[0], ...change }] });
  expect(() => readConnectorsFile(text)).toThrow(
    expect.objectContaining({
      pointer,
      rule: typeof rule === 'string' ? rule : expect.stringMatching(rule),
    }),
  );
});

it.each([
  ['a project of Jira that is no key', { ...connectors[2], project: 'sup' }, '/connectors/0/project'],
  ['a table of ServiceNow that is no name', { ...connectors[3], table: 'Incident^x' }, '/connectors/0/table'],
  [
    'a project of GitLab that is no number',
    { ...connectors[6], project: 'team/app' },
    '/connectors/0/project',
  ],
  [
    'an address in the clear',
    { ...connectors[1], baseUrl: 'http://rt.example.com/' },
    '/connectors/0/baseUrl',
  ],
])('refuses %s, which would not open', (_what, definition, pointer) => {
  expect(() => read({ connectors: [definition] })).toThrow(expect.objectContaining({ pointer }));
});

it('takes an address in the clear of a private network', () => {
  const [found] = read({ connectors: [{ ...connectors[0], baseUrl: 'http://redmine.example.com/' }] });
  expect(found && openConnector(found, { id: 'a', tenantId: 'b', secret: 'c' }).id).toBe('a');
});

it('wants an id for each', () => {
  expect(() => read({ connectors: [connectors[0], connectors[0]] })).toThrow('/connectors/1/id: unique');
});

it('is described by the published schema (HARRIER_WRITE_FIXTURES=1 writes it)', () => {
  const file = new URL('../../../../../docs/schemas/connectors.schema.json', import.meta.url);
  if (process.env.HARRIER_WRITE_FIXTURES === '1')
    writeFileSync(file, `${JSON.stringify(connectorsFileSchema, null, 2)}\n`);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(connectorsFileSchema)));
});
