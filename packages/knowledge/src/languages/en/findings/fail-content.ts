import type { BrokenJson, InBodyFacts, PageKind } from '../../../finding/finding-facts.ts';
import type { GroupWords } from '../../../words.ts';
import { quote, request, search, searchStep } from '../phrases.ts';

const inside = (f: InBodyFacts, how: string) =>
  `${request(f)} answered ${f.status}${how}: ${quote(f.errorText)}${search(f)}.`;

const transportOnly =
  'The status speaks of the transport only; what was asked for failed. Lists by status do not show it.';

const pageName: Readonly<Record<PageKind, string>> = {
  'sign-in': 'the sign-in page',
  refused: 'a page that refuses (firewall or robot check)',
  maintenance: 'a page about maintenance',
  error: 'an error page',
  application: 'the application’s own page',
  other: 'a page',
};

const pageStep: Readonly<Record<PageKind, string>> = {
  'sign-in':
    'The session is over or was not sent along: sign in again and look at the cookies and tokens of the call.',
  refused:
    'Something in front of the service refused the call: take the number on the page to whoever runs the firewall.',
  maintenance: 'Wait until the maintenance is over, or ask the service team when that is.',
  error: 'Read the page: it says what failed.',
  application:
    'The server does not know this address and sends the page of the application instead: compare address and version with a call that works, and the routes of the server or proxy.',
  other: 'Look at the page, and at who sent it (server, proxy, captive portal).',
};

const brokenHow: Readonly<Record<BrokenJson, string>> = {
  cut: 'it ends in the middle',
  empty: 'it is empty',
  'not-json': 'it begins with something that is no JSON',
  value: 'it holds a value that JSON does not have, such as Infinity',
  syntax: 'it breaks the rules of JSON',
};

const brokenStep: Readonly<Record<BrokenJson, string>> = {
  cut: 'Look for a crash or a limit in the service while it was writing.',
  empty: 'Find out why the service had nothing to say; an empty list would be JSON.',
  'not-json':
    'Look at the beginning of the body: often a warning or an error of the server’s program stands there.',
  value: 'Find the calculation that gives no number, and leave the value out instead.',
  syntax: 'Look at the place where a JSON parser stops; often a value was put in without being quoted.',
};

export const contentFindings = {
  'fail/error-in-success': {
    verdict: (f) =>
      f.inRedirect
        ? `${request(f)} redirected with an error: ${quote(f.errorText)}${search(f)}.`
        : inside(f, ', but says inside that it failed'),
    explanation: (f) =>
      f.inRedirect
        ? 'The sign-in service says no by sending the browser back with an error in the address (RFC 6749 §4.1.2.1).'
        : transportOnly,
    nextStep: (f) =>
      f.inRedirect ? 'Look up the error in the sign-in service’s documentation and its logs.' : searchStep(f),
  },
  'fail/graphql': {
    verdict: (f) => {
      const operation = f.operation === undefined ? 'the operation' : f.operation;
      const field = f.field === undefined ? '' : ` at ${f.field}`;
      return inside(f, `, but GraphQL says that ${operation} failed${f.partial ? ' in part' : ''}${field}`);
    },
    explanation: (f) =>
      f.partial
        ? 'Data came beside the error: the page may show everything but the part that failed.'
        : 'GraphQL answers with success even when the operation failed; its errors say why. Lists by status do not show it.',
    nextStep: (f) => searchStep(f),
  },
  'fail/batch-item': {
    verdict: (f) => {
      const status =
        f.itemStatus === undefined ? '' : `, ${f.failed === 1 ? '' : 'the first '}with ${f.itemStatus}`;
      const parts = f.items === 1 ? 'its only part failed' : `${f.failed} of its ${f.items} parts failed`;
      return inside(f, `, but ${parts}${status}`);
    },
    explanation: () =>
      'The status speaks of the batch as a whole; each part has a result of its own. Lists by status do not show it.',
    nextStep: (f) => `Look at the parts that failed and at what was sent for them. ${searchStep(f)}`,
  },
  'fail/soap-fault': {
    verdict: (f) => inside(f, `, with a SOAP fault${f.code === undefined ? '' : ` (${f.code})`}`),
    explanation: (f) =>
      f.blames === 'sender'
        ? 'The fault’s code says that the mistake lies in what was sent.'
        : f.blames === 'service'
          ? 'The fault’s code says that the service itself failed.'
          : 'A SOAP fault means that the operation was not done, whatever the status.',
    nextStep: (f) =>
      f.blames === 'sender'
        ? `Compare what was sent with a call that works. ${searchStep(f)}`
        : searchStep(f),
  },
  'fail/oci-error': {
    verdict: (f) => {
      const command =
        f.commands === undefined || f.commands < 2 ? 'a command' : `one of ${f.commands} commands`;
      const code = f.code === undefined ? '' : ` (${f.code})`;
      return inside(f, `, but BroadWorks refused ${command}${code}`);
    },
    explanation: () =>
      'The transport worked; the OCI command itself was refused. Other commands of the same request may have been done.',
    nextStep: (f) => `Look up the error number and the value that it names. ${searchStep(f)}`,
  },
  'fail/html-for-json': {
    verdict: (f) => {
      const title = f.title === undefined ? '' : ` ${quote(f.title)}`;
      return `${request(f)} asked for ${f.asked === undefined ? 'JSON' : 'an event stream'} and got ${pageName[f.page]}${title} with ${f.status}${search(f)}.`;
    },
    explanation: () =>
      'The status says success, but the application cannot read a page where it expects data; it fails without a failed request to show for it.',
    nextStep: (f) => pageStep[f.page],
  },
  'fail/maintenance-page': {
    verdict: (f) =>
      `${request(f)} got a note about maintenance ${quote(f.title)}, although with ${f.status}${search(f)}.`,
    explanation: () =>
      'Somebody took the service down on purpose, or something in front of it shows this page when nobody answers behind it. By its status all is well.',
    nextStep: () =>
      'Ask the service team, or look at its status page, how long it lasts. Such a page should come with 503 and Retry-After, so that programs and caches can tell.',
  },
  'fail/broken-json': {
    verdict: (f) =>
      `${request(f)} answered ${f.status} with JSON that cannot be read: ${brokenHow[f.fault]}${search(f)}.`,
    explanation: () =>
      'Content-Type says JSON and the content is none, so the application fails while reading it, without a failed request to show for it.',
    nextStep: (f) => `${brokenStep[f.fault]} ${searchStep(f)}`,
  },
} satisfies Partial<GroupWords<'fail'>>;
