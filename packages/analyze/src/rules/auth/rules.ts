import type { GroupRules } from '../group-rules.ts';
import { clientCertificate } from './client-certificate/rule.ts';
import { clockSkew } from './clock-skew/rule.ts';
import { cookieDomain } from './cookie-domain/rule.ts';
import { cookieLost } from './cookie-lost/rule.ts';
import { cookiePrefix } from './cookie-prefix/rule.ts';
import { cookieSamesite } from './cookie-samesite/rule.ts';
import { cookieThirdParty } from './cookie-third-party/rule.ts';
import { cookieTooLarge } from './cookie-too-large/rule.ts';
import { csrf } from './csrf/rule.ts';
import { firewallRefused } from './firewall-refused/rule.ts';
import { lostOnRedirect } from './lost-on-redirect/rule.ts';
import { missingCredentials } from './missing-credentials/rule.ts';
import { noChallenge } from './no-challenge/rule.ts';
import { oauthError } from './oauth-error/rule.ts';
import { redirectLoop } from './redirect-loop/rule.ts';
import { redirectToLogin } from './redirect-to-login/rule.ts';
import { refreshLoop } from './refresh-loop/rule.ts';
import { refreshRefused } from './refresh-refused/rule.ts';
import { samlRefused } from './saml-refused/rule.ts';
import { scopeMissing } from './scope-missing/rule.ts';
import { tokenAudience } from './token-audience/rule.ts';
import { tokenExpired } from './token-expired/rule.ts';
import { tokenNotYetValid } from './token-not-yet-valid/rule.ts';
import { unauthorized } from './unauthorized/rule.ts';

export const authRules: GroupRules<'auth'> = {
  'auth/missing-credentials': missingCredentials,
  'auth/no-challenge': noChallenge,
  'auth/token-expired': tokenExpired,
  'auth/token-not-yet-valid': tokenNotYetValid,
  'auth/token-audience': tokenAudience,
  'auth/clock-skew': clockSkew,
  'auth/refresh-loop': refreshLoop,
  'auth/refresh-refused': refreshRefused,
  'auth/oauth-error': oauthError,
  'auth/redirect-to-login': redirectToLogin,
  'auth/redirect-loop': redirectLoop,
  'auth/saml-refused': samlRefused,
  'auth/lost-on-redirect': lostOnRedirect,
  'auth/cookie-samesite': cookieSamesite,
  'auth/cookie-domain': cookieDomain,
  'auth/cookie-prefix': cookiePrefix,
  'auth/cookie-too-large': cookieTooLarge,
  'auth/cookie-third-party': cookieThirdParty,
  'auth/cookie-lost': cookieLost,
  'auth/scope-missing': scopeMissing,
  'auth/firewall-refused': firewallRefused,
  'auth/csrf': csrf,
  'auth/client-certificate': clientCertificate,
  'auth/unauthorized': unauthorized,
};
