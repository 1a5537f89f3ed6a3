import type { Entry } from '@harrier/har';
import { describe, expect, it } from 'vitest';
import { type ComparedSide, comparedParts, differenceOf } from './compared-fields.ts';

const side = (status: number, headers: Record<string, string>, responseText: string): ComparedSide => ({
  entry: {
    request: { method: 'GET', url: 'https://api.example.test/', queryString: [], headers: [] },
    response: {
      status,
      statusText: '',
      headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
    },
  } as unknown as Entry,
  requestText: '',
  responseText,
});

const parts = (...given: Parameters<typeof comparedParts>) =>
  Object.fromEntries(comparedParts(...given).map(({ part, fields }) => [part, fields]));

describe('two requests side by side', () => {
  it('are compared name by name, in any case, and value by value inside a body', () => {
    const found = parts(
      side(200, { ETag: '1', 'X-Only-A': 'x' }, '{"role":{"access":"FULL_ACCESS"},"list":[]}'),
      side(403, { etag: '2' }, '{"role":{"access":"NO_ACCESS"},"note":null}'),
    );
    expect(found.responseHeaders).toEqual([
      { name: 'ETag', a: '1', b: '2' },
      { name: 'X-Only-A', a: 'x', b: undefined },
    ]);
    expect(found.responseBody).toEqual([
      { name: '$.role.access', a: 'FULL_ACCESS', b: 'NO_ACCESS' },
      { name: '$.list', a: '[]', b: undefined },
      { name: '$.note', a: undefined, b: 'null' },
    ]);
    expect(found.general?.[2]).toEqual({ name: 'status', a: '200', b: '403' });
  });

  it('stand alone where the other capture has no such request', () => {
    const found = parts(undefined, side(200, {}, 'one\ntwo'));
    expect(found.responseBody).toEqual([
      { name: '1', a: undefined, b: 'one' },
      { name: '2', a: undefined, b: 'two' },
    ]);
  });
});

describe('a difference', () => {
  it.each([
    ['x-role', 'admin', 'admin', 'none'],
    ['x-role', 'admin', 'user', 'telling'],
    ['x-role', 'admin', undefined, 'telling'],
    ['status', '200', '403', 'telling'],
    ['Date', 'Wed, 17 Sep 2025 13:24:19 GMT', 'Thu, 18 Sep 2025 13:24:19 GMT', 'passing'],
    [
      'url',
      '/users/3ac5e817-f20b-4d69-9e84-6b1d07f5c29a',
      '/users/71f0c9a4-8d2e-4b36-a5f7-0c93e1d8b642',
      'passing',
    ],
    [
      'url',
      '/users/3ac5e817-f20b-4d69-9e84-6b1d07f5c29a',
      '/sites/71f0c9a4-8d2e-4b36-a5f7-0c93e1d8b642',
      'telling',
    ],
  ])('in %s between %s and %s is %s', (name, a, b, kind) => {
    expect(differenceOf({ name, a, b })).toBe(kind);
  });
});
