import { memorySource, openCapture } from '@harrier/har';
import { languages } from '@harrier/knowledge';
import { words } from '@harrier/knowledge/words';
import { checkCapture } from '@harrier/sanitize';
import { describe, expect, it } from 'vitest';
import type { FlowToDraw } from '../flow/drawn-flow.ts';
import { targets } from '../targets/targets.ts';
import { caseOf, errorRecord, failingEntry, filesOf, TRACKING_ID } from '../testing/case-of.ts';

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

it('holds an entry that a person adds, and calls it no error', async () => {
  const made = await caseOf({ records: [errorRecord], answers: { entries: [0] } });
  expect(made.manifest.capture.rows).toEqual([0, 1]);
  expect(JSON.parse(filesOf(made)['errors.json'] ?? '')).toHaveLength(1);
});

it('draws the way of the request that has records, and tells it in lines too', async () => {
  const asked: FlowToDraw[] = [];
  const made = await caseOf({
    records: [errorRecord],
    drawFlow: (one) => {
      asked.push(one);
      return { svg: '<svg/>', lines: [{ depth: 1, who: 'api', call: '3', tookMs: 4.4, state: 'missing' }] };
    },
  });
  expect(asked).toEqual([expect.objectContaining({ id: TRACKING_ID, records: [errorRecord] })]);
  expect(asked[0]?.exchange?.entry.request.method).toBe('PATCH');
  expect(filesOf(made)['flow.txt']).toBe('→ ? api · 3 · 4 ms\n');
  expect(filesOf(made)['summary.md']).toContain('![flow.svg](flow.svg)');
});

it('lets its sums be signed, and nothing else', async () => {
  const sign = async (sums: Uint8Array) => `signature of ${sums.length}`;
  const made = await caseOf({ sign });
  const { 'SHA256SUMS.asc': signature, ...files } = filesOf(made);
  expect(signature).toBe(`signature of ${files.SHA256SUMS?.length}`);
  expect(files).toEqual(filesOf(await caseOf()));
});

it('names recordings, and shows pictures', async () => {
  const bytes = new Uint8Array([1]);
  const attachments = [
    { mediaType: 'video/webm', bytes },
    { mediaType: 'image/png', bytes },
  ] as const;
  const files = filesOf(await caseOf({ attachments }));
  expect(Object.keys(files)).toEqual(expect.arrayContaining(['recordings/1.webm', 'screenshots/2.png']));
  expect(files['summary.html']).toContain('<code>recordings/1.webm</code>');
  expect(files['summary.html']?.match(/<img/g)).toHaveLength(1);
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
  const clicked = { callFrames: [{ functionName: 'n', url: '', lineNumber: 0, columnNumber: 0 }] };
  const byClick = {
    ...failingEntry,
    _initiator: {
      type: 'script',
      stack: {
        ...clicked,
        parent: { callFrames: [{ ...clicked.callFrames[0], functionName: 'FaxForm.onToggle' }] },
      },
    },
  };
  expect(JSON.parse(filesOf(await caseOf({ entries: [byClick] }))['steps.json'] ?? '')[0].text).toBe(
    'Use the control that runs FaxForm.onToggle: it sends PATCH https://api.example.test/users/1/features/fax',
  );
  const said = await caseOf({ answers: { steps: ['Press Save.'] } });
  expect(JSON.parse(filesOf(said)['steps.json'] ?? '')).toEqual([{ text: 'Press Save.' }]);
});

it('drafts the steps from what the person did, where the recording tells', async () => {
  const at = (seconds: string) => `2026-01-15T09:30:${seconds}Z`;
  const _actions = [
    { kind: 'click', role: 'link', name: 'Messages', startedDateTime: at('00.900') },
    { kind: 'click', role: 'checkbox', name: 'Fax', startedDateTime: at('01.000') },
    // A label clicks its field: one press.
    { kind: 'click', role: 'checkbox', name: 'Fax messages', startedDateTime: at('01.001') },
    { kind: 'key', role: 'Enter', startedDateTime: at('01.500') },
    { kind: 'click', role: 'textbox', startedDateTime: at('01.700') },
    { kind: 'submit', role: 'form', name: 'fax', startedDateTime: at('01.999') },
    { kind: 'click', role: 'button', name: 'Later', startedDateTime: at('03.000') },
    { kind: 'wave', name: 'x', startedDateTime: at('01.200') },
    null,
  ];
  const pages = [null, { id: 'page_1' }, { id: 'page_2', _actions }];
  const drafted = JSON.parse(filesOf(await caseOf({ pages }))['steps.json'] ?? '');
  expect(drafted.map(({ text }: { text: string }) => text)).toEqual([
    'Open https://portal.example.test/users',
    'Click “Messages” (link)',
    'Click “Fax” (checkbox)',
    'Press Enter',
    'Click textbox',
    'Send the form “fax”',
    'Do what sends PATCH https://api.example.test/users/1/features/fax',
    'See: 500 Internal Server Error: The switch did not answer.',
  ]);
});

const audit = { seq: 18231, hash: '9f3c0a1b2c3d4e5f', time: '2026-01-15T09:30:00.000Z' };

it('carries the audit head of the case that the capture comes from, with equal bytes each time', async () => {
  const made = await caseOf({ audit });
  expect(made.manifest.audit).toEqual(audit);
  expect(filesOf(made)['summary.md']).toContain('18231/9f3c0a1b2c3d4e5f');
  expect(made.zip).toEqual((await caseOf({ audit })).zip);
  expect((await caseOf()).manifest).not.toHaveProperty('audit');
});

describe('an original that is not whole', () => {
  const cut = (har: string) => har.slice(0, -20);
  const broken = (har: string) => har.replace('"time":10,', '"time":10,@');

  it.each(targets.map(({ id }) => id))('is told as cut off where %s begins to read', async (target) => {
    const given = { damageText: cut, target };
    const made = await caseOf(given);
    const files = filesOf(made);
    const verdict = 'Original capture: The file is cut off; ';
    const told = Object.keys(files).filter((name) => /^(?:summary|request)\./.test(name));
    for (const name of told) expect(files[name]?.replace(/<[^>]+>/g, ''), name).toContain(verdict);
    expect(told).toHaveLength(target === 'generic' ? 2 : 3);
    expect(made.manifest.capture.damage).toEqual(['capture/truncated']);
    expect(JSON.parse(files['environment.json'] ?? '').damage).toMatchObject([
      { ruleId: 'capture/truncated', facts: { entries: made.manifest.capture.entries } },
    ]);
    expect(made.zip).toEqual((await caseOf(given)).zip);
  });

  it('is told as broken', async () => {
    const made = await caseOf({ damageText: broken });
    expect(filesOf(made)['summary.md']).toContain('Original capture: The file is broken in one place');
    expect(made.manifest.capture).toMatchObject({ entries: 2, damage: ['capture/damaged'] });
  });

  it('is told in every language', async () => {
    for (const language of languages) {
      const summary = filesOf(await caseOf({ damageText: cut, language }))['summary.md'];
      const { original, labelled } = words(language).escalation;
      expect(summary, language).toContain(labelled(original));
    }
  });

  it('is not told of one that is', async () => {
    const files = filesOf(await caseOf());
    expect(files['summary.md']).not.toContain('Original capture');
    expect(files['manifest.json']).not.toContain('damage');
    expect(files['environment.json']).not.toContain('damage');
  });
});

describe.each(languages)('in %s', (language) => {
  it('leaves no sentence out', async () => {
    const files = filesOf(await caseOf({ language, target: 'bems', audit }));
    for (const name of ['summary.md', 'summary.html', 'request.bems.txt', 'gate.json'])
      expect(files[name], name).not.toMatch(/undefined|\[object|NaN/);
    expect(files['summary.html']).toContain(`<html lang="${language}">`);
  });
});
