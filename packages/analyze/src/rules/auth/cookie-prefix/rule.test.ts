import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { page, portal } from '../../../testing/names.ts';
import { cookiePrefix } from './rule.ts';

const set = (cookie: string, more: Partial<Step> = {}) =>
  harOf([
    page,
    {
      url: `${portal}/session`,
      method: 'POST',
      body: { ok: true },
      response: { 'set-cookie': cookie },
      ...more,
    },
  ]);

checkRule(cookiePrefix, import.meta.url, {
  'finds.host-prefix-with-a-domain': set('__Host-session=masked; Path=/; Secure; Domain=example.test'),
  'finds.secure-prefix-without-secure': set('__Secure-session=masked; Path=/'),
  'quiet.prefix-that-is-kept': set('__Host-session=masked; Path=/; Secure'),
  'quiet.name-without-a-prefix': set('session=masked'),
});
