import { readdirSync, readFileSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** The Chromium of the machine, and what its renderers took of memory. */
export interface MeasuredChromium {
  readonly browser: Browser;
  /** Most memory that one renderer had resident so far, bytes. */
  peakRendererBytes(): number;
  close(): Promise<void>;
}

// Without the last ones, Chromium keeps looking up its maker's hosts.
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--enable-precise-memory-info',
  '--js-flags=--expose-gc',
];

/** Starts a Chromium of its own for one measurement. */
export async function launchMeasured(): Promise<MeasuredChromium> {
  const browser = await chromium.launch({
    executablePath: process.env.HARRIER_CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: flags,
  });
  return {
    browser,
    // Its processes are children of ours.
    peakRendererBytes: () => peakRenderer(process.pid),
    close: () => browser.close(),
  };
}

/** Linux tells the peak of each process; elsewhere it is not known (NaN). */
function peakRenderer(rootPid: number): number {
  const parents = new Map<number, number>();
  try {
    for (const name of readdirSync('/proc')) {
      const pid = Number(name);
      if (!Number.isInteger(pid)) continue;
      const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
      parents.set(pid, Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1]));
    }
  } catch {
    return Number.NaN;
  }
  const isOurs = (pid: number): boolean => {
    for (let at: number | undefined = pid; at !== undefined && at > 1; at = parents.get(at))
      if (at === rootPid) return true;
    return false;
  };
  const peaks = [...parents.keys()].filter(isOurs).flatMap((pid) => {
    try {
      if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer')) return [];
      const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
      return kilobytes === undefined ? [] : [1024 * Number(kilobytes)];
    } catch {
      return [];
    }
  });
  return peaks.length === 0 ? Number.NaN : Math.max(...peaks);
}
