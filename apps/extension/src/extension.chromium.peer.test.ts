import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCanarySite } from '../../cli/src/testing/canary-site.ts';
import { grantSites } from './testing/grant-sites.ts';
import { openUploadServer } from './testing/upload-server.ts';
import { press, withExtension } from './testing/with-extension.ts';

const script = fileURLToPath(new URL('../../../scripts/build-extension.mjs', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'harrier-extension-'));
const built = path.join(folder, 'chrome');
/** Set to keep pictures of every state there. */
const pictures = process.env.HARRIER_PICTURES;

beforeAll(() => {
  execFileSync(process.execPath, [script, folder], { stdio: 'pipe' });
  grantSites(built, ['http://127.0.0.1/*', 'http://localhost/*']);
}, 170_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function picture(page: Page, name: string): Promise<void> {
  if (pictures === undefined) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: path.join(pictures, `${name}.png`), animations: 'disabled' });
}

describe('the extension', () => {
  it('records a tab, says what failed, saves the clean capture and sends it by an upload link', async () => {
    const site = await openCanarySite();
    const server = await openUploadServer();
    try {
      await withExtension(
        built,
        { locale: 'en-US', colorScheme: 'light' },
        async ({ context, openPopup }) => {
          const tab = await context.newPage();
          await tab.goto(`${site.url}start`);
          const popup = await openPopup(tab);
          await picture(popup, 'popup-idle-en-light');
          await press(popup, 'Record this tab');
          await popup.getByText('Recording 127.0.0.1').waitFor();
          await tab.goto(site.url);
          await site.visited;
          await popup.getByText(/[3-9] requests/).waitFor();
          await picture(popup, 'popup-recording-en-light');

          const opening = context.waitForEvent('page', (page) => page.url().includes('done.html'));
          await press(popup, 'Stop and look');
          const done = await opening;
          const asked: string[] = [];
          done.on('request', (request) => asked.push(request.url()));
          await done.getByText('502').first().waitFor();
          await done.getByText('CPAPI_7c1e0f52-9ab4-4d36-8e21-5f0a3b9c6d74_12').first().waitFor();
          await done.getByText(/credentials? removed from/).waitFor();
          await picture(done, 'done-en-light');

          const downloading = done.waitForEvent('download');
          await done.getByRole('button', { name: 'Save the clean capture' }).click();
          const clean = readFileSync(await (await downloading).path(), 'utf8');
          const { log } = JSON.parse(clean) as {
            log: {
              _harrier: object;
              entries: {
                request: { url: string };
                response: { content: { text?: string } };
                _initiator: object;
              }[];
            };
          };
          expect(log._harrier).toMatchObject({ sanitized: true });
          const profile = log.entries.find(({ request }) => request.url.endsWith('/api/profile'));
          expect(profile?.response.content.text).toContain('avery');
          expect(profile?._initiator).toMatchObject({ type: 'script' });
          for (const secret of Object.values(site.canaries)) expect(clean).not.toContain(secret);
          // Nothing is sent by itself.
          expect(asked.filter((url) => !/^(?:chrome-extension|blob|data):/.test(url))).toEqual([]);

          // The browser's own question, which nobody is there to answer.
          await done.evaluate(() => {
            const { permissions } = (globalThis as unknown as { chrome: { permissions: object } }).chrome;
            Object.defineProperty(permissions, 'request', { value: async () => true });
          });
          await done.getByLabel('Upload link').fill('https://example.com/');
          await done.getByRole('button', { name: 'Send the clean capture' }).click();
          await done.getByText('This is no upload link').waitFor();
          await done.getByLabel('Upload link').fill(server.link);
          await done.getByRole('button', { name: 'Send the clean capture' }).click();
          await done.getByText('Sent to Example Support, case 1').waitFor();
          await picture(done, 'done-sent-en-light');
          expect((await server.received()).map(({ text }) => text)).toEqual([clean]);

          await done.reload();
          await done.getByText('This recording is gone').waitFor();
          await picture(done, 'done-gone-en-light');
        },
      );
    } finally {
      site.close();
      await server.close();
    }
  }, 110_000);

  it('speaks Japanese, in the dark, and says where it cannot record', async () => {
    const site = await openCanarySite();
    try {
      await withExtension(built, { locale: 'ja-JP', colorScheme: 'dark' }, async ({ context, openPopup }) => {
        const own = await context.newPage();
        await own.goto('chrome://version');
        const refusing = await openPopup(own);
        await refusing.getByText('参照できません').waitFor();
        expect(await refusing.getByRole('button').count()).toBe(0);
        await picture(refusing, 'popup-refused-ja-dark');
        await refusing.close();
        const tab = await context.newPage();
        await tab.goto(`${site.url}start`);
        const popup = await openPopup(tab);
        await picture(popup, 'popup-idle-ja-dark');
        await press(popup, 'このタブを記録');
        await popup.getByText('記録中').waitFor();
        await tab.goto(site.url);
        await site.visited;
        await own.bringToFront();
        await popup.reload();
        await popup.getByText('別のタブを記録しています').waitFor();
        await picture(popup, 'popup-other-tab-ja-dark');
        const opening = context.waitForEvent('page', (page) => page.url().includes('done.html'));
        await press(popup, '停止して確認');
        const done = await opening;
        await done.getByText('502').first().waitFor();
        await done.getByText('サニタイズ済みキャプチャーを送信').waitFor();
        await picture(done, 'done-ja-dark');
      });
    } finally {
      site.close();
    }
  }, 110_000);
});
