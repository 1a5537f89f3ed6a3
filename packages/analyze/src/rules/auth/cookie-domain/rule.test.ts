import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { page, portal } from '../../../testing/names.ts';
import { cookieDomain } from './rule.ts';

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

checkRule(cookieDomain, import.meta.url, {
  'finds.domain-of-another-host': set('session=masked; Domain=api.example.test; Secure'),
  'finds.domain-that-anybody-may-register-under': set('session=masked; Domain=github.io', {
    url: 'https://portal.github.io/session',
  }),
  'finds.session-that-is-missed-afterwards': harOf([
    page,
    {
      url: `${portal}/session`,
      method: 'POST',
      body: { ok: true },
      response: { 'set-cookie': 'session=masked; Domain=api.example.test; Secure' },
    },
    { url: `${portal}/api/users`, status: 401, body: { message: 'There is no session.' } },
  ]),
  'quiet.domain-above': set('session=masked; Domain=.example.test; Secure'),
  'quiet.domain-of-the-host-itself': set('session=masked; Domain=portal.example.test'),
  'quiet.no-domain': set('session=masked; Secure'),
});
