import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { totpCode } from '../../../../server/src/accounts/totp.ts';
import { wrongCode } from '../../../../server/src/testing/wrong-code.ts';
import { password, withCaseServer } from '../../testing/with-case-server.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'harrier-sign-in-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('ties an authenticator app to an account, asks for its code from then on, and signs out', async () => {
  await withCaseServer(async (server) => {
    await server.setUp();
    const { page, goto, errors } = await server.person('eve', ['engineer']);
    await goto('#account');
    await page.getByRole('button', { name: 'Set up an app' }).click();
    const href = (await page.getByRole('link', { name: /Open it in an app/ }).getAttribute('href')) ?? '';
    const secret = new URL(href).searchParams.get('secret') ?? '';
    const stepNow = () => Math.floor(Date.now() / 30_000);
    await page.getByRole('textbox', { name: 'Your password, to prove it is you' }).first().fill(password);
    await page.getByRole('textbox', { name: 'Code' }).fill(wrongCode(secret, stepNow()));
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByRole('alert').getByText('request/wrong-sign-in').waitFor();
    const step = stepNow();
    await page.getByRole('textbox', { name: 'Code' }).fill(totpCode(secret, step));
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByText('The second factor is on.').waitFor();

    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('eve');
    await page.getByRole('textbox', { name: 'Password' }).fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    // Not the one of before: no code works twice.
    await page.getByRole('textbox', { name: 'Code' }).fill(totpCode(secret, Math.max(step + 1, stepNow())));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Your account: eve' }).waitFor();
    expect(errors).toEqual([]);
  });
}, 300_000);

it('says that a session has ended, and comes back to the same case after signing in', async () => {
  await withCaseServer(async (server) => {
    await server.setUp();
    const eve = await server.person('eve', ['engineer']);
    const { id } = await eve.ask<{ id: string }>('POST', '/api/cases', { title: 'No users', language: 'en' });
    await eve.goto(`#case=${id}`);
    await eve.page.getByRole('heading', { name: 'No users' }).waitFor();
    await eve.ask('DELETE', '/api/session');
    await eve.page.getByRole('textbox', { name: 'Write a note' }).fill('Still there?');
    await eve.page.getByRole('button', { name: 'Add note' }).click();
    await eve.page.getByText('Your session has ended.').waitFor();
    await eve.page.getByRole('textbox', { name: 'Name' }).fill('eve');
    await eve.page.getByRole('textbox', { name: 'Password' }).fill(password);
    await eve.page.getByRole('button', { name: 'Sign in' }).click();
    await eve.page.getByRole('heading', { name: 'No users' }).waitFor();
  });
}, 300_000);

it('offers the identity provider where there is one, says why it was refused, and comes back to the place', async () => {
  const file = path.join(folder, 'oidc.json');
  const label = '<b>Example</b> login';
  writeFileSync(
    file,
    JSON.stringify({
      issuer: 'http://localhost:1/',
      clientId: 'harrier',
      secret: { env: 'HARRIER_SECRET_OIDC' },
      label,
      roles: { support: ['engineer'] },
      localAccounts: false,
    }),
  );
  await withCaseServer(
    async (server) => {
      const { page, goto } = await server.stranger();
      await goto('#sign-in=request/wrong-sign-in');
      await page.getByRole('alert').getByText('request/wrong-sign-in').waitFor();
      await goto('#vault');
      const button = page.getByRole('link', { name: `Sign in with ${label}` });
      await button.waitFor();
      await expect.poll(async () => await page.getByRole('textbox', { name: 'Password' }).count()).toBe(0);
      // In the place of the provider: it sends the browser back to the page, without a place.
      await page.route('**/api/session/oidc', async (route) => {
        await route.fulfill({ status: 303, headers: { location: `${server.origin}/` } });
      });
      await button.click();
      await expect.poll(() => page.url()).toBe(`${server.origin}/#vault`);
      await button.waitFor();
    },
    { HARRIER_OIDC: file },
  );
}, 300_000);
