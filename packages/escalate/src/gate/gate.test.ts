import { expect, it } from 'vitest';
import { caseOf, errorRecord, failingEntry, filesOf, lacksOf, TRACKING_ID } from '../testing/case-of.ts';

const answered = {
  ...failingEntry,
  response: {
    ...failingEntry.response,
    status: 200,
    content: { size: 2, mimeType: 'application/json', text: '{}' },
  },
};

it('is ready when a failed request has its log records', async () => {
  const made = await caseOf({ records: [errorRecord] });
  expect(lacksOf(made)).toEqual([]);
  expect(made.gate.state).toBe('ready');
});

it('points every answer to a place that is in the package', async () => {
  const made = await caseOf({ records: [errorRecord] });
  const files = filesOf(made);
  const pointers = made.gate.questions.flatMap(({ evidence }) => evidence);
  expect(pointers.length).toBeGreaterThan(4);
  for (const { file, pointer = '' } of pointers) {
    const content: unknown = file.endsWith('.har') ? JSON.parse(files[file] ?? '') : files[file];
    const value = pointer
      .split('/')
      .slice(1)
      .reduce<unknown>((parent, name) => (parent as Record<string, unknown>)[name], content);
    expect(value, `${file} ${pointer}`).toBeDefined();
  }
});

it('is a draft while nobody searched the logs', async () => {
  expect(lacksOf(await caseOf())).toEqual(['logs-searched: not-searched', 'logs-seen: not-searched']);
});

it('sends nobody to search for an id that nobody knows', async () => {
  const nameless = { ...failingEntry, request: { ...failingEntry.request, headers: [] } };
  const made = await caseOf({ entries: [nameless] });
  expect(lacksOf(made)).toContain('logs-searched: not-searched');
  expect(filesOf(made)['summary.md']).toContain('Once a tracking id is known');
  const searched = await caseOf({ entries: [nameless], records: [] });
  expect(lacksOf(searched)).toContain('logs-searched: no-records');
  expect(filesOf(searched)['summary.md']).toContain('No log record was found.');
  for (const one of [made, searched]) expect(JSON.stringify(one.gate)).not.toContain('<id>');
});

it('is a draft when the records belong to another request', async () => {
  const other = { ...errorRecord, ids: [TRACKING_ID.replace(/_3$/, '_8')] };
  expect(lacksOf(await caseOf({ records: [other] }))).toEqual([
    'logs-searched: no-records',
    'logs-seen: nothing-seen',
  ]);
});

it('takes an empty search when somebody says where was looked', async () => {
  const answers = { logsWithoutRecords: 'All regions, until 10:00.' };
  expect(lacksOf(await caseOf({ records: [], answers }))).toEqual([]);
});

it('asks what is seen when no record tells of an error', async () => {
  const quiet = { ...errorRecord, level: 'info', status: 200 };
  expect(lacksOf(await caseOf({ records: [quiet] }))).toEqual(['logs-seen: nothing-seen']);
  expect(lacksOf(await caseOf({ records: [quiet], answers: { seen: 'The call ends here.' } }))).toEqual([]);
});

it('refuses an id that does not occur in the capture, though the answers name it', async () => {
  const answers = { trackingIds: ['ATLAS_00000000-1111-4222-8333-444455556666_1'] };
  expect(lacksOf(await caseOf({ records: [errorRecord], answers }))).toEqual([
    'tracking-ids: id-not-in-capture',
  ]);
});

it.each([
  ['2026-01-15T10:31:00+01:00', []],
  ['2026-01-15T10:31:00', ['time: time-without-zone']],
  ['half past nine', ['time: time-without-zone']],
  ['2026-01-14T09:30:00Z', ['time: time-outside']],
])('judges the time %s', async (at, lacks) => {
  expect(lacksOf(await caseOf({ records: [errorRecord], answers: { at } }))).toEqual(lacks);
});

it('asks for the entry when nothing failed, and takes it', async () => {
  const quiet = await caseOf({ entries: [answered], records: [errorRecord] });
  expect(lacksOf(quiet)).toContain('error: no-error');
  const answers = {
    error: { text: 'The fax page stays empty.', entry: 0 },
    needed: 'Support has no access.',
  };
  const named = await caseOf({ entries: [answered], records: [errorRecord], answers });
  expect(lacksOf(named)).toEqual([]);
  const wrong = { ...answers, error: { ...answers.error, entry: 5 } };
  expect(lacksOf(await caseOf({ entries: [answered], records: [errorRecord], answers: wrong }))).toContain(
    'error: no-such-entry',
  );
});

it('takes a service that broke for something seen, though its lines say that all went well', async () => {
  const quiet = { ...errorRecord, level: 'info', status: 200 };
  const line = { depth: 1, who: 'switch', call: '3.0', failure: 'Number in use', state: 'broke' } as const;
  const drawFlow = () => ({ svg: '<svg/>', lines: [{ ...line, who: 'api', state: 'known' as const }, line] });
  const made = await caseOf({ records: [quiet], drawFlow });
  expect(lacksOf(made)).toEqual([]);
  const seen = made.gate.questions.find(({ question }) => question === 'logs-seen');
  expect(seen).toMatchObject({
    answer: ['✗ switch · 3.0: Number in use'],
    evidence: [{ file: 'flow.txt', line: 2 }],
  });
});

it('names an entry that the capture does not have, also among those that should go along', async () => {
  const made = await caseOf({ records: [errorRecord], answers: { entries: [0, 9] } });
  expect(lacksOf(made)).toEqual(['error: no-such-entry']);
});

it('says how the customer can solve it, and still tells when somebody escalates nevertheless', async () => {
  const refused = {
    ...failingEntry,
    response: {
      ...failingEntry.response,
      status: 0,
      statusText: '',
      content: { size: 0, mimeType: '' },
      _error: 'net::ERR_NAME_NOT_RESOLVED',
    },
  };
  const made = await caseOf({ entries: [refused], records: [errorRecord] });
  expect(lacksOf(made)).toEqual(['needed: solvable']);
  expect(made.gate.solvable?.fixer).toBe('the customer’s network');
  const answers = { needed: 'The network team found nothing.' };
  const nevertheless = await caseOf({ entries: [refused], records: [errorRecord], answers });
  expect(nevertheless.gate.state).toBe('ready');
  expect(nevertheless.gate.solvable).toBeDefined();
});

it('makes a package of a capture without a single request, and names nobody as who could solve it', async () => {
  const made = await caseOf({ entries: [] });
  expect(made.gate.state).toBe('draft');
  expect(lacksOf(made)).toContain('needed: no-reason');
  expect(made.gate.solvable).toBeUndefined();
});

it('takes nothing that is only worth knowing for the error that somebody sees', async () => {
  const made = await caseOf({ entries: [answered] });
  expect(lacksOf(made)).toContain('error: no-error');
  expect(made.gate.questions.find(({ question }) => question === 'error')?.answer).toEqual([]);
});
