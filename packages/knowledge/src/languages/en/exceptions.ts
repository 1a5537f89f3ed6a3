import type { ExceptionWords } from '../../exception/exception-words.ts';

export const exceptions: ExceptionWords = {
  news: {
    requested: 'Somebody asks to see something of a sealed original.',
    'consent-given': 'The customer agrees that something of a sealed original is seen.',
    declined: 'The customer does not agree. Nothing of the sealed original is shown.',
    approved: 'The request is approved. The holder of a key can now release what was asked for.',
    refused: 'The request is refused. Nothing of the sealed original is shown.',
    withdrawn: 'The request was withdrawn.',
    released: 'What was asked for is released, for the one who asked alone. It can be fetched once.',
    fetched: 'Something of a sealed original was opened, as approved.',
    lapsed: 'The time for this request is over. Nothing more can be done with it.',
  },
  reasons: {
    'value-needed': 'a value is needed',
    'body-needed': 'a body is needed',
    legal: 'legal duty',
    'sanitizer-fault': 'too much was removed',
    'security-incident': 'security incident',
  },
  scope: {
    values: (count) => `Asked for: what pseudonyms of the clean capture stand for (${count}).`,
    entries: (entries) => `Asked for: what was removed from these requests of the clean capture: ${entries}.`,
    whole: 'Asked for: the whole original.',
  },
  by: (name) => `By: ${name}`,
  reason: (reason) => `Reason: ${reason}`,
  sealed: (sha256) => `Sealed original: SHA-256 ${sha256}`,
  audit: (head) => `Audit log: ${head}`,
};
