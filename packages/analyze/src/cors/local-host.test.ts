import { expect, it } from 'vitest';
import { isLocalHost } from './local-host.ts';

it.each([
  'http://192.168.1.4/status',
  'http://10.0.0.1:8080',
  'http://[::1]/',
  'https://printer.local/',
  'https://desk-phone.lan.example.test/',
  'http://intranet/',
])('%s leads into the local network', (url) => expect(isLocalHost(url)).toBe(true));

it.each([
  'https://www.example.com/',
  'https://local.example.com/',
  'http://172.32.0.1/',
  'https://203.0.113.7/',
  'null',
  '',
])('%s does not', (url) => expect(isLocalHost(url)).toBe(false));
