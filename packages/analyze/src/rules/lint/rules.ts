import type { GroupRules } from '../group-rules.ts';
import { badDate } from './bad-date/rule.ts';
import { cacheControlConflict } from './cache-control-conflict/rule.ts';
import { contentTypeMismatch } from './content-type-mismatch/rule.ts';
import { contentWith204 } from './content-with-204/rule.ts';
import { cookieAttributes } from './cookie-attributes/rule.ts';
import { duplicateHeader } from './duplicate-header/rule.ts';
import { hsts } from './hsts/rule.ts';
import { malformedHeader } from './malformed-header/rule.ts';
import { noStorePublic } from './no-store-public/rule.ts';
import { notModifiedWithoutValidator } from './not-modified-without-validator/rule.ts';
import { redirectWithoutLocation } from './redirect-without-location/rule.ts';
import { secretInUrl } from './secret-in-url/rule.ts';
import { varyStar } from './vary-star/rule.ts';
import { weakEtagRange } from './weak-etag-range/rule.ts';

export const lintRules: GroupRules<'lint'> = {
  'lint/bad-date': badDate,
  'lint/cache-control-conflict': cacheControlConflict,
  'lint/no-store-public': noStorePublic,
  'lint/weak-etag-range': weakEtagRange,
  'lint/vary-star': varyStar,
  'lint/content-type-mismatch': contentTypeMismatch,
  'lint/redirect-without-location': redirectWithoutLocation,
  'lint/content-with-204': contentWith204,
  'lint/not-modified-without-validator': notModifiedWithoutValidator,
  'lint/duplicate-header': duplicateHeader,
  'lint/malformed-header': malformedHeader,
  'lint/cookie-attributes': cookieAttributes,
  'lint/hsts': hsts,
  'lint/secret-in-url': secretInUrl,
};
