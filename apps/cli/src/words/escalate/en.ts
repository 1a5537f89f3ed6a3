import type { EscalateWords } from './escalate-words.ts';

export const enEscalate: EscalateWords = {
  usage: {
    'bad-answers': ({ path, pointer, expected }) =>
      `The answers ${path} are not valid: at ${pointer || '/'} expected ${expected}.`,
    'bad-log-records': ({ path, place, expected }) =>
      `${path} is no output of harrier logs search --json: at record ${place} expected ${expected}.`,
    'bad-picture': ({ path, expected }) =>
      `${path} is no whole picture or recording that can be attached; expected ${expected}.`,
    'not-of-case': ({ path, case: number }) =>
      `No note of case ${number} tells that the automation took in ${path}. Give the original or the clean file of that case, or leave --case out.`,
  },
  command: {
    escalate: {
      summary: 'the package that engineering needs, and what it still lacks',
      about:
        'Writes one zip: the requests that failed without credentials, the log records of their tracking ids, a timeline, steps to reproduce, and a summary. It is always written, and says whether it is ready or a draft and what is missing; with --require-ready a draft ends with 1. The same input gives the same bytes.',
    },
  },
  option: {
    logs: 'output of harrier logs search --json; may be given several times',
    answers: 'what you know besides: JSON with error, trackingIds, seen, at, needed, steps, environment …',
    attach:
      'a screenshot (PNG, JPEG) or recording (WebM, MP4), whose metadata is removed; may be given several times. With record: port or ws:// address of a browser that runs with remote debugging',
    target: 'also a text to paste: bems, jira or github; default generic',
    'require-ready': 'end with 1 when the package is a draft',
    case: 'the case on a server that the capture comes from: its number or id; its audit head goes along; of send: its number at the drop',
  },
  told: { done: (size, file) => `${size} written to ${file}.` },
};
