import type { EscalationWords } from '../../escalation/escalation-words.ts';
import { quote } from './phrases.ts';

const plural = (count: number, one: string, many: string) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

export const escalation: EscalationWords = {
  title: 'Escalation',
  state: {
    ready: 'Ready: every question is answered with evidence.',
    draft: 'Draft: answers are missing.',
  },
  question: {
    error: 'What error do you see?',
    'tracking-ids': 'Which tracking ids do you see?',
    'logs-searched': 'Have the tracking ids been searched in the logs?',
    'logs-seen': 'What do the logs show?',
    time: 'When did it happen?',
    needed: 'Is an escalation really needed?',
  },
  lack: {
    'no-error': () => ({
      what: 'Nothing in the capture failed.',
      next: 'Record the capture again while the error appears, or name the entry that shows it under "error" in the answers.',
    }),
    'no-such-entry': ({ entry, entries }) => ({
      what: `The answers name entry ${entry}, but the capture has ${entries}.`,
      next: 'Take the index that harrier table shows.',
    }),
    'no-id': () => ({
      what: 'No tracking id belongs to the error.',
      next: 'Look for an id in the error message or the response headers and put it under "trackingIds" in the answers.',
    }),
    'id-not-in-capture': ({ id }) => ({
      what: `${id} does not occur in the capture.`,
      next: 'Check the id, or attach the capture that it comes from.',
    }),
    'not-searched': ({ id }) => ({
      what: 'The logs were not searched.',
      next:
        id === undefined
          ? 'Once a tracking id is known, run harrier logs search --json with it and give the output with --logs.'
          : `Run harrier logs search --json ${id} and give its output with --logs.`,
    }),
    'no-records': ({ id }) => ({
      what: id === undefined ? 'No log record was found.' : `No log record carries ${id}.`,
      next: 'Search all sources and regions. If the logs really have nothing, say where you looked under "logsWithoutRecords" in the answers.',
    }),
    'nothing-seen': () => ({
      what: 'No log record tells of an error.',
      next: 'Say under "seen" in the answers what the log records show.',
    }),
    'no-time': () => ({
      what: 'It is not known when it happened.',
      next: 'Put the time with its zone under "at" in the answers, for example 2026-01-15T09:30:00+01:00.',
    }),
    'time-without-zone': ({ time }) => ({
      what: `${time} is not a time with a zone.`,
      next: 'Write date, time and zone, for example 2026-01-15T09:30:00+01:00.',
    }),
    'time-outside': ({ time, from, until }) => ({
      what: `${time} lies outside the capture, which goes from ${from} to ${until}.`,
      next: 'Correct the time, or attach the capture of that time.',
    }),
    solvable: ({ fixer, how }) => ({
      what: `This can be solved without an escalation, by ${fixer}.`,
      next: `${how} If that was done and did not help, say so under "needed" in the answers.`,
    }),
    'no-reason': () => ({
      what: 'Nothing shows that engineering has to act.',
      next: 'Say under "needed" in the answers why support cannot solve it.',
    }),
  },
  section: {
    questions: 'Questions',
    findings: 'Findings',
    errors: 'Failed requests',
    'tracking-ids': 'Tracking ids',
    'log-records': 'Log records',
    timeline: 'Timeline',
    flow: 'Path through the services',
    steps: 'Steps to reproduce',
    environment: 'Environment',
    pictures: 'Screenshots and recordings',
    redactions: 'What was removed',
    files: 'Files',
  },
  original: 'Original capture',
  evidence: 'Evidence',
  missing: 'Missing',
  next: 'Next',
  none: 'None.',
  whoCanFix: 'Who can fix it',
  labelled: (label) => `${label}: `,
  utc: 'All times are UTC.',
  records: (count) => plural(count, 'log record', 'log records'),
  leftOut: (entries) =>
    `${plural(entries, 'more entry', 'more entries')} left out: the most telling ones are here.`,
  step: {
    open: (url) => `Open ${url}`,
    send: (method, url) => `Do what sends ${method} ${url}`,
    submit: (url) => `Send the form that goes to ${url}`,
    use: (handler, method, url) => `Use the control that runs ${handler}: it sends ${method} ${url}`,
    click: (name, role) => `Click ${name === '' ? role : `${quote(name)} (${role})`}`,
    key: (key) => `Press ${key}`,
    form: (name) => (name === '' ? 'Send the form' : `Send the form ${quote(name)}`),
    observe: (result) => `See: ${result}`,
  },
  environment: { browser: 'Browser', recorder: 'Recorded by', 'user-agent': 'User-Agent', hosts: 'Hosts' },
  noPicture: 'No screenshot is attached. Engineering asks for one.',
  picturesUnread:
    'Metadata was removed from screenshots and recordings; nobody looked for credentials in what they show.',
  redacted: (credentials, places) =>
    `${plural(credentials, 'credential', 'credentials')} removed from ${plural(places, 'place', 'places')}. Each stands as a pseudonym.`,
  audit: (head, time) =>
    `The server's audit log stood at ${head} when it had taken this capture in (${time}).`,
};
