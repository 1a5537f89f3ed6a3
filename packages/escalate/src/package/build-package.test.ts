import { memorySource, openCapture } from '@harrier/har';
import { languages } from '@harrier/knowledge';
import { checkCapture } from '@harrier/sanitize';
import { describe, expect, it } from 'vitest';
import { caseOf, errorRecord, failingEntry, filesOf } from '../testing/case-of.ts';

const secret = ['Kd8fjw02', 'Lm4nop6Q', 'r7stuv9W'].join('');

const withToken = {
  ...failingEntry,
  request: {
    ...failingEntry.request,
    headers: [...failingEntry.request.headers, { name: 'Authorization', value: `Bearer ${secret}` }],
  },
};

it('gives equal bytes for equal input', async () => {
  const given = { entries: [withToken], records: [errorRecord], answers: { case: 'C-1' } };
  expect((await caseOf(given)).zip).toEqual((await caseOf(given)).zip);
});

it('holds no credential in any file, also where only the capture tells that a word is one', async () => {
  const made = await caseOf({
    entries: [withToken],
    records: [{ ...errorRecord, text: `no session for ${secret}` }],
    answers: { seen: `the log names ${secret}`, environment: { password: secret } },
    target: 'jira',
  });
  for (const [name, text] of Object.entries(filesOf(made))) {
    expect(text, name).not.toContain(secret);
    expect(text, name).not.toContain(btoa(secret).slice(0, 20));
  }
  const har = new TextEncoder().encode(filesOf(made)['capture.clean.har']);
  expect(await checkCapture(await openCapture(memorySource(har)))).toEqual([]);
  expect(JSON.parse(filesOf(made)['redaction-report.json'] ?? '').counts.redactions).toBeGreaterThan(2);
});

it('holds the entries that tell, and none of the answers', async () => {
  const beside = {
    ...failingEntry,
    request: { ...failingEntry.request, method: 'GET', headers: [] },
    response: {
      ...failingEntry.response,
      status: 200,
      content: { size: 2, mimeType: 'application/json', text: '{}' },
    },
  };
  const made = await caseOf({ entries: [beside, failingEntry, beside], answers: { seen: 'nothing' } });
  const { log } = JSON.parse(filesOf(made)['capture.clean.har'] ?? '');
  expect(log.entries).toHaveLength(1);
  expect(log.entries[0].response).toEqual(failingEntry.response);
  expect(made.manifest.capture).toEqual({ entries: 3, rows: [1] });
  expect(log._escalation).toBeUndefined();
});

it('puts browser and services on one timeline', async () => {
  const timeline = JSON.parse(filesOf(await caseOf({ records: [errorRecord] }))['timeline.json'] ?? '');
  expect(timeline.map(({ time, kind, who }: Record<string, string>) => `${time} ${kind} ${who}`)).toEqual([
    '2026-01-15T09:30:02.000Z sent api.example.test',
    '2026-01-15T09:30:02.300Z logged cpapi',
    '2026-01-15T09:30:02.500Z answered api.example.test',
  ]);
});

it('drafts the steps from pages and changes, and takes a person’s instead', async () => {
  const drafted = JSON.parse(filesOf(await caseOf())['steps.json'] ?? '');
  expect(drafted.map(({ text }: { text: string }) => text)).toEqual([
    'Open https://portal.example.test/users',
    'Do what sends PATCH https://api.example.test/users/1/features/fax',
    'See: 500 Internal Server Error: The switch did not answer.',
  ]);
  const said = await caseOf({ answers: { steps: ['Press Save.'] } });
  expect(JSON.parse(filesOf(said)['steps.json'] ?? '')).toEqual([{ text: 'Press Save.' }]);
});

describe.each(languages)('in %s', (language) => {
  it('leaves no sentence out', async () => {
    const files = filesOf(await caseOf({ language, target: 'bems' }));
    for (const name of ['summary.md', 'summary.html', 'request.bems.txt', 'gate.json'])
      expect(files[name], name).not.toMatch(/undefined|\[object|NaN/);
    expect(files['summary.html']).toContain(`<html lang="${language}">`);
  });
});
