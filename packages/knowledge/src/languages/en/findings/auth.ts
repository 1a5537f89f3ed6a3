import type { CookieLossCause } from '../../../finding/finding-facts.ts';
import { place } from '../../../finding/place.ts';
import { sameSiteOf } from '../../../finding/same-site.ts';
import { timeSpan } from '../../../finding/time-span.ts';
import type { GroupWords } from '../../../words.ts';
import { quote, request, search, searchStep } from '../phrases.ts';

/** RFC 6749 §4.1.2.1 and §5.2, OpenID Connect Core §3.1.2.6. */
const oauthCode: Readonly<Record<string, string>> = {
  access_denied: 'The person, or a policy, did not agree. Mostly somebody pressed Cancel.',
  login_required:
    'The page asked silently whether somebody is signed in; nobody is. That is an answer, not a fault.',
  interaction_required: 'The page asked silently, and the sign-in service wants to ask the person.',
  consent_required:
    'The page asked silently, and the person has not agreed to what the application asks for.',
  invalid_client:
    'The sign-in service does not know the application, or does not accept how it proves who it is.',
  invalid_grant: 'The code is expired, was used before, or belongs to another redirect address.',
  invalid_scope: 'The application asks for a scope that does not exist, or that it may not have.',
  unauthorized_client: 'The application may not sign people in this way.',
  server_error: 'The sign-in service itself had an error.',
  temporarily_unavailable: 'The sign-in service is overloaded or under maintenance.',
};

/** One cookie by its name, several with their number. */
const kept = ({ cookies, cookieCount }: { readonly cookies: string; readonly cookieCount: number }) =>
  cookieCount === 1 ? `the cookie ${cookies}` : `${cookieCount} cookies (${cookies})`;

/** How a session's cookie was lost. */
const lostBy: Readonly<Record<CookieLossCause, string>> = {
  removed: 'another answer took it away',
  expired: 'it was set with an end in the past',
  path: 'it was set for another path',
  insecure: 'it has Secure and was set over http',
  unknown: 'earlier requests had carried it, this one does not',
};

export const authFindings: GroupWords<'auth'> = {
  'auth/unauthorized': {
    verdict: (f) => {
      const why = f.errorText === undefined ? '' : `: ${quote(f.errorText)}`;
      const healed = f.healed ? '; it worked when it was asked again' : '';
      if (f.handshake !== undefined)
        return `${request(f)} was refused (${f.status}) at first, as a sign-in with ${f.handshake} begins, and was then let in.`;
      if (f.status === 407) return `The proxy asked for a sign-in before ${request(f)} (407)${healed}${why}.`;
      const what =
        f.status === 401
          ? 'was refused, because the service does not accept who asks (401)'
          : 'was forbidden (403)';
      return `${request(f)} ${what}${healed}${why}${search(f)}.`;
    },
    explanation: (f) => {
      if (f.handshake !== undefined)
        return 'Such a sign-in takes several rounds on one connection, and each but the last is answered with a refusal.';
      if (f.status === 403)
        return 'The service knows who asks and does not allow it: a role, a licence or a scope is missing, or a firewall refused.';
      if (f.credentials === 'missing')
        return 'The request carried no credentials, while others in this capture do.';
      if (f.credentials === 'sent')
        return 'Credentials were sent and not accepted: expired, revoked, or made for another service.';
      return 'Whether credentials were sent cannot be seen: the exporter leaves them out of every request.';
    },
    nextStep: (f) => {
      if (f.healed) return 'Nothing has to be done: a sign-in often begins with a refusal.';
      if (f.status === 407) return 'Sign in at the proxy, or let the host through without.';
      if (f.status === 403) return `Check role, licence and scopes of the person. ${searchStep(f)}`;
      return `Sign out and in again, and try once more. ${searchStep(f)}`;
    },
  },
  'auth/missing-credentials': {
    verdict: (f) => {
      const why = f.errorText === undefined || f.healed ? '' : `: ${quote(f.errorText)}`;
      const healed = f.healed ? '; it worked when it was asked again' : '';
      return `${request(f)} was refused (401) because it carried neither Authorization nor a cookie${healed}${why}${search(f)}.`;
    },
    explanation: () =>
      'Other requests to the same site in this capture do carry credentials, so the page did not attach them here, or had lost them.',
    nextStep: (f) =>
      f.healed
        ? 'Nothing has to be done: the page attached them when it asked again.'
        : 'Find out in the page’s code why this request is sent without credentials; until then sign in again and reload.',
  },
  'auth/no-challenge': {
    verdict: (f) => `${request(f)} was answered with 401 and without WWW-Authenticate.`,
    explanation: () =>
      'RFC 9110 asks for the field, which says how to sign in. Many services leave it out on purpose; clients that rely on it cannot sign in by themselves.',
    nextStep: () => 'Have the service send WWW-Authenticate with its 401, for example Bearer.',
  },
  'auth/token-expired': {
    verdict: (f) => {
      const ago = f.expiredMs === 0 ? 'just then' : `${timeSpan(f.expiredMs)} before`;
      const healed = f.healed ? '; it worked when it was asked again' : '';
      return `${request(f)} was refused (${f.status}) because its ${f.signedUrl ? 'signed address' : 'token'} had expired ${ago}${healed}${search(f)}.`;
    },
    explanation: (f) =>
      f.signedUrl
        ? 'The address itself says until when it may be used (X-Amz-Expires, Expires, se), and that was before the request by the server’s own clock.'
        : 'The token’s claim exp (of a SAML assertion NotOnOrAfter) is earlier than the moment of the request by the server’s own clock.',
    nextStep: (f) => {
      if (f.healed) return 'Nothing has to be done: the page fetched a new token, as it should.';
      return f.signedUrl
        ? 'Reload the page, so that it asks for a new address. If it comes back, let the page ask for the address only when it is needed, or let it hold longer.'
        : 'Sign in again. If it comes back, look at why the page does not renew the token in time.';
    },
  },
  'auth/token-not-yet-valid': {
    verdict: (f) =>
      `${request(f)} was refused (${f.status}) because its token becomes valid only ${timeSpan(f.earlyMs)} later (claim ${f.claim})${search(f)}.`,
    explanation: () =>
      'By the server’s clock the token comes from the future: the clocks of the sign-in service and of this service differ.',
    nextStep: () =>
      'Compare the clocks of the sign-in service and of the service that refused (NTP); allow for a minute of difference.',
  },
  'auth/token-audience': {
    verdict: (f) =>
      `${request(f)} was refused (${f.status}): ${quote(f.errorText)}; the token says ${f.claim}: ${f.value}${search(f)}.`,
    explanation: (f) =>
      f.claim === 'aud'
        ? 'The token was made for another service than the one that was asked.'
        : 'The token was made by another sign-in service than the one that is trusted here.',
    nextStep: (f) =>
      `Compare the claim ${f.claim} with what the service accepts, and the page’s sign-in settings with the environment.`,
  },
  'auth/clock-skew': {
    verdict: (f) =>
      `The clock of ${f.host ?? 'the machine that recorded the capture'} is ${timeSpan(f.skewMs)} ${f.ahead ? 'ahead of' : 'behind'} ${f.host === undefined ? `the servers’ (${f.answers} answers of ${f.hosts} hosts agree)` : `those of ${f.hosts} other servers (by the Date of ${f.answers === 1 ? 'one answer' : `${f.answers} answers`})`}${f.refusals === 0 ? '' : `; ${f.refusals} ${f.refusals === 1 ? 'request was' : 'requests were'} refused because of it`}.`,
    explanation: (f) =>
      f.host !== undefined
        ? 'Tokens of that server seem to come from the future, or to be expired, wherever else they are looked at.'
        : 'Tokens seem expired or not valid yet on such a machine, and times in the capture do not match the logs.',
    nextStep: (f) =>
      f.host !== undefined
        ? `Set the clock of ${f.host} by the network (NTP).`
        : `Set the machine’s clock by the network (NTP). When searching logs by time, ${f.ahead ? 'subtract' : 'add'} ${timeSpan(f.skewMs)}.`,
  },
  'auth/refresh-loop': {
    verdict: (f) =>
      `The page fetched ${f.count} new tokens within a minute at ${place(f)}, and each was refused with 401 (${f.refusals} times)${search(f)}.`,
    explanation: () =>
      'The tokens are issued, and the service does not accept them: made for another audience, for a session that ended, or by a clock that is off.',
    nextStep: (f) => `Compare the token’s claims with what the service accepts. ${searchStep(f)}`,
  },
  'auth/refresh-refused': {
    verdict: (f) =>
      `${request(f)} did not renew the session (${f.status}): ${quote(f.errorText)}${search(f)}.`,
    explanation: () =>
      'The refresh token is expired, revoked, or was used before; everything that needs the session fails from here on.',
    nextStep: () =>
      'Sign in again. If many people are affected, look for a change of password rules, of keys, or of session lifetimes.',
  },
  'auth/oauth-error': {
    verdict: (f) =>
      f.inCallback
        ? `The sign-in service sent the browser back to ${place(f)} with an error: ${quote(f.errorText)}${search(f)}.`
        : `${request(f)} ${f.inRedirect ? 'sent the browser back with an error' : `answered ${f.status}`}: ${quote(f.errorText)}${search(f)}.`,
    explanation: (f) => oauthCode[f.code] ?? 'The sign-in service refused; the code says why (RFC 6749).',
    nextStep: (f) => {
      if (f.code === 'access_denied')
        return 'If somebody pressed Cancel, nothing has to be done. Otherwise ask the administrator whether the person may use the application, and whether consent was given for it.';
      return /_required$|_pending$|slow_down/.test(f.code)
        ? 'Nothing has to be done, unless the sign-in that should follow does not appear.'
        : 'Compare the application’s registration at the sign-in service (client, redirect address, scopes) with what was sent, and look into its logs.';
    },
  },
  'auth/redirect-to-login': {
    verdict: (f) => {
      const healed = f.healed ? '; it worked later' : '';
      return `${request(f)} was redirected to the sign-in ${f.target} (${f.status}) instead of being answered${healed}${search(f)}.`;
    },
    explanation: () =>
      'The session is over. A page that asks for data cannot sign in there: it gets a sign-in page, or a CORS error in its place.',
    nextStep: (f) =>
      f.healed
        ? 'Nothing has to be done, unless it repeats.'
        : 'Reload the page and sign in. The service should answer such requests with 401, so that the page can tell.',
  },
  'auth/redirect-loop': {
    verdict: (f) =>
      `${place(f)} and the sign-in ${f.target} sent the browser to each other ${f.hops} times${search(f)}.`,
    explanation: () =>
      'The sign-in holds the person signed in, and the service does not: mostly its cookie is not kept, or not sent back.',
    nextStep: () =>
      'Delete the cookies of both hosts and try once more; then look at the Set-Cookie of the service (SameSite, Domain, Secure) and at the clocks.',
  },
  'auth/saml-refused': {
    verdict: (f) => {
      const why = f.errorText === undefined ? '' : `: ${quote(f.errorText)}`;
      return `${place(f)} carries a SAML response with the status ${f.samlStatus}${why}.`;
    },
    explanation: () =>
      'The identity provider did not sign the person in; the HTTP statuses around it may look fine.',
    nextStep: () =>
      'Look into the identity provider’s log at that time: the account, its assignment to the application, and the settings of both sides.',
  },
  'auth/lost-on-redirect': {
    verdict: (f) =>
      `${request(f)} was refused (${f.status}) because the redirect from ${f.from} lost Authorization${search(f)}.`,
    explanation: () =>
      'Browsers take Authorization off when a redirect leads to another origin, so that nobody else gets it.',
    nextStep: (f) =>
      `Let the page ask ${f.host} itself; requests with Authorization should not be redirected to another host, scheme or port.`,
  },
  'auth/cookie-samesite': {
    verdict: (f) =>
      `The browser did not keep ${kept(f)} of ${request(f)}: ${f.reason === 'SameSiteNoneInsecure' ? 'SameSite=None needs Secure' : `${sameSiteOf(f.reason)} may not be set for another site’s page`}.`,
    explanation: () =>
      'Exports list such cookies as if they were kept; the next request goes without them. Without SameSite a cookie counts as Lax.',
    nextStep: (f) =>
      f.reason === 'SameSiteNoneInsecure'
        ? 'Have the service add Secure to Set-Cookie.'
        : 'If the cookie is needed inside other sites’ pages, have the service set it with SameSite=None; Secure.',
  },
  'auth/cookie-domain': {
    verdict: (f) =>
      `The browser did not keep ${kept(f)} of ${request(f)}: Domain=${f.domain} does not cover ${f.host}, or is too wide.`,
    explanation: () =>
      'A cookie may be set for the host that answers or for a domain above it, but not for a name under which anybody can register.',
    nextStep: () => 'Have the service correct Domain in Set-Cookie, or leave it out.',
  },
  'auth/cookie-prefix': {
    verdict: (f) =>
      `The browser did not keep ${kept(f)} of ${request(f)}: the prefix of its name asks for attributes that are missing.`,
    explanation: () =>
      'A name with __Secure- needs Secure and https; one with __Host- needs Path=/ as well, and no Domain.',
    nextStep: () => 'Have the service add the attributes to Set-Cookie, or change the name.',
  },
  'auth/cookie-too-large': {
    verdict: (f) =>
      `The browser did not keep ${kept(f)} of ${request(f)}: ${f.sizeBytes === undefined ? 'name and value have more than 4096 bytes, the limit' : `name and value have ${f.sizeBytes} bytes, and 4096 is the limit`}.`,
    explanation: () => 'Larger cookies are thrown away without a word; the next request goes without them.',
    nextStep: () => 'Have the service keep the data on its side, and only a short id in the cookie.',
  },
  'auth/cookie-third-party': {
    verdict: (f) =>
      f.told
        ? `The browser keeps ${kept(f)} of ${place(f)} away from a page of another site: it blocks third-party cookies, and says so itself.`
        : `${place(f)} set ${kept(f)} for a page of another site, and none of ${f.chances} later requests carried it: the browser blocks third-party cookies.`,
    explanation: () =>
      'Embedded services cannot keep a session that way. For trackers that is intended; for a sign-in it is the fault.',
    nextStep: () =>
      'Allow third-party cookies for this site and try once more; the lasting way is one site for both, Partitioned cookies, or the Storage Access API.',
  },
  'auth/cookie-lost': {
    verdict: (f) =>
      `${request(f)} was refused (${f.status}) without the session’s cookie ${f.cookie}: ${lostBy[f.cause]}${search(f)}.`,
    explanation: () => 'Nobody signed out in between; the service no longer knows whose request it is.',
    nextStep: () =>
      'Sign in again. If it comes back, compare lifetime, Path and Domain of the cookie with the moment and the address of this request.',
  },
  'auth/scope-missing': {
    verdict: (f) => {
      const why = f.errorText === undefined ? '' : `: ${quote(f.errorText)}`;
      const asked = f.required === undefined ? '' : `; asked for is ${f.required}`;
      const has = f.granted === undefined ? '' : `; the token has ${f.granted}`;
      return `${request(f)} was refused (${f.status}) because a permission is missing${why}${asked}${has}${search(f)}.`;
    },
    explanation: () => 'The service knows who asks; a scope, a role or a right for this is not there.',
    nextStep: () =>
      'Let an administrator grant the role, or the scope to the application; then sign in again, because tokens keep what they were made with.',
  },
  'auth/firewall-refused': {
    verdict: (f) => {
      const reference = f.reference === undefined ? '' : `, reference ${f.reference}`;
      return `${request(f)} was refused (${f.status}) by ${f.vendor} in front of the service${reference}.`;
    },
    explanation: () =>
      'A firewall or bot protection decided; the service never saw the request, and its logs know nothing of it.',
    nextStep: (f) =>
      f.reference === undefined
        ? `Ask whoever runs ${f.vendor} for the service which rule decided at that time, with the address of the machine.`
        : `Ask whoever runs ${f.vendor} for the service which rule decided, with the reference ${f.reference}.`,
  },
  'auth/csrf': {
    verdict: (f) => {
      const why = f.errorText === undefined ? '' : `: ${quote(f.errorText)}`;
      const field =
        f.missingField === undefined ? '' : `; other requests carry ${f.missingField}, this one does not`;
      return `${request(f)} was refused (${f.status}) because the token against forged requests is missing or stale${why}${field}${search(f)}.`;
    },
    explanation: () =>
      'Services tie changes to a token that the page got with its session; an old page, a second tab or a lost cookie breaks the tie.',
    nextStep: () =>
      'Reload the page and try again. If it comes back, compare the token’s field with that of a request that works.',
  },
  'auth/client-certificate': {
    verdict: (f) => {
      const code = f.code === undefined ? '' : ` (${f.code})`;
      const why = f.errorText === undefined ? '' : `: ${quote(f.errorText)}`;
      return f.status === undefined
        ? `${request(f)} did not connect: the server asks for a client certificate${code}.`
        : `${request(f)} was refused (${f.status}), because the server asks for a client certificate${why}${search(f)}.`;
    },
    explanation: () =>
      'No certificate was there, none was chosen, or the server does not accept the one that was sent.',
    nextStep: () =>
      'Check that the certificate is installed with its key and not expired, that the right one is chosen, and that the server trusts its issuer.',
  },
};
