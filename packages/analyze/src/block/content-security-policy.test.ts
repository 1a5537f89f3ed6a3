import { expect, it } from 'vitest';
import { refusingDirective } from './content-security-policy.ts';

const page = 'https://portal.example.test/users';
const refused = (policy: string, type: string, url: string) =>
  refusingDirective([{ name: 'Content-Security-Policy', value: policy }], page, type, url);

it('names the directive that does not list a host', () => {
  expect(refused("script-src 'self'", 'script', 'https://maps.example.net/map.js')).toBe('script-src');
  expect(refused("default-src 'self'", 'fetch', 'https://api.example.test/me')).toBe('default-src');
  expect(refused("img-src 'none'; default-src *", 'image', 'https://portal.example.test/a.png')).toBe(
    'img-src',
  );
});

it.each([
  ["default-src 'self'", 'script', 'https://portal.example.test/main.js'],
  ["connect-src 'self'", 'websocket', 'wss://portal.example.test/live'],
  ['connect-src *.example.test', 'fetch', 'https://api.example.test/me'],
  ['connect-src https:', 'fetch', 'https://api.example.net/me'],
  ['img-src *', 'image', 'https://pictures.example.net/a.png'],
  ['img-src pictures.example.net:8443/p/', 'image', 'https://pictures.example.net:8443/p/a.png'],
  ["script-src 'nonce-abc'", 'script', 'https://maps.example.net/map.js'],
  ["script-src 'strict-dynamic'", 'script', 'https://maps.example.net/map.js'],
  ["script-src 'self'", 'image', 'https://maps.example.net/a.png'],
])('lets %s through for %s %s', (policy, type, url) => {
  expect(refused(policy, type, url)).toBe(undefined);
});

it('takes every policy of several, and none that only reports', () => {
  expect(refused("default-src *, connect-src 'self'", 'fetch', 'https://api.example.test/me')).toBe(
    'connect-src',
  );
  const reportOnly = [{ name: 'content-security-policy-report-only', value: "default-src 'none'" }];
  expect(refusingDirective(reportOnly, page, 'fetch', 'https://api.example.test/me')).toBe(undefined);
});
