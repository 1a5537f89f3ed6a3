import { createServer } from 'node:net';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import type { Network } from '../network/network.ts';
import { resolverRules } from '../network/resolver-rules.ts';
import type { BrowserSettings } from '../scenario/scenario.ts';

/** The Chromium of the machine, pointed at the lab's network; DevTools pages can attach to its tabs. */
export interface LabBrowser {
  readonly browser: Browser;
  /** Where `/devtools/page/<target>` answers, on 127.0.0.1. */
  readonly debuggingPort: number;
  /** Holds the DevTools tabs, so that none of their storage meets a scenario's. */
  readonly devToolsContext: BrowserContext;
  close(): Promise<void>;
}

// Without the last ones, Chromium keeps looking up its maker's hosts.
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function launchChromium(
  network: Network,
  unreachable: NonNullable<BrowserSettings['unreachable']> = {},
): Promise<LabBrowser> {
  const debuggingPort = await freePort();
  const browser = await chromium.launch({
    executablePath: process.env.HARRIER_CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: [
      ...flags,
      `--host-resolver-rules=${resolverRules(network, unreachable)}`,
      `--remote-debugging-port=${debuggingPort}`,
      '--remote-allow-origins=devtools://devtools',
    ],
  });
  try {
    const devToolsContext = await browser.newContext();
    await trustAuthority(await devToolsContext.newPage(), network.authority.rootBase64);
    return { browser, debuggingPort, devToolsContext, close: () => browser.close() };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/**
 * Makes the browser trust our root as an administrator would, so that an expired certificate of ours is expired and
 * nothing else. Chromium's own page for trying policies takes them without touching the machine.
 * Source: Chromium, chrome/browser/resources/policy/policy_test.ts.
 */
async function trustAuthority(page: Page, rootBase64: string): Promise<void> {
  await page.goto('chrome://policy/test');
  const policies = [
    { namespace: 'chrome', name: 'CACertificates', source: 5, scope: 1, level: 1, value: [rootBase64] },
  ];
  await page.evaluate(`(async () => {
    const { sendWithPromise } = await import('chrome://resources/js/cr.js');
    await sendWithPromise('setLocalTestPolicies', ${JSON.stringify(JSON.stringify(policies))}, '');
  })()`);
  await page.close();
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No port is free on 127.0.0.1.');
  return address.port;
}
