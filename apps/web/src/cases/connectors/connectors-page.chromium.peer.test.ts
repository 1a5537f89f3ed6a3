import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FakeGitlab } from '../../../../../services/cases/src/connectors/gitlab/testing/fake-gitlab.ts';
import { everyKindHar } from '../../testing/every-kind.ts';
import { withCaseServer } from '../../testing/with-case-server.ts';

let folder: string;
let gitlab: FakeGitlab;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'harrier-connectors-'));
  gitlab = new FakeGitlab();
});
afterEach(async () => {
  await gitlab.stop();
  delete process.env.HARRIER_SECRET_GITLAB;
  rmSync(folder, { recursive: true });
});

it('counts what a case system had before, and takes it in only then', async () => {
  const baseUrl = await gitlab.start();
  for (const name of ['first.har', 'second.har'])
    gitlab.attach(gitlab.newIssue(), name, Buffer.from(everyKindHar));
  process.env.HARRIER_SECRET_GITLAB = gitlab.token;
  const file = path.join(folder, 'connectors.json');
  const secret = { env: 'HARRIER_SECRET_GITLAB' };
  const definition = {
    id: 'issues',
    kind: 'gitlab',
    network: 'private',
    baseUrl,
    project: gitlab.project,
    secret,
  };
  writeFileSync(file, JSON.stringify({ connectors: [definition] }));
  await withCaseServer(
    async (server) => {
      await server.setUp();
      const ada = await server.person('ada', []);
      const known = async () => (await ada.ask<object[]>('GET', '/api/connector-definitions')).length;
      await expect.poll(known, { timeout: 30_000 }).toBe(1);
      await ada.goto('#connectors');
      const box = ada.page.getByRole('region', { name: 'issues' });
      await box.getByText('of the server’s file').waitFor();
      await box.getByRole('button', { name: 'Try it' }).click();
      await box.getByText('It answers, and the account may read there.').waitFor();
      const before = box.getByRole('region', { name: 'What was there before' });
      expect(await before.getByRole('button', { name: 'Take in' }).count()).toBe(0);
      await before.getByRole('button', { name: 'Count', exact: true }).click();
      await before.getByText('Counting: done · 2 files').waitFor({ timeout: 60_000 });
      expect(gitlab.uploads.size).toBe(2);
      await before.getByRole('button', { name: 'Take in' }).click();
      await before.getByText('2 of them new').waitFor({ timeout: 60_000 });
      expect(ada.errors).toEqual([]);
    },
    { HARRIER_CONNECTORS: file },
  );
}, 300_000);

it('sets a case system up with the name of its secret, changes it, tries it and takes it away again', async () => {
  process.env.HARRIER_SECRET_GITLAB = gitlab.token;
  await withCaseServer(async (server) => {
    await server.setUp();
    const { page, goto, errors } = await server.person('ada', []);
    await goto('#connectors');
    await page.getByText('None is set up yet.').waitFor();
    await page.getByRole('button', { name: 'Set up a case system' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Case system' }).selectOption('Zendesk');
    await dialog.getByRole('textbox', { name: 'Name here' }).fill('support');
    await dialog.getByRole('textbox', { name: 'Address' }).fill('https://127.0.0.1:1/');
    await dialog.getByRole('textbox', { name: 'Account' }).fill('harrier@example.com');
    await dialog.getByRole('textbox', { name: 'Name of the variable or file' }).fill('HARRIER_SECRET_NONE');
    await dialog.getByRole('button', { name: 'Save' }).click();
    const box = page.getByRole('region', { name: 'support' });
    await box.getByText('Its secret is not there yet').waitFor();
    // Without its secret there is nothing to try and nothing to take in.
    expect(await box.getByRole('button', { name: 'Try it' }).count()).toBe(0);
    await box.getByRole('button', { name: 'Change' }).click();
    expect(await dialog.getByRole('textbox', { name: 'Account' }).inputValue()).toBe('harrier@example.com');
    await dialog.getByRole('textbox', { name: 'Name of the variable or file' }).fill('HARRIER_SECRET_GITLAB');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await box.getByRole('button', { name: 'Try it' }).click();
    await box.getByText('case-system/unreachable').waitFor();
    await box.getByRole('button', { name: 'Remove' }).click();
    await box.getByText('What was taken in stays.').waitFor();
    await box.getByRole('button', { name: 'Remove' }).click();
    await page.getByText('None is set up yet.').waitFor();
    expect(errors).toEqual([]);
  });
}, 300_000);
