import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { page, portal } from '../../../testing/names.ts';
import { notCached } from './rule.ts';

const asset: Step = {
  url: `${portal}/assets/main.3f9a1c2b.js`,
  type: 'script',
  mimeType: 'text/javascript',
  body: null,
  sizeBytes: 120_000,
  transferBytes: 41_000,
  response: { etag: '"3f9a1c2b"' },
};

checkRule(notCached, import.meta.url, {
  'finds.file-named-by-its-content-without-a-lifetime': harOf([page, asset]),
  'finds.file-that-was-fetched-twice': harOf([
    page,
    { ...asset, url: `${portal}/logo.svg`, type: 'image', mimeType: 'image/svg+xml' },
    { ...asset, url: `${portal}/logo.svg`, type: 'image', mimeType: 'image/svg+xml' },
  ]),
  'finds.list-sent-whole-although-it-did-not-change': harOf([
    page,
    ...[{}, { 'if-none-match': '"catalogue-31"' }].map(
      (request): Step => ({
        url: `${portal}/api/catalogue`,
        body: { items: [1, 2, 3] },
        request,
        response: { etag: '"catalogue-31"', 'cache-control': 'no-cache' },
      }),
    ),
  ]),
  'quiet.file-that-may-be-kept': harOf([
    page,
    { ...asset, response: { etag: '"3f9a1c2b"', 'cache-control': 'public, max-age=31536000, immutable' } },
  ]),
  'quiet.file-that-was-still-fresh-for-a-browser-without-a-cache': harOf([
    page,
    { ...asset, response: { etag: '"3f9a1c2b"', 'cache-control': 'public, max-age=31536000' } },
    {
      ...asset,
      atMs: 5000,
      more: { entry: { pageref: 'page_2' } },
      response: { etag: '"3f9a1c2b"', 'cache-control': 'public, max-age=31536000' },
    },
  ]),
  'finds.file-whose-time-was-up-and-that-did-not-change': harOf([
    page,
    { ...asset, response: { etag: '"3f9a1c2b"', 'cache-control': 'max-age=2' } },
    { ...asset, atMs: 5000, response: { etag: '"3f9a1c2b"', 'cache-control': 'max-age=2' } },
  ]),
  'quiet.cache-disabled-in-the-browser': harOf([
    page,
    ...[1, 2].map(() => ({
      ...asset,
      url: `${portal}/logo.svg`,
      request: { 'cache-control': 'no-cache', pragma: 'no-cache' },
    })),
  ]),
  'quiet.name-without-a-hash': harOf([page, { ...asset, url: `${portal}/assets/jquery-3.7.1.min.js` }]),
  'quiet.answer-that-changed': harOf([
    page,
    { ...asset, url: `${portal}/feed.svg`, response: { etag: '"1"' } },
    { ...asset, url: `${portal}/feed.svg`, response: { etag: '"2"' } },
  ]),
});
