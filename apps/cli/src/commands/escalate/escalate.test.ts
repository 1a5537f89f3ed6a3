import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { targets } from '@harrier/escalate';
import { languages } from '@harrier/knowledge';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../../testing/run-cli.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'harrier-escalate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => path.join(folder, name);
const repository = (name: string): string =>
  fileURLToPath(new URL(`../../../../../${name}`, import.meta.url));
const story = repository('fixtures/example/call-recording.har');
const storyId = 'ATLAS_9c7e41d2-3b58-4a0f-8d16-2f5e0b7a9c31_4';

const record = (id: string): object => ({
  time: '2025-09-17T09:41:32.002Z',
  source: 'cpapi-us',
  region: 'us',
  service: 'cpapi',
  level: 'error',
  ids: [id],
  status: 502,
  file: 'app.log',
  line: 13,
  text: 'the provider refused the product',
});

/** Writes what `harrier logs search --json` would, and gives the option. */
function logsOf(name: string, ...ids: readonly string[]): string[] {
  writeFileSync(at(name), JSON.stringify(ids.map(record)));
  return ['--logs', at(name)];
}

function answersOf(name: string, answers: object): string[] {
  writeFileSync(at(name), JSON.stringify(answers));
  return ['--answers', at(name)];
}

interface GateQuestion {
  readonly question: string;
  readonly answer: readonly string[];
  readonly lacks: readonly { readonly code: string; readonly next: string }[];
}

async function escalate(file: string, ...options: readonly string[]) {
  const run = await runCli(['escalate', file, '-o', at('out.zip'), '--force', '--json', ...options]);
  expect(run.err).toBe('');
  const gate: { state: string; questions: readonly GateQuestion[] } = JSON.parse(run.out);
  const lacks = gate.questions.flatMap((one) => one.lacks.map(({ code }) => code));
  return { ...gate, code: run.code, lacks };
}

/** A person at a shell: what they type and what they write down is counted. */
function shell(name: string) {
  const home = at(`home-${name}`);
  const world = { env: { HOME: home, XDG_DATA_HOME: path.join(home, 'data') } };
  let actions = 0;
  return {
    actions: () => actions,
    run: async (...argv: readonly string[]) => {
      actions++;
      return await runCli([...argv], world);
    },
    answer: (answers: object): string[] => {
      actions += Object.keys(answers).length;
      return answersOf(`answers-${name}.json`, answers);
    },
  };
}

const lab = (scenario: string): string => repository(`fixtures/lab/telephony__${scenario}/chrome.har`);

/** Takes logs in, asks what is missing, searches for the id that is named, and escalates. */
async function escalateWithLogs(
  scenario: string,
  logs: string,
  answers: object = {},
  search?: (id: string) => string,
) {
  const { run, answer, actions } = shell(scenario);
  await run('logs', 'import', '--source', 'lab', logs);
  const draft = await run('escalate', lab(scenario), '-o', at('draft.zip'), '--force', '--json');
  const { questions }: { questions: readonly GateQuestion[] } = JSON.parse(draft.out);
  const id = questions.find(({ question }) => question === 'tracking-ids')?.answer[0] ?? '';
  const found = await run('logs', 'search', '--json', search?.(id) ?? id);
  writeFileSync(at('found.json'), found.out);
  const told = Object.keys(answers).length === 0 ? [] : answer(answers);
  const { code, out } = await run(
    ...['escalate', lab(scenario), '-o', at('out.zip'), '--force', '--json', '--require-ready'],
    ...['--logs', at('found.json'), ...told],
  );
  const gate: { state: string; questions: readonly GateQuestion[] } = JSON.parse(out);
  const lacks = gate.questions.flatMap((one) => one.lacks.map((lack) => `${one.question}: ${lack.code}`));
  return { code, lacks, actions: actions(), records: JSON.parse(found.out).length, before: questions };
}

describe('the document’s stories, as they were recorded, with the logs of the same run', () => {
  it.each([
    ['a provider refuses', 'recording-refused-by-provider', 'finds.provider-refuses-recording', {}],
    ['a command is refused', 'fax-command-refused', 'finds.command-refused', {}],
    [
      'a list is slow',
      'numbers-slow-server',
      'numbers-slow-server',
      { seen: 'The call server needs all of the time; CPAPI waits for it.' },
    ],
    [
      'a feature is hidden, and the administrator’s change did not help',
      'reach-hidden-by-organisation',
      'reach-hidden-by-organisation',
      {
        seen: 'The service itself says NO_ACCESS.',
        needed: 'It was granted yesterday, and the template still hides it.',
      },
    ],
  ])('%s: ready after at most ten actions', async (_, scenario, logs, answers) => {
    const folderOfLogs = logs.startsWith('finds.')
      ? repository(`services/logs/fixtures/flow/${logs}`)
      : repository(`fixtures/escalation/${logs}`);
    const told = await escalateWithLogs(scenario, folderOfLogs, answers);
    const lacked = told.before.flatMap(({ lacks }) => lacks.map(({ code }) => code));
    expect(lacked).toContain('not-searched');
    expect(told.records).toBeGreaterThan(1);
    expect(told.lacks).toEqual([]);
    expect(told.code).toBe(0);
    expect(told.actions).toBeLessThanOrEqual(10);
  });

  it('draws the way of the request, with the service that broke', async () => {
    await escalateWithLogs(
      'recording-refused-by-provider',
      repository('services/logs/fixtures/flow/finds.provider-refuses-recording'),
    );
    const files = unzipSync(readFileSync(at('out.zip')));
    const text = (name: string) => new TextDecoder().decode(files[name]);
    expect(text('flow.svg')).toMatch(/^<svg [\s\S]*Recording provider[\s\S]*<\/svg>\n$/);
    expect(text('flow.txt')).toMatch(/^Browser · 6 · 502 .*\n[\s\S]*✗ Recording provider · 6\.0/);
    expect(text('summary.html')).toContain('data:image/svg+xml;base64,');
    expect(JSON.parse(text('steps.json')).map((step: { text: string }) => step.text)).toContainEqual(
      expect.stringMatching(/^Use the control that runs onclick: it sends PATCH /),
    );
  });

  it.each([
    [
      'logs of another request',
      'recording-refused-by-provider',
      'finds.command-refused',
      { search: () => '0e84e447-0636-4993-b96e-93842c3005be_7' },
      ['logs-searched: no-records', 'logs-seen: nothing-seen'],
    ],
    [
      'a time of another day',
      'fax-command-refused',
      'finds.command-refused',
      { answers: { at: '2026-01-16T10:30:00+01:00' } },
      ['time: time-outside'],
    ],
    [
      'an id that somebody mistyped',
      'fax-command-refused',
      'finds.command-refused',
      { answers: { trackingIds: ['ATLAS_0e84e447-0636-4993-b96e-93842c3005bf_7'] } },
      ['tracking-ids: id-not-in-capture'],
    ],
    [
      'a feature that the customer’s administrator can switch on',
      'reach-hidden-by-organisation',
      'reach-hidden-by-organisation',
      { answers: { seen: 'The service itself says NO_ACCESS.' } },
      ['needed: solvable'],
    ],
  ])(
    'is stopped by %s',
    async (_, scenario, logs, given: { search?: () => string; answers?: object }, lacks) => {
      const folderOfLogs = logs.startsWith('finds.')
        ? repository(`services/logs/fixtures/flow/${logs}`)
        : repository(`fixtures/escalation/${logs}`);
      const told = await escalateWithLogs(scenario, folderOfLogs, given.answers, given.search);
      expect(told.lacks).toEqual(lacks);
      expect(told.code).toBe(1);
    },
  );
});

describe('a draft', () => {
  it('says what to search for', async () => {
    const { questions } = await escalate(story);
    const searched = questions.find(({ question }) => question === 'logs-searched');
    expect(searched?.lacks).toEqual([
      expect.objectContaining({ code: 'not-searched', next: expect.stringContaining(storyId) }),
    ]);
  });

  it('is told for an id that the capture does not have', async () => {
    const options = answersOf('a.json', { trackingIds: ['ATLAS_11111111-2222-4333-8444-555566667777_1'] });
    expect((await escalate(story, ...logsOf('l.json', storyId), ...options)).lacks).toEqual([
      'id-not-in-capture',
    ]);
  });

  it('is told where the customer’s administrator can solve it', async () => {
    const file = repository('fixtures/example/feature-not-available.har');
    // Of the request that answers NO_ACCESS.
    const id = 'UserHub_b07e92c8-3f1d-4a54-8c69-e2f4a1d7085b';
    expect((await escalate(file, ...logsOf('l.json', id))).lacks).toEqual(['solvable']);
  });

  it('is written all the same, and ends with 1 only when asked to', async () => {
    rmSync(at('out.zip'), { force: true });
    expect((await escalate(story)).code).toBe(0);
    rmSync(at('out.zip'));
    expect((await escalate(story, '--require-ready')).code).toBe(1);
    expect(existsSync(at('out.zip'))).toBe(true);
    expect((await escalate(story, '--require-ready', ...logsOf('l.json', storyId))).code).toBe(0);
  });
});

it('says that the capture was cut, which the package does not show', async () => {
  writeFileSync(at('cut.har'), readFileSync(story).subarray(0, 30_000));
  const { code, err } = await runCli(['escalate', at('cut.har'), '-o', at('out.zip'), '--force']);
  expect(code).toBe(0);
  expect(err).toContain('harrier triage lists');
  expect((await runCli(['escalate', story, '-o', at('out.zip'), '--force'])).err).not.toContain('triage');
});

describe('the package', () => {
  const whole = () => [
    ...logsOf('l.json', storyId),
    ...answersOf('a.json', { case: '4711', at: '2025-09-17T11:41:30+02:00' }),
  ];

  it('has the same bytes in two runs', async () => {
    await escalate(story, ...whole());
    const first = readFileSync(at('out.zip'));
    await escalate(story, ...whole());
    expect(readFileSync(at('out.zip')).equals(first)).toBe(true);
  });

  it('is verified by sha256sum alone', async () => {
    await escalate(story, ...whole(), '--target', 'bems');
    const files = unzipSync(readFileSync(at('out.zip')));
    for (const [name, bytes] of Object.entries(files)) {
      mkdirSync(path.dirname(at(`unpacked/${name}`)), { recursive: true });
      writeFileSync(at(`unpacked/${name}`), bytes);
    }
    const told = execFileSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: at('unpacked'), encoding: 'utf8' });
    const verified = told.trim().split('\n');
    expect(verified).toHaveLength(Object.keys(files).length - 1);
    for (const line of verified) expect(line).toMatch(/: OK$/);
  });

  it('passes the sanitizer’s check', async () => {
    await escalate(story, ...whole());
    expect((await runCli(['sanitize', '--check', at('out.zip')])).code).toBe(0);
  });

  it('opens again with its findings', async () => {
    await escalate(story, ...whole());
    const { code, out } = await runCli(['triage', at('out.zip'), '--json']);
    expect(code).toBe(0);
    const { capture, findings } = JSON.parse(out);
    expect(capture.member).toBe('capture.clean.har');
    expect(findings[0].ruleId).toBe('permission/vendor-refused');
    expect(capture.trackingIds[0].id).toBe(storyId);
  });

  it.each(targets.map(({ id }) => id))('has a manifest of the published schema for %s', async (target) => {
    await escalate(story, ...whole(), '--target', target);
    const schema = JSON.parse(readFileSync(repository('docs/schemas/escalation.schema.json'), 'utf8'));
    const files = unzipSync(readFileSync(at('out.zip')));
    const ajv = new Ajv2020();
    ajv.validate(schema, JSON.parse(new TextDecoder().decode(files['manifest.json'])));
    expect(ajv.errors).toBeNull();
    expect(Object.keys(files).filter((name) => name.startsWith('request.'))).toHaveLength(
      target === 'generic' ? 0 : 1,
    );
  });

  it('says in a manifest of the published schema that the original was cut off', async () => {
    const cut = at('cut.har');
    writeFileSync(cut, readFileSync(story, 'utf8').slice(0, -200));
    await escalate(cut);
    const schema = JSON.parse(readFileSync(repository('docs/schemas/escalation.schema.json'), 'utf8'));
    const files = unzipSync(readFileSync(at('out.zip')));
    const manifest = JSON.parse(new TextDecoder().decode(files['manifest.json']));
    const ajv = new Ajv2020();
    ajv.validate(schema, manifest);
    expect(ajv.errors).toBeNull();
    expect(manifest.capture.damage).toEqual(['capture/truncated']);
  });

  it.each(languages)('is told in %s', async (language) => {
    const { err, code } = await runCli([
      ...['escalate', story, '-o', at('out.zip'), '--force', '--lang', language],
    ]);
    expect(code).toBe(0);
    expect(err).toContain(storyId);
    expect(err).not.toMatch(/undefined|\[object/);
  });
});

describe('a capture of a case on a server', () => {
  const caseId = '0e0e0e0e-0000-4000-8000-000000000001';
  const sha256 = createHash('sha256').update(readFileSync(story)).digest('hex');
  const taken = { mark: '4f1c09d2a7be', state: 'done', attachment: { name: 'a.har' } };
  let server: Server;
  let env: Record<string, string>;
  let intakes: readonly object[];
  let earlierNotes: readonly object[] = [];

  /** As the server gives a list: 200 at once, and what comes after the one that is named. */
  const pageOf = (all: readonly object[], after: string | null) => {
    const from = after === null ? 0 : all.findIndex((one) => 'id' in one && one.id === after) + 1;
    return all.slice(from, from + 200);
  };

  beforeAll(async () => {
    server = createServer((request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://127.0.0.1');
      const note = {
        id: 'told',
        author: 'worker',
        text: '4f1c09d2a7be\nAudit log: 18231/9f3c0a1b2c3d4e5f',
        createdMs: Date.UTC(2026, 0, 15, 9, 30),
      };
      const answers: Record<string, readonly object[]> = {
        '/api/cases': [{ id: caseId, number: 12 }],
        '/api/intakes': intakes,
        [`/api/cases/${caseId}/notes`]: [...earlierNotes, note],
      };
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(pageOf(answers[pathname] ?? [], searchParams.get('after'))));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    env = { HARRIER_SERVER: `http://127.0.0.1:${port}`, HARRIER_TOKEN: 'harrier_trial' };
  });
  afterAll(() => server.close());

  const run = () => runCli(['escalate', story, '-o', at('of-case.zip'), '--force', '--case', '12'], { env });

  it.each(['original', 'clean'])('carries the audit head, found by the %s file', async (which) => {
    intakes = [
      { ...taken, id: 'another', mark: '000000000000', facts: {} },
      { ...taken, facts: { [which]: { sha256 } } },
    ];
    expect((await run()).code).toBe(0);
    const files = unzipSync(readFileSync(at('of-case.zip')));
    const manifest = JSON.parse(new TextDecoder().decode(files['manifest.json']));
    const schema = JSON.parse(readFileSync(repository('docs/schemas/escalation.schema.json'), 'utf8'));
    const ajv = new Ajv2020();
    ajv.validate(schema, manifest);
    expect(ajv.errors).toBeNull();
    expect(manifest).toMatchObject({
      case: '12',
      audit: { seq: 18231, hash: '9f3c0a1b2c3d4e5f', time: '2026-01-15T09:30:00.000Z' },
    });
    const first = readFileSync(at('of-case.zip'));
    await run();
    expect(readFileSync(at('of-case.zip')).equals(first)).toBe(true);
  });

  it('is found in a case of many files and many notes', async () => {
    const others = Array.from({ length: 450 }, (_, at) => ({ ...taken, id: `i${at}`, facts: {} }));
    intakes = [...others, { ...taken, id: 'own', facts: { original: { sha256 } } }];
    earlierNotes = Array.from({ length: 500 }, (_, at) => ({
      id: `n${at}`,
      author: 'account:ada',
      text: 'Any news?',
      createdMs: at,
    }));
    expect(await run()).toMatchObject({ code: 0 });
    earlierNotes = [];
  });

  it('is refused where the case knows nothing of the file', async () => {
    intakes = [{ ...taken, facts: { original: { sha256: '0'.repeat(64) } } }];
    rmSync(at('of-case.zip'), { force: true });
    const { code, err } = await run();
    expect(code).toBe(2);
    expect(err).toContain('case 12');
    expect(existsSync(at('of-case.zip'))).toBe(false);
  });
});

describe('what cannot be used', () => {
  const refused = (...options: readonly string[]) => runCli(['escalate', story, ...options]);

  it('is told before anything is written', async () => {
    writeFileSync(at('bad.json'), '{"seem": "x"}');
    writeFileSync(at('bad.gif'), 'GIF89a');
    const output = ['-o', at('never.zip')];
    for (const [options, told] of [
      [['--answers', at('bad.json')], '/seem'],
      [['--logs', at('bad.json')], 'record 1'],
      [['--attach', at('bad.gif')], 'PNG, JPEG'],
      [['--target', 'fax'], 'generic, bems, jira, github'],
      [['--logs', at('missing.json')], 'cannot be read'],
    ] as const) {
      const { code, err } = await refused(...output, ...options);
      expect(code).toBe(2);
      expect(err).toContain(told);
    }
    expect(existsSync(at('never.zip'))).toBe(false);
  });

  it('is a call without output', async () => {
    expect((await refused()).err).toContain('-o <out.zip>');
  });
});
