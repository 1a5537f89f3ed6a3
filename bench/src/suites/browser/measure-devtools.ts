import { launchMeasured } from './chromium.ts';

/** DevTools' own import of the same file, in the same Chromium. */
export interface DevToolsRun {
  /** Until its rows are there; NaN = it gave up without a word. */
  readonly rowsMs: number;
  readonly filterMs: readonly number[];
  readonly longTasksMs: readonly number[];
  readonly heapBytes: number;
  readonly peakRendererBytes: number;
}

/** So long a person would wait, and longer. */
const LIMIT_MS = 60_000;

/**
 * Runs in the front end's page and uses its modules; where a new Chromium moves one, it fails at once.
 * Source: ChromeDevTools/devtools-frontend, front_end/panels/network/NetworkLogView.ts.
 */
const OPEN = `(async () => {
  const Network = await import('./panels/network/network.js');
  const Logs = await import('./models/logs/logs.js');
  const UI = await import('./ui/legacy/legacy.js');
  await UI.ViewManager.ViewManager.instance().showView('network');
  globalThis.bench = {
    view: Network.NetworkPanel.NetworkPanel.instance().networkLogView,
    log: Logs.NetworkLog.NetworkLog.instance(),
    longTasks: [],
    frame: () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))),
  };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) bench.longTasks.push(duration);
  }).observe({ type: 'longtask' });
  const input = document.createElement('input');
  input.type = 'file';
  input.id = 'bench-file';
  document.body.append(input);
})()`;

const IMPORT = `(async () => {
  const [file] = document.getElementById('bench-file').files;
  const from = performance.now();
  void bench.view.onLoadFromFile(file).catch(() => {});
  let known = 0;
  let still = 0;
  while (performance.now() - from < ${LIMIT_MS}) {
    await bench.frame();
    const count = bench.log.requests().length;
    still = count > 0 && count === known ? still + 1 : 0;
    known = count;
    if (still === 3) return performance.now() - from;
  }
  return NaN;
})()`;

const FILTER = `(async () => {
  const took = [];
  for (const filter of ['status-code:200', 'status-code:404', 'method:POST', 'users', '']) {
    const from = performance.now();
    bench.view.setTextFilterValue(filter);
    await bench.frame();
    await bench.frame();
    took.push(performance.now() - from);
  }
  return took;
})()`;

/** Imports a file as its button does. */
export async function measureDevTools(path: string): Promise<DevToolsRun> {
  const chromium = await launchMeasured();
  try {
    const page = await chromium.browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto('devtools://devtools/bundled/devtools_app.html');
    await page.waitForSelector('.root-view, .widget', { state: 'attached' });
    await page.evaluate(OPEN);
    await page.locator('#bench-file').setInputFiles(path);
    const rowsMs = await page.evaluate<number>(IMPORT);
    const filterMs = Number.isNaN(rowsMs) ? [] : await page.evaluate<number[]>(FILTER);
    const longTasksMs = await page.evaluate<number[]>('bench.longTasks');
    const heapBytes = await page.evaluate<number>('globalThis.gc?.(), performance.memory.usedJSHeapSize');
    return { rowsMs, filterMs, longTasksMs, heapBytes, peakRendererBytes: chromium.peakRendererBytes() };
  } finally {
    await chromium.close();
  }
}
