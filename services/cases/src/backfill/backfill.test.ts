import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CaseConnector } from '../connectors/case-connector.ts';
import { CaseSystemError } from '../connectors/case-system-error.ts';
import { gitlabConnector } from '../connectors/gitlab/gitlab-connector.ts';
import { FakeGitlab } from '../connectors/gitlab/testing/fake-gitlab.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { listIntakes } from '../store/sql-intakes.ts';
import { readBackfill, startBackfill, stopBackfill, workOnBackfill } from './backfill.ts';

const admin = { name: 'account:ann', tenantId: 'acme' };
let store: Store;
let gitlab: FakeGitlab;
let connector: CaseConnector;
let nowMs: number;

beforeEach(async () => {
  nowMs = Date.parse('2026-06-02T08:00:00Z');
  store = await openStore('sqlite::memory:');
  gitlab = new FakeGitlab();
  const baseUrl = await gitlab.start();
  const { project, token } = gitlab;
  connector = gitlabConnector({
    id: 'gitlab',
    tenantId: 'acme',
    baseUrl,
    project,
    token,
    network: 'private',
  });
  for (let at = 0; at < 5; at++) gitlab.attach(gitlab.newIssue(), `${at}.har`, Buffer.from('12345'));
});
afterEach(async () => {
  await gitlab.stop();
  await store.close();
});

const start = async (mode: 'dry-run' | 'run', perMinute = 2) =>
  await startBackfill(store, admin, 'gitlab', { mode, perMinute }, nowMs);
/** One page, a minute later; gives whether there was one to take. */
const page = async (of: CaseConnector = connector) => {
  nowMs += 60_000;
  return await workOnBackfill(
    store,
    () => of,
    () => nowMs,
  );
};
const intakes = async () => await listIntakes(store.db, 'acme', { limit: 100 });
const stands = async () => await readBackfill(store, 'gitlab');

async function dryRun(): Promise<void> {
  await start('dry-run');
  while ((await stands())?.state === 'going') await page();
}

it('counts in a dry run, and takes nothing in', async () => {
  await dryRun();
  expect(await stands()).toMatchObject({ state: 'done', found: 5, foundBytes: 25, announced: 0 });
  expect(await intakes()).toEqual([]);
});

it('is not run before a dry run is done', async () => {
  expect(await start('run')).toBe(false);
  await start('dry-run');
  expect(await start('run')).toBe(false);
});

it('takes in as many a minute as was said, each once', async () => {
  await dryRun();
  expect(await start('run')).toBe(true);
  await page();
  expect(await intakes()).toHaveLength(2);
  // Nothing is due before the minute is over.
  expect(
    await workOnBackfill(
      store,
      () => connector,
      () => nowMs,
    ),
  ).toBe(false);
  while ((await stands())?.state === 'going') await page();
  expect(await stands()).toMatchObject({ state: 'done', found: 5, announced: 5 });
  expect(await intakes()).toHaveLength(5);
  await start('run');
  while ((await stands())?.state === 'going') await page();
  expect(await stands()).toMatchObject({ found: 5, announced: 0 });
});

it('goes on where it was stopped', async () => {
  await dryRun();
  await start('run');
  await page();
  expect(await stopBackfill(store, admin, 'gitlab', nowMs)).toBe(true);
  await page();
  expect(await intakes()).toHaveLength(2);
  await start('run');
  await page();
  expect(await intakes()).toHaveLength(4);
  expect(await stands()).toMatchObject({ found: 4 });
});

it('says what the case system refuses, waits as long as it asks, and loses nothing', async () => {
  await start('dry-run');
  const busy: CaseConnector = Object.assign(Object.create(connector) as CaseConnector, {
    poll: async () => {
      throw new CaseSystemError('case-system/busy', 'asked to wait', { retryAfterMs: 600_000 });
    },
  });
  await page(busy);
  expect(await stands()).toMatchObject({ state: 'going', trouble: 'case-system/busy', found: 0 });
  expect(await page()).toBe(false);
  nowMs += 600_000;
  while ((await stands())?.state === 'going') await page();
  expect(await stands()).toMatchObject({ state: 'done', found: 5, trouble: null });
});
