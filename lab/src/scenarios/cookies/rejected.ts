import type { Scenario } from '../../scenario/scenario.ts';
import { rejected, SESSION } from './family.ts';

/** Cookies that the browser throws away as soon as it reads them. */
export const rejectedCookies: readonly Scenario[] = [
  rejected({
    name: 'samesite-none-without-secure',
    title: 'Nobody stays signed in since the portal moved into a frame.',
    setCookie: `session=${SESSION}; Path=/; HttpOnly; SameSite=None`,
    finding: 'auth/cookie-samesite',
    reason: 'SameSiteNoneInsecure',
  }),
  rejected({
    name: 'samesite-lax-from-another-site',
    title: 'Sign-in succeeds and is forgotten at once; the API lives at another company.',
    host: 'api.example.com',
    setCookie: `session=${SESSION}; Path=/; HttpOnly; Secure; SameSite=Lax`,
    finding: 'auth/cookie-samesite',
    reason: 'SchemefulSameSiteLax',
  }),
  rejected({
    name: 'samesite-strict-from-another-site',
    title: 'Sign-in is forgotten at once since the security review.',
    host: 'api.example.com',
    setCookie: `session=${SESSION}; Path=/; HttpOnly; Secure; SameSite=Strict`,
    finding: 'auth/cookie-samesite',
    reason: 'SchemefulSameSiteStrict',
  }),
  rejected({
    name: 'samesite-left-out-from-another-site',
    title: 'Sign-in is forgotten at once; it worked in older browsers.',
    host: 'api.example.com',
    setCookie: `session=${SESSION}; Path=/; HttpOnly; Secure`,
    finding: 'auth/cookie-samesite',
    reason: 'SchemefulSameSiteUnspecifiedTreatedAsLax',
  }),
  rejected({
    name: 'third-party-cookie-blocked',
    title: 'Sign-in is forgotten in private windows.',
    host: 'api.example.net',
    setCookie: `session=${SESSION}; Path=/; HttpOnly; Secure; SameSite=None`,
    finding: 'auth/cookie-third-party',
    reason: 'UserPreferences',
  }),
  rejected({
    name: 'domain-of-another-host',
    title: 'Nobody stays signed in on the new address.',
    setCookie: `session=${SESSION}; Domain=old-portal.example.test; Path=/; Secure`,
    finding: 'auth/cookie-domain',
    reason: 'InvalidDomain',
  }),
  rejected({
    name: 'domain-below-this-host',
    title: 'Nobody stays signed in; the cookie names a host of another branch.',
    setCookie: `session=${SESSION}; Domain=eu.portal.example.test; Path=/; Secure`,
    finding: 'auth/cookie-domain',
    reason: 'InvalidDomain',
  }),
  rejected({
    name: 'host-prefix-with-domain',
    title: 'Nobody stays signed in since cookies got a prefix.',
    setCookie: `__Host-session=${SESSION}; Domain=example.test; Path=/; Secure`,
    finding: 'auth/cookie-prefix',
    reason: 'InvalidPrefix',
  }),
  rejected({
    name: 'secure-prefix-without-secure',
    title: 'Nobody stays signed in behind the new proxy.',
    setCookie: `__Secure-session=${SESSION}; Path=/; HttpOnly`,
    finding: 'auth/cookie-prefix',
    reason: 'InvalidPrefix',
  }),
  rejected({
    name: 'cookie-too-large',
    title: 'People with many roles cannot sign in.',
    setCookie: `session=${'role-of-a-location.'.repeat(240)}; Path=/; Secure; HttpOnly`,
    finding: 'auth/cookie-too-large',
    reason: 'NameValuePairExceedsMaxSize',
  }),
];
