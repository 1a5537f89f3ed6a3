import { en as bench } from './bench/en.ts';
import { details } from './details/en.ts';
import { escalate } from './escalate/en.ts';
import { knowledgeBase } from './knowledge/en.ts';
import { logs } from './logs/en.ts';
import { tools } from './tools/en.ts';
import type { WebWords } from './web-words.ts';

export const en: WebWords = {
  start: {
    title: 'Open a capture',
    drop: 'Drop a HAR or SAZ file here',
    choose: 'Choose a file',
    example: 'Open the example',
    private: 'The file stays in this browser. Nothing is sent anywhere.',
  },
  reading: {
    progress: (readBytes, totalBytes, entries) =>
      `${readBytes} of ${totalBytes}, ${entries} ${entries === '1' ? 'request' : 'requests'}`,
    cancel: 'Cancel',
    meanwhile: 'The table works already; what went wrong is told once all is read.',
  },
  answer: {
    whoCanFix: (who) => `Who can fix it: ${who}`,
    trackingId: 'Tracking id',
    copy: 'Copy',
    copied: 'Copied',
    evidence: 'Evidence',
    moreFindings: (count) => (count === 1 ? '1 more finding' : `${count} more findings`),
    requests: (count) => (count === 1 ? '1 request' : `${count} requests`),
    failed: (count) => `${count} failed`,
  },
  table: {
    label: 'Requests',
    index: '#',
    started: 'Started',
    method: 'Method',
    url: 'URL',
    code: 'Code',
    trackingId: 'Tracking ID',
    error: 'Error',
    org: 'Org',
    time: 'Time',
    waterfall: 'Waterfall',
  },
  filter: {
    label: 'Filter',
    placeholder: 'status:>=400 OR wait:>1s',
    quick: { failed: 'failed', slow: 'slow', cors: 'CORS', auth: 'sign-in' },
    shown: (shown, all) => `${shown} of ${all}`,
  },
  details,
  ...tools,
  logs,
  bench,
  escalate,
  knowledgeBase,
  frame: { language: 'Language', theme: 'Light or dark', closeCapture: (name) => `Close ${name}` },
};
