import type { CorsSign, ExchangeFacts, NetworkFailure } from '../../finding/finding-facts.ts';
import { mayHaveReached } from '../../finding/may-have-reached.ts';
import { durationOf, place } from '../../finding/place.ts';
import type { FindingWords } from '../../words.ts';

const request = (facts: ExchangeFacts) =>
  facts.count === 1 ? place(facts) : `${place(facts)} (and ${facts.count - 1} more like it)`;
const quote = (text: string) => `“${text}”`;
const search = ({ trackingId }: { readonly trackingId?: string }) =>
  trackingId === undefined ? '' : `; search the logs for ${trackingId}`;
const said = (errorText: string | undefined, bodyMissing: boolean) => {
  if (errorText !== undefined) return `: ${quote(errorText)}`;
  return bodyMissing
    ? ', and the capture does not hold the body that would say why'
    : ', without giving a reason';
};
const searchStep = ({ trackingId }: { readonly trackingId?: string }) =>
  trackingId === undefined
    ? 'There is no tracking id: search the service’s logs by time, host and path.'
    : `Search the logs of all services for ${trackingId}.`;

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

const corsSaid: Readonly<Record<CorsSign, string>> = {
  'preflight-refused': 'the preflight was refused, so the request was never sent',
  'preflight-insufficient': 'the preflight was answered but did not allow it, so the request was never sent',
  'answer-withheld': 'the answer arrived, but the page was not allowed to read it',
};

export const findings: FindingWords = {
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
  'fail/cors-suspected': {
    verdict: (f) => {
      const status = f.status === undefined ? '' : ` (${f.status})`;
      const origin = f.origin === undefined ? '' : ` for ${f.origin}`;
      return `The browser kept ${request(f)} from the page${origin}, probably because of CORS: ${corsSaid[f.sign]}${status}${search(f)}.`;
    },
    explanation: (f) => {
      if ((f.status ?? 0) >= 400 && f.sign === 'answer-withheld')
        return 'The answer is a failure, and error pages often lack the CORS permission: the CORS error is a symptom, the status the cause.';
      if (f.allowedOrigin === undefined)
        return 'The answer carries no Access-Control-Allow-Origin. The exact reason stands only in the browser’s console.';
      return `The answer allows ${f.allowedOrigin}. The exact reason stands only in the browser’s console.`;
    },
    nextStep: (f) =>
      (f.status ?? 0) >= 400 && f.sign === 'answer-withheld'
        ? `Mend the ${f.status} first. ${searchStep(f)}`
        : 'Compare Origin and Access-Control-Request-* with the Access-Control-Allow-* of the answer; the service has to allow them.',
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
  'auth/unauthorized': {
    verdict: (f) => {
      const why = f.errorText === undefined ? '' : `: ${quote(f.errorText)}`;
      const healed = f.healed ? '; it worked when it was asked again' : '';
      if (f.status === 407) return `The proxy asked for a sign-in before ${request(f)} (407)${healed}${why}.`;
      const what =
        f.status === 401
          ? 'was refused, because the service does not accept who asks (401)'
          : 'was forbidden (403)';
      return `${request(f)} ${what}${healed}${why}${search(f)}.`;
    },
    explanation: (f) => {
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
  'slow/wait-dominates': {
    verdict: (f) =>
      `${request(f)} took ${durationOf(f.timeMs)}, of which ${durationOf(f.waitMs)} were spent waiting for the first byte${
        f.place === 'service'
          ? ' from the service itself'
          : f.place === 'before-service'
            ? ', mostly before the service'
            : ''
      }${search(f)}.`,
    explanation: (f) => {
      if (f.place === 'not-observable')
        return 'The request was out and the answer had not begun. The answer does not say how long the service itself took.';
      return f.place === 'service'
        ? `The service says that it took ${durationOf(f.serviceMs ?? 0)} itself.`
        : `The service says that it took only ${durationOf(f.serviceMs ?? 0)}; the rest was spent on the way, in a queue, or in a gateway.`;
    },
    nextStep: (f) =>
      f.place === 'before-service'
        ? `Look at gateway, proxy and network path. ${searchStep(f)}`
        : searchStep(f),
  },
  'slow/stalled': {
    verdict: (f) =>
      `${request(f)} waited ${durationOf(f.stalledMs)} of its ${durationOf(f.timeMs)} in the browser before it was sent${
        f.connectionLimit ? `, because ${f.concurrent} others to the same host were running` : ''
      }.`,
    explanation: (f) =>
      f.connectionLimit
        ? 'Over HTTP/1.1 browsers open six connections to one host; what comes then has to wait.'
        : 'The browser held it back: because of its priority, a proxy, the disk cache, or a busy machine.',
    nextStep: (f) =>
      f.connectionLimit
        ? 'Fewer requests at once, or HTTP/2 at the service.'
        : 'Try again with fewer tabs and extensions; look at the proxy.',
  },
  'permission/feature-no-access': {
    verdict: (f) => {
      const where = f.template === undefined ? 'A permission template' : `The template ${quote(f.template)}`;
      const level = f.level === undefined ? '' : ` (${f.level})`;
      const what = f.featureCount === 1 ? 'one feature' : `${f.featureCount} features`;
      const more = f.featureCount > 10 ? ' …' : '';
      return `${where}${level} hides ${what} from the user: ${f.features}${more}.`;
    },
    explanation: (f) =>
      `NO_ACCESS means that the user does not see the option; nothing fails. A setting of the user’s own goes before the organisation’s.${
        f.conflicting
          ? ' Another template of the same answer grants some of it; which one counts is not in the capture.'
          : ''
      }`,
    nextStep: () =>
      'If the feature should be there, allow it in the organisation’s template or for this user; a change can take hours to show.',
  },
  'capture/no-content': {
    verdict: (f) =>
      `The capture lacks the content of ${f.withoutContent} of ${f.textResponses} text responses.`,
    explanation: () =>
      'It was saved without content. Error texts, failures inside a 200 and permissions cannot be seen in it.',
    nextStep: () =>
      'Record again and save with content (Chrome: “Export HAR (with sensitive data)”, or “Save all as HAR with content”).',
  },
  'capture/truncated': {
    verdict: (f) =>
      f.entries < 2
        ? `The file is cut off; ${f.entries === 0 ? 'no' : 'one'} whole request was read before the cut.`
        : `The file is cut off; the ${f.entries} whole requests before the cut were read.`,
    explanation: () => 'The file ends before its end. What happened after the cut cannot be known.',
    nextStep: () => 'Ask for the file again: an upload that broke or a full disk leaves files like this.',
  },
  'capture/damaged': {
    verdict: (f) => {
      const line = f.line === undefined ? '' : `, first in line ${f.line}`;
      const where = f.damages === 1 ? 'in one place' : `in ${f.damages} places`;
      return `The file is broken ${where}${line}; everything around it was read.`;
    },
    explanation: (f) => {
      if (f.damagedEntries === 0) return 'No request was lost to it.';
      return f.damagedEntries === 1
        ? 'One request could only be read leniently and may lack something.'
        : `${f.damagedEntries} requests could only be read leniently and may lack something.`;
    },
    nextStep: () => 'Ask for the original: a file that was edited by hand is often broken like this.',
  },
};
