import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { CDPSession, Page } from 'playwright-core';
import { launchMeasured, type MeasuredChromium } from './chromium.ts';
import {
  ANSWER,
  DETAILS,
  FILTERS,
  MAP,
  OPENING,
  PLAIN_ROWS,
  READ_FILE,
  REST,
  SCROLL,
  SCROLL_STEPS,
  SEARCH,
  STATE,
  WATCH,
} from './page-scripts.ts';

// Seen from `bench/dist/suites/browser`.
const harrier = fileURLToPath(new URL('../../../../apps/cli/bin/harrier.js', import.meta.url));

/** What the page says of itself after a step. */
interface PageState {
  readonly longTasksMs: readonly number[];
  readonly heapBytes: number;
  readonly nodes: number;
}

/** One file in the workbench, in milliseconds and bytes. */
export interface WorkbenchRun {
  readonly firstRowsMs: number;
  readonly allRowsMs: number;
  /** Until the browser had handed out the file's bytes to one who does nothing with them. */
  readonly readFileMs: number;
  /** NaN = nobody would wait so long. */
  readonly answerMs: number;
  readonly filterMs: readonly number[];
  readonly frameMs: readonly number[];
  /** The same in the same browser of a page where nothing changes, and of one with plain rows that no script touches. */
  readonly restFrameMs: readonly number[];
  readonly plainFrameMs: readonly number[];
  /** Of a frame while the table scrolls, processor time of the page's thread: its script, and its styles and layout. */
  readonly frameScriptMs: number;
  readonly frameLayoutMs: number;
  /** Counting all requests for the map of the capture, and drawing it. */
  readonly mapMs: readonly number[];
  readonly detailsMs: readonly number[];
  /** Words that stand in many places, and words that stand nowhere. */
  readonly searchFirstMs: number;
  readonly searchDoneMs: number;
  /** Of each step, the tasks of the page's thread above 50 ms. */
  readonly longTasksMs: Readonly<
    Record<'loading' | 'filtering' | 'scrolling' | 'searching', readonly number[]>
  >;
  readonly heapBytes: number;
  readonly nodes: number;
  readonly peakRendererBytes: number;
  /** What opening and using the file added to the renderer at most. */
  readonly grownRendererBytes: number;
}

/** Decided by columns and URLs; each lets through another number of rows. */
const FILTERS_TYPED = [
  'status:200',
  'status:404',
  'method:POST',
  'wait:>100ms',
  'users',
  'users -status:200',
  'a OR b',
];

/** Opens a file in the served workbench and uses it as a person would. Error: what the page threw. */
export async function measureWorkbench(path: string): Promise<WorkbenchRun> {
  return await inWorkbench(async (page, chromium) => {
    const emptyBytes = chromium.peakRendererBytes();
    const run = await use(page, path);
    // Before the file is read for comparison, which leaves half a gigabyte to the collector that is none of ours.
    const peakRendererBytes = chromium.peakRendererBytes();
    const readFileMs = await page.evaluate<number>(READ_FILE);
    const frames = await framesOfPlainRows(chromium);
    return {
      ...run,
      ...frames,
      readFileMs,
      peakRendererBytes,
      grownRendererBytes: peakRendererBytes - emptyBytes,
    };
  });
}

/** What this browser does on this machine by itself: no page can do better. */
async function framesOfPlainRows({
  browser,
}: MeasuredChromium): Promise<Pick<WorkbenchRun, 'restFrameMs' | 'plainFrameMs'>> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.evaluate(PLAIN_ROWS);
  const restFrameMs = await page.evaluate<number[]>(REST);
  const plainFrameMs = await page.evaluate<number[]>(SCROLL);
  await page.close();
  return { restFrameMs, plainFrameMs };
}

/** What scrolling costs where a capture has a great many rows. */
export type ScrollingRun = Pick<
  WorkbenchRun,
  'allRowsMs' | 'frameMs' | 'frameScriptMs' | 'frameLayoutMs' | 'nodes'
>;

/** Opens a file in the served workbench and scrolls its table. Error: what the page threw. */
export async function measureScrolling(path: string): Promise<ScrollingRun> {
  return await inWorkbench(async (page) => {
    const devTools = await measuredThread(page);
    await choose(page, path);
    const { allRowsMs } = await page.evaluate<{ allRowsMs: number }>(OPENING);
    const scrolled = await scroll(page, devTools);
    return { allRowsMs, ...scrolled, nodes: (await page.evaluate<PageState>(STATE)).nodes };
  });
}

/** Gives the page of a served workbench, with no file yet, in a Chromium of its own. Error: what the page threw. */
async function inWorkbench<Run>(use: (page: Page, chromium: MeasuredChromium) => Promise<Run>): Promise<Run> {
  const served = await serve();
  const chromium = await launchMeasured();
  try {
    const page = await chromium.browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.addInitScript(WATCH);
    await page.goto(served.url);
    await page.getByRole('button', { name: 'Choose a file' }).waitFor();
    const run = await use(page, chromium);
    if (errors.length > 0) throw new Error(errors.join('\n'));
    return run;
  } finally {
    await chromium.close();
    served.process.kill();
  }
}

async function use(
  page: Page,
  path: string,
): Promise<
  Omit<
    WorkbenchRun,
    'readFileMs' | 'peakRendererBytes' | 'grownRendererBytes' | 'restFrameMs' | 'plainFrameMs'
  >
> {
  const devTools = await measuredThread(page);
  const state = async (): Promise<PageState> => await page.evaluate<PageState>(STATE);
  await choose(page, path);
  const opening = await page.evaluate<{ firstRowsMs: number; allRowsMs: number }>(OPENING);
  const answerMs = await page.evaluate<number>(ANSWER);
  const loading = await state();
  const filterMs = await page.evaluate<number[]>(`(${FILTERS})(${JSON.stringify(FILTERS_TYPED)})`);
  const filtering = await state();
  const scrolled = await scroll(page, devTools);
  const scrolling = await state();
  const mapMs = await page.evaluate<number[]>(MAP);
  const detailsMs = await page.evaluate<number[]>(DETAILS);
  await page.keyboard.press('f');
  await page.locator('#search-box').waitFor();
  await state();
  const common = await page.evaluate<{ firstMs: number }>(`(${SEARCH})('trackingid')`);
  const absent = await page.evaluate<{ doneMs: number }>(`(${SEARCH})('stands nowhere at all')`);
  const searching = await state();
  return {
    ...opening,
    answerMs,
    filterMs,
    ...scrolled,
    mapMs,
    detailsMs,
    searchFirstMs: common.firstMs,
    searchDoneMs: absent.doneMs,
    longTasksMs: {
      loading: loading.longTasksMs,
      filtering: filtering.longTasksMs,
      scrolling: scrolling.longTasksMs,
      searching: searching.longTasksMs,
    },
    heapBytes: searching.heapBytes,
    nodes: searching.nodes,
  };
}

async function choose(page: Page, path: string): Promise<void> {
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (await chosen).setFiles(path);
}

async function scroll(
  page: Page,
  devTools: CDPSession,
): Promise<Pick<WorkbenchRun, 'frameMs' | 'frameScriptMs' | 'frameLayoutMs'>> {
  const before = await spentMs(devTools);
  const frameMs = await page.evaluate<number[]>(SCROLL);
  const after = await spentMs(devTools);
  return {
    frameMs,
    frameScriptMs: (after.script - before.script) / SCROLL_STEPS,
    frameLayoutMs: (after.layout - before.layout) / SCROLL_STEPS,
  };
}

/** Has Chromium count processor time instead of time on the clock. */
async function measuredThread(page: Page): Promise<CDPSession> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Performance.enable', { timeDomain: 'threadTicks' });
  return devTools;
}

/** Processor time that the page's thread has spent so far. */
async function spentMs(devTools: CDPSession): Promise<{ readonly script: number; readonly layout: number }> {
  const { metrics } = await devTools.send('Performance.getMetrics');
  const ms = (wanted: string): number =>
    1000 * (metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN);
  return { script: ms('ScriptDuration'), layout: ms('LayoutDuration') + ms('RecalcStyleDuration') };
}

/** `harrier open` as a person starts it; it prints where it listens. */
async function serve(): Promise<{ readonly url: string; readonly process: ChildProcess }> {
  const child = spawn(process.execPath, [harrier, 'open'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { url: String(line).trim().split('\n')[0] ?? '', process: child };
}
