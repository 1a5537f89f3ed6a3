import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { totpCode } from '../../../../server/src/accounts/totp.ts';
import { password, withCaseServer } from '../../testing/with-case-server.ts';

const another = 'cloister vinegar seven trams';

async function signIn(page: Page, name: string, word: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('textbox', { name: 'Password' }).fill(word);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

it('shows where one is signed in, and ends what should not be there for whoever knows the password', async () => {
  await withCaseServer(async (server) => {
    await server.setUp();
    const eve = await server.person('eve', ['engineer']);
    const elsewhere = await server.stranger();
    await elsewhere.ask('POST', '/api/session', { name: 'eve', password });
    await eve.goto('#account');
    const sessions = eve.page.getByRole('region', { name: 'Your sessions' });
    await sessions.getByText('Chrome, Linux').nth(1).waitFor();
    await sessions.getByText('this one').waitFor();
    const endOthers = sessions.getByRole('button', { name: 'End all others' });
    expect(await endOthers.isDisabled()).toBe(true);
    await sessions.getByRole('textbox').fill(another);
    await endOthers.click();
    await sessions.getByRole('alert').getByText('request/wrong-sign-in').waitFor();
    await sessions.getByRole('textbox').fill(password);
    await endOthers.click();
    await expect.poll(async () => await sessions.getByText('Chrome, Linux').count()).toBe(1);
    await expect(elsewhere.ask('GET', '/api/session')).rejects.toThrow('401');
    expect(eve.errors).toEqual([]);
  });
}, 300_000);

it('makes an API token for whoever knows the password, and shows it once', async () => {
  await withCaseServer(async (server) => {
    await server.setUp();
    const { page, goto } = await server.person('eve', ['engineer']);
    await goto('#account');
    const tokens = page.getByRole('region', { name: 'API tokens' });
    const make = tokens.getByRole('button', { name: 'Make a token' });
    await tokens.getByRole('textbox', { name: 'What for' }).fill('ci');
    await tokens.getByRole('combobox', { name: 'May do' }).press('ArrowDown');
    await page.getByRole('option', { name: 'case:read' }).click();
    await page.keyboard.press('Escape');
    expect(await make.isDisabled()).toBe(true);
    const word = tokens.getByRole('textbox', { name: 'Your password, to prove it is you' });
    await word.fill(another);
    await make.click();
    await tokens.getByRole('alert').getByText('request/wrong-sign-in').waitFor();
    await word.fill(password);
    await make.click();
    await tokens.getByText(/^harrier_[\w-]{43}$/).waitFor();
    expect(await word.inputValue()).toBe('');
  });
}, 300_000);

it('changes one’s password, and refuses one that is tried first', async () => {
  await withCaseServer(async (server) => {
    await server.setUp();
    const { page, goto } = await server.person('eve', ['engineer']);
    await goto('#account');
    const box = page.getByRole('region', { name: 'Change the password' });
    const change = async (word: string) => {
      await box.getByRole('textbox', { name: 'Present password' }).fill(password);
      await box.getByRole('textbox', { name: 'New password' }).fill(word);
      await box.getByRole('button', { name: 'Save' }).click();
    };
    await change('Password2024!');
    await box.getByRole('alert').getByText('request/common-password').waitFor();
    await change(another);
    await box.getByText('The password is changed').waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await signIn(page, 'eve', another);
    await page.getByRole('heading', { name: 'Your account: eve' }).waitFor();
  });
}, 300_000);

it('gives codes for the day on which the app is lost, says which roles wait for one, and takes it off', async () => {
  await withCaseServer(async (server) => {
    await server.setUp();
    const ada = await server.person('ada', []);
    const { page, goto } = await server.person('eve', ['engineer']);
    await ada.goto('#administration');
    const security = ada.page.getByRole('region', { name: 'Security: what is demanded' });
    await security.getByRole('checkbox', { name: 'engineer' }).check();
    await security.getByRole('button', { name: 'Save' }).click();
    await expect
      .poll(
        async () =>
          (await ada.ask<{ secondFactorFor: string[] }>('GET', '/api/security-policy')).secondFactorFor,
      )
      .toEqual(['engineer']);

    await goto('#cases');
    await page.getByText('these do not work: engineer.').waitFor();
    await page.getByRole('link', { name: 'Set up an app' }).click();
    await page.getByRole('button', { name: 'Set up an app' }).click();
    await page.getByRole('img', { name: 'QR code of the secret' }).waitFor();
    const href = (await page.getByRole('link', { name: /Open it in an app/ }).getAttribute('href')) ?? '';
    const secret = new URL(href).searchParams.get('secret') ?? '';
    const box = page.getByRole('region', { name: 'Second factor' });
    await box.getByRole('textbox', { name: /Your password/ }).fill(password);
    await box.getByRole('textbox', { name: 'Code' }).fill(totpCode(secret, Math.floor(Date.now() / 30_000)));
    await box.getByRole('button', { name: 'Confirm' }).click();
    const codes = (await box.locator('pre').textContent())?.split('\n') ?? [];
    expect(codes).toHaveLength(10);
    await expect.poll(async () => await page.getByText('these do not work').count()).toBe(0);

    await page.getByRole('button', { name: 'Sign out' }).click();
    await signIn(page, 'eve', password);
    await page.getByRole('textbox', { name: 'Code' }).fill((codes[0] ?? '').toLowerCase());
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('9 codes for recovery are left.').waitFor();
    await box.getByRole('button', { name: 'Take the second factor off' }).click();
    await box.getByRole('textbox', { name: /Your password/ }).fill(password);
    await box.getByRole('textbox', { name: 'Code' }).fill(codes[1] ?? '');
    await box.getByRole('button', { name: 'Take the second factor off' }).click();
    await page.getByText('these do not work: engineer.').waitFor();
  });
}, 300_000);

it('makes an account whose owner chooses the password by a link that works once', async () => {
  await withCaseServer(async (server) => {
    await server.setUp();
    const ada = await server.person('ada', []);
    await ada.goto('#administration');
    await ada.page.getByRole('button', { name: 'New account' }).click();
    const dialog = ada.page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('new one');
    await dialog.getByRole('checkbox', { name: /^viewer/ }).check();
    await dialog.getByRole('button', { name: 'Save' }).click();
    const link = (await dialog.getByText('#password=').textContent()) ?? '';
    const owner = await server.stranger();
    await owner.page.goto(link);
    await owner.page.getByText('new one').waitFor();
    await owner.page.getByRole('textbox', { name: 'New password' }).fill(another);
    await owner.page.getByRole('button', { name: 'Set the password' }).click();
    await signIn(owner.page, 'new one', another);
    await owner.page.getByText('No case yet.').waitFor();
    expect(owner.page.url()).not.toContain('password=');
    await owner.page.goto(link);
    await owner.page.reload();
    await owner.page.getByRole('alert').getByText('request/gone').waitFor();
    expect([...owner.errors, ...ada.errors]).toEqual([]);
  });
}, 300_000);
