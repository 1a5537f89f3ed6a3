import type { CDPSession, Page } from 'playwright-core';
import type { Tab } from '../scenario/scenario.ts';

/** How long a page may take to say that it is done; the longest scenario injects a few seconds. */
const STEP_TIMEOUT_MS = 20_000;

/** A tab as scenarios use it. */
export function tabOf(page: Page, session: CDPSession): Tab {
  page.setDefaultTimeout(STEP_TIMEOUT_MS);
  return {
    page,
    async open(url) {
      try {
        await page.goto(url, { waitUntil: 'load' });
      } catch (error) {
        // A scenario may be about a page that does not load; one that never ends is no scenario.
        if (!String(error).includes('net::ERR_')) throw error;
      }
    },
    async click(name) {
      await page
        .getByRole('button', { name, exact: true })
        .or(page.getByRole('link', { name, exact: true }))
        .click();
    },
    async until(step = 'done') {
      await page.waitForSelector(`html[data-lab="${step}"]`, { state: 'attached' });
    },
    async goOffline(offline) {
      await session.send('Network.emulateNetworkConditions', {
        offline,
        latency: 0,
        downloadThroughput: -1,
        uploadThroughput: -1,
      });
    },
  };
}
