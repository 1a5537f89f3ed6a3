import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import type { LabBrowser } from '../browser/chromium.ts';
import { attachDevTools, type DevTools } from '../browser/devtools.ts';
import { seededRandomScript } from '../browser/seeded-random.ts';
import { tabOf } from '../browser/tab.ts';
import { collectVerdicts, type VerdictCollector } from '../browser/verdicts.ts';
import type { Network } from '../network/network.ts';
import { type ForwardProxy, openProxy } from '../network/proxy.ts';
import type { Scenario, Tab } from '../scenario/scenario.ts';
import type { Run } from './run.ts';
import { within } from './within.ts';

/** Driving a scenario; the longest injects some seconds. */
const DRIVE_MS = 30_000;
/** After driving, for requests that are still under way. */
const SETTLE_MS = 5_000;
/** Opening a tab with DevTools on a busy machine. */
const PREPARE_MS = 30_000;

/** A tab with everything that listens to it, before its scenario's servers are there. */
export interface PreparedTab {
  /** Brings the servers up, drives the page and keeps what came out. Closes the tab whatever happens. */
  record(): Promise<Run>;
  /** Closes a tab that is not needed after all. */
  discard(): Promise<void>;
}

/** Opens a tab for a scenario. Takes seconds, most of them for DevTools, and can be done while another one runs. */
export async function prepareTab(
  lab: LabBrowser,
  network: Network,
  scenario: Scenario,
): Promise<PreparedTab> {
  return await within(PREPARE_MS, 'opening a tab', prepare(lab, network, scenario));
}

async function prepare(lab: LabBrowser, network: Network, scenario: Scenario): Promise<PreparedTab> {
  const folder = await mkdtemp(path.join(tmpdir(), 'harrier-lab-'));
  const files = { zip: path.join(folder, 'playwright.zip'), har: path.join(folder, 'playwright.har') };
  const proxy = scenario.browser?.proxy && (await openProxy(network, scenario.browser.proxy));
  const context = await lab.browser.newContext({
    recordHar: { path: files.zip, content: 'attach', mode: 'full' },
    ...(proxy === undefined ? {} : { proxy: { server: proxy.url } }),
  });
  const discard = async () => {
    await context.close();
    await proxy?.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    // Playwright writes one form a recorder; this asks for a second recorder, and routes nothing.
    await context.routeFromHAR(files.har, { update: true, updateContent: 'embed', updateMode: 'full' });
    await context.addInitScript(seededRandomScript(scenario.id));
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const verdicts = await collectVerdicts(session);
    const devTools = await attachDevTools(lab, session);
    const parts: Parts = { scenario, network, context, page, devTools, verdicts, files, proxy };
    return {
      discard: async () => {
        await devTools.close();
        await discard();
      },
      record: async () => {
        try {
          return await record(parts, tabOf(page, session));
        } finally {
          await devTools.close();
          await discard();
        }
      },
    };
  } catch (error) {
    await discard();
    throw error;
  }
}

interface Parts {
  readonly scenario: Scenario;
  readonly network: Network;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly devTools: DevTools;
  readonly verdicts: VerdictCollector;
  readonly files: { readonly zip: string; readonly har: string };
  readonly proxy: ForwardProxy | undefined;
}

async function record(parts: Parts, tab: Tab): Promise<Run> {
  const { scenario, network, context, devTools, verdicts, files } = parts;
  const stage = await scenario.stage();
  try {
    network.host(stage.sites);
    const startedMs = Date.now();
    await within(DRIVE_MS, 'driving the page', scenario.drive(tab));
    if (!scenario.exportEarly) await devTools.settled(SETTLE_MS);
    const chrome = await devTools.exportHar('full');
    const sanitized = await devTools.exportHar('sanitized');
    const told = { verdicts: verdicts.verdicts(), looseIssues: verdicts.looseIssues() };
    if (network.complaints.length > 0) throw new Error(network.complaints.join(' '));
    const logs = (await stage.logs?.()) ?? new Map();
    await context.close();
    return {
      startedMs: startOf(chrome.text) ?? startedMs,
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

/** When the first request began. */
function startOf(har: string): number | undefined {
  const starts = (JSON.parse(har) as { log: { entries: { startedDateTime: string }[] } }).log.entries.map(
    ({ startedDateTime }) => Date.parse(startedDateTime),
  );
  return starts.length === 0 ? undefined : Math.min(...starts);
}
