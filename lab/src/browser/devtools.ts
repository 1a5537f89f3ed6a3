import type { CDPSession, Page } from 'playwright-core';
import type { LabBrowser } from './chromium.ts';

/** DevTools' own front end, attached to one tab as if somebody had pressed F12 there. */
export interface DevTools {
  /** Waits until no request of the tab is under way any more. */
  settled(timeoutMs: number): Promise<void>;
  /** What the export button writes, and the ids of the requests in the order of the entries. */
  exportHar(how: 'full' | 'sanitized'): Promise<ExportedHar>;
  close(): Promise<void>;
}

export interface ExportedHar {
  readonly text: string;
  /** CDP's request ids; redirects but the last carry `:redirected.<n>`. */
  readonly requestIds: readonly string[];
}

/** Opens the front end on a tab, with *Preserve log* on, and waits until it listens to the network. */
export async function attachDevTools(
  { devToolsContext, debuggingPort }: LabBrowser,
  session: CDPSession,
): Promise<DevTools> {
  const { targetInfo } = await session.send('Target.getTargetInfo');
  const page = await devToolsContext.newPage();
  try {
    const socket = `127.0.0.1:${debuggingPort}/devtools/page/${targetInfo.targetId}`;
    await page.goto(`devtools://devtools/bundled/devtools_app.html?ws=${socket}`);
    // Its modules make their singletons wrongly when they are asked before the application is up.
    await page.waitForSelector('.root-view, .widget', { state: 'attached' });
    await page.evaluate(LISTEN);
  } catch (error) {
    await page.close();
    throw error;
  }
  return {
    settled: (timeoutMs) => waitUntilSettled(page, timeoutMs),
    exportHar: async (how) => await page.evaluate(`(${EXPORT})(${how === 'sanitized'})`),
    close: () => page.close(),
  };
}

async function waitUntilSettled(page: Page, timeoutMs: number): Promise<void> {
  const open = await page.evaluate<string[]>(`(${SETTLE})(${timeoutMs})`);
  if (open.length > 0) throw new Error(`Still under way at the end: ${open.join(', ')}`);
}

/**
 * The three scripts run in the front end's page and use its modules. They are texts, because nothing here could type
 * them and a bundler would rewrite the imports. Where a new Chromium moves a module, they fail at once.
 * Source: ChromeDevTools/devtools-frontend, front_end/panels/network/NetworkLogView.ts and front_end/models/har.
 */
const LISTEN = `(async () => {
  const SDK = await import('./core/sdk/sdk.js');
  const Common = await import('./core/common/common.js');
  const Logs = await import('./models/logs/logs.js');
  const Network = await import('./panels/network/network.js');
  const ready = () => SDK.TargetManager.TargetManager.instance().primaryPageTarget()?.model(SDK.NetworkManager.NetworkManager);
  for (let waited = 0; !ready(); waited += 10) {
    if (waited > 10_000) throw new Error('DevTools found no page to attach to.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  Common.Settings.Settings.instance().moduleSetting('network-log.preserve-log').set(true);
  const panel = Network.NetworkPanel.NetworkPanel.instance();
  globalThis.lab = { log: Logs.NetworkLog.NetworkLog.instance(), view: panel.networkLogView };
})()`;

const SETTLE = `async (timeoutMs) => {
  const Common = await import('./core/common/common.js');
  const isOpen = (request) => !request.finished
    && request.resourceType() !== Common.ResourceType.resourceTypes.WebSocket;
  const end = performance.now() + timeoutMs;
  for (;;) {
    const open = lab.log.requests().filter(isOpen);
    if (open.length === 0 || performance.now() > end) return open.map((request) => request.url());
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}`;

const EXPORT = `async (sanitize) => {
  const HAR = await import('./models/har/har.js');
  const Common = await import('./core/common/common.js');
  const requests = lab.view.harRequests();
  const parts = [];
  const stream = { write: async (part) => { parts.push(part); } };
  await HAR.Writer.Writer.write(stream, requests, { sanitize }, new Common.Progress.Progress());
  return { text: parts.join(''), requestIds: requests.map((request) => request.requestId()) };
}`;
