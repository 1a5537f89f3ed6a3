import { expect, it } from 'vitest';
import { isPublicSuffix, siteOfHost } from './registrable-domain.ts';

it('knows the name under which a host was registered', () => {
  expect(siteOfHost('api.portal.example.com:8443')).toBe('example.com');
  expect(siteOfHost('api.example.co.uk')).toBe('example.co.uk');
  expect(siteOfHost('portal.github.io')).toBe('portal.github.io');
  expect(siteOfHost('192.0.2.4')).toBe('192.0.2.4');
  expect(siteOfHost('localhost')).toBe('localhost');
});

it('knows names under which anybody may register', () => {
  expect(['com', 'co.uk', 'github.io'].map(isPublicSuffix)).toEqual([true, true, true]);
  expect(isPublicSuffix('example.com')).toBe(false);
});
