import type { GroupFixers } from './fixer.ts';

export const authFixers: GroupFixers<'auth'> = {
  'auth/unauthorized': ({ healed, status }) => {
    if (healed) return 'nobody';
    if (status === 407) return 'customer-network';
    return status === 403 ? 'customer-administrator' : 'browser';
  },
  'auth/missing-credentials': ({ healed }) => (healed ? 'nobody' : 'service-team'),
  'auth/no-challenge': 'service-team',
  'auth/token-expired': ({ healed }) => (healed ? 'nobody' : 'browser'),
  'auth/token-not-yet-valid': 'service-team',
  'auth/token-audience': 'service-team',
  'auth/clock-skew': ({ host }) => (host === undefined ? 'browser' : 'service-team'),
  'auth/refresh-loop': 'service-team',
  'auth/refresh-refused': 'browser',
  'auth/oauth-error': ({ code }) => {
    if (code === 'access_denied') return 'customer-administrator';
    return /_required$|^authorization_pending$|^slow_down$/.test(code) ? 'nobody' : 'service-team';
  },
  'auth/redirect-to-login': ({ healed }) => (healed ? 'nobody' : 'browser'),
  'auth/redirect-loop': 'service-team',
  'auth/saml-refused': 'customer-administrator',
  'auth/lost-on-redirect': 'service-team',
  'auth/cookie-samesite': 'service-team',
  'auth/cookie-domain': 'service-team',
  'auth/cookie-prefix': 'service-team',
  'auth/cookie-too-large': 'service-team',
  'auth/cookie-third-party': 'browser',
  'auth/cookie-lost': 'browser',
  'auth/scope-missing': 'customer-administrator',
  'auth/firewall-refused': 'service-team',
  'auth/csrf': 'browser',
  'auth/client-certificate': 'customer-administrator',
};
