import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { type Visitor, withCaseServer } from '../../testing/with-case-server.ts';

/** A case with the engineer who looks at it. */
async function withCase(use: (engineer: Visitor, caseId: string) => Promise<void>): Promise<void> {
  await withCaseServer(async (server) => {
    await server.setUp();
    const eve = await server.person('eve', ['engineer']);
    const { id } = await eve.ask<{ id: string }>('POST', '/api/cases', { title: 'No audio', language: 'en' });
    await use(eve, id);
    expect([...eve.errors, ...eve.strangers]).toEqual([]);
  });
}

const title = (page: Page) => page.getByRole('heading', { name: 'No audio' });

/** Whether the tab is in front: the test's browser has all of them there. */
async function turn(page: Page, visibility: 'visible' | 'hidden'): Promise<void> {
  await page.evaluate((state) => {
    Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, visibility);
}

it('shows the case in the tenth tab as in the first, and what was done meanwhile to whoever comes back', async () => {
  await withCase(async (eve, id) => {
    const tabs: Page[] = [];
    for (let tab = 0; tab < 10; tab++) {
      const page = await eve.context.newPage();
      await page.goto(`/#case=${id}`);
      await title(page).waitFor({ timeout: 20_000 });
      await turn(page, 'hidden');
      tabs.push(page);
    }
    const note = { text: 'Told while nobody looked.', visibility: 'private' };
    await eve.ask('POST', `/api/cases/${id}/notes`, note);
    const [first] = tabs;
    if (first === undefined) throw new Error('no tab');
    expect(await first.getByText(note.text).count()).toBe(0);
    await turn(first, 'visible');
    await first.getByText(note.text).waitFor();
  });
});

it('still shows what happens to a case where the server lets it listen no more', async () => {
  await withCase(async (eve, id) => {
    let asked = 0;
    await eve.context.route('**/events', async (route) => {
      asked++;
      await route.fulfill({ status: 429, headers: { 'retry-after': '10' } });
    });
    await eve.page.clock.install();
    await eve.goto(`#case=${id}`);
    await title(eve.page).waitFor();
    const note = { text: 'Told by somebody else.', visibility: 'private' };
    await eve.ask('POST', `/api/cases/${id}/notes`, note);
    await expect.poll(() => asked).toBe(1);
    await eve.page.clock.runFor(10_000);
    await eve.page.getByText(note.text).waitFor();
    expect(asked).toBe(2);
  });
});
