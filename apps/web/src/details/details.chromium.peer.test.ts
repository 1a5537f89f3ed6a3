import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { everyKindHar, rowOf, secret } from '../testing/every-kind.ts';
import { openRow } from '../testing/open-row.ts';
import { savedText } from '../testing/saved-text.ts';
import { withFile } from '../testing/temporary-file.ts';
import { type PageTroubles, withWorkbench } from '../testing/with-workbench.ts';

const withEveryKind = (use: (page: Page, troubles: PageTroubles) => Promise<void>): Promise<void> =>
  withFile('every.har', everyKindHar, (file) =>
    withWorkbench([file], async (page, troubles) => {
      await page.getByText('Who can fix it').waitFor();
      await use(page, troubles);
    }),
  );

describe('one request', () => {
  it('is masked until a value is asked for, by a click or by the key', async () => {
    await withEveryKind(async (page) => {
      const pane = await openRow(page, rowOf('users'), 2);
      await pane.getByText('Request headers').waitFor();
      expect(await pane.textContent()).not.toContain(secret);
      await page.keyboard.press('u');
      await expect.poll(() => pane.textContent()).toContain(secret);
      await pane.getByRole('switch', { name: 'Show credentials' }).click({ force: true });
      await expect.poll(() => pane.textContent()).toContain(`sid=${secret}`);
    });
  });

  it('keeps the order of its fields, explains them, tells a token’s times and leads on by its tracking id', async () => {
    await withEveryKind(async (page) => {
      const pane = await openRow(page, rowOf('users'), 2);
      const text = (await pane.textContent()) ?? '';
      expect(text.indexOf('one')).toBeLessThan(text.lastIndexOf('two'));
      await pane.getByRole('button', { name: 'WWW-Authenticate' }).click();
      await pane.getByText('RFC 9110 §11.6.1').waitFor();
      await pane.getByText(/✕ exp 2026-01-05 08:50:00Z \(10 min before the request\)/).waitFor();
      await pane.getByRole('button', { name: /^ATLAS_/ }).click();
      await page.getByText('1 of 20').waitFor();
    });
  });

  it('says which request it is between the table and a panel, too, in a window of 1280 pixels', async () => {
    await withEveryKind(async (page) => {
      const pane = await openRow(page, rowOf('users'), 1);
      for (const key of ['\\', 'Shift+T']) await page.keyboard.press(key);
      await page.getByRole('columnheader', { name: 'p95' }).first().waitFor();
      const name = pane.getByText(/^#\d+ \S+ https:/).first();
      await expect.poll(async () => (await name.boundingBox())?.width).toBeGreaterThan(250);
      const copy = await pane.getByRole('button', { name: /Copy/ }).first().boundingBox();
      const { y = 0, height = 0 } = (await name.boundingBox()) ?? {};
      expect(copy?.y).toBeGreaterThanOrEqual(y + height);
    });
  });

  it('tells its chain, from the redirect over the page and the script, and folds frameworks', async () => {
    await withEveryKind(async (page) => {
      const pane = await openRow(page, rowOf('users'), 6);
      await pane.getByText('2 frames of frameworks').waitFor();
      await expect.poll(() => pane.getByRole('listitem').count()).toBe(4);
      expect(await pane.getByRole('listitem').allTextContents()).toEqual([
        expect.stringContaining('/old'),
        expect.stringContaining('Redirects to · #1'),
        expect.stringContaining('Caused · #2 GET https://app.example.test/main.js'),
        expect.stringContaining('Caused · #3'),
      ]);
      await page.keyboard.press('1');
      await pane.getByText('Attempt 1 of 2').waitFor();
    });
  });

  it('shows every kind of body as what it is', async () => {
    await withEveryKind(async (page) => {
      const shows = async (
        name: Parameters<typeof rowOf>[0],
        tab: number,
        text: string | RegExp,
      ): Promise<void> => {
        const pane = await openRow(page, rowOf(name), tab);
        await pane.getByText(text).first().waitFor();
      };
      await shows('users', 4, '12345678901234567890');
      await shows('upload', 3, 'list · list.json');
      await shows('form', 3, /status:AuthnFailed/);
      await shows('samlRedirect', 3, /status:AuthnFailed/);
      await shows('graphql', 3, 'query Users');
      await shows('soap', 4, 'faultstring');
      await shows('table', 4, 'Lee; Ann');
      await shows('picture', 4, '1 × 1');
      await shows('drawing', 4, '40 × 20');
      await shows('protobuf', 4, /00000000 {2}00 00 00 00 07/);
      await shows('pdf', 4, 'PDF 1.7');
      await shows('pdf', 4, 'This file wants to do something');
      await shows('style', 5, 'color');
      // Packed in the file; its second line is made.
      const script = await openRow(page, rowOf('main'), 5);
      await script.locator('.cm-line', { hasText: /^ {2}return/ }).waitFor();
      await shows('nothing', 4, 'This answer has no body.');
      const socket = await openRow(page, rowOf('socket'), 9);
      await socket.getByRole('option', { name: /ringing/ }).click();
      await socket.getByRole('treeitem', { name: /state/ }).waitFor();
      await socket.getByRole('option', { name: /Binary 01 02 03 ff/ }).click();
      await socket.getByText(/00000000 {2}01 02 03 ff/).waitFor();
      const stream = await openRow(page, rowOf('stream'), 9);
      await stream.getByRole('option', { name: /call/ }).click();
      await stream.getByRole('treeitem', { name: /held/ }).waitFor();
    });
  });

  it('says what it has none of, and why a page looks as it does', async () => {
    await withEveryKind(async (page) => {
      const nothing = await openRow(page, rowOf('nothing'), 3);
      await nothing.getByText('The request sent no query and no body.').waitFor();
      await page.keyboard.press('8');
      await nothing.getByText('No cookies were sent or set.').waitFor();
      await page.keyboard.press('9');
      await nothing.getByText('No WebSocket messages').waitFor();
      const html = await openRow(page, rowOf('page'), 4);
      await html.getByText('nothing is loaded').waitFor();
    });
  });

  it('reads a long body piece by piece, and finds in a tree', async () => {
    await withEveryKind(async (page) => {
      const pane = await openRow(page, rowOf('long'), 5);
      await pane.getByText('Only the beginning is shown.').waitFor();
      await pane.getByRole('button', { name: 'Show more' }).click();
      await pane.getByText('Only the beginning is shown.').waitFor({ state: 'detached' });
      await page.keyboard.press('Escape');
      const users = await openRow(page, rowOf('users'), 4);
      await users.getByPlaceholder('Search').fill('b@example');
      await users.getByText('1 found').waitFor();
      await users.getByRole('treeitem', { name: /b@example/ }).click();
      await users.getByRole('button', { name: 'Copy path' }).click();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('$.list[1]["e-mail"]');
    });
  });

  it('adds its phases up to the whole, in groups, each explained', async () => {
    await withEveryKind(async (page) => {
      const pane = await openRow(page, rowOf('users'), 7);
      await pane.getByText('look at the service’s logs').waitFor();
      await pane.getByText('Server-Timing').waitFor();
      expect(await pane.textContent()).toMatch(/Browser 5.ms.*Network 30.ms.*1\.80.s.*Unaccounted 5.ms/s);
    });
  });

  it('says why a browser refuses a cookie', async () => {
    await withEveryKind(async (page) => {
      const pane = await openRow(page, rowOf('page'), 8);
      await pane.getByText('SameSite=None is only taken together with Secure').waitFor();
    });
  });

  it('is copied as a command and saved as a picture with its values masked', async () => {
    await withEveryKind(async (page) => {
      const pane = await openRow(page, rowOf('users'), 1);
      await pane.getByRole('button', { name: 'Copy / export' }).click();
      await page.getByRole('menuitem', { name: 'Copy as cURL' }).click();
      await expect
        .poll(() => page.evaluate(() => navigator.clipboard.readText()))
        .toContain('curl --globoff');
      expect(await page.evaluate(() => navigator.clipboard.readText())).not.toContain(secret);
      await pane.getByRole('button', { name: 'Copy / export' }).click();
      const svg = await savedText(page, () =>
        page.getByRole('menuitem', { name: 'Save timing as SVG' }).click(),
      );
      expect(svg).toContain('#3 GET 401');
      expect(svg).not.toContain(secret);
      await pane.getByRole('button', { name: 'Copy / export' }).click();
      const png = await savedText(page, () =>
        page.getByRole('menuitem', { name: 'Save timing as PNG' }).click(),
      );
      expect(png.slice(1, 4)).toBe('PNG');
    });
  });

  it('is saved with all that the table shows as a picture of the waterfall', async () => {
    await withEveryKind(async (page) => {
      await page.getByRole('button', { name: 'Waterfall' }).click();
      const svg = await savedText(page, () =>
        page.getByRole('menuitem', { name: 'Save the waterfall as SVG' }).click(),
      );
      expect(svg.match(/>#\d+ /g)).toHaveLength(20);
      expect(svg).not.toContain(secret);
    });
  });

  it('opens its tenth tab by 0, even before its details are there', async () => {
    await withEveryKind(async (page) => {
      await page.locator('[role=row]').nth(1).waitFor();
      await page.keyboard.press('j');
      await page.keyboard.press('0');
      await expect
        .poll(() => page.getByRole('tab', { name: 'Logs' }).getAttribute('aria-selected'))
        .toBe('true');
    });
  });

  it('is worked by the keyboard: tabs by their numbers and by arrows', async () => {
    await withEveryKind(async (page, troubles) => {
      const pane = await openRow(page, rowOf('users'), 7);
      await expect
        .poll(() => pane.getByRole('tab', { name: 'Timing' }).getAttribute('aria-selected'))
        .toBe('true');
      await pane.getByRole('tab', { name: 'Timing' }).focus();
      await page.keyboard.press('ArrowRight');
      await expect
        .poll(() => pane.getByRole('tab', { name: /Cookies/ }).getAttribute('aria-selected'))
        .toBe('true');
      expect(troubles).toEqual({ errors: [], strangers: [] });
    });
  });
});
