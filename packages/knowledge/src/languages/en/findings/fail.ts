import { place } from '../../../finding/place.ts';
import type { GroupWords } from '../../../words.ts';
import { quote, request, said, search, searchStep } from '../phrases.ts';
import { contentFindings } from './fail-content.ts';
import { networkFindings } from './fail-network.ts';
import { statusFindings } from './fail-status.ts';

/** RFC 9110 §15.5 and RFC 6585, in a sentence each. */
/** nginx's word for it; others write an error of their own under the same number. */
const isGivenUp = (f: { readonly status: number; readonly errorText?: string }) =>
  f.status === 499 && f.errorText === undefined;

const clientStatus: Readonly<Record<number, string>> = {
  400: 'The service did not accept what was sent: a value is missing, malformed or not allowed.',
  404: 'What was asked for does not exist under this address, or the service does not want to say that it does.',
  408: 'The server waited for the request and did not get all of it in time: the line is slow, or much was sent.',
  410: 'What was asked for existed once and is gone for good.',
  416: 'The part that was asked for lies outside of what is there.',
  421: 'This server does not answer for this host on this connection; browsers reuse one where hosts share a certificate.',
  422: 'The service understood what was sent and does not accept its values.',
  451: 'What was asked for may not be given out here by law, often because of the country that the request came from.',
  499: 'Whoever asked closed the connection before the service had answered: mostly the service was too slow, or the person left the page.',
};

const serverStatus: Readonly<Record<number, string>> = {
  500: 'The service met a fault of its own.',
  501: 'The service cannot do this at all.',
  502: 'A gateway did not get a usable answer from the service behind it.',
  503: 'The service was not available: overloaded, restarting, or without a healthy instance.',
  504: 'A gateway waited for the service behind it and gave up.',
};

export const failFindings: GroupWords<'fail'> = {
  ...networkFindings,
  ...statusFindings,
  ...contentFindings,
  'fail/http-4xx': {
    verdict: (f) =>
      f.healed
        ? `${request(f)} failed with ${f.status} and worked when it was asked again${search(f)}.`
        : `${request(f)} failed with ${f.status}${said(f.errorText, f.bodyMissing)}${search(f)}.`,
    explanation: (f) =>
      (f.status === 499 && !isGivenUp(f) ? undefined : clientStatus[f.status]) ??
      'The service refused the request because of what was sent.',
    nextStep: (f) => {
      if (f.healed) return 'Nothing has to be done, unless it repeats.';
      if (isGivenUp(f))
        return `Find out how long the service took, and compare that with the time limits of the page and of the proxies in front of the service. ${searchStep(f)}`;
      return f.status === 408
        ? `Look how long sending took, and try over a faster line; otherwise the server’s limit for receiving a request has to be raised. ${searchStep(f)}`
        : `Compare what was sent with a request that works. ${searchStep(f)}`;
    },
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
  'fail/pending': {
    verdict: (f) => {
      if (f.maybeStopped)
        return f.count === 1
          ? `${place(f)} has no answer in the capture.`
          : `${f.count} requests have no answer in the capture, the first ${place(f)}.`;
      return f.count === 1
        ? `${place(f)} had no answer yet when the capture was saved.`
        : `${f.count} requests had no answer yet when the capture was saved, the oldest ${place(f)}.`;
    },
    explanation: (f) =>
      `How they ended is not in the capture. Some, such as event streams, stay open on purpose.${f.maybeStopped ? ' The program that wrote the capture says the same of requests that were blocked or could not be sent.' : ''}`,
    nextStep: (f) =>
      `If ${f.count === 1 ? 'it' : 'one of them'} matters, record again and wait until it ends before saving.`,
  },
};
