import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { page, portal } from '../../../testing/names.ts';
import { cookieTooLarge } from './rule.ts';

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

checkRule(cookieTooLarge, import.meta.url, {
  'finds.cookie-of-five-thousand-bytes': set(`state=${'masked-'.repeat(720)}; Secure`),
  'finds.cookie-of-which-the-browser-says-so-and-the-value-was-replaced': set('state=masked; Secure', {
    more: {
      entry: { _blockedResponseCookies: [{ name: 'state', reasons: ['NameValuePairExceedsMaxSize'] }] },
    },
  }),
  'quiet.cookie-at-the-limit': set(`state=${'m'.repeat(4091)}; Secure`),
});
