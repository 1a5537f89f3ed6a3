import { generateKey } from 'openpgp';
import { expect, it } from 'vitest';
import { everyKindHar, secret } from '../../testing/every-kind.ts';
import { type CaseServer, type Visitor, withCaseServer } from '../../testing/with-case-server.ts';

interface IntakeFacts {
  readonly id: string;
  readonly facts: { readonly sealed?: object };
}

/** Somebody asks for an original for which the customer has to agree first; gives the link that asks the customer. */
async function askedFor(server: CaseServer, eve: Visitor, abe: Visitor) {
  const ada = await server.person('ada', []);
  await ada.ask('PATCH', '/api/exception-policy', { needsConsent: true });
  const { id } = await eve.ask<{ id: string }>('POST', '/api/cases', { title: 'No users', language: 'en' });
  await eve.ask('POST', `/api/cases/${id}/attachments?name=users.har`, Buffer.from(everyKindHar));
  const intake = async () => (await eve.ask<IntakeFacts[]>('GET', `/api/intakes?caseRef=${id}`))[0];
  await expect.poll(async () => (await intake())?.facts.sealed !== undefined, { timeout: 90_000 }).toBe(true);
  const { publicKey } = await generateKey({ userIDs: [{ name: 'eve' }], format: 'armored' });
  const exception = await eve.ask<{ id: string }>('POST', '/api/exceptions', {
    intakeId: (await intake())?.id,
    scope: { kind: 'whole' },
    reason: { code: 'security-incident', text: 'The incident team needs <b>the bytes</b>.' },
    requesterKey: publicKey,
  });
  await abe.goto(`#exception=${exception.id}`);
  await abe.page.getByRole('button', { name: 'Make a link to ask the customer' }).click();
  const shown = abe.page.getByText('#consent=');
  const link = (await shown.textContent()) ?? '';
  return { exceptionId: exception.id, link: link.trim() };
}

it.each([
  ['I agree', 'Thank you. Your consent was recorded.', 'given'],
  ['I do not agree', 'Recorded: nothing will be shown.', 'declined'],
] as const)(
  'asks the customer once, in a page of its own, and takes the answer: %s',
  async (button, told, becomes) => {
    await withCaseServer(async (server) => {
      await server.setUp();
      const eve = await server.person('eve', ['engineer']);
      const abe = await server.person('abe', ['approver']);
      const { exceptionId, link } = await askedFor(server, eve, abe);
      const customer = await server.stranger();
      const { page } = customer;
      await page.goto(link);
      await page.getByRole('heading', { name: 'Example asks for your consent' }).waitFor();
      await page.getByText('the whole original file').waitFor();
      await page.getByText('Security incident').waitFor();
      // What the engineer wrote is for colleagues.
      expect(await page.content()).not.toContain('The incident team');
      expect(await page.content()).not.toContain(secret);
      expect(await page.getByRole('navigation').count()).toBe(0);
      await page.getByRole('combobox').selectOption('ja');
      await page.getByRole('heading', { name: /Example/ }).waitFor();
      await page.getByRole('combobox').selectOption('en');
      await page.getByRole('button', { name: button, exact: true }).click();
      await page.getByText(told).waitFor();
      expect(await page.getByRole('button', { name: /agree/ }).count()).toBe(0);
      const exception = await eve.ask<{ consent: string; state: string }>(
        'GET',
        `/api/exceptions/${exceptionId}`,
      );
      expect(becomes === 'given' ? exception.consent : exception.state).toBe(becomes);

      await page.reload();
      await page.getByText('This question was answered, or its time is over.').waitFor();
      expect(await page.getByRole('button', { name: /agree/ }).count()).toBe(0);
      expect(customer.strangers).toEqual([]);
      expect(customer.errors).toEqual([]);
    });
  },
  300_000,
);

it('says that a link leads to nothing', async () => {
  await withCaseServer(async (server) => {
    await server.setUp();
    const { page } = await server.stranger();
    await page.goto(`${server.origin}/#consent=${'a'.repeat(43)}`);
    await page.getByRole('alert').getByText('exception/wrong-token').waitFor();
    expect(await page.getByRole('button', { name: /agree/ }).count()).toBe(0);
  });
}, 300_000);
