import { expect, it } from 'vitest';
import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { page, portal } from '../../../testing/names.ts';
import { hasHashedName } from '../../../version/hashed-name.ts';
import { chunkMissing } from './rule.ts';

const script = { type: 'script', mimeType: 'text/javascript', body: 'run()' };
const gone = { type: 'script', status: 404, error: 'net::ERR_ABORTED', mimeType: 'text/html', body: '' };

checkRule(chunkMissing, import.meta.url, {
  'finds.chunks-that-a-deploy-removed-once': harOf([
    page,
    { ...script, url: `${portal}/assets/index-89bc4c08.js` },
    { ...gone, url: `${portal}/assets/reports-4f1d22a9.js` },
    { ...gone, url: `${portal}/assets/queues-19e0c3d7.js` },
  ]),
  'finds.page-in-the-place-of-a-chunk': harOf([
    page,
    {
      ...script,
      url: `${portal}/assets/reports-4f1d22a9.js`,
      mimeType: 'text/html',
      body: '<!doctype html><html><head><title>Portal</title></head><body></body></html>',
    },
  ]),
  'quiet.script-whose-name-has-no-hash': harOf([
    page,
    { ...gone, url: `${portal}/js/old-menu.js` },
    { ...gone, url: `${portal}/js/jquery-3.7.1.min.js` },
  ]),
  'quiet.chunks-that-are-there': harOf([page, { ...script, url: `${portal}/assets/reports-4f1d22a9.js` }]),
});

it.each([
  'https://a.example.test/assets/index-4f1d22a9.js',
  'https://a.example.test/static/js/main.3f2a1b4c.chunk.js?v=1',
  'https://a.example.test/_next/static/chunks/4711-0a1b2c3d4e5f6071.js',
  'https://a.example.test/main-ABC3DE5F.css',
  'https://a.example.test/assets/Users-DkZ3aB_1.js',
  'https://a.example.test/assets/Users-BhgDkLmQ.js',
])('%s is named after its content', (url) => expect(hasHashedName(url)).toBe(true));

it.each([
  'https://a.example.test/js/jquery-3.7.1.min.js',
  'https://a.example.test/js/polyfill.js',
  'https://a.example.test/js/app-20250304.js',
  'https://a.example.test/js/my-module01.js',
  'https://a.example.test/js/x-MyModule.js',
  'https://a.example.test/js/facade.js',
  'https://a.example.test/img/logo-4f1d22a9.png',
])('%s is not', (url) => expect(hasHashedName(url)).toBe(false));
