import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext } from 'playwright-core';
import type { LabBrowser } from '../browser/chromium.ts';
import { seededRandomScript } from '../browser/seeded-random.ts';
import { tabOf } from '../browser/tab.ts';
import { collectVerdicts } from '../browser/verdicts.ts';
import type { Network } from '../network/network.ts';
import { openProxy } from '../network/proxy.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Har } from './har.ts';
import type { Run } from './run.ts';
import { within } from './within.ts';

/** Driving a scenario; the longest injects some seconds. */
const DRIVE_MS = 30_000;
/** After driving, for requests that are still under way. */
const SETTLE_MS = 5_000;
const CLOSE_MS = 10_000;
/** All of a scenario, so that nothing holds up the others. */
const WHOLE_MS = 60_000;

/** Runs a scenario in a tab of its own and keeps what comes out. Closes everything whatever happens. */
export async function recordScenario(lab: LabBrowser, network: Network, scenario: Scenario): Promise<Run> {
  const folder = await mkdtemp(path.join(tmpdir(), 'harrier-lab-'));
  const files = { zip: path.join(folder, 'playwright.zip'), har: path.join(folder, 'playwright.har') };
  const proxy = scenario.browser?.proxy && (await openProxy(network, scenario.browser.proxy));
  const context = await lab.browser.newContext({
    recordHar: { path: files.zip, content: 'attach', mode: 'full' },
    ...(proxy === undefined ? {} : { proxy: { server: proxy.url } }),
  });
  try {
    const work = record({ lab, network, scenario, context, files });
    return await within(WHOLE_MS, 'recording', work);
  } finally {
    // What does not close in time goes with the browser, which is replaced after a failure.
    await within(CLOSE_MS, 'closing the tab', context.close()).catch(() => {});
    await proxy?.close();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Recording {
  readonly lab: LabBrowser;
  readonly network: Network;
  readonly scenario: Scenario;
  readonly context: BrowserContext;
  readonly files: { readonly zip: string; readonly har: string };
}

async function record({ lab, network, scenario, context, files }: Recording): Promise<Run> {
  // Playwright writes one form a recorder; this asks for a second recorder, and routes nothing.
  await context.routeFromHAR(files.har, { update: true, updateContent: 'embed', updateMode: 'full' });
  await context.addInitScript(seededRandomScript(scenario.id));
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const verdicts = await collectVerdicts(session);
  await lab.devTools.attach(session);
  const stage = await scenario.stage();
  const openedMs = Date.now();
  try {
    network.host(stage.sites);
    await within(DRIVE_MS, 'driving the page', scenario.drive(tabOf(page, session)));
    if (!scenario.exportEarly) await lab.devTools.settled(SETTLE_MS);
    const chrome = await lab.devTools.exportHar('full');
    const sanitized = await lab.devTools.exportHar('sanitized');
    const told = { verdicts: verdicts.verdicts(), looseIssues: verdicts.looseIssues() };
    if (network.complaints.length > 0) throw new Error(network.complaints.join(' '));
    const logs = (await stage.logs?.()) ?? new Map();
    await context.close();
    return {
      startedMs: startOf(chrome.text, openedMs),
      ports: network,
      chrome,
      sanitized: sanitized.text,
      playwright: await readFile(files.har, 'utf8'),
      playwrightZip: await readFile(files.zip),
      ...told,
      logs,
    };
  } finally {
    await stage.stop?.();
  }
}

/** The browser's clock and ours are one, but read at different moments. */
const CLOCKS_MS = 1000;

/**
 * When the first request began. DevTools dates a WebSocket to a name that does not exist hours back; such an entry keeps its
 * date and is not the beginning. Error: nothing was recorded since `openedMs`.
 */
export function startOf(har: string, openedMs: number): number {
  const starts = (JSON.parse(har) as Har).log.entries
    .map(({ startedDateTime }) => Date.parse(startedDateTime))
    .filter((startMs) => startMs >= openedMs - CLOCKS_MS);
  if (starts.length === 0) throw new Error('DevTools saw no request.');
  return Math.min(...starts);
}
