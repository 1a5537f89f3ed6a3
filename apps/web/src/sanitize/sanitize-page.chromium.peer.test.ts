import { createHash } from 'node:crypto';
import type { SanitizeReport } from '@harrier/sanitize';
import { expect, it } from 'vitest';
import { everyKindHar, expiredToken, secret } from '../testing/every-kind.ts';
import { savedText } from '../testing/saved-text.ts';
import { withFile } from '../testing/temporary-file.ts';
import { withWorkbench } from '../testing/with-workbench.ts';

it('takes the credentials out without a request, shows each place, and saves a clean capture with its report', async () => {
  await withFile('every.har', everyKindHar, (file) =>
    withWorkbench([file], async (page, troubles) => {
      await page.getByText('Who can fix it').waitFor();
      const requests: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      await page.getByRole('button', { name: 'Sanitize' }).last().click();
      await page.getByText(/credentials? removed from/).waitFor();
      await page.getByText('This page has sent 0 requests').waitFor();
      expect(await page.getByText('access-token').first().isVisible()).toBe(true);
      expect(await page.content()).not.toContain(secret);

      // One value is shown at a click, and hidden again.
      const places = page.getByRole('region', { name: 'Place by place' });
      await places.getByPlaceholder('Search places').fill('access_token');
      const lock = places.locator('[data-lock]').first();
      await lock.click();
      await expect.poll(() => places.textContent()).toContain(secret);
      await places.locator('[data-lock="open"]').first().click();
      await expect.poll(() => places.textContent()).not.toContain(secret);

      const clean = await savedText(page, () =>
        page.getByRole('button', { name: 'Save the clean capture' }).click(),
      );
      const report = JSON.parse(
        await savedText(page, () => page.getByRole('button', { name: 'Save the report' }).click()),
      ) as SanitizeReport;
      expect(JSON.parse(clean).log._harrier.sanitized).toBe(true);
      expect(clean).not.toContain(secret);
      expect(clean).not.toContain(expiredToken.split('.')[2]);
      expect(createHash('sha256').update(clean).digest('hex')).toBe(report.output.sha256);
      expect(report.redactions.length).toBe(report.counts.redactions);
      expect(requests.filter((url) => !/^(?:blob|data):/.test(url) && !url.includes('/assets/'))).toEqual([]);
      expect(troubles).toEqual({ errors: [], strangers: [] });
    }),
  );
});

it('says so when it breaks, and takes the credentials out when it is tried again', async () => {
  await withFile('every.har', everyKindHar, (file) =>
    withWorkbench([file], async (page) => {
      await page.getByText('Who can fix it').waitFor();
      await page.evaluate(() => {
        const post = Worker.prototype.postMessage as (...message: unknown[]) => void;
        Worker.prototype.postMessage = function (this: Worker, ...message: unknown[]) {
          const [question] = message as [{ path?: string[] }];
          if (question.path?.join() === 'sanitize' && !('isMended' in window)) question.path = ['unknown'];
          post.apply(this, message);
        };
      });
      await page.getByRole('button', { name: 'Sanitize' }).last().click();
      await page.getByText('by a fault of Harrier').waitFor();
      await page.evaluate(() => Object.assign(window, { isMended: true }));
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByText(/credentials? removed from/).waitFor();
    }),
  );
});

it('keeps a kind whose switch is off, and says so in the report', async () => {
  await withFile('every.har', everyKindHar, (file) =>
    withWorkbench([file], async (page) => {
      await page.getByText('Who can fix it').waitFor();
      await page.getByRole('button', { name: 'Sanitize' }).last().click();
      await page.getByText(/credentials? removed from/).waitFor();
      await page.getByRole('switch', { name: 'Remove saml' }).click({ force: true });
      await page.getByText('These kinds stay in the clean file').waitFor();
      const report = JSON.parse(
        await savedText(page, () => page.getByRole('button', { name: 'Save the report' }).click()),
      ) as SanitizeReport;
      expect(report.policy.keepKinds).toEqual(['saml']);
      expect(report.counts.byKind.saml).toBeUndefined();
      expect(report.counts.redactions).toBeGreaterThan(0);
    }),
  );
});

it('says where more places were replaced than it lists, and breaks no figure', async () => {
  const har = JSON.parse(everyKindHar) as { log: { entries: { request: { headers: unknown[] } }[] } };
  const [entry] = har.log.entries;
  const headers = Array.from({ length: 100_010 }, () => ({
    name: 'Authorization',
    value: `Bearer ${secret}`,
  }));
  har.log.entries = entry === undefined ? [] : [{ ...entry, request: { ...entry.request, headers } }];
  await withFile('many.har', JSON.stringify(har), (file) =>
    withWorkbench([file], async (page) => {
      await page.locator('[data-answer=ready]').waitFor();
      await page.keyboard.press('r');
      await page.getByText('hold the first 100\u202f000 only').waitFor();
      await page.locator('select:has(option[value=ja])').first().selectOption('ja', { force: true });
      await page.getByText('最初の 100\u202f000 か所だけ').waitFor();
      const figure = page.getByRole('cell', { name: /^100.\d{3}$/ });
      const lines = await figure.evaluate((cell) => {
        const text = document.createRange();
        text.selectNodeContents(cell);
        return text.getClientRects().length;
      });
      expect(lines).toBe(1);
    }),
  );
});

it('goes on with the requests that are whole, where the file is cut', async () => {
  await withFile('cut.har', everyKindHar.slice(0, Math.floor(everyKindHar.length * 0.9)), (file) =>
    withWorkbench([file], async (page, troubles) => {
      await page.getByText('The file is cut off').waitFor();
      await page.keyboard.press('r');
      await page.getByText('This capture cannot be made clean').waitFor();
      await page.getByRole('button', { name: 'Go on with the requests that are whole' }).click();
      await page.getByRole('button', { name: 'cut-whole.har', exact: true }).waitFor();
      await page.getByText(/credentials removed from/).waitFor();
      const clean = await savedText(page, () =>
        page.getByRole('button', { name: 'Save the clean capture' }).click(),
      );
      expect(JSON.parse(clean).log.entries.length).toBeGreaterThan(5);
      expect(clean).not.toContain(secret);
      expect(troubles).toEqual({ errors: [], strangers: [] });
    }),
  );
});
