import { describe, expect, it } from 'vitest';
import { graphqlRequests } from './graphql-request.ts';

describe('a GraphQL request', () => {
  it('shows its operation, its fields line by line, and its variables', () => {
    const body = JSON.stringify({
      query: 'query Users($first: Int = 10) { users(first: $first, filter: {role: "a{b"}) {\n id name } }',
      variables: { first: 5 },
    });
    expect(graphqlRequests(body)).toEqual([
      {
        operation: 'query Users',
        document:
          'query Users($first: Int = 10) {\n  users(first: $first, filter: {role: "a{b"}) {\n    id name\n  }\n}',
        variables: '{"first":5}',
      },
    ]);
  });

  it('can be short, and one of several', () => {
    const body = JSON.stringify([
      { query: '{ me { id } }' },
      { query: 'mutation { leave }', operationName: 'Leave' },
    ]);
    expect(graphqlRequests(body).map(({ operation }) => operation)).toEqual(['query', 'mutation Leave']);
  });

  it('is not any body with a query in it', () => {
    expect(graphqlRequests('{"query":"shoes"}')).toEqual([]);
    expect(graphqlRequests('query=1')).toEqual([]);
  });
});

it('is soon done with a query that begins no selection', () => {
  expect(graphqlRequests(JSON.stringify({ query: 'query'.repeat(100_000) }))).toEqual([]);
});
