import { readFileSync } from 'node:fs';
import { generateKey } from 'openpgp';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { everyKindHar, rowOf, secret } from '../testing/every-kind.ts';
import { openpgpMessageText, releaseOf, savedFiles } from '../testing/releases.ts';
import { password, withCaseServer } from '../testing/with-case-server.ts';

async function signIn(page: Page, name: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

it('goes from the set-up link to a released value: attach, watch nine steps, open, ask, approve, release, fetch', async () => {
  await withCaseServer(async (server) => {
    // The first administrator, by the link that the server printed.
    const ada = await server.stranger();
    await ada.page.goto(server.setupLink);
    await ada.page.getByRole('textbox', { name: 'Organisation' }).fill('Example');
    await ada.page.getByRole('textbox', { name: 'Your name' }).fill('ada');
    await ada.page.getByRole('textbox', { name: 'Password' }).fill(password);
    await ada.page.getByRole('button', { name: 'Set up and sign in' }).click();
    await ada.page.getByRole('heading', { name: 'Accounts' }).waitFor();
    expect(ada.page.url()).not.toContain('setup');
    for (const [name, role] of [
      ['eve', 'engineer'],
      ['abe', 'approver'],
      ['kim', 'key holder'],
    ] as const) {
      await ada.page.getByRole('button', { name: 'New account' }).click();
      const dialog = ada.page.getByRole('dialog');
      await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
      await dialog.getByRole('checkbox', { name: 'Its owner chooses the password, by a link' }).uncheck();
      await dialog.getByRole('textbox', { name: 'Password' }).fill(password);
      await dialog.getByRole('checkbox', { name: role, exact: true }).check();
      await dialog.getByRole('button', { name: 'Save' }).click();
      await ada.page.getByRole('cell', { name, exact: true }).waitFor();
    }

    // An engineer opens a case, attaches a capture and watches.
    const eve = await server.stranger();
    await eve.goto('#cases');
    await signIn(eve.page, 'eve');
    await eve.page.getByRole('button', { name: 'New case' }).click();
    await eve.page.getByRole('textbox', { name: 'Title' }).fill('Nobody can list users');
    await eve.page.getByRole('dialog').getByRole('button', { name: 'New case' }).click();
    await eve.page.getByRole('heading', { name: 'Nobody can list users' }).waitFor();
    const [chooser] = await Promise.all([
      eve.page.waitForEvent('filechooser'),
      eve.page.getByRole('button', { name: 'Choose a file' }).click(),
    ]);
    await chooser.setFiles({
      name: 'users.har',
      mimeType: 'application/json',
      buffer: Buffer.from(everyKindHar),
    });
    const card = eve.page.getByRole('region', { name: 'users.har' });
    await card.waitFor();
    await expect
      .poll(async () => await card.locator('li[data-state="done"]').count(), { timeout: 90_000 })
      .toBe(9);
    await eve.page.getByText('The capture is clean, and its original is sealed.').waitFor();
    expect(await eve.page.content()).not.toContain(secret);

    // The clean capture opens in the workbench, with its answer.
    await card.getByRole('button', { name: 'Open the clean capture' }).click();
    await eve.page.getByText('Who can fix it').waitFor();
    expect(await eve.page.content()).not.toContain(secret);
    await eve.page.getByRole('button', { name: 'Cases' }).click();

    // It is not enough: she asks for what stood in one request.
    const own = await generateKey({ userIDs: [{ name: 'eve' }], format: 'object' });
    await card.getByRole('button', { name: 'Ask for the original' }).click();
    const dialog = eve.page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'The values of single requests' }).check();
    await dialog.getByRole('textbox', { name: 'Requests' }).fill(String(rowOf('users')));
    await dialog
      .getByRole('textbox', { name: 'Reason', exact: true })
      .fill('The session id has to be looked up in the gateway.');
    await dialog.getByRole('textbox', { name: 'Your public key' }).fill(own.publicKey.armor());
    await dialog.getByRole('button', { name: 'Ask', exact: true }).click();
    await eve.page.getByText('Waits for an approver').waitFor();
    const exceptionAddress = eve.page.url();
    // In the case stands her reason, in lines and not in one word below the other.
    await eve.page.getByRole('link', { name: 'the case' }).click();
    const reason = eve.page.getByText('The session id has to be looked up in the gateway.').last();
    await reason.waitFor();
    expect((await reason.boundingBox())?.width).toBeGreaterThan(150);
    await eve.page.goto(exceptionAddress);

    // Somebody else approves.
    const abe = await server.stranger();
    await abe.goto('#exceptions');
    await signIn(abe.page, 'abe');
    await abe.page.getByRole('button', { name: 'Approve' }).click();
    await abe.page.getByText('Nothing waits for you.').waitFor();

    // A third one, who has a private key, makes the release elsewhere and hands it over.
    const kim = await server.stranger();
    await kim.page.goto(exceptionAddress);
    await signIn(kim.page, 'kim');
    // One administrator alone makes no key holder: kim has a password of her own, and abe says that it is her account.
    await kim.page.getByText('Your account waits for a second person').waitFor();
    await kim.ask('PATCH', '/api/session/password', { current: password, password });
    await abe.page.reload();
    await abe.page.getByRole('button', { name: 'Confirm: kim' }).click();
    await abe.page.getByText('in the account kim').waitFor({ state: 'detached' });
    await kim.page.reload();
    const material = await savedFiles(kim.page, 3, async () => {
      await kim.page.getByRole('button', { name: 'Fetch', exact: true }).click();
    });
    const release = await releaseOf(material, server.privateKeys);
    const [handing] = await Promise.all([
      kim.page.waitForEvent('filechooser'),
      kim.page.getByRole('button', { name: 'Hand over release.pgp' }).click(),
    ]);
    await handing.setFiles({
      name: 'release.pgp',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(release),
    });
    await kim.page.getByText('Waits for the requester').waitFor();

    // It is fetched once, by the one who asked, and opens with her key alone.
    await eve.page.reload();
    await eve.page.getByRole('button', { name: 'I am ready to fetch it' }).click();
    await eve.page.getByRole('timer').waitFor();
    const [fetched] = await Promise.all([
      eve.page.waitForEvent('download'),
      eve.page.getByRole('button', { name: 'Fetch now, once' }).click(),
    ]);
    const opened = await openpgpMessageText(readFileSync(await fetched.path()), own.privateKey);
    expect(opened).toContain(secret);
    await eve.page.getByText('A second time takes a new request.').waitFor();

    // Everything is in the case.
    await eve.page.getByRole('link', { name: 'the case' }).click();
    await eve.page.getByRole('region', { name: 'Exceptions' }).getByText('fetched').waitFor();
    for (const visitor of [ada, eve, abe, kim]) {
      expect(visitor.errors).toEqual([]);
      expect(visitor.strangers).toEqual([]);
    }
  });
}, 300_000);
