import type { Words } from '../../words.ts';

export const exceptionRefusals: Words['exceptionRefusals'] = {
  'exception/not-allowed': {
    what: 'Your role does not allow this step.',
    next: 'Ask somebody who has the role.',
  },
  'exception/same-person': {
    what: 'The one who asks, the one who approves and the key holder must be three people.',
    next: 'Leave this step to somebody else.',
  },
  'exception/wrong-state': {
    what: 'The exception is not at this step.',
    next: 'Load the page again to see where it stands.',
  },
  'exception/too-late': { what: 'The time for this step is over.', next: 'Make a new request.' },
  'exception/reason-too-short': {
    what: 'The reason is too short for somebody who reads it a year from now.',
    next: 'Say what is looked for, and why the clean file is not enough.',
  },
  'exception/empty-scope': {
    what: 'The request names nothing.',
    next: 'Name at least one value or one request of the capture.',
  },
  'exception/narrower-first': {
    what: 'The whole file is given only after single values of it were not enough.',
    next: 'Ask for the values or requests that you need first.',
  },
  'exception/consent-awaited': {
    what: 'The customer has not agreed yet.',
    next: 'Wait for the answer, or remind the customer.',
  },
  'exception/wrong-recipient': {
    what: 'The release is not encrypted for the one who asked, and for nobody else.',
    next: 'Make it again with the key that the request holds.',
  },
  'exception/wrong-token': {
    what: 'This link does not open anything.',
    next: 'Open the exception, and ask for a new link.',
  },
  'exception/other-session': {
    what: 'The link belongs to another session.',
    next: 'Use it in the browser session in which it was given.',
  },
  'exception/used': {
    what: 'The release was fetched already; each works once.',
    next: 'Make a new request if it is needed again.',
  },
  'exception/not-found': { what: 'There is no such exception.', next: 'Check the number.' },
  'exception/conflict': {
    what: 'Somebody else was faster.',
    next: 'Load the page again to see what was decided.',
  },
  'exception/not-sealed': {
    what: 'No original was sealed for this attachment.',
    next: 'Look at what became of the attachment; there may be nothing to ask for.',
  },
  'exception/no-values': {
    what: 'No list of single values was sealed for this file.',
    next: 'Ask for the whole file, and say in the reason what you need of it.',
  },
  'exception/bad-key': {
    what: 'This is not one public key that a release can be encrypted for.',
    next: 'Export your own OpenPGP public key with gpg --armor --export, and give that.',
  },
};
