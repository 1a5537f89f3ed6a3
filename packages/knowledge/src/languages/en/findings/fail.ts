import type { NetworkFailure } from '../../../finding/finding-facts.ts';
import { mayHaveReached } from '../../../finding/may-have-reached.ts';
import { place } from '../../../finding/place.ts';
import type { GroupWords } from '../../../words.ts';
import { quote, request, said, search, searchStep } from '../phrases.ts';

/** RFC 9110 §15.5 and RFC 6585, in a sentence each. */
const clientStatus: Readonly<Record<number, string>> = {
  400: 'The service did not accept what was sent: a value is missing, malformed or not allowed.',
  404: 'What was asked for does not exist under this address, or the service does not want to say that it does.',
  405: 'This method is not allowed here.',
  409: 'What was sent does not fit the present state, for example because something is in use or was changed meanwhile.',
  410: 'What was asked for existed once and is gone for good.',
  412: 'Somebody changed the thing since it was read.',
  413: 'What was sent is too large.',
  414: 'The address is too long.',
  415: 'The service does not take this media type.',
  422: 'The service understood what was sent and does not accept its values.',
  429: 'Too many requests in a short time: the service asks to slow down, often with Retry-After.',
  431: 'The header fields are too large, mostly because of cookies.',
};

const serverStatus: Readonly<Record<number, string>> = {
  500: 'The service met a fault of its own.',
  501: 'The service cannot do this at all.',
  502: 'A gateway did not get a usable answer from the service behind it.',
  503: 'The service was not available: overloaded, restarting, or without a healthy instance.',
  504: 'A gateway waited for the service behind it and gave up.',
};

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
  aborted: 'the page or the person gave it up',
  cut: 'the answer ended early',
  'redirect-loop': 'it was redirected too many times',
  protocol: 'the answer broke the rules of the protocol',
  'web-socket': 'the WebSocket was not opened',
  none: 'no answer came, and the capture does not say why',
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
  aborted:
    'Mostly harmless: a navigation or a newer request took its place. Look closer only if it repeats after the same time.',
  cut: 'Look for a proxy that limits size or time, or for a crash of the server while it was sending.',
  'redirect-loop':
    'Look at the cookies and at the Location of each redirect: two places send the browser to each other.',
  protocol: 'Try HTTP/1.1 or another network; then ask the service team with the exact code.',
  'web-socket': 'Check that proxies and firewalls let WebSocket upgrades through.',
  none: 'Record again with Chrome or Edge, whose export names the reason, or look at the browser’s console.',
};

export const failFindings: GroupWords<'fail'> = {
  'fail/http-4xx': {
    verdict: (f) =>
      f.healed
        ? `${request(f)} failed with ${f.status} and worked when it was asked again${search(f)}.`
        : `${request(f)} failed with ${f.status}${said(f.errorText, f.bodyMissing)}${search(f)}.`,
    explanation: (f) => clientStatus[f.status] ?? 'The service refused the request because of what was sent.',
    nextStep: (f) =>
      f.healed
        ? 'Nothing has to be done, unless it repeats.'
        : `Compare what was sent with a request that works. ${searchStep(f)}`,
  },
  'fail/http-5xx': {
    verdict: (f) =>
      f.healed
        ? `${request(f)} failed with ${f.status} and worked when it was asked again${search(f)}.`
        : `${request(f)} failed with ${f.status}${said(f.errorText, f.bodyMissing)}${search(f)}.`,
    explanation: (f) => serverStatus[f.status] ?? 'The service failed; the request itself may be sound.',
    nextStep: (f) => searchStep(f),
  },
  'fail/upstream': {
    verdict: (f) => {
      const who = f.party ?? 'a service behind it';
      const how = f.upstreamStatus === undefined ? 'failed' : `answered ${f.upstreamStatus}`;
      const healed = f.healed ? ' (it worked when asked again)' : '';
      return `${request(f)} answered ${f.status}${healed} because ${who} ${how}: ${quote(f.errorText)}${search(f)}.`;
    },
    explanation: (f) =>
      f.party === undefined
        ? 'The service that answered passes on the failure of another one behind it; the text begins with that one’s status.'
        : `The service that answered passes on the failure of ${f.party}, whom it names.`,
    nextStep: (f) =>
      f.party === undefined
        ? `${searchStep(f)} The call to the service behind shows what failed there.`
        : `${searchStep(f)} Then take the text to ${f.party}, or to whoever holds the account there.`,
  },
  'fail/network': {
    verdict: (f) => {
      const code = f.code === undefined ? '' : ` (${f.code})`;
      const healed = f.healed ? '; it worked when asked again' : '';
      return `${request(f)} got no proper answer: ${networkCause[f.failure]}${code}${healed}${mayHaveReached(f.failure) ? search(f) : ''}.`;
    },
    explanation: (f) =>
      f.failure === 'blocked' || f.failure === 'aborted'
        ? 'The request was stopped in the browser; the service may never have seen it.'
        : 'The failure lies between browser and service; the service’s logs may know nothing of it.',
    nextStep: (f) => networkStep[f.failure],
  },
  'fail/in-body': {
    verdict: (f) => {
      if (f.inRedirect) return `${request(f)} redirected with an error: ${quote(f.errorText)}${search(f)}.`;
      const part = f.partial ? ', with a part of the data' : '';
      return `${request(f)} answered ${f.status}${part}, but says inside that it failed: ${quote(f.errorText)}${search(f)}.`;
    },
    explanation: (f) =>
      f.inRedirect
        ? 'The sign-in service says no by sending the browser back with an error in the address (RFC 6749 §4.1.2.1).'
        : 'The status speaks of the transport only; what was asked for failed. Lists by status do not show it.',
    nextStep: (f) =>
      f.inRedirect ? 'Look up the error in the sign-in service’s documentation and its logs.' : searchStep(f),
  },
  'fail/pending': {
    verdict: (f) =>
      f.count === 1
        ? `${place(f)} had no answer yet when the capture was saved.`
        : `${f.count} requests had no answer yet when the capture was saved, the oldest ${place(f)}.`,
    explanation: () =>
      'How they ended is not in the capture. Some, such as event streams, stay open on purpose.',
    nextStep: () => 'If one of them matters, record again and wait until it ends before saving.',
  },
};
