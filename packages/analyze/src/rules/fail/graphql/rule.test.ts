import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page, trackingId } from '../../../testing/names.ts';
import { graphql } from './rule.ts';

const call = { url: `${api}/graphql`, method: 'POST' };

checkRule(graphql, import.meta.url, {
  'finds.operation-without-data': harOf([
    page,
    {
      ...call,
      trackingId: trackingId(8),
      sent: { query: 'mutation MoveLocation($id: ID!) { move(id: $id) { id } }', variables: { id: 'l-4' } },
      body: { data: null, errors: [{ message: 'Location is being deleted.', path: ['location'] }] },
    },
  ]),
  'finds.a-part-that-failed-as-a-warning': harOf([
    page,
    {
      ...call,
      sent: { operationName: 'User', query: 'query User { user { id } devices { id } }' },
      body: {
        data: { user: { id: 1 }, devices: null },
        errors: [{ message: 'Timeout', path: ['devices', 0, 'name'] }],
      },
    },
  ]),
  'finds.operation-in-the-address': harOf([
    page,
    {
      url: `${api}/graphql?operationName=Queues&extensions=%7B%7D`,
      mimeType: 'application/graphql-response+json',
      body: {
        errors: [{ message: 'Not allowed.', path: ['queues'], extensions: { code: 'FORBIDDEN' } }],
        data: { queues: null },
      },
    },
  ]),
  'finds.change-that-the-service-has-something-against': harOf([
    page,
    {
      ...call,
      sent: { query: 'mutation Save { productUpdate(input: {}) { product { id } userErrors { message } } }' },
      body: {
        data: {
          productUpdate: { product: null, userErrors: [{ field: ['title'], message: 'Title is empty' }] },
        },
      },
    },
  ]),
  'quiet.change-that-was-made': harOf([
    page,
    { ...call, body: { data: { productUpdate: { product: { id: 1 }, userErrors: [] } } } },
    { ...call, body: { data: { imports: { next: 'a', errors: ['row 7 was skipped'] } } } },
    { ...call, body: { data: { site: { next: null, errors: [{ message: 'Page /a is gone' }] } } } },
  ]),
  'quiet.data-without-errors': harOf([page, { ...call, body: { data: { user: { id: 1 } } } }]),
  'quiet.hash-of-a-query-that-the-service-asks-for-whole': harOf([
    page,
    {
      ...call,
      sent: { extensions: { persistedQuery: { version: 1, sha256Hash: 'masked' } } },
      body: {
        errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
      },
    },
    { ...call, sent: { query: '{ user { id } }' }, body: { data: { user: { id: 1 } } } },
  ]),
  'finds.hash-of-a-query-that-nobody-sends-whole': harOf([
    page,
    {
      ...call,
      sent: { extensions: { persistedQuery: { version: 1, sha256Hash: 'masked' } } },
      body: {
        errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
      },
    },
  ]),
  'quiet.empty-list-of-errors': harOf([page, { ...call, body: { data: { user: { id: 1 } }, errors: [] } }]),
  'quiet.errors-of-another-kind-of-service': harOf([
    page,
    { ...call, url: `${api}/rest`, body: { errors: [{ description: 'The name is taken.' }] } },
  ]),
});
