import { countText } from '../../format/quantity.ts';
import type { TraceWords } from './trace-words.ts';

export const enTrace: TraceWords = {
  usage: {
    'no-tracking-id': ({ index }) =>
      `Request ${index} carries no tracking id, so no log can be searched for it. Preflights never carry one.`,
  },
  command: {
    trace: {
      summary: 'one request through all services, and where it broke',
      about:
        'Takes a tracking id, or a capture and the index of a request. The lines come from the log store; what the playbooks expect and no line tells is said first.',
    },
  },
  told: {
    broke: (service, call, what) => `Broke at ${service}, ${call}: ${what}`,
    request: 'the request',
    refused: (refused, of) =>
      `Delivered well; ${refused} of ${of} ${of === 1 ? 'command' : 'commands'} in it refused.`,
    cause: (text) => `Caused by: ${text}`,
    received: 'This service only passed it on: who said so has no line here.',
    missing: (service, call) => `No line from ${service} for ${call}.`,
    drift: (element, values, from, to) =>
      `${element} changed on the way: ${values}, between ${from} and ${to}.`,
    askedOff: (member) => `The page itself asked for ${member} to be off, though it is filled in.`,
    whole: 'Nothing failed, as far as the lines tell.',
    noLines: 'No service has a line about this request.',
    chosen: (requests, call) =>
      `The id names a session of ${countText(requests)} ${requests === 1 ? 'request' : 'requests'}; this is ${call}.`,
    cut: (records) => `Only the first ${countText(records)} records were taken.`,
    attempt: (number) => `attempt ${number + 1}`,
    clock: (offset) => `clock ${offset}`,
    moreLines: (lines) => `${countText(lines)} more; --all shows them`,
    heads: { hop: 'Service', call: 'Call', start: 'Start', took: 'Took', status: 'Status' },
  },
};
