import { createServer } from 'node:net';
import { type Browser, chromium } from 'playwright-core';
import type { Network } from '../network/network.ts';
import { resolverRules } from '../network/resolver-rules.ts';
import type { BrowserSettings } from '../scenario/scenario.ts';
import { type DevTools, openDevTools } from './devtools.ts';
import { policies } from './policies.ts';

/** The Chromium of the machine, pointed at the lab's network, and the DevTools that watch it. */
export interface LabBrowser {
  readonly browser: Browser;
  readonly devTools: DevTools;
  /** Of 127.0.0.1; others may watch the browser through it, too. */
  readonly debuggingPort: number;
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
  headless = true,
): Promise<LabBrowser> {
  const debuggingPort = await freePort();
  const browser = await chromium.launch({
    executablePath: process.env.HARRIER_CHROMIUM ?? '/usr/bin/chromium',
    headless,
    args: [
      ...flags,
      `--host-resolver-rules=${resolverRules(network, unreachable)}`,
      `--remote-debugging-port=${debuggingPort}`,
      '--remote-allow-origins=devtools://devtools',
    ],
  });
  try {
    await trustAuthority(browser, network.authority.rootBase64);
    const devTools = await openDevTools(browser, debuggingPort);
    return { browser, devTools, debuggingPort, close: () => browser.close() };
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
async function trustAuthority(browser: Browser, rootBase64: string): Promise<void> {
  const page = await browser.newPage();
  await page.goto('chrome://policy/test');
  const decided = Object.entries({ ...policies, CACertificates: [rootBase64] });
  // Source 5 is the platform's, scope 1 the machine, level 1 mandatory.
  const local = decided.map(([name, value]) => ({
    namespace: 'chrome',
    name,
    source: 5,
    scope: 1,
    level: 1,
    value,
  }));
  await page.evaluate(`(async () => {
    const { sendWithPromise } = await import('chrome://resources/js/cr.js');
    await sendWithPromise('setLocalTestPolicies', ${JSON.stringify(JSON.stringify(local))}, '');
  })()`);
  await page.close();
}

/**
 * Below the ports that kernels give to whoever asks for any (Linux: 32768 and above), so that nobody is given this one by
 * chance before the browser listens there.
 */
const PORTS = { first: 10_000, last: 32_000 } as const;

async function freePort(): Promise<number> {
  for (;;) {
    const port = PORTS.first + Math.floor(Math.random() * (PORTS.last - PORTS.first));
    const probe = createServer();
    const isFree = await new Promise<boolean>((resolve) => {
      probe.once('error', () => resolve(false));
      probe.listen(port, '127.0.0.1', () => resolve(true));
    });
    if (!isFree) continue;
    await new Promise((resolve) => probe.close(resolve));
    return port;
  }
}
