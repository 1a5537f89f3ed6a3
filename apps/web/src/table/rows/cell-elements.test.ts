import { expect, it } from 'vitest';
import { endOf } from './cell-elements.ts';

const lastPart = /\/[^/?#]{1,60}\/?(?:[?#].*)?$/s;

it('keeps the last part of a path with its query', () => {
  const url = 'https://api.example.com/users/42/features?full=1';
  expect(url.slice(endOf(url, lastPart))).toBe('/features?full=1');
});

it('takes the slashes before a host for no path', () => {
  expect(endOf('https://example.com', lastPart)).toBe('https://example.com'.length);
});

it('keeps the counters of a tracking id', () => {
  const id = 'ATLAS_9c7e41d2-3b58-4a0f-8d16-2f5e0b7a9c31_4';
  expect(id.slice(endOf(id, /_\w{1,8}$/))).toBe('_4');
});
