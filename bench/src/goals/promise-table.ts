import type { Promised } from './promise.ts';

const measured = (
  area: string,
  suite: string,
  rows: readonly (readonly [goal: string, figures: RegExp])[],
): Promised[] => rows.map(([goal, figures]) => ({ area, goal, suite, figures }));

const tested = (area: string, rows: readonly (readonly [goal: string, ...tests: string[]])[]): Promised[] =>
  rows.map(([goal, ...tests]) => ({ area, goal, tests }));

/** Everything that Harrier is to reach, by area. A goal is here once; what is measured several ways has several figures. */
export const promises: readonly Promised[] = [
  ...measured('Reading', 'index', [
    ['WebAssembly: at least 7 × JSON.parse', /WebAssembly.*× JSON/],
    ['TypeScript: at least 2.5 × JSON.parse', /TypeScript.*× JSON/],
    ['1 GB in at most 128 MB of memory', /^Harrier.*of memory/],
    ['harrier table, 1 GB: at most 200 MB of memory', /harrier table/],
    ['any entry, or a body of 100 KB, opened: p95 at most 5 ms', /opened: p95/],
  ]),
  ...tested('Reading', [
    [
      'WebAssembly = TypeScript = JSON.parse in every formatting, at every chunk size',
      'packages/har/src/scan/laws.test.ts',
    ],
    ['a cut at every 1 % gives every whole entry before it', 'packages/har/src/scan/laws.test.ts'],
    [
      'JSONTestSuite: every y_ is read, every n_ is told with its place',
      'packages/har/src/scan/index-har.test.ts',
    ],
    ['hostile archives end at their caps', 'packages/har/src/read/hostile-archives.test.ts'],
    ['bytes that nobody would write never crash or hang a reader', 'bench/src/fuzz/fuzz.test.ts'],
    [
      'bad input: a clear message with its place, exit code 3, nothing half-written',
      'apps/cli/src/hostile.test.ts',
      'apps/cli/src/output/output-file.test.ts',
    ],
  ]),
  ...measured('Sanitizing', 'sanitize', [
    ['full rules, one thread: at most 1.0 × the time of JSON.parse', /full rules, \d+ MB.*JSON/],
    ['full rules, two threads: at most 0.6 × the time of JSON.parse', /two threads.*JSON/],
    ['at most 256 MB of memory at 1 GB', /of memory/],
  ]),
  ...measured('Sanitizing', 'redaction', [
    ['all planted credentials removed', /credentials removed/],
    ['at least 98 % of what diagnoses kept', /facts kept/],
  ]),
  ...tested('Sanitizing', [
    [
      'no planted secret survives in any place and encoding (2,000 captures in CI)',
      'packages/sanitize/src/run/sanitize-capture.laws.test.ts',
      'packages/sanitize/src/run/sanitize-capture.more-laws.test.ts',
    ],
    [
      'sanitizing twice = once, the same findings before and after',
      'packages/sanitize/src/run/sanitize-capture.test.ts',
      'apps/cli/src/commands/sanitize/sanitize.corpus.test.ts',
    ],
    ['every pattern passes the ReDoS check', 'packages/sanitize/src/patterns.test.ts'],
    [
      'what diagnoses is kept: all of at least 60 probes',
      'packages/sanitize/src/run/sanitize-capture.test.ts',
    ],
    [
      'fewer than 1 false redaction in 100 KB of ordinary code',
      'packages/sanitize/src/content/ordinary-code.test.ts',
    ],
    ['damaged input is refused, nothing is written', 'apps/cli/src/commands/sanitize/sanitize.test.ts'],
  ]),
  ...measured('Diagnosis', 'rules', [
    ['10,000 entries after the index: at most 150 ms', /small entries/],
    ['100 MB: at most 0.5 × JSON.parse on top of the index', /× JSON/],
  ]),
  ...measured('Diagnosis', 'diagnosis', [
    ['recall of failures that the browser told: at least 99 %', /browser told/],
    ['exact reason of CORS failures: at least 95 %', /CORS/],
    ['precision of proven errors: at least 98 %', /proven/],
    ['false errors in a healthy capture: at most 0.05', /false errors/],
    ['root cause first: at least 85 %', /first: at least 85/],
    ['root cause among the first three: at least 97 %', /first three/],
    ['right phase: at least 97 %', /phases/],
    ['sanitized twins: no finding that a credential is missing', /credential is missing/],
    ['sanitized twins: everything else as in the full capture', /as in the full capture/],
    ['lab: at least 200 captures of at least 90 scenarios', /^captures of/],
    ['lab: recorded in five minutes: at least 200 captures of 90 scenarios', /recorded in 5 minutes/],
  ]),
  ...measured('Diagnosis', 'compare', [['two captures of 20,000 entries: at most 2000 ms', /both/]]),
  ...tested('Diagnosis', [
    ['the same findings for the same entries in any order', 'packages/analyze/src/analyse-capture.test.ts'],
    ['no rule fails on a capture that no program writes', 'bench/src/fuzz/fuzz.test.ts'],
  ]),
  ...measured('Workbench', 'browser', [
    ['first rows: at most 100 ms after the drop (1 GB), 500 ms (100,000 entries)', /first rows/],
    ['all rows: at most 5 s', /all rows: at most/],
    ['all rows: at most 1.25 × merely reading the file', /merely reading/],
    ['filter to painted, p95: at most 50 ms', /filter to painted/],
    ['frame while scrolling, p95: at most 16.7 ms', /frame while/],
    ['row to details, p95: at most 50 ms', /row to details/],
    ['search: first hit at most 300 ms, all at most 4 s', /^.*: search/],
    ['no task over 50 ms', /longest task/],
    ['heap: at most 150 MB + 0.6 KB an entry', /heap/],
    ['renderer grows by at most 300 MB', /growth/],
    ['at most 2,500 elements', /elements/],
    ['waterfall of 100,000 requests: at most 16 ms', /waterfall/],
    ['scrolling a million rows: at most 4 ms of script a frame', /million rows/],
  ]),
  ...tested('Workbench', [
    ['phases as in the golden table', 'packages/har/src/timings/phase-breakdown.test.ts'],
    [
      'hostile previews ask for nothing and run nothing',
      'apps/web/src/preview/hostile-preview.chromium.peer.test.ts',
    ],
    [
      'hostile strings in every field are only text',
      'apps/web/src/details/hostile-strings.chromium.peer.test.ts',
    ],
    ['from the file to its logs in at most six keys', 'apps/web/src/logs/logs-page.chromium.peer.test.ts'],
    [
      'no breach of WCAG 2.2 AA on any page',
      'apps/web/src/accessibility.chromium.peer.test.ts',
      'apps/web/src/cases/case-pages.chromium.peer.test.ts',
    ],
    [
      'from the drop to the escalation and through a case in at most twelve clicks',
      'apps/web/src/one-flow.chromium.peer.test.ts',
    ],
  ]),
  ...measured('Logs', 'logs', [
    ['ids out of bytes: at least 10 × readline + JSON.parse', /readline/],
    ['import: at most 512 MiB of memory', /peak RSS/],
    ['the same import again adds nothing', /again adds nothing/],
    ['look-up, embedded: p99 at most 5 ms', /^look-up: p99/],
    ['every id of a sample is found', /sampled id/],
    ['the flow of a request: at most 50 ms', /flow/],
    ['look-up, three shards: p99 at most 30 ms', /Distributed/],
    ['a shard killed: partial and said so, nothing lost', /shard killed|after it returns/],
    ['no false id in a million random lines', /false id|planted id/],
    ['kill -9 while importing: all that was acknowledged, nothing twice', /acknowledged|nothing twice/],
    ['interleaved formats: at least 98 % of lines right', /right record/],
  ]),
  ...measured('Cases', 'cases', [
    ['100 MB from upload to note: at most 60 s', /the slowest/],
    ['a server, and each process that sanitizes for it, in at most 268 MB of memory', /of memory/],
    ['50 uploads of 20 MB at the same moment without an error', /no upload is refused/],
    ['every original is gone and told', /gone and told/],
    ['kill -9 at 200 moments: nothing lost, nothing twice', /one clean file/],
  ]),
  ...measured('Cases', 'seal', [
    ['sealing: at least 0.5 × the speed of gpg', /speed of gpg/],
    ['sealing in at most 268 MB of memory', /of memory/],
  ]),
  ...measured('Cases', 'soak', [
    ['an hour of traffic and kills: nothing lost', /one clean file/],
    ['the audit chain is whole', /audit chain/],
    ['memory grows by at most 50 MB an hour', /memory/],
  ]),
  ...measured('Cases', 'scale', [['the simulation is within 25 % of what was run', /simulated/]]),
  ...tested('Cases', [
    [
      'all 19,683 crash schedules keep original or sealed copy',
      'services/cases/src/workflow/crash-schedules.test.ts',
    ],
    [
      'duplicates, failures, races: exactly once',
      'services/cases/src/workflow/one-at-a-time.test.ts',
      'services/cases/src/workflow/work-on-next.test.ts',
    ],
    [
      'kill -9 on PostgreSQL: nothing lost, nothing twice',
      'services/cases/src/workflow/kill.postgres.peer.test.ts',
    ],
    ['10,000 changes to the audit log are all found', 'services/cases/src/audit/audit.test.ts'],
    [
      'no canary outside sealed files',
      'services/cases/src/workflow/real-files.test.ts',
      'apps/server/src/start-server.test.ts',
      'apps/cli/src/commands/serve/core-dumps.test.ts',
    ],
    [
      'each route as each role and as a stranger, and on its page',
      'apps/server/src/access.matrix.test.ts',
      'apps/server/src/routes/route-page.test.ts',
    ],
    [
      'forged requests, private addresses, traversal and injected notes are refused',
      'apps/server/src/hostile-requests.test.ts',
      'services/cases/src/connectors/http/address-guard.test.ts',
      'services/cases/src/connectors/http/case-system-http.test.ts',
    ],
  ]),
  ...measured('Words', 'knowledge', [
    ['a page of the knowledge base: at most 5 ms', /slowest page/],
    ['opening a group of pages: at most 5 ms', /first opening/],
  ]),
  ...tested('Words', [
    [
      'the six languages have the same pages and words',
      'packages/knowledge/src/languages/languages.test.ts',
      'packages/knowledge/src/pages/pages.test.ts',
    ],
    [
      'no English is left in other languages',
      'apps/cli/src/words/pseudo.test.ts',
      'apps/web/src/pseudo.chromium.peer.test.ts',
    ],
    ['equal input gives equal bytes of an escalation', 'packages/escalate/src/package/build-package.test.ts'],
    ['incomplete escalations are stopped with the right reason', 'packages/escalate/src/gate/gate.test.ts'],
    [
      'an escalation holds no credential, and is verified with standard tools',
      'packages/escalate/src/package/build-package.test.ts',
      'apps/cli/src/commands/escalate/sign.gpg.peer.test.ts',
    ],
    [
      'the document’s four stories are ready after at most ten actions',
      'apps/web/src/escalate/document-stories.chromium.peer.test.ts',
    ],
    [
      'every method, header, phase and registered status is explained',
      'packages/knowledge/src/pages/pages.test.ts',
      'apps/cli/src/commands/explain/explain.test.ts',
    ],
  ]),
  ...measured('Recording', 'record', [
    [
      'a page of 1,000 requests, each answered as over a network: at most 5 % more load time',
      /after .*load time/,
    ],
    ['the same, each answered at once: at most 5 % more load time', /at once.*load time/],
    [
      'of that, at most 5 % above what the browser takes to tell anybody of requests',
      /answered.*browser itself/,
    ],
  ]),
  ...tested('Recording', [
    [
      'every request that DevTools’ export holds, at the same times',
      'services/recorder/src/like-devtools.chromium.peer.test.ts',
    ],
    [
      'failures that leave no mark in an export are proven',
      'services/recorder/src/proven-reasons.chromium.peer.test.ts',
    ],
    [
      'whoever records the refused call recording and reads what is printed has the answer',
      'services/recorder/src/call-recording.chromium.peer.test.ts',
    ],
    [
      'bodies wait sealed and without a name on the disk, not in memory',
      'services/recorder/src/node/spool/sealed-spool.test.ts',
    ],
    [
      'a killed recorder leaves a readable file, no canary on disk',
      'apps/cli/src/commands/record/record.chromium.peer.test.ts',
    ],
  ]),
];
