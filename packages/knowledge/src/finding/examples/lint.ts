import { type GroupSamples, request, withoutId } from './shared.ts';

const plain = [request, { ...withoutId, count: 3 }];
const kinds = ['json', 'html', 'image', 'pdf'] as const;
const troubles = ['expires', 'max-age', 'path', 'same-site', 'http-only', 'secure'] as const;

export const lintSamples: GroupSamples<'lint'> = {
  'lint/bad-date': [{ ...request, field: 'last-modified' }],
  'lint/cache-control-conflict': [
    { ...request, first: 'no-store', second: 'max-age' },
    { ...request, first: 'max-age', second: 'max-age' },
  ],
  'lint/no-store-public': plain,
  'lint/weak-etag-range': plain,
  'lint/vary-star': plain,
  'lint/content-type-mismatch': [
    ...kinds.map((found) => ({ ...request, mimeType: 'text/css', found })),
    { ...withoutId, found: 'unknown' },
  ],
  'lint/redirect-without-location': [{ ...request, status: 302 }],
  'lint/content-with-204': plain,
  'lint/not-modified-without-validator': plain,
  'lint/duplicate-header': [{ ...request, field: 'etag' }],
  'lint/malformed-header': [{ ...request, field: 'cache-status' }],
  'lint/cookie-attributes': [
    ...troubles.map((trouble) => ({ ...request, trouble, cookie: 'theme' })),
    { ...withoutId, trouble: 'path' },
  ],
  'lint/hsts': [
    { ...request, trouble: 'missing' },
    { ...withoutId, trouble: 'no-age', count: 2 },
  ],
  'lint/secret-in-url': [
    { ...request, parameter: 'access_token' },
    { ...withoutId, parameter: 'userinfo' },
  ],
};
