import type { FilterProblemCode } from '@harrier/analyze';
import type { UsageProblem } from './arguments/usage-error.ts';
import { countText } from './format/quantity.ts';

/** What `--help` says about a command. */
export interface CommandHelp {
  readonly summary: string;
  readonly usage: string;
  /** Paragraphs under the usage. */
  readonly about: readonly string[];
  readonly examples: readonly string[];
}

const requests = (count: number) => (count === 1 ? '1 request' : `${countText(count)} requests`);
const list = (words: readonly string[]) => words.join(', ');
const meant = (word: string | undefined) => (word === undefined ? '' : ` Did you mean ${word}?`);

/** Every sentence of the command line itself. What findings, notes and read errors say lies in `knowledge`. */
export const english = {
  usage: {
    problem: usageProblem,
    seeTable: 'harrier table lists the requests with their index.',
    seeHelp: (command: string | undefined) =>
      `See harrier ${command === undefined ? '' : `${command} `}--help.`,
  },
  help: {
    tagline:
      'Says what failed in an HTTP capture (HAR, Fiddler SAZ), who says so, and which tracking id to search.',
    usage: 'harrier <command> [options] <file>',
    commands: 'Commands',
    options: 'Options',
    examples: 'Examples',
    exitCodes: 'Exit codes',
    exitCodeList: [
      '0  done',
      '1  done, and a finding was as severe as --fail-on asked',
      '2  wrong usage',
      '3  the input cannot be read',
      '4  refused for safety; nothing was written',
      '5  a service, a store or the output could not be reached',
    ],
    command: {
      triage: {
        summary: 'what failed, why, and which tracking id to search',
        usage: 'harrier triage [options] <file>',
        about: [
          'The first line is the answer. Then come the evidence, other findings, the ids to search, slow requests and what the capture is.',
        ],
        examples: [
          'harrier triage capture.har',
          'harrier triage --json capture.saz',
          'harrier triage --fail-on error capture.har && echo "nothing failed"',
        ],
      },
      table: {
        summary: 'all requests: started, method, status, time, URL, tracking id, error, organisation',
        usage: 'harrier table [options] <file>',
        about: [
          'In a terminal the tracking id and the error stand under their request; elsewhere each request is one line.',
        ],
        examples: [
          'harrier table capture.har',
          "harrier table --filter 'status:>=400 OR slower-than:2s' capture.har",
          'harrier table --csv capture.har > requests.csv',
        ],
      },
      show: {
        summary: 'one request: headers, payload, preview, response, initiator, timing',
        usage: 'harrier show [options] <file> <index>',
        about: [
          'The index is the number in the first column of harrier table. Credentials are masked; --unmasked shows them.',
        ],
        examples: [
          'harrier show capture.har 4',
          'harrier show --tab timing capture.har 4',
          'harrier show --tab response -o body.bin capture.har 4',
        ],
      },
      convert: {
        summary: 'SAZ, gzip, zip, Playwright zip or a damaged HAR to HAR 1.2',
        usage: 'harrier convert [options] <file> -o <out.har>',
        about: [
          'The output appears whole or not at all and is readable by you alone. It holds every credential of the input.',
        ],
        examples: [
          'harrier convert capture.saz -o capture.har',
          'harrier convert capture.har.gz -o - | jq .log.creator',
        ],
      },
    } as Record<string, CommandHelp>,
    option: {
      help: '--help, -h             this text',
      version: '--version, -V          the version',
      json: '--json                 machine output on standard output',
      csv: '--csv                  comma-separated values (RFC 4180) that no spreadsheet calculates',
      filter: '--filter <expression>  only the requests it fits, e.g. status:4xx,5xx or wait:>1s',
      tab: '--tab <name>           headers, payload, preview, response, initiator or timing',
      unmasked: '--unmasked             show credentials',
      'fail-on': '--fail-on <severity>   end with 1 when a finding is at least info, warning or error',
      output: '--output, -o <file>    where to write; - is standard output',
      force: '--force                replace an existing file',
      lang: '--lang <language>      en, fr, ja, ko, zh-CN or zh-TW; from the environment by default',
      password:
        '--password <text>      for a protected archive; better in HARRIER_PASSWORD, which other users cannot see',
      member: '--member <name>        which capture of an archive that holds several',
      engine: '--engine <name>        auto, wasm or typescript: what reads the file',
    },
    standardInput: 'A file named - is standard input.',
  },
  errors: {
    input: (file: string, what: string) => `${file} cannot be read: ${what}`,
    position: (place: {
      byteOffset?: number | undefined;
      line?: number | undefined;
      column?: number | undefined;
    }) =>
      list(
        [
          place.line === undefined ? '' : `line ${place.line}`,
          place.column === undefined ? '' : `column ${place.column}`,
          place.byteOffset === undefined ? '' : `byte ${place.byteOffset}`,
        ].filter(Boolean),
      ),
    next: 'Next: ',
    /** Where the command line knows a better next step than the reader does. */
    nextFor: {
      'har/password-needed':
        'Give the password with --password, or in HARRIER_PASSWORD where other users cannot see it.',
      'har/password-wrong': 'Check the password: capitals and spaces count.',
    } as Readonly<Record<string, string>>,
    standardInput: 'Standard input',
    outputFailed: (file: string, systemCode: string | undefined) => {
      const why: Record<string, string> = {
        ENOENT: 'the folder does not exist',
        EACCES: 'you may not write there',
        EPERM: 'you may not write there',
        EROFS: 'the file system is read-only',
        ENOSPC: 'the disk is full',
        EDQUOT: 'your quota is used up',
      };
      return `${file} could not be written: ${why[systemCode ?? ''] ?? systemCode ?? 'the system refused'}.`;
    },
    outputNext: 'Choose another place with -o.',
    internal: (what: string) => `This is a fault of Harrier, not of your capture: ${what}.`,
    internalNext:
      'Please report it with the command and the lines above; leave the capture out, it may hold credentials.',
    interrupted: 'Stopped. Nothing was left behind.',
  },
  progress: {
    reading: (percent: number, entries: number) => `${percent} %  ${requests(entries)}`,
    writing: (size: string) => `${size} written`,
  },
  mask: (characters: number) => `‹masked, ${characters}›`,
  masked: 'Credentials are masked; --unmasked shows them.',
  filter: {
    note: (at: number, problem: FilterProblemCode, term: string) =>
      `--filter, character ${at + 1}: ${filterProblems[problem](term)}.`,
  },
  table: {
    heads: {
      index: '#',
      started: 'Started (UTC)',
      dayUtc: (day: string) => `${day} UTC`,
      method: 'Method',
      status: 'Code',
      time: 'Time',
      trackingId: 'Tracking ID',
      url: 'URL',
      error: 'Error',
      org: 'Org',
    },
    empty: 'The capture holds no requests.',
    noneFits: (entries: number) => `The filter fits none of ${requests(entries)}.`,
  },
  show: {
    general: 'General',
    requestHeaders: 'Request headers',
    responseHeaders: 'Response headers',
    query: 'Query string',
    form: 'Form data',
    requestBody: 'Request body',
    noQuery: 'No query string and no request body.',
    labels: {
      url: 'URL',
      method: 'Method',
      status: 'Status',
      started: 'Started',
      time: 'Time',
      remoteAddress: 'Remote address',
      protocol: 'Protocol',
      referrerPolicy: 'Referrer policy',
      initiator: 'Initiator',
      priority: 'Priority',
      type: 'Type',
      size: 'Size',
      trackingId: 'Tracking ID',
      error: 'Error',
      org: 'Organisation',
      fromCache: 'From cache',
      connection: 'Connection',
      comment: 'Comment',
    },
    utc: (instant: string) => `${instant} UTC`,
    size: (wire: string, content: string) => `${wire} received, ${content} of content`,
    noStatus: 'not recorded',
    noResponse: '0 (no response)',
    pending: 'still in flight when the capture was saved',
    none: '(none)',
    noBody: {
      'no-body': 'There is no body: this kind of response has none.',
      'not-captured': 'The body was not captured.',
      failed: 'There is no body: no response was received.',
      'over-limit': 'The exporter left the body out because of its size.',
      'cors-preflight': 'The browser does not record the body of a CORS preflight.',
      unknown: 'There is no body in the capture.',
    },
    binary: (mediaType: string, size: string) => `${mediaType}, ${size}, not text. The first bytes:`,
    cut: (shown: string) => `Cut after ${shown}. -o <file> writes all of it.`,
    invalidBase64: 'The body is said to be base64 and is not; this is what was written.',
    messages: (count: number) => (count === 1 ? '1 message' : `${countText(count)} messages`),
    moreMessages: (count: number) => `… and ${countText(count)} more; --json has all of them.`,
    sent: 'sent',
    received: 'received',
    mediaTypeUnknown: 'type not recorded',
    written: (size: string, file: string) => `${size} written to ${file}.`,
    initiatedBy: 'Initiated by',
    callStack: 'Call stack',
    noInitiator: 'The capture does not say what caused this request.',
    started: (instant: string) => `Started at ${instant} UTC`,
    phase: 'Phase',
    start: 'Start',
    duration: 'Duration',
    total: 'Total',
    servedFromMemory: 'Served from the memory cache: nothing went over the network.',
    failedHere: 'failed here',
    noTiming: 'No time was recorded.',
  },
  phases: {
    queueing: 'Queueing',
    stalled: 'Stalled',
    proxy: 'Proxy negotiation',
    dns: 'DNS lookup',
    connect: 'Initial connection',
    ssl: 'TLS (SSL)',
    serviceWorkerStartup: 'ServiceWorker start-up',
    serviceWorkerRespondWith: 'ServiceWorker respondWith',
    serviceWorkerRequest: 'Request to ServiceWorker',
    send: 'Request sent',
    wait: 'Waiting (TTFB)',
    receive: 'Content download',
    unaccounted: 'Unaccounted',
  },
  triage: {
    findings: 'Findings',
    severity: { error: 'error', warning: 'warning', info: 'info' },
    evidence: 'Evidence',
    whoCanFix: 'Who can fix it',
    next: 'Next',
    more: (count: number) => `… and ${countText(count)} more; --json has all of them.`,
    searchFor: (id: string) => `Search for ${id}.`,
    ids: 'Tracking ids to search',
    searchReason: { failed: 'failed', slow: 'slow', session: 'the whole session' },
    noIds: 'No tracking id was recorded.',
    slow: 'Slow requests',
    capture: 'Capture',
    notes: 'Notes on the file',
    labels: {
      file: 'File',
      otherMembers: 'Also in it',
      producer: 'Made by',
      requests: 'Requests',
      span: 'Time',
      hosts: 'Hosts',
    },
    counts: (entries: number, failed: number, slow: number) =>
      `${countText(entries)}, ${countText(failed)} failed, ${countText(slow)} slow`,
    nothingFailed: (entries: number) =>
      `Nothing failed in ${requests(entries)}: no status of 400 or more, no broken connection, no error in a body that was captured.`,
    someFailed: (failed: number) =>
      `${requests(failed)} failed; harrier table --filter is:failed lists them.`,
    nothingRead: 'The capture holds no requests, so there is nothing to judge.',
  },
  convert: {
    standardOutput: 'standard output',
    done: (entries: number, size: string, file: string) =>
      `${requests(entries)}, ${size}, written to ${file}.`,
    notes: (count: number) =>
      `${count === 1 ? 'One oddity' : `${countText(count)} oddities`} of the input noted; harrier triage lists them.`,
  },
};

const filterProblems: Readonly<Record<FilterProblemCode, (term: string) => string>> = {
  'unknown-key': (term) => `${term} begins with no known key, so it is searched as text`,
  'missing-value': (term) => `${term} lacks a value`,
  'bad-value': (term) => `${term} is no value that this key knows`,
  'bad-regex': (term) => `${term} is no regular expression that can be searched safely`,
  'missing-operand': (term) => `${term} has nothing beside it`,
  'unclosed-parenthesis': () => 'a parenthesis is not closed',
  'too-deep': () => 'there are too many parentheses inside each other',
  'too-long': () => 'the expression is too long',
  'not-observable': (term) => `no capture records what ${term} asks for, so it finds nothing`,
};

/** The command line's sentences in one language. */
export type CliWords = typeof english;

function usageProblem(problem: UsageProblem): string {
  switch (problem.kind) {
    case 'unknown-command':
      return `There is no command ${problem.given}.${meant(problem.meant)} The commands are ${list(problem.commands)}.`;
    case 'unknown-option':
      return `There is no option ${problem.given}.${meant(problem.meant)}`;
    case 'option-elsewhere':
      return `${problem.option} is no option of ${problem.command}; it belongs to ${list(problem.commands)}.`;
    case 'needs-value':
      return `${problem.option} needs a value${problem.oneOf === undefined ? '' : `: ${list(problem.oneOf)}`}.`;
    case 'takes-no-value':
      return `${problem.option} takes no value.`;
    case 'given-twice':
      return `${problem.option} was given twice.`;
    case 'not-one-of':
      return `${problem.option} cannot be ${problem.given}; it is one of ${list(problem.oneOf)}.${meant(problem.meant)}`;
    case 'missing-argument':
      return `The <${problem.argument}> is missing.`;
    case 'extra-argument':
      return `${problem.given} is one argument too many.`;
    case 'exclude-each-other':
      return `${problem.options[0]} and ${problem.options[1]} exclude each other.`;
    case 'not-an-index':
      return `${problem.given} is no index; an index is a whole number from 0, as harrier table shows it.`;
    case 'no-such-entry':
      return problem.entries === 0
        ? `There is no request ${problem.index}: the capture holds none.`
        : `There is no request ${problem.index}: the last one is ${problem.entries - 1}.`;
    case 'filter':
      return `--filter, character ${problem.at + 1}: ${filterProblems[problem.problem](problem.term)}.`;
    case 'missing-output':
      return 'Where to write is missing: -o <out.har>, or -o - for standard output.';
    case 'output-is-input':
      return `${problem.path} is the input; writing there would destroy it.`;
    case 'output-exists':
      return `${problem.path} exists already; --force replaces it.`;
    case 'output-is-folder':
      return `${problem.path} is a folder.`;
    case 'no-bytes-to-write':
      return '-o writes bodies: it goes with --tab payload, preview or response.';
  }
}
