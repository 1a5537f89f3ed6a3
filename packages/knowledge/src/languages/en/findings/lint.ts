import type { ContentKind, CookieTrouble } from '../../../finding/finding-facts.ts';
import type { GroupWords } from '../../../words.ts';
import { request } from '../phrases.ts';

const kind: Readonly<Record<ContentKind, string>> = {
  json: 'JSON',
  html: 'HTML',
  xml: 'XML',
  image: 'a picture',
  pdf: 'a PDF',
  unknown: 'content',
};

const trouble: Readonly<Record<CookieTrouble, string>> = {
  expires: 'an Expires that is no date',
  'max-age': 'a Max-Age that is no number',
  path: 'a Path that does not begin with /',
  'same-site': 'a SameSite that nobody knows',
  'http-only': 'no HttpOnly, so that scripts can read it',
  secure: 'no Secure, so that it may travel in the clear',
};

const cookieName = (cookie: string | undefined) =>
  cookie === undefined ? 'a cookie' : `the cookie ${cookie}`;

export const lintFindings: GroupWords<'lint'> = {
  'lint/bad-date': {
    verdict: (f) => `${request(f)} sends a date in ${f.field} that HTTP does not know.`,
    explanation: () => 'Readers can do nothing with such a date; in Expires, caches take it for long ago.',
    nextStep: () => 'Have the server write dates like Sun, 06 Nov 1994 08:49:37 GMT (RFC 9110 §5.6.7).',
  },
  'lint/cache-control-conflict': {
    verdict: (f) =>
      f.first === f.second
        ? `${request(f)} names ${f.first} twice in Cache-Control, with two values.`
        : `${request(f)} says both ${f.first} and ${f.second} in Cache-Control.`,
    explanation: () => 'They exclude each other, and not all caches choose alike.',
    nextStep: () => 'Decide which one is meant and drop the other (RFC 9111 §5.2.2).',
  },
  'lint/no-store-public': {
    verdict: (f) => `${request(f)} says both public and no-store in Cache-Control.`,
    explanation: () => 'no-store wins: nothing is kept. Somebody probably meant something else.',
    nextStep: () => 'Drop public, or no-store if the answer may be kept (RFC 9111 §5.2.2).',
  },
  'lint/weak-etag-range': {
    verdict: (f) => `${request(f)} sends a part (206) with a weak ETag.`,
    explanation: () =>
      'A weak validator cannot tell whether two parts belong together, so a broken download starts anew.',
    nextStep: () => 'Send a strong ETag with files that are served in parts (RFC 9110 §13.1.5).',
  },
  'lint/vary-star': {
    verdict: (f) => `${request(f)} says Vary: *.`,
    explanation: () => 'No stored answer ever fits, so nothing can be kept.',
    nextStep: () => 'Name the request fields that matter, or say Cache-Control: no-store (RFC 9110 §12.5.5).',
  },
  'lint/content-type-mismatch': {
    verdict: (f) =>
      f.mimeType === undefined
        ? `${request(f)} sends ${kind[f.found]} without a Content-Type.`
        : `${request(f)} calls itself ${f.mimeType}, but is ${kind[f.found]}.`,
    explanation: () => 'Browsers guess then, or refuse the answer, depending on other fields.',
    nextStep: () => 'Have the server name the right Content-Type (RFC 9110 §8.3).',
  },
  'lint/redirect-without-location': {
    verdict: (f) => `${request(f)} redirects (${f.status}) without a Location.`,
    explanation: () => 'The browser cannot follow it and shows an empty page.',
    nextStep: () => 'Send Location, or a status that is no redirect (RFC 9110 §15.4).',
  },
  'lint/content-with-204': {
    verdict: (f) => `${request(f)} answers 204 (no content) and announces or sends content.`,
    explanation: () => 'Some readers wait for it, or take it for the next answer.',
    nextStep: () => 'Send 200 with the content, or 204 without Content-Length (RFC 9110 §8.6).',
  },
  'lint/not-modified-without-validator': {
    verdict: (f) => `${request(f)} was answered 304 (not modified) without having asked.`,
    explanation: () =>
      'The request carried no If-None-Match or If-Modified-Since, so the browser may have nothing to show.',
    nextStep: () => 'Send 304 only to conditional requests (RFC 9110 §15.4.5); look for a cache in between.',
  },
  'lint/duplicate-header': {
    verdict: (f) => `${request(f)} sends ${f.field} more than once, with different values.`,
    explanation: () => 'The field may stand once; each reader takes another value.',
    nextStep: () => 'Look for two places that set it, often the service and a gateway (RFC 9110 §5.3).',
  },
  'lint/malformed-header': {
    verdict: (f) => `${request(f)} sends a ${f.field} that is not written as its standard asks.`,
    explanation: () => 'Readers drop such a field as if it were not there.',
    nextStep: () => 'Correct the value; the field’s standard gives its grammar.',
  },
  'lint/cookie-attributes': {
    verdict: (f) => `${request(f)} sets ${cookieName(f.cookie)} with ${trouble[f.trouble]}.`,
    explanation: () =>
      'Browsers drop an attribute that they do not understand; a session’s cookie should be kept from scripts and from plain http.',
    nextStep: () => 'Correct the attributes of Set-Cookie (RFC 6265 §4.1.2).',
  },
  'lint/hsts': {
    verdict: (f) =>
      f.trouble === 'missing'
        ? `${request(f)} is secure and sends no Strict-Transport-Security.`
        : `${request(f)} sends Strict-Transport-Security without a max-age.`,
    explanation: () => 'Browsers then do not insist on https at the next visit.',
    nextStep: () => 'Send Strict-Transport-Security: max-age=31536000 (RFC 6797 §6.1).',
  },
  'lint/secret-in-url': {
    verdict: (f) =>
      f.parameter === 'userinfo'
        ? `${request(f)} carries a user name and password before the host.`
        : `${request(f)} carries a credential in its address (${f.parameter}).`,
    explanation: () => 'Addresses stand in logs, histories and Referer fields.',
    nextStep: () => 'Send it in a header field or in the body, and make the one that was shown worthless.',
  },
};
