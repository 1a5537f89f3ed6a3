import { readdirSync, readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { withCaseServer } from './testing/with-case-server.ts';
import { flowLogs, labCapture } from './testing/with-logs.ts';

const RECORDING = 'ATLAS_f0d4f939-5676-4931-9711-78b8a7ca288b_6';
const capture = labCapture('telephony__recording-refused-by-provider');

/** Clicks, files given and keys pressed; what is typed into a field counts once. */
function counted(page: Page) {
  let count = 0;
  return {
    get count() {
      return count;
    },
    async click(name: string | RegExp, within: Pick<Page, 'getByRole'> = page): Promise<void> {
      count++;
      await within.getByRole('button', { name }).first().click();
    },
    async fill(name: string, text: string): Promise<void> {
      count++;
      await page.getByRole('dialog').getByRole('textbox', { name }).fill(text);
    },
    async give(file: string, open: () => Promise<void>): Promise<void> {
      const chooser = page.waitForEvent('filechooser');
      await open();
      await (await chooser).setFiles(file);
    },
  };
}

it('goes from a dropped capture to the escalation, and from the case to the same sentence, in twelve clicks', async () => {
  await withCaseServer(async (server) => {
    await server.setUp();
    const { page, errors, strangers, goto, ask } = await server.person('eve', ['engineer']);
    const folder = flowLogs('finds.provider-refuses-recording');
    for (const name of readdirSync(folder).filter((one) => one.endsWith('.log'))) {
      const file = new URLSearchParams({ name, source: name.replace('.log', '') });
      await ask('POST', `/api/logs/files?${file}`, readFileSync(`${folder}/${name}`));
    }
    await goto('');
    const hand = counted(page);
    const picture = async (name: string) => {
      if (process.env.HARRIER_PICTURES !== undefined)
        await page.screenshot({ path: `${process.env.HARRIER_PICTURES}/${name}.png` });
    };

    // The verdict.
    await page.locator('main').waitFor();
    await hand.give(capture, async () => await hand.click(/^Open/));
    await page.locator('[data-answer=ready]').waitFor();
    const verdict = await page.locator('[data-answer=ready] [data-topic]').first().textContent();
    expect(verdict).toContain(RECORDING);
    await picture('1-answer');

    // The logs, and the hop where it broke.
    await hand.click('Search logs');
    await page.getByText('Broke at Recording provider, call 6.0').waitFor();
    await picture('2-flow');

    // The escalation, with the same logs.
    await hand.click('Escalate', page);
    await hand.click('Search', page.locator('main'));
    await page.locator('[role=status][data-state=ready]').waitFor();
    await picture('3-escalation');
    const [download] = await Promise.all([page.waitForEvent('download'), hand.click(/^Save the package/)]);
    const files = unzipSync(readFileSync(await download.path()));
    expect(new TextDecoder().decode(files['summary.md'])).toContain(RECORDING);

    // The same capture in a case: clean, sealed, and with the same sentence.
    await hand.click('Cases', page.getByRole('navigation').first());
    await hand.click('New case');
    await hand.fill('Title', 'Recording cannot be switched on');
    await hand.click('New case', page.getByRole('dialog'));
    await hand.give(capture, async () => await hand.click('Choose a file'));
    const findings = page.getByRole('list', { name: 'What the capture shows' });
    await findings.waitFor({ timeout: 60_000 });
    await page.getByText('The capture is clean, and its original is sealed.').waitFor({ timeout: 60_000 });
    expect(await findings.getByRole('listitem').first().textContent()).toContain(verdict);
    await picture('4-case');

    // And back: the clean capture answers in the workbench as the dropped one did.
    await hand.click('Open the clean capture');
    await page.locator('[data-answer=ready]').waitFor();
    expect(await page.locator('[data-answer=ready] [data-topic]').first().textContent()).toBe(verdict);
    expect(hand.count).toBeLessThanOrEqual(12);
    expect({ errors, strangers }).toEqual({ errors: [], strangers: [] });
  });
}, 180_000);
