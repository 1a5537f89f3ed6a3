import { headerPlaces, parameterPlaces } from '../name-place.ts';
import type { NameRow } from '../name-row.ts';

const OAUTH = 'https://www.rfc-editor.org/rfc/rfc6749';
const OIDC = 'https://openid.net/specs/openid-connect-core-1_0.html';
const CSRF =
  'https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html';

/** Tokens and the other values that OAuth, OpenID Connect and sessions hand about. */
export const tokenNames: readonly NameRow[] = [
  {
    rule: 'name/refresh-token',
    kind: 'refresh-token',
    guard: 'token',
    ends: 'refresh token, refreshtoken, offline token, rotation token',
    numbersStay: true,
    source: OAUTH,
  },
  {
    rule: 'name/id-token',
    kind: 'id-token',
    guard: 'token',
    ends: 'id token, idtoken, identity token, id token hint, logout token',
    numbersStay: true,
    source: OIDC,
  },
  {
    rule: 'name/device-token',
    kind: 'device-token',
    guard: 'token',
    ends: 'device token, push token, fcm token, apns token, registration token, push key, pushkey',
    whole: 'registration id, gcm id',
    numbersStay: true,
    source: 'https://firebase.google.com/docs/cloud-messaging/manage-tokens',
  },
  {
    rule: 'name/captcha-token',
    kind: 'captcha',
    guard: 'token',
    ends: 'captcha token, recaptcha token, captcha response, recaptcha response, turnstile response, turnstile token, captcha',
    source: 'https://developers.google.com/recaptcha/docs/verify',
  },
  {
    rule: 'name/csrf',
    kind: 'csrf',
    guard: 'token',
    ends:
      'csrf, xsrf, csrf token, xsrf token, csrftoken, xsrftoken, authenticity token, request verification token, ' +
      'anti forgery token, antiforgery token, antiforgery, csrfmiddlewaretoken, form token, form key, csrf nonce, wpnonce, wp nonce, ' +
      // ServiceNow, Microsoft, Vaadin
      'g ck, sysparm ck, api canary, vaadin security key',
    whole: 'canary, crumb, jenkins crumb, sec token',
    source: CSRF,
  },
  {
    rule: 'name/access-token',
    kind: 'access-token',
    guard: 'token',
    ends:
      'access token, accesstoken, auth token, authtoken, authentication token, authorization token, bearer token, oauth token, ' +
      'api token, apitoken, login token, security token, service token, user token, sso token, jwt token, subject token, ' +
      'actor token, bot token, guest token, personal token, ltpa token, ltpatoken, sas token, initial access token, ' +
      'registration access token, token string, jwt string, accesstok, job token, private token, jwt assertion, oidc data, oidc accesstoken, ' +
      'firebase appcheck, installations auth',
    whole: 'jwt, bearer, dpop, zak, wresult, authz, user jwt, auth jwt, access jwt, jwt access',
    numbersStay: true,
    source: OAUTH,
  },
  {
    rule: 'name/token',
    kind: 'access-token',
    guard: 'token',
    ends: 'token, tok',
    numbersStay: true,
    source: OAUTH,
  },
  {
    rule: 'name/session',
    kind: 'session',
    guard: 'token',
    ends:
      'session id, sessionid, session token, sessiontoken, session key, sessionkey, session ticket, session cookie, auth cookie, login cookie, session data key, ' +
      'session handle, jsessionid, phpsessid, aspsessionid, sess id, sessid, sess token, connect sid, session hash, session guid, ' +
      'remember token, remember me token, remember me, login ticket, session code, session secret, auth session, session index, rpc session',
    whole:
      'iplanetdirectorypro, smsession, mysapsso2, oam req, state handle, interaction handle, jsession, session, sid, sess, ssid token, sessionhandle, cfid, cftoken',
    source: 'https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html',
  },
  {
    rule: 'name/session-list',
    kind: 'session',
    guard: 'random',
    minLength: 16,
    ends: '',
    whole: 'sessions, jwts',
    places: ['json', 'xml-element'],
    source: 'https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html',
  },
  {
    rule: 'name/ticket',
    kind: 'session',
    guard: 'random',
    minLength: 16,
    ends:
      'service ticket, proxy ticket, cas ticket, sso ticket, pgt, ticket granting ticket, session data, auth data, secret block, ' +
      'login challenge, consent challenge, login verifier, consent verifier, ws ticket, websocket ticket, socket ticket, ' +
      'stream ticket, connection ticket, upload ticket, auth ticket, logon ticket, state context',
    whole: 'ticket, ctx, s ctx, flow, sft, tgt',
    places: [...headerPlaces, ...parameterPlaces, 'json', 'xml-element'],
    source: 'https://apereo.github.io/cas/development/protocol/CAS-Protocol-Specification.html',
  },
  {
    rule: 'name/authorization-code',
    kind: 'authorization-code',
    guard: 'token',
    ends: 'auth code, authcode, authorization code, oauth code, device code, oauth verifier, exchange code, server auth code, oob code',
    source: OAUTH,
  },
  {
    rule: 'name/code',
    kind: 'authorization-code',
    guard: 'random',
    minLength: 10,
    ends: '',
    whole: 'code, oauth2 code, auth req id',
    places: [...parameterPlaces, 'json'],
    numbersStay: true,
    source: OAUTH,
  },
  {
    rule: 'name/state',
    kind: 'oauth-state',
    guard: 'random',
    ends: 'oauth state, auth state, relay state, relaystate, login state, opaque state',
    whole: 'state',
    places: [...parameterPlaces, 'json'],
    numbersStay: true,
    source: OAUTH,
  },
  {
    rule: 'name/nonce',
    kind: 'nonce',
    guard: 'token',
    ends: 'nonce, cnonce, nextnonce',
    source: OIDC,
  },
  {
    rule: 'name/code-verifier',
    kind: 'code-verifier',
    guard: 'token',
    ends: 'code verifier, pkce verifier, codeverifier, oauth verifier code',
    whole: 'verifier, co verifier',
    source: 'https://www.rfc-editor.org/rfc/rfc7636',
  },
  {
    rule: 'name/code-challenge',
    kind: 'code-challenge',
    guard: 'token',
    ends: 'code challenge, pkce challenge, codechallenge',
    source: 'https://www.rfc-editor.org/rfc/rfc7636',
  },
  {
    rule: 'name/assertion',
    kind: 'assertion',
    guard: 'random',
    minLength: 20,
    ends: 'assertion, client assertion, saml assertion, saml2 assertion, attestation object, authenticator data, client data json, software statement',
    source: 'https://www.rfc-editor.org/rfc/rfc7521',
  },
  {
    rule: 'name/saml-message',
    kind: 'saml',
    guard: 'token',
    minLength: 20,
    ends: 'saml response, samlresponse, saml request, samlrequest, saml art, samlart, binary security token, cipher value',
    source: 'https://docs.oasis-open.org/security/saml/v2.0/saml-bindings-2.0-os.pdf',
  },
  {
    rule: 'name/saml-identity',
    kind: 'identity',
    guard: 'any',
    ends: '',
    whole:
      'saml name id, saml2 name id, name id, nameid, attribute value, saml attribute value, saml2 attribute value',
    places: ['xml-element'],
    source: 'https://docs.oasis-open.org/security/saml/v2.0/saml-core-2.0-os.pdf',
  },
  {
    rule: 'name/auth',
    kind: 'access-token',
    guard: 'random',
    ends: 'authentication, user auth, tableau auth, honeycomb team, jfrog art api, client principal, auth header, npm auth, registry auth, docker auth, git auth',
    whole: 'auth, authorization, bearer auth, credential id secret',
    places: [...headerPlaces, ...parameterPlaces, 'json', 'xml-element', 'xml-attribute'],
    source: 'https://www.rfc-editor.org/rfc/rfc9110#section-11',
  },
  {
    rule: 'name/path-session',
    kind: 'session',
    // Sessions of other kinds (calls, meetings) have UUIDs and counters for ids.
    guard: 'opaque',
    minLength: 20,
    ends: 'session, sessions, callback',
    places: ['path'],
    source: 'https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html',
  },
  {
    rule: 'name/short-parameter',
    kind: 'access-token',
    guard: 'opaque',
    minLength: 20,
    ends: '',
    // `resume` signs a client of Meteor in again.
    whole: 'st, sso, at, rt, tk, resume',
    places: ['query', 'fragment', 'form', 'json'],
    numbersStay: true,
    source: OAUTH,
  },
  {
    rule: 'name/link-parameter',
    kind: 'link-token',
    // Times and counters have the same name, and no letters.
    guard: 'opaque',
    minLength: 20,
    ends: '',
    whole: 't',
    places: parameterPlaces,
    source: 'https://cheatsheetseries.owasp.org/cheatsheets/Forgot_Password_Cheat_Sheet.html',
  },
  {
    rule: 'name/token-hash',
    kind: 'link-token',
    // What a link of a mail is redeemed by, and not a digest that only tells which.
    guard: 'random',
    minLength: 20,
    ends: 'token hash',
    places: parameterPlaces,
    source: 'https://supabase.com/docs/guides/auth/auth-email-templates',
  },
  {
    rule: 'name/link-token',
    kind: 'link-token',
    guard: 'random',
    minLength: 12,
    ends:
      'reset, reset password, password reset, resetpassword, verify, verify email, verification, confirm, confirm email, ' +
      'confirmation, activate, activation, magic, magic link, magiclink, magic login, signin link, sign in link, login link, ' +
      ' unsubscribe, invite, invitation, invitations, accept, ' +
      'join, token, recover, recovery, passwordless, onetime, one time, otp, webhook, webhooks, hooks, incoming, share, shared, jsessionid',
    places: ['path'],
    source: 'https://cheatsheetseries.owasp.org/cheatsheets/Forgot_Password_Cheat_Sheet.html',
  },
];
