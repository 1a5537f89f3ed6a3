import type { ResponsePolicy } from '../../../finding/finding-facts.ts';
import type { GroupWords } from '../../../words.ts';
import { request } from '../phrases.ts';

const coded = (code: string | undefined) => (code === undefined ? '' : ` (${code})`);
const holding = (value: string | undefined) => (value === undefined ? '' : ` (${value})`);

const policyCause: Readonly<Record<ResponsePolicy, string>> = {
  'resource-policy': 'Cross-Origin-Resource-Policy of the answer',
  'embedder-policy':
    'Cross-Origin-Embedder-Policy of the page, for which the answer lacks a Cross-Origin-Resource-Policy',
  'opener-policy': 'Cross-Origin-Opener-Policy',
  framing: 'X-Frame-Options or frame-ancestors of the answer',
  opaque: 'Opaque Response Blocking: the answer is not what its place in the page needs',
};

const policyStep: Readonly<Record<ResponsePolicy, string>> = {
  'resource-policy':
    'Have the answer say Cross-Origin-Resource-Policy: cross-origin, or serve it from the page’s own site.',
  'embedder-policy':
    'Have the answer say Cross-Origin-Resource-Policy: cross-origin, or ask for it with CORS.',
  'opener-policy': 'Compare the Cross-Origin-Opener-Policy of both pages.',
  framing: 'Allow the page’s origin in Content-Security-Policy: frame-ancestors, and drop X-Frame-Options.',
  opaque: 'Look at what the address answers: often an error or JSON where a picture or script belongs.',
};

export const blockFindings: GroupWords<'block'> = {
  'block/by-client': {
    verdict: (f) => `Something in the browser stopped ${request(f)}${coded(f.code)}.`,
    explanation: (f) =>
      f.code === undefined
        ? 'The request was never sent, and the capture does not say why: an extension, an ad blocker, or a pattern blocked in the developer tools.'
        : 'An extension, an ad blocker, or a pattern blocked in the developer tools. The service never saw the request.',
    nextStep: () =>
      'Try again in a private window without extensions; look at “Network request blocking” in the developer tools.',
  },
  'block/by-administrator': {
    verdict: (f) => `The browser’s administrator forbids ${request(f)}${coded(f.code)}.`,
    explanation: () =>
      'A policy of the managed browser lists this address. The service never saw the request.',
    nextStep: () => 'Look at chrome://policy (URLBlocklist) and ask the administrator to allow the host.',
  },
  'block/content-security-policy': {
    verdict: (f) =>
      f.unseen
        ? `On the page ${request(f)}, the Content-Security-Policy${holding(f.directive)} kept ${f.blocked} away before it became a request.`
        : f.reported
          ? `The browser reported with ${request(f)} that the page’s Content-Security-Policy${holding(f.directive)} kept ${f.blocked} away.`
          : `The page’s Content-Security-Policy${holding(f.directive)} kept ${request(f)} away: ${f.blocked} is not on its list.`,
    explanation: (f) =>
      f.nonceOfACachedPage
        ? 'The policy admits scripts by a nonce that is new in every answer, and this page came out of a cache: its nonces are those of another answer.'
        : 'The browser loads only what the policy of the page lists. Most of what it refuses leaves no trace in a capture.',
    nextStep: (f) =>
      f.nonceOfACachedPage
        ? 'Keep caches from keeping such pages (Cache-Control: no-store), or let the policy name hashes instead of nonces. Clear the cache for now.'
        : `If ${f.blocked} belongs there, add it to the policy; the console and the Issues panel name each refusal.`,
  },
  'block/response-policy': {
    verdict: (f) =>
      `${request(f)} was answered, but the browser did not hand the answer on: ${policyCause[f.policy]}${holding(f.value)}; ${f.code}.`,
    explanation: () => 'The service worked. A header field says that this page may not use the answer.',
    nextStep: (f) => policyStep[f.policy],
  },
  'block/nosniff': {
    verdict: (f) =>
      `The browser did not use ${request(f)}: it calls itself ${f.mimeType} instead of ${f.expected}, and nosniff forbids guessing.`,
    explanation: (f) =>
      f.mimeType === 'text/html'
        ? 'Often this is an error or sign-in page that came with status 200 in place of the file.'
        : 'The server does not know what kind of file it sends.',
    nextStep: (f) =>
      `Look at the answer’s content; have the server send Content-Type: ${f.expected} for the real file.`,
  },
  'block/integrity': {
    verdict: (f) =>
      `${request(f)} does not have the content that the page expects (integrity, ${f.algorithm}), so the browser did not run it.`,
    explanation: () =>
      'The digest of the captured content differs from the one in the page: the file was changed after the page was made, or on its way.',
    nextStep: () =>
      'Look in the console for “integrity”; renew the digest in the page, or bring back the file. A proxy that rewrites scripts does this, too.',
  },
  'block/mixed-content': {
    verdict: (f) =>
      `The page ${f.page} is secure and asked for ${request(f)} over plain http, which the browser did not send.`,
    explanation: () =>
      'Browsers do not let an https page load anything over http that could change it (mixed content).',
    nextStep: () => 'Ask for it over https, or offer it there.',
  },
  'block/proxy-authentication': {
    verdict: (f) =>
      f.code === undefined
        ? `A proxy refused ${request(f)} with 407: it wants to know who asks.`
        : `A proxy did not let ${request(f)} through${coded(f.code)}.`,
    explanation: (f) =>
      f.code === undefined
        ? 'The answer comes from a proxy, not from the service, which never saw the request.'
        : 'The proxy refused the tunnel to the host: it wants a sign-in, or its rules forbid the host. The browser does not tell which.',
    nextStep: () =>
      'Look at the sign-in and the rules of the proxy for this host; compare with a network without it.',
  },
  'block/interception': {
    verdict: (f) => {
      const who = f.vendor === undefined ? 'a security gateway' : `a security gateway (${f.vendor})`;
      return f.blockPage
        ? `Not the service answered ${request(f)}, but ${who}, with a page that says no.`
        : `Traffic passes through ${who}: ${request(f)} carries its mark.`;
    },
    explanation: (f) =>
      f.blockPage
        ? 'A company’s rule blocks this address or its category. The service never saw the request.'
        : 'That is common and may be all right. Inspection can slow down, cut off or change answers.',
    nextStep: (f) =>
      f.blockPage
        ? 'Give the page’s reference to whoever runs the gateway, and ask to allow the host.'
        : 'If something else is odd, compare with a network without the gateway.',
  },
  'block/captive-portal': {
    verdict: (f) =>
      f.portal === undefined
        ? `${request(f)} was answered 511: the network wants a sign-in first.`
        : `The network led ${request(f)} to ${f.portal} instead: it wants a sign-in or accepted terms first.`,
    explanation: () => 'Guest networks answer in place of every service until somebody has signed in.',
    nextStep: () => 'Open a plain http address in the browser, sign in to the network, and record again.',
  },
};
