import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { installedChromium } from '../../../../packages/har/src/testing/chromium-page.ts';

export interface ExtensionBrowser {
  readonly context: BrowserContext;
  /** `chrome-extension://<id>`. */
  readonly origin: string;
  /** The popup as a page of its own, while another tab stays in front, as it is when the button is pressed. */
  openPopup(inFront: Page): Promise<Page>;
}

/** Loads the built extension into the Chromium of the machine, in a profile that goes afterwards. */
export async function withExtension<T>(
  built: string,
  settings: { readonly locale: string; readonly colorScheme: 'light' | 'dark' },
  use: (browser: ExtensionBrowser) => Promise<T>,
): Promise<T> {
  const profile = await mkdtemp(path.join(tmpdir(), 'harrier-extension-profile-'));
  const { args, executablePath } = installedChromium;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    // Playwright's own headless mode has no extensions.
    headless: false,
    viewport: { width: 1280, height: 900 },
    acceptDownloads: true,
    ...settings,
    args: [...args, '--headless=new', `--disable-extensions-except=${built}`, `--load-extension=${built}`],
  });
  try {
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    const origin = `chrome-extension://${new URL(worker.url()).host}`;
    return await use({
      context,
      origin,
      async openPopup(inFront) {
        const popup = await context.newPage();
        await popup.setViewportSize({ width: 352, height: 330 });
        await inFront.bringToFront();
        await popup.goto(`${origin}/popup.html`);
        return popup;
      },
    });
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 10 });
  }
}

/** Presses a button of a page that is behind another tab, where no mouse reaches. */
export async function press(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name });
  await button.waitFor();
  await button.evaluate((element: HTMLElement) => element.click());
}
