import { countText } from '../format/quantity.ts';
import type { CommandHelps, FilterWords, OptionHelps, UsageWords, WriteTroubles } from './cli-words.ts';
import { enEscalate } from './escalate/en.ts';
import { enLogs } from './logs/en.ts';
import { enRecord } from './record/en.ts';
import { enSend } from './send/en.ts';
import { enTrace } from './trace/en.ts';

const requests = (count: number) => (count === 1 ? '1 request' : `${countText(count)} requests`);
const list = (words: readonly string[]) => words.join(', ');
const meant = (word: string | undefined) => (word === undefined ? '' : ` Did you mean ${word}?`);

const usage: UsageWords = {
  'unknown-command': ({ given, meant: other, commands }) =>
    `There is no command ${given}.${meant(other)} The commands are ${list(commands)}.`,
  'unknown-topic': ({ given, nearest }) =>
    `There is no page on ${given}.${nearest.length === 0 ? '' : ` Did you mean ${list(nearest)}?`}`,
  'unknown-option': ({ given, meant: other }) => `There is no option ${given}.${meant(other)}`,
  'option-elsewhere': ({ option, command, commands }) =>
    `${option} is no option of ${command}; it belongs to ${list(commands)}.`,
  'needs-value': ({ option, oneOf }) =>
    `${option} needs a value${oneOf === undefined ? '' : `: ${list(oneOf)}`}.`,
  'takes-no-value': ({ option }) => `${option} takes no value.`,
  'given-twice': ({ option }) => `${option} was given twice.`,
  'not-one-of': ({ option, given, oneOf, meant: other }) =>
    `${option} cannot be ${given}; it is one of ${list(oneOf)}.${meant(other)}`,
  'missing-argument': ({ argument }) => `The <${argument}> is missing.`,
  'extra-argument': ({ given }) => `${given} is one argument too many.`,
  'exclude-each-other': ({ options }) => `${options[0]} and ${options[1]} exclude each other.`,
  'not-an-index': ({ given }) =>
    `${given} is no index; an index is a whole number from 0, as harrier table shows it.`,
  'no-such-entry': ({ index, entries }) =>
    entries === 0
      ? `There is no request ${index}: the capture holds none.`
      : `There is no request ${index}: the last one is ${entries - 1}.`,
  filter: ({ at, problem, term }) => `--filter, character ${at + 1}: ${filterProblem[problem](term)}.`,
  'missing-output': () => 'Where to write is missing: -o <out.har>, or -o - for standard output.',
  'missing-option': ({ option }) => `${option} is missing.`,
  'bad-session-key': ({ path }) => `${path} holds no session key as gpg --show-session-key prints it.`,
  'output-is-input': ({ path }) => `${path} is the input; writing there would destroy it.`,
  'output-exists': ({ path }) => `${path} exists already; --force replaces it.`,
  'output-is-folder': ({ path }) => `${path} is a folder.`,
  'no-bytes-to-write': () => '-o writes bodies: it goes with --tab payload, preview or response.',
  'body-not-recorded': () =>
    'The capture does not hold this body: it was not recorded, or was left out for its size.',
  'needs-other': ({ option, other }) => `${option} goes with ${other}.`,
  'unreadable-option': ({ option, path }) => `${option}: ${path} cannot be read.`,
  'bad-policy': ({ path, pointer, what }) => `The policy ${path} makes no sense: ${pointer || 'it'} ${what}.`,
  'bad-settings': ({ path, pointer, rule }) =>
    `The settings in ${path} are not as they should be${pointer === '' ? '' : `, at ${pointer}`}: ${rule}.`,
  'bad-playbook': ({ path, line, column, pointer, what }) =>
    `The playbook ${path} is not valid: line ${line}, column ${column}${pointer === '' ? '' : ` (${pointer})`}: ${what}.`,
  'no-playbooks': ({ path }) => `--playbooks: the folder ${path} holds no *.json file.`,
  'playbook-twice': ({ id, paths }) => `${paths.join(' and ')} are both the playbook “${id}”.`,
  'bad-report': ({ path }) => `${path} is no report of harrier sanitize.`,
  'short-key': ({ path }) => `The key in ${path} has fewer than 32 bytes.`,
  'bad-key': ({ option, path }) => `${option}: ${path} holds no key that fits.`,
  ...enEscalate.usage,
  ...enRecord.usage,
  ...enLogs.usage,
  ...enTrace.usage,
};

const filterProblem: FilterWords = {
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

const command: CommandHelps = {
  open: {
    summary: 'the workbench in the browser',
    about:
      'Serves the workbench on a free port of this machine and prints its address. Captures stay on this machine; Ctrl-C ends it.',
  },
  triage: {
    summary: 'what failed, why, and which tracking id to search',
    about:
      'The first line is the answer. Then come the evidence, other findings, the ids to search, slow requests and what the capture is.',
  },
  compare: {
    summary: 'what differs between a capture that works and one that fails',
    about:
      'Give the two captures in any order: of a user for whom it works and of one for whom it fails, or from before a change and from after. The first line is the most telling difference.',
  },
  table: {
    summary: 'every request: started, method, status, time, URL, tracking id, error, organisation',
    about:
      'In a terminal the tracking id and the error stand under their request; elsewhere each request is one line.',
  },
  show: {
    summary: 'one request: headers, payload, preview, response, initiator, timing',
    about:
      'The index is the number in the first column of harrier table. Credentials are masked; --unmasked shows them.',
  },
  sanitize: {
    summary: 'remove credentials, keep what diagnoses',
    about:
      'The output is checked before it is written, and appears whole or not at all. --check only says whether a capture is clean and ends with 1 if it is not.',
  },
  convert: {
    summary: 'SAZ, gzip, zip, Playwright zip or a damaged HAR to HAR 1.2',
    about:
      'The output appears whole or not at all and is readable by you alone. It holds every credential of the input.',
  },
  seal: {
    summary: 'encrypt a file for the holders of keys',
    about:
      'The output is an OpenPGP message that gpg opens, and appears whole or not at all. A key that gpg 2.2 cannot use, or that has expired, is refused. The input stays as it is.',
  },
  unseal: {
    summary: 'open a sealed file',
    about:
      'The output appears only once it is proven that nobody changed the file. The password of the private key is asked for, or comes from --password-file or HARRIER_KEY_PASSWORD.',
  },
  serve: {
    summary: 'the server for cases, with its worker',
    about:
      'Serves the HTTP API and works on cases, until Ctrl-C, which lets the step at hand finish. The first start prints a link with which the first administrator is made: whoever has it can be that. Settings come from options, else from HARRIER_DATABASE, HARRIER_OBJECTS, HARRIER_HOST, HARRIER_PORT, HARRIER_ORIGIN, HARRIER_VAULT_KEYS, HARRIER_WATCHED_FOLDER, HARRIER_CONNECTORS, HARRIER_SECRETS, HARRIER_OIDC; files lie in HARRIER_DATA (default .harrier).',
  },
  worker: {
    summary: 'one more worker for cases',
    about:
      'Works on cases beside a server, on any machine that reaches the same database and objects, until Ctrl-C. Takes the settings that serve takes.',
  },
  case: {
    summary: 'cases of a server',
    about:
      'list [words], show <case>, attach <case> <file…>, note <case> <text>, process <case> (waits until the attachments are worked on; ends with 1 where a person is needed). <case> is a number or an id. The API token comes from HARRIER_TOKEN, the server from --server or HARRIER_SERVER. backfill <connector> dry-run|run|stop|show takes in what a case system had before it was connected (for administrators).',
  },
  exception: {
    summary: 'something of a sealed original, after two others have agreed',
    about:
      'list, show <id>, request <mark> <why> (the mark stands in the case’s note; --to is your own public key), withdraw <id>, approve <id>, refuse <id>; for the key holder material <id> -o <file> (for gpg --show-session-key), release <id> with --key or --session-key, refuse-release <id>; for the one who asked fetch <id> -o <file>, which works once. Each line: id, state, what is asked for, reason, who, why, and the steps that you may take. Token and server as for harrier case.',
  },
  ...enEscalate.command,
  ...enRecord.command,
  ...enSend.command,
  ...enLogs.command,
  ...enTrace.command,
  explain: {
    summary: 'what a header, status, method, phase or finding means',
    about:
      'Pages on methods, header fields, status codes, timing phases, findings and terms, on recording and reading captures, and on tracking ids. The group may be left out. Without a topic it lists what there is.',
  },
  completion: {
    summary: 'completion of commands and options for bash, zsh or fish',
    about:
      'Prints a script for the shell. bash: source <(harrier completion bash) in ~/.bashrc. zsh: harrier completion zsh > _harrier in a folder of $fpath. fish: harrier completion fish > ~/.config/fish/completions/harrier.fish. Meanings are in the language of --lang.',
  },
};

const option: OptionHelps = {
  help: 'this text',
  version: 'the version',
  all: 'every finding, and how many remarks on the use of HTTP there are; of trace: every line',
  json: 'machine output on standard output',
  csv: 'comma-separated values (RFC 4180) that no spreadsheet calculates',
  filter: 'only the requests it fits, e.g. status:4xx,5xx or wait:>1s',
  format: 'text, json or sarif (SARIF 2.1.0, for pipelines); with logs import the id of a log format',
  group: 'template: requests folded by method, host and path, with counts, errors and times',
  tab: 'headers, payload, preview, response, initiator or timing',
  unmasked: 'show credentials',
  'fail-on': 'end with 1 when a finding is at least info, warning or error',
  formats: 'also read by the log format in this file, Harrier’s or lnav’s; may be given several times',
  playbooks: 'also use the playbooks (*.json) of this folder',
  output: 'where to write; - is standard output',
  force: 'replace an existing file',
  check: 'only say whether the capture is clean',
  report: 'what was removed, without values; with --check: the report to compare with',
  'report-page': 'the same as a page for people',
  policy: 'names, patterns and exceptions of your own',
  preset: 'default, strict (spares no cookie, no token) or webex',
  'strip-jwt': 'replace JSON Web Tokens whole; otherwise expiry, issuer and scope stay',
  'key-file': 'the same pseudonyms for every capture of a case; made if it is not there',
  sign: 'sign with this private key: a report with Ed25519 (PEM), a package with OpenPGP',
  trust: 'with --check: accept only this Ed25519 key',
  'sealed-map': 'what each pseudonym stood for, encrypted for --to',
  to: 'OpenPGP public key of whoever may open it; may be given several times',
  compress: 'compress before encrypting: a HAR becomes about a quarter of its size',
  capsule: "also write the key capsule: it gives this file's session key to the holders of the keys",
  split: 'write parts of at most this size (100MB): <file>.001 and on; cat puts them together again',
  verify: 'read the sealed file back and compare before saying that it is done',
  key: 'file with the private key, as gpg --export-secret-keys writes it',
  'session-key': 'file with the session key of this one file, as gpg --show-session-key prints it',
  'password-file': 'file with the password of the private key',
  database: 'sqlite:<path> or postgres://<host>/<name>',
  objects: 'folder of the files of cases',
  listen: 'address to listen at; anything but loopback belongs behind TLS',
  port: 'port to listen at; 0 takes a free one',
  origin: 'how browsers reach the server, e.g. https://harrier.example.com',
  'vault-keys': 'OpenPGP public keys that originals are sealed for, two at least',
  watch: 'folder of case folders to watch as well',
  server: 'the server, e.g. https://harrier.example.com',
  for: 'what is asked for: pseudonyms (hx-…,hx-…), entries:3,4, or whole',
  reason: 'why, in one word',
  lang: 'en, fr, ja, ko, zh-CN or zh-TW; from the environment by default',
  password: 'for a protected archive; better in HARRIER_PASSWORD, which other users cannot see',
  member: 'which capture of an archive that holds several',
  engine: 'auto, wasm or typescript: what reads the file',
  ...enEscalate.option,
  ...enRecord.option,
  ...enSend.option,
  ...enLogs.option,
};

const writeTrouble: WriteTroubles = {
  noFolder: 'the folder does not exist',
  forbidden: 'you may not write there',
  readOnly: 'the file system is read-only',
  full: 'the disk is full',
  other: 'the system refused',
};

/** English, after which the other languages are made. Options, commands, codes and units are never translated. */
export const en = {
  usage,
  usageNext: {
    help: (call: string) => `See ${call} --help.`,
    table: 'harrier table lists the requests with their index.',
    topics: 'harrier explain lists the topics.',
  },
  filterNote: (at: number, sentence: string) => `--filter, character ${at + 1}: ${sentence}.`,
  filterProblem,
  help: {
    tagline:
      'Says what failed in an HTTP capture (HAR, Fiddler SAZ), who says so, and which tracking id to search.',
    commands: 'Commands',
    options: 'Options',
    examples: 'Examples',
    exitCodes: 'Exit codes',
    exitCode: [
      'done',
      'done, and a finding was as severe as --fail-on asked',
      'wrong usage',
      'the input cannot be read',
      'refused for safety; nothing was written',
      'a service, a store or the output could not be reached',
    ] as readonly string[],
    command,
    option,
    standardInput: 'A file named - is standard input.',
  },
  errors: {
    input: (file: string, what: string) => `${file} cannot be read: ${what}`,
    line: (line: number) => `line ${line}`,
    column: (column: number) => `column ${column}`,
    byte: (byteOffset: number) => `byte ${byteOffset}`,
    next: 'Next: ',
    givePassword:
      'Give the password with --password, or in HARRIER_PASSWORD where other users cannot see it.',
    standardInput: 'Standard input',
    output: (file: string, why: string) => `${file} could not be written: ${why}.`,
    noSuchFile: 'There is no such file.',
    outputNext: 'Choose another place with -o.',
    writeTrouble,
    internal: (what: string) => `This is a fault of Harrier, not of your capture: ${what}.`,
    internalNext:
      'Please report it with the command and the line above; leave the capture out, it may hold credentials.',
    interrupted: 'Stopped. Nothing was left behind.',
  },
  progress: {
    reading: (percent: number, entries: number) => `${percent} %  ${requests(entries)}`,
    writing: (size: string) => `${size} written`,
  },
  mask: (characters: number) => `‹masked, ${characters}›`,
  table: {
    heads: {
      index: '#',
      started: 'Started (UTC)',
      method: 'Method',
      status: 'Code',
      time: 'Time',
      trackingId: 'Tracking ID',
      url: 'URL',
      error: 'Error',
      org: 'Org',
    },
    templateHeads: { count: 'Requests', errors: 'Errors', p50Ms: 'p50', p95Ms: 'p95' },
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
      comment: 'Comment',
    },
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
    mediaTypeUnknown: 'type not recorded',
    cut: (shown: string) => `Cut after ${shown}. -o <file> writes all of it.`,
    invalidBase64: 'The body is said to be base64 and is not; this is what was written.',
    messages: (count: number) => (count === 1 ? '1 message' : `${countText(count)} messages`),
    sent: 'sent',
    received: 'received',
    written: (size: string, file: string) => `${size} written to ${file}.`,
    initiatedBy: 'Initiated by',
    callStack: 'Call stack',
    noInitiator: 'The capture does not say what caused this request.',
    started: (instant: string) => `Started at ${instant}`,
    phase: 'Phase',
    start: 'Start',
    duration: 'Duration',
    total: 'Total',
    servedFromMemory: 'Served from the memory cache: nothing went over the network.',
    failedHere: 'failed here',
    noTiming: 'No time was recorded.',
  },
  compare: {
    differences: 'Differences',
    captures: 'Captures',
    counts: (paired: number, onlyA: number, onlyB: number) =>
      `${countText(paired)} in both, ${countText(onlyA)} only in a, ${countText(onlyB)} only in b`,
    leftClosed: (pairs: number) =>
      `${requests(pairs)} in both ${pairs === 1 ? 'was' : 'were'} compared by status and time only, because enough of the kind were read.`,
  },
  triage: {
    findings: 'Findings',
    evidence: 'Evidence',
    why: 'Why',
    whoCanFix: 'Who can fix it',
    next: 'Next',
    more: (count: number) => `… and ${countText(count)} more; --json has all of them.`,
    lint: (count: number) =>
      `${count === 1 ? 'One remark' : `${countText(count)} remarks`} on the use of HTTP; --json has them.`,
    folded: (count: number) =>
      count === 1
        ? '… and one more that is less telling or follows from these; --json has it.'
        : `… and ${countText(count)} more that are less telling or follow from these; --json has all of them.`,
    searchFor: (id: string) => `Search the logs for ${id}.`,
    common: 'What the failed requests share',
    ids: 'Tracking ids to search',
    sanitized: (ruleSet: string) => `by Harrier, rules ${ruleSet}`,
    noIds: 'No tracking id was recorded.',
    slow: 'Slow requests',
    capture: 'Capture',
    notes: 'Notes on the file',
    labels: {
      file: 'File',
      otherMembers: 'Also in it',
      producer: 'Made by',
      sanitized: 'Sanitized',
      requests: 'Requests',
      span: 'Time',
      hosts: 'Hosts',
    },
    counts: (entries: number, failed: number, slow: number) =>
      `${countText(entries)}, ${countText(failed)} failed, ${countText(slow)} slow`,
    someFailed: (failed: number) =>
      `${requests(failed)} failed; harrier table --filter is:failed lists them.`,
    times: (count: number) => (count === 1 ? 'once' : `${countText(count)} times`),
  },
  sanitize: {
    stage: {
      learn: 'looking for credentials',
      write: 'removing them',
      verify: 'checking the result',
    },
    done: (credentials: number, places: number, size: string, file: string) =>
      `${credentials === 1 ? '1 credential' : `${countText(credentials)} credentials`} removed from ${places === 1 ? '1 place' : `${countText(places)} places`}; ${size} written to ${file}.`,
    summary: (credentials: number, places: number) =>
      `${credentials === 1 ? '1 credential' : `${countText(credentials)} credentials`} removed from ${places === 1 ? '1 place' : `${countText(places)} places`}.`,
    unswept: (count: number) =>
      `${count === 1 ? 'One value was' : `${countText(count)} values were`} removed where a name or form told of them, but too short or common to be looked for elsewhere.`,
    dropped: (count: number) =>
      `${count === 1 ? 'One body' : `${countText(count)} bodies`} could not be read and ${count === 1 ? 'was' : 'were'} removed whole.`,
    exposures: 'Credentials that stood in the original',
    until: (instant: string) => `valid until ${instant}`,
    more: (count: number) => `… and ${countText(count)} more`,
    clean: 'Clean: no credential was found.',
    notClean: (places: number) =>
      `Not clean: credentials in ${places === 1 ? '1 place' : `${countText(places)} places`}.`,
    sameFile: 'The file is the one that the report was written for.',
    otherFile: 'The file is not the one that the report was written for.',
    signature: {
      none: 'The report is not signed.',
      good: 'The signature of the report is good.',
      bad: 'The signature of the report is missing, wrong, or by another key.',
    },
    refused: {
      'sanitize/damaged-input': {
        what: 'The capture is damaged, and what cannot be parsed cannot be made clean.',
        next: 'Write the entries that are whole to a new file with harrier convert, and sanitize that one.',
      },
      'sanitize/survivor': {
        what: 'The check of the output still found something; nothing was written.',
        next: 'This is a fault of Harrier: please report it with the places above, without the capture.',
      },
      'sanitize/worker-ended': {
        what: 'A thread that did part of the work ended before it was done; nothing was written.',
        next: 'Close other programs, so that there is more memory, and try again.',
      },
    },
    page: {
      title: 'Sanitizing report',
      files: 'Files',
      size: 'Size',
      input: 'Original',
      output: 'Clean file',
      rules: 'Rules',
      exposuresAbout:
        'Whoever has the original can use these. The fingerprint is what stands in the clean file; it cannot be computed without the key.',
      kind: 'Kind',
      fingerprint: 'Fingerprint',
      hosts: 'Hosts',
      places: 'Places',
      until: 'Valid until',
      revoke: 'What to do',
      byRule: 'By rule',
      rule: 'Rule',
    },
  },
  serve: {
    up: 'The server is up. Ctrl-C ends it.',
    setupLink: 'Make the first administrator with this link; it works once:',
    noAnswer: (server: string) => `The server ${server} does not answer.`,
    noAnswerNext: 'Check its address, and that it runs.',
    cannotListen: (place: string) =>
      `Nothing can be served at ${place}: the port is taken, or the system does not give it away.`,
    cannotListenNext: 'Choose another one with --port or --listen, or end the program that has it.',
    workerUp: 'The worker is up. Ctrl-C ends it.',
  },
  open: { serving: 'Open the address in a browser. Ctrl-C ends.' },
  explain: { name: '<name>' },
  convert: {
    standardOutput: 'standard output',
    done: (entries: number, size: string, file: string) =>
      `${requests(entries)}, ${size}, written to ${file}.`,
    notes: (count: number) =>
      `${count === 1 ? 'One oddity' : `${countText(count)} oddities`} of the input noted; harrier triage lists them.`,
  },
  seal: {
    done: (keys: number, size: string, file: string) =>
      `${size} written to ${file}; ${keys === 1 ? '1 key opens it' : `${countText(keys)} keys open it`}:`,
    parts: (count: number, list: string) =>
      `${count === 1 ? '1 part' : `${countText(count)} parts`}; their digests are in ${list}.`,
    verified: 'Read back: it opens to the same bytes.',
    expiring: (fingerprint: string, days: number) =>
      `Key ${fingerprint} expires ${days === 0 ? 'today' : days === 1 ? 'in 1 day' : `in ${countText(days)} days`}: have it extended.`,
    notProven: (file: string) => `${file} was written, but it does not open to the same bytes.`,
    notProvenNext: 'Keep the original, check the disk, and seal it again.',
  },
  unseal: {
    done: (size: string, file: string) => `${size} written to ${file}; nobody changed it.`,
    askPassword: (key: string) => `Password for ${key}: `,
  },
  escalate: enEscalate.told,
  record: enRecord.told,
  send: enSend.told,
  logs: enLogs.told,
  trace: enTrace.told,
};
