import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { generateKey } from 'openpgp';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { everyKindHar } from '../testing/every-kind.ts';
import { type Visitor, withCaseServer } from '../testing/with-case-server.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** Breaches of WCAG 2.2 A and AA, each in a line. */
async function breaches(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  // Colours that are still on their way from the other theme are nobody's colours.
  await page.evaluate('Promise.allSettled(document.getAnimations().map((one) => one.finished))');
  const { violations } = await page.evaluate<{ violations: Violation[] }>(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })`,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`),
  );
}

/** In both themes, by the page's own switch, so that nothing is loaded anew. */
async function inBothThemes(visitor: Visitor, what: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await visitor.page.emulateMedia({ colorScheme: theme });
    await visitor.page.locator(`html[data-mantine-color-scheme="${theme}"]`).waitFor();
    expect([what, theme, await breaches(visitor.page)]).toEqual([what, theme, []]);
  }
}

const CASES = 450;

/** What a server with so many cases answers, the latest first. */
async function readsOnInCases(page: Page): Promise<void> {
  const cases = Array.from({ length: CASES }, (_, at) => ({
    id: `case-${at}`,
    number: CASES - at,
    title: `Case of day ${at}`,
    status: 'open',
    updatedMs: Date.UTC(2026, 0, 5) - at,
  }));
  const isCases = (url: URL): boolean => url.pathname === '/api/cases';
  await page.route(isCases, async (route) => {
    const asked = new URL(route.request().url()).searchParams;
    const from = cases.findIndex(({ id }) => id === asked.get('after')) + 1;
    await route.fulfill({ json: cases.slice(from, from + Number(asked.get('limit'))) });
  });
  await page.getByRole('link', { name: 'Cases', exact: true }).click();
  await page.getByText('The latest 200 are shown.').waitFor();
  await page.getByRole('button', { name: 'Show more' }).click();
  await page.getByText('The latest 400 are shown.').waitFor();
  await page.getByRole('button', { name: 'Show more' }).click();
  await page.getByRole('status').filter({ hasText: 'All 450 are shown.' }).waitFor();
  expect(await page.getByRole('button', { name: 'Show more' }).count()).toBe(0);
  expect(await page.getByRole('link', { name: /^Case of day/ }).count()).toBe(CASES);
  // At the top: a line that is half under the head of the table counts as a target of half its height.
  await page.getByRole('heading', { level: 1, name: 'Cases' }).scrollIntoViewIfNeeded();
  expect(await breaches(page)).toEqual([]);
  await page.unroute(isCases);
}

interface IntakeFacts {
  readonly id: string;
  readonly facts: { readonly sealed?: object };
}

it('has no breach of WCAG 2.2 AA on any page of the case area, in either theme', async () => {
  await withCaseServer(async (server) => {
    const somebody = await server.stranger();
    await somebody.page.goto(server.setupLink);
    await somebody.page.getByRole('heading', { name: 'Set up Harrier' }).waitFor();
    await inBothThemes(somebody, 'set up');
    await server.setUp();
    await somebody.goto('#cases');
    await somebody.page.reload();
    await somebody.page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await inBothThemes(somebody, 'sign in');

    const all = await server.person('all', ['engineer', 'auditor', 'key-holder', 'admin']);
    const abe = await server.person('abe', ['approver']);
    const { id } = await all.ask<{ id: string }>('POST', '/api/cases', { title: 'No users', language: 'en' });
    const files = `/api/cases/${id}/attachments`;
    await all.ask('POST', `${files}?name=users.har`, Buffer.from(everyKindHar));
    await all.ask('POST', `/api/cases/${id}/notes`, { text: 'Asked for a capture.', visibility: 'private' });
    const intakes = async () => await all.ask<IntakeFacts[]>('GET', `/api/intakes?caseRef=${id}`);
    await expect
      .poll(async () => (await intakes())[0]?.facts.sealed !== undefined, { timeout: 90_000 })
      .toBe(true);
    const { publicKey } = await generateKey({ userIDs: [{ name: 'eve' }], format: 'armored' });
    const exception = await all.ask<{ id: string }>('POST', '/api/exceptions', {
      intakeId: (await intakes())[0]?.id,
      scope: { kind: 'whole' },
      reason: { code: 'security-incident', text: 'The incident team needs the bytes.' },
      requesterKey: publicKey,
    });
    const places: readonly [hash: string, heading: string][] = [
      ['#cases', 'Cases'],
      [`#case=${id}`, 'No users'],
      ['#vault', 'Vault keys'],
      ['#connectors', 'Case systems'],
      ['#audit', 'Audit log'],
      ['#administration', 'Accounts'],
      ['#account', 'Your account: all'],
    ];
    for (const [hash, heading] of places) {
      await all.goto(hash);
      await all.page.getByRole('heading', { level: 1, name: heading }).waitFor();
      await all.page.waitForLoadState('networkidle');
      await inBothThemes(all, hash);
    }
    await abe.goto('#exceptions');
    await abe.page.getByRole('button', { name: 'Approve' }).waitFor();
    await inBothThemes(abe, 'exceptions');
    await abe.goto(`#exception=${exception.id}`);
    await abe.page.getByRole('heading', { level: 1, name: 'the whole file' }).waitFor();
    await inBothThemes(abe, 'exception');
    await all.goto(`#case=${id}`);
    await all.page.getByRole('button', { name: 'Ask for the original' }).click();
    await all.page.getByRole('dialog').getByRole('textbox', { name: 'Your public key' }).waitFor();
    await inBothThemes(all, 'ask for the original');
    const links = `/api/cases/${id}/upload-links`;
    const { link } = await all.ask<{ link: string }>('POST', links, { days: 1, wantsOriginal: true });
    await somebody.page.goto(link);
    const [chooser] = await Promise.all([
      somebody.page.waitForEvent('filechooser'),
      somebody.page.getByRole('button', { name: 'Choose a file' }).click(),
    ]);
    await chooser.setFiles({
      name: 'a.har',
      mimeType: 'application/json',
      buffer: Buffer.from(everyKindHar),
    });
    await somebody.page.getByText('Credentials replaced').waitFor();
    await inBothThemes(somebody, 'customer’s upload');
  });
}, 300_000);

it('shows each role the pages that it may see and no other, and a link to another one tells why not', async () => {
  const pagesOf = {
    viewer: ['Cases', 'Vault keys', 'Case systems'],
    engineer: ['Cases', 'Exceptions', 'Vault keys', 'Case systems'],
    approver: ['Cases', 'Exceptions', 'Vault keys', 'Case systems'],
    'key-holder': ['Cases', 'Exceptions', 'Vault keys', 'Case systems'],
    auditor: ['Vault keys', 'Audit log'],
    admin: ['Vault keys', 'Case systems', 'Administration'],
  } as const;
  await withCaseServer(async (server) => {
    await server.setUp();
    for (const [role, pages] of Object.entries(pagesOf)) {
      const { page, goto } = await server.person(`the-${role}`, [role]);
      await goto('#vault');
      const area = page.getByRole('navigation', { name: 'Cases and vault' });
      await area.getByRole('link').first().waitFor();
      expect([role, await area.getByRole('link').allTextContents()]).toEqual([role, [...pages]]);
      expect([role, await page.getByRole('button', { name: 'Propose a key' }).count()]).toEqual([
        role,
        role === 'key-holder' ? 1 : 0,
      ]);
      if (role === 'viewer') {
        await readsOnInCases(page);
        await goto('#administration');
        await page.getByRole('alert').getByText('request/forbidden').first().waitFor();
        await goto('#cases');
        await page.getByText('No case yet.').waitFor();
        expect(await page.getByRole('button', { name: 'New case' }).count()).toBe(0);
      }
      await page.context().close();
    }
  });
}, 300_000);

it('shows hostile names, titles and notes as the text that they are', async () => {
  const hostile = '<img src=x onerror="window.harmed=1">\u202e<script>window.harmed=1</script>{{7*7}}';
  await withCaseServer(async (server) => {
    await server.setUp();
    const eve = await server.person(`eve ${hostile}`.slice(0, 190), ['engineer']);
    const { id } = await eve.ask<{ id: string }>('POST', '/api/cases', { title: hostile, language: 'en' });
    const note = `${hostile}\n[a](javascript:window.harmed=1) https://evil.example.com`;
    await eve.ask('POST', `/api/cases/${id}/notes`, { text: note, visibility: 'public' });
    const name = `${hostile.replaceAll('/', '_')}.har`;
    const query = new URLSearchParams({ name });
    await eve.ask('POST', `/api/cases/${id}/attachments?${query}`, Buffer.from('no capture'));
    for (const hash of ['#cases', `#case=${id}`]) {
      await eve.goto(hash);
      await eve.page.getByText('<img src=x').first().waitFor();
      await eve.page.waitForLoadState('networkidle');
      expect(await eve.page.evaluate('window.harmed')).toBeUndefined();
      expect(await eve.page.locator('main img, main script, main a[href^="http"]').count()).toBe(0);
      expect(await eve.page.locator('main a[href^="javascript"]').count()).toBe(0);
    }
    expect(eve.strangers).toEqual([]);
    expect(eve.errors).toEqual([]);
  });
}, 300_000);

it('says in red which step does not go on, why, and what to do, and goes on when somebody has done it', async () => {
  await withCaseServer(
    async (server) => {
      await server.setUp();
      const eve = await server.person('eve', ['engineer']);
      const { id } = await eve.ask<{ id: string }>('POST', '/api/cases', {
        title: 'No users',
        language: 'en',
      });
      await eve.goto(`#case=${id}`);
      await eve.page.getByRole('heading', { name: 'No users' }).waitFor();
      await eve.ask('POST', `/api/cases/${id}/attachments?name=users.har`, Buffer.from(everyKindHar));
      await eve.page.reload();
      const card = eve.page.getByRole('region', { name: 'users.har' });
      await card
        .locator('li[data-state="failed"]')
        .getByText('Seal the original')
        .waitFor({ timeout: 90_000 });
      await eve.page.getByText('1 capture waits for a person.').waitFor();
      const alert = card.getByRole('alert');
      expect(await alert.textContent()).toMatch(/vault\/too-few-recipients/);
      expect((await alert.textContent())?.length).toBeGreaterThan(60);
      await eve.goto('#cases');
      await eve.page.getByRole('img', { name: 'stuck: Seal the original' }).waitFor();

      // A key holder and an administrator give the vault another key.
      const kim = await server.person('kim', ['key-holder']);
      const ada = await server.person('ada', []);
      const { publicKey } = await generateKey({ userIDs: [{ name: 'third' }], format: 'armored' });
      await kim.goto('#vault');
      await kim.page.getByRole('textbox').fill('nothing');
      await kim.page.getByRole('button', { name: 'Propose a key' }).click();
      await kim.page.getByRole('alert').getByText('vault/key-unreadable').waitFor();
      await kim.page.getByRole('textbox').fill(publicKey);
      await kim.page.getByRole('button', { name: 'Propose a key' }).click();
      await kim.page.getByText('proposed, not in use yet').waitFor();
      await ada.goto('#vault');
      await ada.page.getByRole('button', { name: 'Confirm' }).click();
      await expect.poll(async () => await ada.page.getByRole('cell', { name: /^in use/ }).count()).toBe(3);

      await eve.goto(`#case=${id}`);
      await card.getByRole('button', { name: 'Try again' }).click();
      await expect
        .poll(async () => await card.locator('li[data-state="done"]').count(), { timeout: 90_000 })
        .toBe(9);
    },
    { HARRIER_LEAST_RECIPIENTS: '3' },
  );
}, 300_000);

it('says on a new server, before anything is attached, that originals stay where they are for want of keys', async () => {
  await withCaseServer(
    async (server) => {
      await server.setUp();
      const eve = await server.person('eve', ['engineer']);
      await eve.goto('#cases');
      const alert = eve.page.getByRole('alert');
      await alert.getByText('There is no usable key').waitFor();
      await alert.getByRole('link', { name: 'Vault keys' }).click();
      await eve.page.getByRole('heading', { level: 1, name: 'Vault keys' }).waitFor();
      expect(eve.errors).toEqual([]);
    },
    { HARRIER_VAULT_KEYS: '/nowhere/vault-keys.asc' },
  );
}, 300_000);

it('shows a case that somebody else has made to those who come back to the list', async () => {
  await withCaseServer(async (server) => {
    await server.setUp();
    const eve = await server.person('eve', ['engineer']);
    const max = await server.person('max', ['engineer']);
    await eve.goto('#cases');
    await eve.page.getByRole('heading', { level: 1, name: 'Cases' }).waitFor();
    await max.ask('POST', '/api/cases', { title: 'Nobody can list users', language: 'en' });
    await eve.page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await eve.page.getByRole('link', { name: 'Nobody can list users' }).waitFor();
    expect(eve.errors).toEqual([]);
  });
}, 300_000);

it('shows under the link of a note in another case system what was done with the capture', async () => {
  await withCaseServer(async (server) => {
    await server.setUp();
    const eve = await server.person('eve', ['engineer']);
    const sha256 = 'c'.repeat(64);
    const clean = {
      ...{ name: 'users.har.3f2a1b4c5d6e.clean.har', sizeBytes: 48_213, sha256, redactions: 3 },
      ...{ secrets: 2, droppedBodies: 0, repaired: false },
    };
    const intake = {
      ...{ id: 'f'.repeat(64), mark: 'f'.repeat(12), connector: 'redmine', step: 'note', state: 'done' },
      attachment: { caseRef: '42', id: 'a', name: 'users.har', sizeBytes: 51_000, createdMs: 1 },
      ...{ needsPerson: false, createdMs: 1, updatedMs: 2, facts: { clean } },
    };
    await eve.page.route('**/api/intakes?*', async (route) => await route.fulfill({ json: [intake] }));
    await eve.goto('#case=42');
    await eve.page.getByRole('heading', { level: 1, name: '#42' }).waitFor();
    const card = eve.page.getByRole('region', { name: 'users.har' });
    await card.getByRole('button', { name: 'Open the clean' }).waitFor();
    expect(await eve.page.getByRole('main').textContent()).toContain('redmine');
    expect(await eve.page.getByRole('alert').count()).toBe(0);
  });
}, 300_000);

it('says in the case and at the vault which sealed original retention has deleted', async () => {
  await withCaseServer(async (server) => {
    await server.setUp();
    const eve = await server.person('eve', ['engineer']);
    const { id } = await eve.ask<{ id: string }>('POST', '/api/cases', { title: 'No users', language: 'en' });
    const sha256 = 'd'.repeat(64);
    const destroyed = {
      ...{ name: 'users.har.3f2a1b4c5d6e.pgp', sizeBytes: 48_213, sha256, keyIds: ['0123456789ABCDEF'] },
      ...{ atMs: Date.UTC(2026, 0, 15), removal: 'not-removable' },
    };
    const original = { sizeBytes: 51_000, sha256, format: 'har', entries: 12, otherCaptures: 0 };
    const intake = {
      ...{ id: 'f'.repeat(64), mark: 'f'.repeat(12), connector: 'built-in', step: 'note', state: 'done' },
      attachment: { caseRef: id, id: 'a', name: 'users.har', sizeBytes: 51_000, createdMs: 1 },
      ...{ needsPerson: false, createdMs: 1, updatedMs: destroyed.atMs, facts: { original, destroyed } },
    };
    await eve.page.route('**/api/intakes?*', async (route) => await route.fulfill({ json: [intake] }));
    await eve.goto(`#case=${id}`);
    const card = eve.page.getByRole('region', { name: 'users.har' });
    await card.getByText('Deleted on').waitFor();
    await eve.page.getByText('Its sealed original was deleted: its days were over.').waitFor();
    // The copy in the case has to be removed by somebody.
    expect(await card.textContent()).toContain('An administrator has to remove it.');
    expect(await card.getByRole('button', { name: 'Ask for the original' }).count()).toBe(0);
    await inBothThemes(eve, 'a case whose original is deleted');
    await eve.goto('#vault');
    const row = eve.page.getByRole('region', { name: 'Deleted by retention' }).getByRole('row');
    await row.getByText(destroyed.name).waitFor();
    expect(await row.getByRole('link', { name: 'users.har' }).getAttribute('href')).toContain(id);
    await inBothThemes(eve, 'a vault with deleted originals');
    expect(eve.errors).toEqual([]);
  });
}, 300_000);
