import { type CloseMeaning, closeMeaning, endsBelow } from '../../../finding/close-code.ts';
import type {
  GivenUpBecause,
  NetworkFacts,
  NetworkFailure,
  TlsFault,
} from '../../../finding/finding-facts.ts';
import { mayHaveReached } from '../../../finding/may-have-reached.ts';
import { networkFailures } from '../../../finding/network-failures.ts';
import { place } from '../../../finding/place.ts';
import { timeSpan } from '../../../finding/time-span.ts';
import type { GroupWords } from '../../../words.ts';
import { bytes, quote, request, search, searchStep } from '../phrases.ts';

/** A proxy took the field away that asks for a WebSocket. RFC 9110 §15.5.22. */
const UPGRADE_REQUIRED = 426;

const networkCause: Readonly<Record<NetworkFailure, string>> = {
  dns: 'the name of the host could not be resolved',
  refused: 'the host refused the connection',
  unreachable: 'there is no way to the host',
  timeout: 'the connection timed out',
  reset: 'the connection was broken off',
  empty: 'the server closed the connection without an answer',
  tls: 'the secure connection failed (certificate or TLS)',
  'client-certificate': 'the server asks for a client certificate',
  offline: 'the network was gone or changed',
  proxy: 'the proxy did not let it through',
  blocked: 'the browser, an extension or a policy blocked it',
  browser: 'the browser itself could not go on with it',
  aborted: 'the page or the person gave it up',
  cut: 'the answer ended early',
  'redirect-loop': 'it was redirected too many times',
  protocol: 'the answer broke the rules of the protocol',
  'web-socket': 'the WebSocket was not opened',
  none: 'no answer came, and the capture does not say why',
};

const closer = { page: ' by the page', server: ' by the server' } as const;

const closeWhy: Readonly<Record<CloseMeaning, string>> = {
  protocol: 'One side did not keep to the protocol of WebSockets, the other found.',
  content: 'One side sent what the other does not take.',
  'no-goodbye': 'The connection ended without a goodbye: a proxy, the network, or a crash.',
  refused: 'The service refused: often the sign-in had expired, or a right is missing.',
  'too-large': 'A message was larger than the other side takes.',
  fault: 'The server met a fault of its own.',
  restart: 'The service was restarted.',
  overload: 'The service had too much to do.',
  own: 'The service closed it with a code of its own; its documentation says what the code stands for.',
};

const networkStep: Readonly<Record<NetworkFailure, string>> = {
  dns: 'Check DNS, VPN and the hosts file on the machine that recorded the capture; ask the same name at another resolver.',
  refused: 'Check address and port, local firewall and proxy, and whether the service listens at all.',
  unreachable: 'Check routing, VPN and firewall between the machine and the host.',
  timeout:
    'Check firewall, VPN and proxy between the machine and the host; a dropped packet looks like this.',
  reset:
    'Look for a device in between that breaks connections (proxy, firewall, TLS inspection), then for a crash of the server at that time.',
  empty: 'Look for a crash or restart of the server at that time.',
  tls: 'Look at the certificate that the browser is shown: its dates, its name, its issuer. An issuer of your own company points to TLS inspection.',
  'client-certificate': 'Check that the certificate is installed and that the right one was chosen.',
  offline: 'Check the connection of the machine: Wi-Fi, VPN, sleep mode. Record again with a steady one.',
  proxy: 'Check the proxy’s settings, its sign-in and its rules for this host.',
  blocked:
    'Try again without extensions, in a private window; where the code names a policy, ask whoever manages the browser.',
  browser:
    'The code names it: too many requests at once (ERR_INSUFFICIENT_RESOURCES), a file that changed while it was sent (ERR_UPLOAD_FILE_CHANGED), a file that cannot be read. Look there, not at the service.',
  aborted:
    'Mostly harmless: a navigation or a newer request took its place. Look closer only if it repeats after the same time.',
  cut: 'Look for a proxy that limits size or time, or for a crash of the server while it was sending.',
  'redirect-loop':
    'Look at the cookies and at the Location of each redirect: two places send the browser to each other.',
  protocol: 'Try HTTP/1.1 or another network; then ask the service team with the exact code.',
  'web-socket': 'Check that proxies and firewalls let WebSocket upgrades through.',
  none: 'Record again with Chrome or Edge, whose export names the reason, or look at the browser’s console.',
};

const why: Readonly<Partial<Record<NetworkFailure, string>>> = {
  dns: 'The browser could not turn the name into an address, so the request never left the machine; the service’s logs know nothing of it.',
  refused:
    'Something answers under the address, but nothing listens on the port, or a firewall answers in its place; the service never saw the request.',
  unreachable:
    'The machine knows no way to the address, or is not allowed to use it; the service never saw the request.',
  timeout:
    'Below HTTP no answer came within the browser’s own limit, as happens when a firewall drops packets without a word.',
  reset:
    'The connection stood and was broken off before the answer was whole. The service may have done the work all the same: look before it is asked again.',
  empty:
    'The connection stood, the request may have arrived, and the server closed without sending a byte: it crashed, restarted or did not want to talk.',
  offline:
    'The machine’s own connection failed, not the services: whatever was under way at that moment broke.',
  cut: 'The status says success, but the content is incomplete; what reads it fails later and elsewhere.',
  tls: 'Browser and server could not agree on a secure connection, so the request was never sent; the service’s logs know nothing of it.',
};

const stopped = 'The request was stopped in the browser; the service may never have seen it.';
const between = 'The failure lies between browser and service; the service’s logs may know nothing of it.';

const whyOf = (failure: NetworkFailure): string =>
  failure === 'blocked' || failure === 'aborted' ? stopped : (why[failure] ?? between);

const tlsCause: Readonly<Record<TlsFault, string>> = {
  dates: 'the certificate has expired or is not valid yet',
  name: 'the certificate was issued for another name',
  authority: 'the certificate comes from an authority that the browser does not trust',
  revoked: 'the certificate was revoked',
  weak: 'the certificate or its key is too weak',
  pinned: 'the certificate is not the one that the browser expects here',
  version: 'browser and server have no TLS version or cipher in common',
  certificate: 'the certificate was not accepted',
  handshake: 'the TLS handshake failed',
};

const tlsStep: Readonly<Record<TlsFault, string>> = {
  dates:
    'Look at the dates of the certificate and at the clock of the machine; the service team renews the certificate.',
  name: 'Check the address, and which names the certificate holds; a proxy or a captive portal shows a certificate of its own.',
  authority:
    'Look at the issuer of the certificate: your own company points to TLS inspection, whose root this machine lacks; otherwise the server may leave out an intermediate certificate.',
  revoked: 'The service team has to install a new certificate.',
  weak: 'The service team has to install a certificate with a stronger key and signature.',
  pinned: 'Look at the issuer of the certificate: something between browser and server shows its own.',
  version:
    'Compare the TLS versions and ciphers of server and browser; old servers and strict policies do not meet.',
  certificate: 'Look at the certificate that the browser is shown: its dates, its name, its issuer.',
  handshake:
    'Check that the port speaks TLS, and look for a proxy or firewall that interferes with the handshake.',
};

const code = (f: NetworkFacts) => (f.code === undefined ? '' : ` (${f.code})`);
const worked = (f: NetworkFacts) => (f.healed ? '; it worked when asked again' : '');

const unanswered = (f: NetworkFacts, failure: NetworkFailure, cause: string) =>
  `${request(f)} got no proper answer: ${cause}${code(f)}${worked(f)}${mayHaveReached(failure) ? search(f) : ''}.`;

const gaveUp: Readonly<Record<GivenUpBecause, string>> = {
  superseded: ': a newer request for the same thing took its place',
  'left-page': ': the page was left while it was under way',
  unknown: '; the capture does not show why',
};

export const networkFindings = {
  ...networkFailures({
    unanswered,
    cause: networkCause,
    why: whyOf,
    step: networkStep,
    tlsCause,
    tlsStep,
    forHosts: (cause, hosts) => `${cause}, for ${hosts} hosts at once`,
  }),
  'fail/truncated-body': {
    verdict: (f) => {
      if (f.coding !== undefined)
        return `${request(f)} answered ${f.status}, but the content is not ${f.coding === '' ? 'what Content-Encoding says' : `${f.coding}, as Content-Encoding says`}${code(f)}${worked(f)}${search(f)}.`;
      const came =
        f.promisedBytes === undefined
          ? ''
          : f.receivedBytes === undefined
            ? `, ${bytes(f.promisedBytes)} had been promised`
            : `, ${f.receivedBytes} of ${bytes(f.promisedBytes)} came`;
      return `${request(f)} answered ${f.status}, but the content ended early${came}${code(f)}${worked(f)}${search(f)}.`;
    },
    explanation: (f) =>
      f.coding === undefined
        ? whyOf('cut')
        : 'The browser could not decode the content and threw it away. Mostly a proxy decoded or changed it and left the field, or something encoded it twice.',
    nextStep: (f) =>
      f.coding === undefined
        ? networkStep.cut
        : 'Ask for the same address without a proxy; then look who sets Content-Encoding on the way, and compare the first bytes of the content.',
  },
  'fail/aborted-by-user': {
    verdict: (f) => `${request(f)} was given up by the page${code(f)}${gaveUp[f.because]}.`,
    explanation: () => stopped,
    nextStep: () => networkStep.aborted,
  },
  'fail/aborted-by-timeout': {
    verdict: (f) =>
      `${request(f)} was given up by the page each time after ${timeSpan(f.limitMs)}${code(f)}: no answer came within that limit${search(f)}.`,
    explanation: () =>
      'The same round duration shows a limit in the application, not a person: either the service is too slow, or the limit too short.',
    nextStep: (f) => `Find out how long the service takes for it. ${searchStep(f)}`,
  },
  'fail/web-socket': {
    verdict: (f) => {
      if (f.trouble === 'closed')
        return `The WebSocket ${request(f)} was closed${f.closedBy === undefined ? '' : closer[f.closedBy]} with code ${f.closeCode ?? '?'}${search(f)}.`;
      if (f.trouble === 'broken')
        return `The WebSocket ${request(f)} was open and then broke off${f.errorText === undefined ? '' : `: ${quote(f.errorText)}`}${search(f)}.`;
      if (f.trouble === 'said')
        return `A message on the WebSocket ${request(f)} says that something failed: ${quote(f.errorText ?? '?')}${search(f)}.`;
      if (f.limitMs !== undefined)
        return `The WebSocket ${place(f)} was opened ${f.count} times in a row and ended each time after about ${timeSpan(f.limitMs)}${search(f)}.`;
      if (f.trouble === 'opened-again')
        return `The WebSocket ${place(f)} was opened ${f.count} times in a row and held for less than a minute each time${search(f)}.`;
      const how =
        f.status === undefined
          ? ' and the capture does not say why'
          : `: the handshake was answered with ${f.status} instead of 101`;
      return `The WebSocket ${request(f)} was not opened${how}${worked(f)}${search(f)}.`;
    },
    explanation: (f) => {
      if (f.limitMs !== undefined)
        return 'Proxies and load balancers end a connection on which nothing has moved for so long.';
      if (f.trouble === 'said')
        return 'The connection stands. What failed is told inside a message, which no list of requests shows.';
      if (f.closedBy === 'page')
        return 'The page closed it itself: what it was sent, or missed, did not fit.';
      const meaning = closeMeaning(f.closeCode);
      if (meaning !== undefined) return closeWhy[meaning];
      return f.trouble === 'not-opened'
        ? 'Without it the page gets no news by itself: presence, events and calls stand still, or are asked for again and again.'
        : 'Something ended the connection that the page wanted to keep: the server, or a proxy that limits how long one may last.';
    },
    nextStep: (f) => {
      if (f.limitMs !== undefined)
        return 'Let the page or the server send something (a ping) more often than that, or raise the proxy’s limit for idle connections.';
      if (closeMeaning(f.closeCode) === 'too-large')
        return 'Send less in one message, or raise the limit of the service and of the proxies in front of it.';
      const isBelow = f.closeCode === undefined || endsBelow(f.closeCode);
      if (f.trouble === 'said' || !isBelow) return searchStep(f);
      return f.status === undefined || f.status === UPGRADE_REQUIRED
        ? 'Check that proxies and firewalls let WebSocket upgrades through and leave them open; then look at the server at that time.'
        : `Compare Origin, credentials and address of the handshake with one that works. ${searchStep(f)}`;
    },
  },
  'fail/redirect-loop': {
    verdict: (f) => {
      const how = f.isCircle ? 'leads in a circle' : 'was redirected too many times';
      const many = f.redirects === undefined ? '' : `: ${f.redirects} redirects`;
      const over = f.isCircle
        ? ` over ${f.addresses === 1 ? 'one address' : `${f.addresses ?? '?'} addresses`}`
        : '';
      const end = f.gaveUp ? ', until the browser gave up' : '';
      return `${place(f)} ${how}${many}${many === '' ? '' : over}${end}${f.code === undefined ? '' : ` (${f.code})`}${search(f)}.`;
    },
    explanation: (f) =>
      f.isCircle
        ? 'Each place sends the browser on to the next without anything having changed, often because a cookie does not come back.'
        : 'Browsers follow twenty redirects at most; a row that long is mostly a mistake in the rules that send them on.',
    nextStep: (f) =>
      f.isCircle
        ? networkStep['redirect-loop']
        : 'Follow the Location of each redirect to the rule that keeps sending the browser on, and link to the last address directly.',
  },
} satisfies Partial<GroupWords<'fail'>>;
