import { chromium, type Page } from 'playwright-core';
import { installedChromium } from '../../../../packages/har/src/testing/chromium-page.ts';
import { serveWorkbench } from '../../../cli/src/commands/open/serve-workbench.ts';
import type { WorkbenchLogs } from '../../../cli/src/commands/open/workbench-logs.ts';

/** What went wrong in a page while it was used. */
export interface PageTroubles {
  readonly errors: string[];
  /** Requests to any other place than the own server. */
  readonly strangers: string[];
}

/** Serves the built page with some files, and logs where there are any, and opens it in the Chromium that the machine has. */
export async function withWorkbench<T>(
  files: readonly string[],
  use: (page: Page, troubles: PageTroubles) => Promise<T>,
  logs?: WorkbenchLogs,
): Promise<T> {
  const workbench = await serveWorkbench(files, logs);
  const browser = await chromium.launch(installedChromium);
  try {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      permissions: ['clipboard-read', 'clipboard-write'],
      locale: 'en-US',
    });
    const page = await context.newPage();
    const troubles: PageTroubles = { errors: [], strangers: [] };
    page.on('pageerror', (error) => troubles.errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') troubles.errors.push(message.text());
    });
    const own = new URL(workbench.url).origin;
    page.on('request', (request) => {
      if (!/^(?:blob|data):/.test(request.url()) && new URL(request.url()).origin !== own)
        troubles.strangers.push(request.url());
    });
    await page.goto(workbench.url);
    return await use(page, troubles);
  } finally {
    await browser.close();
    await workbench.close();
  }
}
