import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findingSources } from '@harrier/knowledge/pages';
import { expect, it } from 'vitest';
import { sharedBrowser } from '../../../packages/har/src/testing/shared-browser.ts';
import { serveWorkbench } from '../../cli/src/commands/open/serve-workbench.ts';
import { type PageName, pageNames } from './pages/shown-page.ts';
import { strangersOn, withPseudoPage } from './testing/pseudo-page.ts';

const repository = (name: string): string => fileURLToPath(new URL(`../../../${name}`, import.meta.url));
const capture = repository('fixtures/example/call-recording.har');
const packs = repository('packages/analyze/src/playbooks/packs/');

/** What may stand there in Latin letters: what was captured, what playbooks bring, and what is a name or is typed. */
const known = new Set(
  [
    readFileSync(capture, 'utf8'),
    ...readdirSync(packs)
      .filter((name) => name.endsWith('.json'))
      .map((name) => readFileSync(path.join(packs, name), 'utf8')),
    ...Object.keys(findingSources),
    'Harrier Ctrl Esc Chrome ms kB MB GB UTC HAR GET PATCH OPTIONS POST harrier logs search json call recording har',
    // Columns and tabs that show members of JSON, kinds of credentials and media types.
    'response request content text status headers value message startedDateTime xhr fetch document script TrackingID',
    'p50 p95 Server Timing URL curl fetch PowerShell',
  ]
    .join(' ')
    .match(/[A-Za-z]{2,}/g) ?? [],
);

it('says nothing in English where a language has no Latin letters, on any page', {
  timeout: 180_000,
}, async () => {
  await withPseudoPage(async (folder) => {
    const workbench = await serveWorkbench([capture]);
    const browser = await sharedBrowser();
    const page = await browser.newPage({ locale: 'en-US', viewport: { width: 1280, height: 900 } });
    try {
      const { origin } = new URL(workbench.url);
      await page.route(`${origin}/**`, async (route) => {
        const { pathname } = new URL(route.request().url());
        if (/^\/(?:captures|api|events)\//.test(pathname)) await route.continue();
        else await route.fulfill({ path: path.join(folder, pathname === '/' ? 'index.html' : pathname) });
      });
      const found: Record<string, string[]> = {};
      const look = async (place: string): Promise<void> => {
        const strangers = await strangersOn(page, known);
        if (strangers.length > 0) found[place] = strangers;
      };
      await page.goto(origin);
      await page.locator('main button').first().waitFor();
      await look('start');
      await page.goto(workbench.url);
      await page.reload();
      await page.locator('[data-answer=ready]').waitFor();
      await look('answer and table');
      await page.keyboard.press('e');
      const pane = page.locator('section[aria-label="#13"]');
      await pane.waitFor();
      for (const tab of '123456789') {
        await page.keyboard.press(tab);
        await pane.locator('[role=tabpanel]').waitFor();
        await look(`tab ${tab}`);
      }
      for (const key of ['f', 'Shift+T', 'Shift+C', 'Shift+N', 'Shift+K']) {
        await page.keyboard.press(key);
        await page.locator('aside').waitFor();
        if (key === 'f') await page.keyboard.press('Tab');
        if (key === 'Shift+K') await page.locator('aside details').first().waitFor();
        await look(`panel ${key}`);
      }
      for (const key of ['?', 'Control+K']) {
        await page.keyboard.press(key);
        await page.getByRole('dialog').waitFor();
        await look(`overlay ${key}`);
        await page.keyboard.press('Escape');
      }
      const rail = page.locator('nav').first().getByRole('button');
      // Cases are on a server only.
      const shown: readonly PageName[] = pageNames.filter((one) => one !== 'cases');
      const goTo = (name: PageName) => rail.nth(shown.indexOf(name)).click();
      await goTo('logs');
      await page.locator('main input').first().waitFor();
      await look('logs');
      await goTo('sanitize');
      await page.getByRole('switch').first().waitFor();
      await look('sanitize');
      await goTo('compare');
      await look('compare');
      await goTo('escalate');
      await page.locator('[data-state=draft]').waitFor();
      await look('escalate');
      expect(found).toEqual({});
      await page.evaluate(() => document.body.append('Whatever was overlooked.'));
      expect(await strangersOn(page, known)).toContain('overlooked');
    } finally {
      await page.close();
      await workbench.close();
    }
  });
});
