import { expect, it } from 'vitest';
import { fitsGlob, fitsPath } from './text-patterns.ts';

it.each([
  ['api.example.com', 'API.example.com', true],
  ['*.example.com', 'a.b.example.com', true],
  ['*.example.com', 'example.com', false],
  ['cpapi-*.example.com', 'cpapi-r.example.com', true],
  ['*a*a', 'a', false],
  ['*a*a', 'aa', true],
  ['a*ab', 'ab', false],
  ['*', '', true],
])('compares %s with %s', (pattern, text, fits) => {
  expect(fitsGlob(pattern, text)).toBe(fits);
});

it.each([
  ['/users/{id}/voicemail', '/users/12/voicemail', true],
  ['/users/{id}/voicemail', '/users//voicemail', false],
  ['/users/{id}/voicemail', '/users/12/34/voicemail', false],
  ['/**/voicemail', '/voicemail', true],
  ['/**/voicemail', '/api/v1/users/12/voicemail', true],
  ['/**/voicemail', '/api/voicemail/greeting', false],
  ['/api/**', '/api', true],
  ['/**/a/**/b', '/x/a/y/a/b', true],
  ['/', '/', true],
])('compares the path %s with %s', (template, path, fits) => {
  expect(fitsPath(template, path)).toBe(fits);
});

it('does not hang over many wildcards', () => {
  expect(fitsPath(`${'/**/a'.repeat(200)}/b`, '/a'.repeat(2000))).toBe(false);
  expect(fitsGlob(`${'*a'.repeat(500)}b`, 'a'.repeat(20_000))).toBe(false);
});
