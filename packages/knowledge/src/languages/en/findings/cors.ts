import type { CorsHeaderFacts, CorsSign } from '../../../finding/finding-facts.ts';
import type { FindingSentences, GroupWords } from '../../../words.ts';
import { quote, request, search, searchStep } from '../phrases.ts';

/** A finding that one header field decides: the verdict names it, only the explanation differs. */
const header = (explanation: string): FindingSentences<CorsHeaderFacts> => ({
  verdict: (f) => {
    const says = f.actual === undefined ? `has no ${f.header}` : `says ${f.header}: ${f.actual}`;
    return f.preflight
      ? `The browser never sent ${request(f)} for the page at ${f.origin}: the preflight’s answer (${f.status}) ${says}, and ${f.expected} is needed.`
      : `The browser kept ${request(f)} from the page at ${f.origin}: the answer (${f.status}) ${says}, and ${f.expected} is needed${search(f)}.`;
  },
  explanation: (f) =>
    f.preflight && f.status >= 400
      ? `${explanation} The preflight was answered with ${f.status}: mostly a gateway or a sign-in refuses OPTIONS before the service sees it.`
      : explanation,
  nextStep: (f) => {
    const to = f.preflight ? 'the preflight (OPTIONS)' : 'the request';
    return /Methods|Headers/.test(f.header)
      ? `Have the service add ${f.expected} to ${f.header} in its answer to the preflight (OPTIONS).`
      : `Have the service, or the gateway before it, answer ${to} with ${f.header}: ${f.expected}.`;
  },
});

const signs: Readonly<Record<CorsSign, string>> = {
  'preflight-refused': 'the preflight was refused, so the request was never sent',
  'preflight-insufficient': 'the preflight was answered but did not allow it, so the request was never sent',
  'answer-withheld': 'the answer arrived, but the page was not allowed to read it',
  'not-in-capture': 'the browser itself said no',
};

export const corsFindings: GroupWords<'cors'> = {
  'cors/missing-allow-origin': header(
    'A page may read an answer of another origin only when the answer allows it. The service did answer; the page alone was not given it.',
  ),
  'cors/allow-origin-mismatch': header(
    'The answer allows another origin than the page’s: a fixed value, or a cache that keeps answers made for another origin because Vary: Origin is missing.',
  ),
  'cors/multiple-allow-origin': header(
    'One origin or * is all that counts. Several come from a list in the settings, or from a service and a gateway that both add the field.',
  ),
  'cors/invalid-allow-origin': header(
    'The value is no origin: an origin is a scheme, a host and, where it is unusual, a port, without a path.',
  ),
  'cors/wildcard-with-credentials': header(
    'The page asked with credentials such as cookies; then * does not count, and the answer must name the origin.',
  ),
  'cors/no-allow-credentials': header(
    'The page asked with credentials such as cookies; then the answer must also allow those, with the word true in lower case.',
  ),
  'cors/preflight-missing-allow-origin': header(
    'Before such a request the browser asks for leave (preflight), and the answer gives none to any page.',
  ),
  'cors/preflight-allow-origin-mismatch': header(
    'Before such a request the browser asks for leave (preflight), and the answer gives it to something else than the page’s origin: to another one, to several at once, or to none that is valid.',
  ),
  'cors/preflight-wildcard': header(
    'The page wants to send credentials such as cookies; then * does not count, and the preflight’s answer must name the origin.',
  ),
  'cors/preflight-no-allow-credentials': header(
    'The page wants to send credentials such as cookies; then the preflight’s answer must also allow those.',
  ),
  'cors/preflight-method': header(
    'The preflight’s answer does not list the method. Upper and lower case differ, and * does not count for requests with credentials.',
  ),
  'cors/preflight-header': header(
    'The preflight’s answer does not list every field that the page wants to send; * does not count for requests with credentials.',
  ),
  'cors/masked-server-error': {
    verdict: (f) => {
      const why = f.errorText === undefined ? '' : `: ${quote(f.errorText)}`;
      return `${request(f)} failed with ${f.status}${why}; the browser shows a CORS error instead (${f.reason})${search(f)}.`;
    },
    explanation: (f) =>
      `Error pages often lack the permission that the service itself would send, here for ${f.origin}: the status is the cause, the CORS error a symptom.`,
    nextStep: (f) =>
      `Mend the ${f.status} first. ${searchStep(f)} Then let error pages carry Access-Control-Allow-Origin as well, so that pages can show what failed.`,
  },
  'cors/preflight-status': {
    verdict: (f) =>
      `The browser never sent ${request(f)} for the page at ${f.origin}: its preflight was answered with ${f.status}, and only 200 to 299 counts.`,
    explanation: () =>
      'The answer allows the origin, but a preflight has to succeed. Mostly a route for OPTIONS is missing, or a sign-in is asked for before it.',
    nextStep: () => 'Have the service answer OPTIONS on this path with 204, without a sign-in.',
  },
  'cors/preflight-redirect': {
    verdict: (f) => {
      const target = f.target === undefined ? '' : ` to ${f.target}`;
      return `The browser never sent ${request(f)} for the page at ${f.origin}: its preflight was redirected${target} (${f.status}), which is not allowed.`;
    },
    explanation: () =>
      'Browsers do not follow redirects of preflights. Mostly a sign-in, a change from http to https, or a missing slash at the end redirects.',
    nextStep: () =>
      'Let the page ask the final address, or have OPTIONS answered with 204 before anything redirects.',
  },
  'cors/redirect-credentials': {
    verdict: (f) =>
      `The browser did not follow the redirect of ${request(f)} for the page at ${f.origin}: the address at ${f.target} holds a user name or a password (${f.status}).`,
    explanation: () =>
      'Pages of another origin may not be sent to addresses with credentials in them, so that nobody can guess those of others.',
    nextStep: () =>
      'Have the service redirect to an address without a user name and a password; a short-lived signature in the query does the same.',
  },
  'cors/header-not-exposed': {
    verdict: (f) =>
      `${request(f)} failed with ${f.status}, and the page may not read ${f.header}, because Access-Control-Expose-Headers does not list it${search(f)}.`,
    explanation: () =>
      'Pages of another origin may read only a few fields of an answer, and those that it lists. Without this one a page retries blindly, or cannot show the id.',
    nextStep: (f) => `Have the service add ${f.header} to Access-Control-Expose-Headers.`,
  },
  'cors/repeated-preflights': {
    verdict: (f) =>
      `${request(f)}: ${f.count} preflights for one path took ${f.preflightMs} ms in all, because the answers lack Access-Control-Max-Age.`,
    explanation: () =>
      'Without that field browsers remember a preflight for 5 seconds only; each one costs a round trip before its request.',
    nextStep: () =>
      'Have the service answer preflights with Access-Control-Max-Age, for example 7200 (browsers take two hours at most, or less).',
  },
  'cors/authorization-wildcard': {
    verdict: (f) =>
      `${request(f)}: the preflight’s answer allows Authorization only by Access-Control-Allow-Headers: *, which browsers are going to refuse.`,
    explanation: () => 'It works today with a warning in the console. The standard asks for the name itself.',
    nextStep: () => 'Have the service list Authorization in Access-Control-Allow-Headers.',
  },
  'cors/private-network': {
    verdict: (f) => {
      const from = f.origin === undefined ? '' : ` for the page at ${f.origin}`;
      return `The browser stopped ${request(f)}${from}: the host belongs to the local network, and the page has no leave to reach it (${f.reason}).`;
    },
    explanation: () =>
      'Browsers guard the local network against pages of the Internet: the person has to allow it; older versions asked the host instead, in a preflight.',
    nextStep: () =>
      'Allow the page access to the local network in the browser’s site settings, or by policy; for older versions have the host answer preflights with Access-Control-Allow-Private-Network: true.',
  },
  'cors/suspected': {
    verdict: (f) => {
      const status = f.status === undefined ? '' : ` (${f.status})`;
      const origin = f.origin === undefined ? '' : ` at ${f.origin}`;
      return `The browser kept ${request(f)} from the page${origin}, probably because of CORS: ${signs[f.sign]}${status}${search(f)}.`;
    },
    explanation: (f) => {
      if (f.sign === 'not-in-capture')
        return 'The capture holds neither an answer nor a preflight, so the exact reason cannot be seen.';
      if (f.reason !== undefined) return `The answer redirects to where CORS does not follow (${f.reason}).`;
      return f.allowedOrigin === undefined
        ? 'Nothing in the answer says exactly why; the reason stands only in the browser’s console.'
        : `The answer allows ${f.allowedOrigin}. The exact reason stands only in the browser’s console.`;
    },
    nextStep: (f) =>
      f.sign === 'not-in-capture'
        ? 'Look at the browser’s console, or record again with the DevTools of Chrome or Edge, which keep answers and preflights.'
        : 'Compare Origin and Access-Control-Request-* with the Access-Control-Allow-* of the answer, and read the browser’s console.',
  },
};
