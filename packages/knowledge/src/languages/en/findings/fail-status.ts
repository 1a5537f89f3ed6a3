import type {
  CdnTrouble,
  EnvoyCause,
  FailedStatusFacts,
  IdempotencyKeyUse,
  TooLarge,
} from '../../../finding/finding-facts.ts';
import { durationOf } from '../../../finding/place.ts';
import { timeSpan } from '../../../finding/time-span.ts';
import type { GroupWords } from '../../../words.ts';
import { bytes, request, said, search, searchStep } from '../phrases.ts';

const failed = (f: FailedStatusFacts, how: string) =>
  f.healed
    ? `${request(f)} failed with ${f.status}${how}; it worked when it was asked again${search(f)}.`
    : `${request(f)} failed with ${f.status}${how}${said(f.errorText, f.bodyMissing)}${search(f)}.`;

const largeWhat: Readonly<Record<TooLarge, string>> = {
  content: 'the content was too large',
  address: 'the address was too long',
  fields: 'the header fields were too large',
};

const largeStep: Readonly<Record<TooLarge, string>> = {
  content:
    'Send less, or in parts; otherwise the limit has to be raised in every server and proxy on the way.',
  address: 'Send the values in the content of a POST instead of the address.',
  fields: 'Delete the cookies of this site and sign in again; if they grow back, the service sets too many.',
};

const envoySaid: Readonly<Record<EnvoyCause, string>> = {
  'no-healthy-instance': 'no healthy instance of the service was there',
  'connect-failed': 'the service could not be reached',
  'connect-timeout': 'connecting to the service took too long',
  'broken-off': 'the service broke off before it answered',
  'request-timeout': 'the service did not answer in time',
  overflow: 'too many requests were waiting for the service',
  protocol: 'the service’s answer broke the protocol',
  'fault-injected': 'a test fault was put in on purpose',
};

const envoyStep: Readonly<Record<EnvoyCause, string>> = {
  'no-healthy-instance':
    'Look whether the service’s instances run and pass their health checks at that time.',
  'connect-failed':
    'Look whether the service listens on its port, and whether network policies and mutual TLS let the gateway through.',
  'connect-timeout': 'Look for a network policy or firewall between gateway and service, and for overload.',
  'broken-off': 'Look for crashes, restarts and closed idle connections of the service at that time.',
  'request-timeout':
    'Find out what the service did in that time, then whether the limit of the route fits it.',
  overflow: 'Look at the load of the service and at the circuit breaker’s limits of the gateway.',
  protocol: 'Compare the protocol that gateway and service speak (HTTP/1.1, HTTP/2, gRPC).',
  'fault-injected': 'Look for a fault injection rule in the gateway’s configuration.',
};

const cdnSaid: Readonly<Record<CdnTrouble, string>> = {
  refused: 'the server behind it refuses connections',
  unreachable: 'the server behind it cannot be reached',
  'connect-timeout': 'connecting to the server behind it took too long',
  timeout: 'the server behind it did not answer in time',
  tls: 'it could not agree on TLS with the server behind it',
  certificate: 'it does not accept the certificate of the server behind it',
  'bad-answer': 'the server behind it gave no usable answer',
  failed: 'it could not get an answer from the server behind it',
};

/** What was asked for, as far as the answer shows what it lacks. */
const noneOf = (f: { readonly sent?: string; readonly languages?: string }) => {
  if (f.languages !== undefined)
    return ` because the service has nothing in the languages asked for (${f.languages})`;
  return f.sent === undefined
    ? ' because the service has nothing in a form that was asked for'
    : ` because the service has nothing of the media types asked for (${f.sent})`;
};

/** What a service has against an idempotency key, and what that means. */
const keyUse: Readonly<Record<IdempotencyKeyUse, { readonly said: string; readonly means: string }>> = {
  reused: {
    said: ' because its idempotency key came before with other content',
    means:
      'The service does what comes with one key once. This key came before with other content, so it cannot be the same request again.',
  },
  'in-progress': {
    said: ' because a request with the same idempotency key is still under way',
    means: 'The service does what comes with one key once, and its first request is not done yet.',
  },
};

export const statusFindings = {
  'fail/rate-limited': {
    verdict: (f) => {
      const limit = f.limit === undefined ? '' : `, over a limit of ${f.limit}`;
      const wait = f.waitS === undefined ? '' : `, to be asked again after ${timeSpan(f.waitS * 1000)}`;
      return failed(f, ` because of too many requests${limit}${wait}`);
    },
    explanation: (f) =>
      f.tooEarly
        ? 'The service asks for fewer requests, and the client did not wait as long as it was told to.'
        : 'The service asks for fewer requests in a span of time (RFC 6585 §4).',
    nextStep: (f) =>
      f.healed
        ? 'Nothing has to be done, unless it repeats.'
        : 'Find out who sends so many requests (a loop, several tabs, a script); then let the client wait as long as Retry-After says, or ask for a higher limit.',
  },
  'fail/too-large': {
    verdict: (f) => {
      const size = f.sentBytes === undefined ? '' : `, ${bytes(f.sentBytes)}`;
      const cookies = f.cookieBytes === undefined ? '' : `, of which cookies are ${f.cookieBytes}`;
      return failed(f, ` because ${largeWhat[f.what]}${size}${cookies}`);
    },
    explanation: () =>
      'A server or a proxy on the way limits the size of requests; the answer does not say what the limit is, and often it is not the service itself that refused.',
    nextStep: (f) => largeStep[f.what],
  },
  'fail/method-not-allowed': {
    verdict: (f) => {
      const what =
        f.status === 405
          ? ` because ${f.method} is not allowed here`
          : f.status === 406
            ? noneOf(f)
            : ` because the service does not take ${f.sent ?? 'this media type'}`;
      return failed(f, `${what}${f.allowed === undefined ? '' : `, only ${f.allowed}`}`);
    },
    explanation: (f) =>
      f.status === 405
        ? 'The address exists, but not for this method; often it is the wrong address, an older version of the service, or a redirect that changed the method.'
        : 'What is sent and what is understood do not go together: look at Content-Type and Accept of the request.',
    nextStep: (f) => `Compare method, address and media types with a request that works. ${searchStep(f)}`,
  },
  'fail/conflict': {
    verdict: (f) =>
      failed(
        f,
        f.keyUse !== undefined
          ? keyUse[f.keyUse].said
          : f.status === 409
            ? ' because it conflicts with what is there'
            : f.status === 412
              ? ` because the condition${f.condition === undefined ? '' : ` ${f.condition}`} was not met`
              : ' because the service wants a condition (If-Match)',
      ),
    explanation: (f) =>
      f.keyUse !== undefined
        ? keyUse[f.keyUse].means
        : f.status === 409
          ? 'What was sent does not fit what is there now: it exists already, is in use, or was changed meanwhile.'
          : f.status === 412
            ? 'Somebody changed the thing since it was read; the service protects that change.'
            : 'The service takes changes only with a condition, so that nobody overwrites somebody else’s.',
    nextStep: (f) =>
      f.keyUse === undefined
        ? `Read the thing again and repeat the change. ${searchStep(f)}`
        : f.keyUse === 'reused'
          ? `Give each new request a key of its own, and repeat one with its key unchanged. ${searchStep(f)}`
          : `Wait, then repeat the request with the same key and unchanged. ${searchStep(f)}`,
  },
  'fail/gateway-envoy': {
    verdict: (f) => failed(f, `, answered by the gateway (Envoy): ${envoySaid[f.cause]}`),
    explanation: () =>
      'The gateway wrote this answer itself; the service behind it may know nothing of the request, the gateway’s log does.',
    nextStep: (f) => `${envoyStep[f.cause]} ${searchStep(f)}`,
  },
  'fail/gateway-cdn': {
    verdict: (f) => {
      const reference = f.reference === undefined ? '' : ` (reference ${f.reference})`;
      return failed(f, `, answered by ${f.cdn}${reference}: ${cdnSaid[f.trouble]}`);
    },
    explanation: (f) =>
      `${f.cdn} wrote this answer itself, in place of the server behind it; that server’s logs may know nothing of the request.`,
    nextStep: (f) =>
      f.reference === undefined
        ? 'Look whether the server behind the network runs and can be reached from there, and what its firewall says.'
        : `Look whether the server behind the network can be reached from there; ${f.cdn} finds the request by ${f.reference}.`,
  },
  'fail/gateway-timeout': {
    verdict: (f) => {
      const waited = f.waitedMs === undefined ? '' : ` after ${durationOf(f.waitedMs)}`;
      const limit = f.limitMs === undefined ? '' : `, at a limit of ${timeSpan(f.limitMs)}`;
      return failed(f, `${waited}: a gateway waited for the service behind it and gave up${limit}`);
    },
    explanation: () =>
      'The service took longer than the gateway waits. It may have gone on and finished: look before the change is repeated.',
    nextStep: (f) => `Find out what the service did in that time. ${searchStep(f)}`,
  },
} satisfies Partial<GroupWords<'fail'>>;
