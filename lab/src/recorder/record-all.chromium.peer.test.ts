import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openCapture } from '@harrier/har';
import { fileSource, nodeSpool } from '@harrier/har/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TruthFile } from '../scenario/recorded-truth.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { scenarios } from '../scenario/scenario-table.ts';
import type { Har } from './har.ts';
import { type Outcome, recordAll } from './record-all.ts';

const byId = (id: string) => scenarios.find((scenario) => scenario.id === id)!;

/** The browser reports a reset; the scenario claims that the name does not exist. */
const mistaken: Scenario = {
  ...byId('network/reset-in-handshake'),
  id: 'network/mistaken',
  truth: {
    expects: [],
    browser: [{ on: { url: '/v1/numbers' }, errorText: 'net::ERR_NAME_NOT_RESOLVED' }],
  },
};

let root = '';
const outcomes: Outcome[] = [];

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'harrier-lab-test-'));
  const chosen = [
    byId('network/certificate-expired'),
    byId('network/redirects-to-itself'),
    byId('timing/slow-tls'),
    mistaken,
  ];
  for await (const outcome of recordAll(chosen, root)) outcomes.push(outcome);
}, 60_000);

afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

async function read<T>(folder: string, file: string): Promise<T> {
  return JSON.parse(await readFile(path.join(root, folder, file), 'utf8')) as T;
}

describe('recording', () => {
  it('records what it is given and tells what does not agree with the browser', () => {
    // Several browsers record side by side: which one is done first is chance.
    const failures = new Map(outcomes.map((outcome) => [outcome.scenario.id, 'failure' in outcome]));
    expect(outcomes).toHaveLength(4);
    expect(Object.fromEntries(failures)).toEqual({
      'network/certificate-expired': false,
      'network/redirects-to-itself': false,
      'timing/slow-tls': false,
      'network/mistaken': true,
    });
  });

  it('writes every form of the capture, and Harrier opens each with the entries that the truth counts', async () => {
    const folder = 'network__certificate-expired';
    const truth = await read<TruthFile>(folder, 'truth.json');
    expect((await readdir(path.join(root, folder))).sort()).toEqual(
      [...truth.captures.map(({ file }) => file), 'truth.json'].sort(),
    );
    for (const { file, entryCount } of truth.captures) {
      const source = await fileSource(path.join(root, folder, file));
      const capture = await openCapture(source, { spool: nodeSpool() });
      expect([file, capture.index.length]).toEqual([file, entryCount]);
      await capture.close();
      await source.close?.();
    }
  });

  it('points the truth at the entry that failed, in DevTools’ own words', async () => {
    const folder = 'network__certificate-expired';
    const truth = await read<TruthFile>(folder, 'truth.json');
    const har = await read<Har>(folder, 'chrome.har');
    const [capture] = truth.captures;
    const [position = -1] = capture?.expects[0]?.entries ?? [];
    const entry = har.log.entries[position];
    expect(entry?.request.url).toBe('https://licences.example.test/v1/licences');
    expect(entry?.response._error).toBe('net::ERR_CERT_DATE_INVALID');
    expect(capture?.failed).toEqual([{ entry: position, errorText: 'net::ERR_CERT_DATE_INVALID' }]);
    const verdict = truth.browser.find(({ errorText }) => errorText !== undefined);
    expect(verdict?.entry).toBe(position);
  });

  it('keeps every hop of a redirect, with the verdict on the last', async () => {
    const truth = await read<TruthFile>('network__redirects-to-itself', 'truth.json');
    const hops = truth.browser.filter(({ url }) => url.includes('/api/menu'));
    expect(hops.length).toBeGreaterThan(20);
    expect(hops.every(({ entry }) => entry !== undefined)).toBe(true);
    expect(hops.at(-1)?.errorText).toBe('net::ERR_TOO_MANY_REDIRECTS');
  });

  it('begins every capture at the same moment and shows no port of this run', async () => {
    const text = await readFile(path.join(root, 'timing__slow-tls', 'chrome.har'), 'utf8');
    const har = JSON.parse(text) as Har;
    expect(har.log.entries[0]?.startedDateTime).toMatch(/^2026-01-15T09:30:00/);
    expect(har.log.entries[0]?.connection).toBe('443');
    expect(new Set(text.match(/\d{4}-\d\d-\d\d(?=T)/g))).toEqual(new Set(['2026-01-15']));
  });
});
