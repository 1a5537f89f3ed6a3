import { expect, it } from 'vitest';
import { password, withCaseServer } from '../../testing/with-case-server.ts';

const another = 'cloister vinegar seven trams';

it('lets a second person confirm what an administrator cannot do alone, and says what waits', async () => {
  await withCaseServer(async (server) => {
    await server.setUp();
    const abe = await server.person('abe', ['approver']);
    const ada = await server.person('ada', []);
    await ada.ask('POST', '/api/accounts', { name: 'kim', password, roles: ['key-holder'] });
    await ada.goto('#administration');
    await ada.page.getByRole('row', { name: 'kim' }).getByText('waits for a second person').waitFor();
    const security = ada.page.getByRole('region', { name: 'Security: what is demanded' });
    await security.getByRole('textbox', { name: 'Days that sealed originals are kept' }).fill('30');
    await security.getByRole('button', { name: 'Save' }).click();
    await security.getByText('Asked for: 30 days.').waitFor();

    await abe.goto('#exceptions');
    const waits = abe.page.getByRole('alert').filter({ hasText: 'Waits for you as the second person' });
    await waits.getByText('Its owner has not chosen a password yet.').waitFor();
    expect(await waits.getByRole('button', { name: 'Confirm: kim' }).isDisabled()).toBe(true);

    const kim = await server.stranger();
    await kim.ask('POST', '/api/session', { name: 'kim', password });
    await kim.goto('#account');
    await kim.page.getByText('Your account waits for a second person').waitFor();
    await kim.ask('PATCH', '/api/session/password', { current: password, password: another });

    await abe.page.reload();
    await waits.getByRole('button', { name: 'Confirm: kim' }).click();
    await waits.getByText('in the account kim').waitFor({ state: 'detached' });
    await waits.getByText('ada wants sealed originals to be kept for 30 days.').waitFor();
    await waits.getByRole('button', { name: 'Confirm' }).click();
    await waits.waitFor({ state: 'detached' });
    expect(await ada.ask('GET', '/api/security-policy')).toMatchObject({ keepSealedDays: 30 });
    await kim.page.reload();
    await kim.page.getByRole('heading', { name: 'Your account: kim' }).waitFor();
    expect(await kim.page.getByText('Your account waits').count()).toBe(0);
    expect([...abe.errors, ...ada.errors, ...kim.errors]).toEqual([]);
  });
}, 300_000);
