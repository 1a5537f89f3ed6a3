import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { page, portal } from '../../../testing/names.ts';
import { cookieSamesite } from './rule.ts';

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
const blocked = (...reasons: string[]): Partial<Step> => ({
  more: { entry: { _blockedResponseCookies: [{ name: 'session', reasons }] } },
});
const crossSite = { request: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' } };

checkRule(cookieSamesite, import.meta.url, {
  'finds.none-without-secure': set('session=masked; Path=/; SameSite=None'),
  'finds.lax-in-another-sites-page': set('session=masked; Path=/; SameSite=Lax; Secure', crossSite),
  'finds.lax-in-a-frame-of-another-sites-page': set('session=masked; Path=/; SameSite=Lax; Secure', {
    method: 'GET',
    type: 'document',
    mimeType: 'text/html',
    request: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
  }),
  'quiet.lax-where-a-person-came-from-another-site': set('session=masked; Path=/; SameSite=Lax; Secure', {
    method: 'GET',
    type: 'document',
    mimeType: 'text/html',
    request: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
  }),
  'finds.no-attribute-in-another-sites-page': set('session=masked; Path=/; Secure', crossSite),
  'finds.cookie-of-which-the-browser-says-so': set('session=masked; Path=/; Secure', blocked('SameSiteLax')),
  'finds.cookie-whose-field-was-taken-out': set('', blocked('SameSiteNoneInsecure')),
  'quiet.cookie-that-the-browser-did-not-keep-for-another-reason': set(
    'session=masked; Path=/; SameSite=None; Secure',
    blocked('UserPreferences'),
  ),
  'quiet.none-with-secure': set('session=masked; SameSite=None; Secure', crossSite),
  'quiet.lax-in-a-page-of-its-own': set('session=masked; SameSite=Lax'),
  'quiet.cookie-without-the-attribute': set('session=masked; Path=/'),
  'quiet.localhost': set('session=masked; SameSite=None', { url: 'http://localhost:8080/session' }),
  'quiet.cookie-that-is-taken-away': set('session=; SameSite=None; Max-Age=0'),
});
