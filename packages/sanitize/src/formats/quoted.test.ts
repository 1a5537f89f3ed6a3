import { expect, it } from 'vitest';
import { rewriteGraphql } from './graphql.ts';
import { rewriteJsonText } from './json-text.ts';
import { endOfQuoted } from './quoted.ts';
import type { Visit } from './visit.ts';

it.each([
  ['"a"', 0, 3],
  ['x"a\\"b" "c"', 1, 7],
  ['"a\\\\" "', 0, 5],
  ["'a\"b'", 0, 5],
  ['"\\"', 0, -1],
  ['"a', 0, -1],
])('a text in quotation marks ends behind its own: %s from %s at %s', (text, at, end) => {
  expect(endOfQuoted(text, at)).toBe(end);
});

const hide: Visit = ({ name, text }) => (name === 'password' ? 'hidden' : text);

// As many signs are in a file of twenty megabytes that somebody uploads in JSON.
it.each([
  ['plain', 'a'.repeat(20_000_000)],
  ['behind backslashes', '\\"'.repeat(10_000_000)],
])('JSON beside whose secret a file of twenty million signs stands loses the secret: %s', (_, file) => {
  const text = (password: string): string => `{"file":"${file}","password":"${password}"}`;
  const { complete, text: rewritten } = rewriteJsonText(text('CedarIndigo'), hide);
  expect(complete).toBe(true);
  expect(rewritten === text('hidden')).toBe(true);
});

it('a document of GraphQL with as much in one argument loses its secret', () => {
  const text = (password: string): string =>
    `mutation { send(file: "${'a'.repeat(20_000_000)}", password: "${password}") }`;
  expect(rewriteGraphql(text('CedarIndigo'), hide) === text('hidden')).toBe(true);
});
