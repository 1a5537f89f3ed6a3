import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FileChooser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { flowLogs, labCapture, withLogs } from '../testing/with-logs.ts';

const ownLogs = (name: string): string =>
  fileURLToPath(new URL(`../../../../fixtures/escalation/${name}`, import.meta.url));

/** What a person does, counted: a key, a click, a field that is filled in. */
class Person {
  readonly page: Page;
  actions = 0;

  constructor(page: Page) {
    this.page = page;
  }

  async press(key: string): Promise<void> {
    this.actions++;
    await this.page.keyboard.press(key);
  }

  async click(name: string): Promise<void> {
    this.actions++;
    await this.page.getByRole('button', { name, exact: true }).click();
  }

  async fill(label: string, text: string): Promise<void> {
    this.actions++;
    await this.page.getByLabel(label, { exact: true }).fill(text);
  }
}

const state = (page: Page, wanted: 'draft' | 'ready') =>
  page.locator(`[role=status][data-state=${wanted}]`).waitFor();

const lacksOf = (page: Page) =>
  page
    .locator('[data-lack]')
    .evaluateAll((all) =>
      all.map(
        (one) => `${one.closest('li')?.getAttribute('data-question')}: ${one.getAttribute('data-lack')}`,
      ),
    );

/** From the open capture to the form, with the logs searched. */
async function escalateAndSearch(person: Person): Promise<void> {
  await person.page.locator('[data-answer=ready]').waitFor();
  await person.press('Shift+X');
  await state(person.page, 'draft');
  expect(await lacksOf(person.page)).toContain('logs-searched: not-searched');
  await person.click('Search');
}

/** Presses a button of the page and gives the bytes that it saves. */
async function saved(page: Page, press: () => Promise<void>): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return readFileSync(await download.path());
}

const SEEN = 'What do the logs show?';
const NEEDED = 'Is an escalation really needed?';

describe('the document’s stories in the workbench, from capture and logs', () => {
  it.each([
    ['a provider refuses', 'recording-refused-by-provider', flowLogs('finds.provider-refuses-recording'), {}],
    ['a command is refused', 'fax-command-refused', flowLogs('finds.command-refused'), {}],
    [
      'a list is slow',
      'numbers-slow-server',
      ownLogs('numbers-slow-server'),
      { [SEEN]: 'The call server needs all of the time; CPAPI waits for it.' },
    ],
    [
      'a feature is hidden, and the administrator’s change did not help',
      'reach-hidden-by-organisation',
      ownLogs('reach-hidden-by-organisation'),
      {
        [SEEN]: 'The service itself says NO_ACCESS.',
        [NEEDED]: 'It was granted yesterday, and the template still hides it.',
      },
    ],
  ])('%s: ready after at most ten actions', async (_, scenario, folder, answers) => {
    const files = [labCapture(`telephony__${scenario}`)];
    await withLogs({ files, folders: [folder] }, async (page, troubles) => {
      const person = new Person(page);
      await escalateAndSearch(person);
      for (const [label, text] of Object.entries(answers)) await person.fill(label, text);
      await state(page, 'ready');
      expect(await lacksOf(page)).toEqual([]);
      const zip = await saved(page, async () => {
        person.actions++;
        await page.getByRole('button', { name: /^Save the package/ }).click();
      });
      expect(zip.length).toBeGreaterThan(10_000);
      expect(person.actions).toBeLessThanOrEqual(10);
      expect(troubles).toEqual({ errors: [], strangers: [] });
    });
  });

  it.each([
    [
      'logs of another request',
      'recording-refused-by-provider',
      flowLogs('finds.command-refused'),
      {},
      ['logs-searched: no-records', 'logs-seen: nothing-seen'],
    ],
    [
      'a time of another day',
      'fax-command-refused',
      flowLogs('finds.command-refused'),
      { 'When it happened, if not in this capture': '2026-01-16T10:30:00+01:00' },
      ['time: time-outside'],
    ],
    [
      'an id that somebody mistyped',
      'fax-command-refused',
      flowLogs('finds.command-refused'),
      { 'Further tracking ids': 'ATLAS_0e84e447-0636-4993-b96e-93842c3005bf_7' },
      ['tracking-ids: id-not-in-capture'],
    ],
  ])('is stopped by %s', async (_, scenario, folder, answers, lacks) => {
    const files = [labCapture(`telephony__${scenario}`)];
    await withLogs({ files, folders: [folder] }, async (page) => {
      const person = new Person(page);
      await escalateAndSearch(person);
      for (const [label, text] of Object.entries(answers)) await person.fill(label, text);
      await expect.poll(() => lacksOf(page)).toEqual(lacks);
      await state(page, 'draft');
    });
  });
});

describe('a reviewer who has a shell and nothing of ours', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'harrier-signed-'));
  const at = (name: string): string => path.join(folder, name);
  const password = ['pass', 'word', '-4711'].join('');
  const gpg = (...words: string[]): Buffer =>
    execFileSync('gpg', ['--homedir', at('home'), '--batch', '--yes', '--quiet', ...words], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  const unlock = ['--pinentry-mode', 'loopback', '--passphrase', password];

  beforeAll(() => {
    mkdirSync(at('home'), { mode: 0o700 });
    gpg(...unlock, '--quick-generate-key', 'support@example.test');
    writeFileSync(at('private.asc'), gpg(...unlock, '--armor', '--export-secret-keys'));
    // Making a key waits for the machine's chance.
  }, 60_000);
  afterAll(() => {
    try {
      execFileSync('gpgconf', ['--homedir', at('home'), '--kill', 'all'], { stdio: 'ignore' });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('unpacks, checks the sums, and verifies the signature that was made in the page', async () => {
    const files = [labCapture('telephony__recording-refused-by-provider')];
    const folders = [flowLogs('finds.provider-refuses-recording')];
    await withLogs({ files, folders }, async (page, troubles) => {
      await escalateAndSearch(new Person(page));
      await state(page, 'ready');
      await page.getByRole('button', { name: 'Sign …' }).click();
      const dialog = page.getByRole('dialog', { name: 'Sign the package' });
      const key = dialog.getByLabel('Your OpenPGP private key');
      expect(await key.textContent()).toBe('Choose a file');
      const sign = dialog.getByRole('button', { name: 'Sign and save' });
      const choose = async (file: Parameters<FileChooser['setFiles']>[0]): Promise<void> => {
        const chooser = page.waitForEvent('filechooser');
        await key.click();
        await (await chooser).setFiles(file);
      };
      await choose({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('no key') });
      await sign.click();
      // Of a private key, not of the public one that the vault would ask for.
      await dialog.getByText('gpg --export-secret-keys').waitFor();
      await choose([at('private.asc')]);
      const secret = dialog.getByLabel('Its password, if it has one');
      await sign.click();
      await dialog.getByText('The private key is locked with a password.').waitFor();
      await secret.fill('something else');
      await sign.click();
      await dialog.getByText('The password does not unlock the private key.').waitFor();
      await secret.fill(password);
      writeFileSync(at('case.zip'), await saved(page, () => sign.click()));
      await dialog.waitFor({ state: 'detached' });
      // Nothing of the key is kept where a page keeps things.
      const kept = await page.evaluate(async () => ({
        texts: JSON.stringify({ ...localStorage, ...sessionStorage }),
        databases: (await indexedDB.databases()).length,
        caches: (await caches.keys()).length,
      }));
      expect(kept).toEqual({ texts: expect.not.stringContaining('PGP'), databases: 0, caches: 0 });
      expect(troubles).toEqual({ errors: [], strangers: [] });
    });
    execFileSync('unzip', ['-q', at('case.zip'), '-d', at('case')]);
    const told = execFileSync('sha256sum', ['-c', '--strict', 'SHA256SUMS'], {
      cwd: at('case'),
      encoding: 'utf8',
    });
    const unpacked = readdirSync(at('case'), { recursive: true, withFileTypes: true });
    // All but the sums and their signature.
    expect(told.match(/: OK$/gm)).toHaveLength(unpacked.filter((one) => one.isFile()).length - 2);
    gpg('--verify', at('case/SHA256SUMS.asc'), at('case/SHA256SUMS'));
    writeFileSync(at('case/SHA256SUMS'), `${readFileSync(at('case/SHA256SUMS'), 'utf8')}\n`);
    expect(() => gpg('--verify', at('case/SHA256SUMS.asc'), at('case/SHA256SUMS'))).toThrow();
  }, 110_000);
});
