import type { Page } from 'playwright-core';
import { sharedBrowser } from '../../../../packages/har/src/testing/shared-browser.ts';
import { serveWorkbench } from '../../../cli/src/commands/open/serve-workbench.ts';
import type { WorkbenchLogs } from '../../../cli/src/commands/open/workbench-logs.ts';

/** What went wrong in a page while it was used. */
export interface PageTroubles {
  readonly errors: string[];
  /** Requests to any other place than the own server. */
  readonly strangers: string[];
}

/** Serves the built page with some files, and logs where there are any, and opens it in Chromium, in a profile of its own. */
export async function withWorkbench<T>(
  files: readonly string[],
  use: (page: Page, troubles: PageTroubles) => Promise<T>,
  {
    logs,
    browser,
  }: { readonly logs?: WorkbenchLogs; readonly browser?: Parameters<typeof sharedBrowser>[0] } = {},
): Promise<T> {
  const workbench = await serveWorkbench(files, logs);
  const context = await (await sharedBrowser(browser)).newContext({
    viewport: { width: 1280, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
    locale: 'en-US',
  });
  try {
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
    // What an earlier test copied must not pass for what this one copies.
    await page.evaluate(() => navigator.clipboard.writeText(''));
    return await use(page, troubles);
  } finally {
    // What a test still changes on its way to the page is of no use to anybody now.
    for (const page of context.pages()) await page.unrouteAll({ behavior: 'ignoreErrors' });
    await context.close();
    await workbench.close();
  }
}
