import { chromium, type Page } from 'playwright-core';
import { installedChromium } from '../../../../packages/har/src/testing/chromium-page.ts';

/** How many requests DevTools' own import makes of a HAR, or why it refuses it. */
export type ImportResult = { readonly requests: number } | { readonly refused: string };

/** The import of the Network panel, in the Chromium that the machine has. */
export interface DevTools {
  importHar(text: string): Promise<ImportResult>;
}

/** Opens DevTools' own page, whose modules a page of the web could not load. Closes it whatever happens. */
export async function withDevTools<T>(use: (devTools: DevTools) => Promise<T>): Promise<T> {
  const browser = await chromium.launch(installedChromium);
  try {
    const page = await browser.newPage();
    await page.goto('devtools://devtools/bundled/devtools_app.html');
    await page.waitForSelector('.root-view, .widget', { state: 'attached' });
    return await use({ importHar: (text) => importIn(page, text) });
  } finally {
    await browser.close();
  }
}

/**
 * As text, because the test runner would rewrite the `import` of a function.
 * Source: ChromeDevTools/devtools-frontend, front_end/models/har.
 */
const IMPORT = `async (har) => {
  const { HARFormat, Importer } = await import('./models/har/har.js');
  try {
    const { log } = new HARFormat.HARRoot(JSON.parse(har));
    return { requests: Importer.Importer.requestsFromHARLog(log).length };
  } catch (error) {
    return { refused: String(error).slice(0, 200) };
  }
}`;

async function importIn(page: Page, text: string): Promise<ImportResult> {
  return await page.evaluate(`(${IMPORT})(${JSON.stringify(text)})`);
}
