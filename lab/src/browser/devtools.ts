import type { Browser, CDPSession, Page } from 'playwright-core';

/** DevTools' own front end. It watches one tab at a time, as if somebody had pressed F12 there. */
export interface DevTools {
  /** Leaves the tab it watched, empties its log and watches this one; returns when it listens to the network. */
  attach(session: CDPSession): Promise<void>;
  /** Waits until no request of the tab is under way any more. Error: names those that are. */
  settled(timeoutMs: number): Promise<void>;
  /** What the export button writes, and the ids of the requests in the order of the entries. */
  exportHar(how: 'full' | 'sanitized'): Promise<ExportedHar>;
}

export interface ExportedHar {
  readonly text: string;
  /** CDP's request ids; redirects but the last carry `:redirected.<n>`. */
  readonly requestIds: readonly string[];
}

/**
 * Opens the front end in a context of its own, with *Preserve log* on. Opening it takes seconds, going from tab to tab
 * a tenth of one: that is why one serves all scenarios.
 */
export async function openDevTools(browser: Browser, debuggingPort: number): Promise<DevTools> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto('devtools://devtools/bundled/devtools_app.html');
  // Its modules make their singletons wrongly when they are asked before the application is up.
  await page.waitForSelector('.root-view, .widget', { state: 'attached' });
  await page.evaluate(OPEN);
  return {
    async attach(session) {
      const { targetInfo } = await session.send('Target.getTargetInfo');
      const socket = `ws://127.0.0.1:${debuggingPort}/devtools/page/${targetInfo.targetId}`;
      await page.evaluate(`(${ATTACH})(${JSON.stringify(socket)})`);
    },
    settled: (timeoutMs) => waitUntilSettled(page, timeoutMs),
    exportHar: async (how) => await page.evaluate(`(${EXPORT})(${how === 'sanitized'})`),
  };
}

async function waitUntilSettled(page: Page, timeoutMs: number): Promise<void> {
  const open = await page.evaluate<string[]>(`(${SETTLE})(${timeoutMs})`);
  if (open.length > 0) throw new Error(`Still under way at the end: ${open.join(', ')}`);
}

/**
 * The scripts run in the front end's page and use its modules. They are texts, because nothing here could type them
 * and a bundler would rewrite the imports. Where a new Chromium moves a module, they fail at once.
 * Source: ChromeDevTools/devtools-frontend, front_end/panels/network/NetworkLogView.ts and front_end/models/har.
 */
const OPEN = `(async () => {
  const SDK = await import('./core/sdk/sdk.js');
  const Common = await import('./core/common/common.js');
  const Logs = await import('./models/logs/logs.js');
  const Network = await import('./panels/network/network.js');
  Common.Settings.Settings.instance().moduleSetting('network-log.preserve-log').set(true);
  globalThis.lab = {
    targets: SDK.TargetManager.TargetManager.instance(),
    log: Logs.NetworkLog.NetworkLog.instance(),
    view: Network.NetworkPanel.NetworkPanel.instance().networkLogView,
  };
})()`;

const ATTACH = `async (socket) => {
  const SDK = await import('./core/sdk/sdk.js');
  const Protocol = await import('./core/protocol_client/protocol_client.js');
  for (const target of lab.targets.targets()) if (!target.parentTarget()) target.dispose('next tab');
  lab.log.reset(true);
  const transport = new SDK.Connections.WebSocketTransport(socket, () => {});
  const connection = new Protocol.DevToolsCDPConnection.DevToolsCDPConnection(transport);
  const target = lab.targets.createTarget('main', 'Main', 'frame', null, undefined, false, connection);
  // Commands are answered in order: with this answer, the ones that the models sent before are answered too.
  await target.networkAgent().invoke_enable({});
}`;

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
