import type { GroupFixers } from './fixer.ts';

export const lintFixers: GroupFixers<'lint'> = {
  'lint/bad-date': 'service-team',
  'lint/cache-control-conflict': 'service-team',
  'lint/no-store-public': 'service-team',
  'lint/weak-etag-range': 'service-team',
  'lint/vary-star': 'service-team',
  'lint/content-type-mismatch': 'service-team',
  'lint/redirect-without-location': 'service-team',
  'lint/content-with-204': 'service-team',
  'lint/not-modified-without-validator': 'service-team',
  'lint/duplicate-header': 'service-team',
  'lint/malformed-header': 'service-team',
  'lint/cookie-attributes': 'service-team',
  'lint/hsts': 'service-team',
  'lint/secret-in-url': 'service-team',
};
