import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PageSite } from './page-site.ts';

export type Watcher = 'nobody' | 'recorder';

const launcher = fileURLToPath(new URL('../../../../apps/cli/bin/harrier.js', import.meta.url));
const SECONDS_AT_MOST = 60;

/** One visit. */
export interface Load {
  /** By the page's own clock. */
  readonly loadMs: number;
  /** Processor time of all the browser's processes up to then; NaN where the system does not tell. */
  readonly browserCpuMs: number;
}

/** A visit in a fresh browser, watched by nobody or recorded by `harrier record`. */
export async function measureLoad(site: PageSite, watcher: Watcher): Promise<Load> {
  const folder = mkdtempSync(path.join(tmpdir(), 'harrier-bench-record-'));
  const { port, groupId, end } = await startBrowser(path.join(folder, 'profile'));
  try {
    const loading = site.nextLoadMs();
    if (watcher === 'nobody') {
      const idleMs = groupCpuMs(groupId);
      await openTab(port, site.url);
      const loadMs = await loading;
      return { loadMs, browserCpuMs: groupCpuMs(groupId) - idleMs };
    }
    const idleMs = groupCpuMs(groupId);
    const out = path.join(folder, 'recording.har');
    const words = ['record', site.url, '--attach', String(port), '-o', out, '--json'];
    const recorder = spawn(process.execPath, [launcher, ...words, '--seconds', String(SECONDS_AT_MOST)], {
      stdio: 'ignore',
    });
    const ended = new Promise((resolve) => recorder.once('close', resolve));
    const loadMs = await loading;
    const browserCpuMs = groupCpuMs(groupId) - idleMs;
    recorder.kill('SIGINT');
    await ended;
    return { loadMs, browserCpuMs };
  } finally {
    await end();
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

/** The Chromium of the machine, with the port on which it takes commands. */
async function startBrowser(
  profile: string,
): Promise<{ port: number; groupId: number; end: () => Promise<void> }> {
  const child = spawn(
    process.env.HARRIER_CHROMIUM ?? '/usr/bin/chromium',
    [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      `--user-data-dir=${profile}`,
      '--remote-debugging-port=0',
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  );
  const ended = new Promise((resolve) => child.once('close', resolve));
  const port = await new Promise<number>((resolve, reject) => {
    let told = '';
    child.stderr.on('data', (piece: Buffer) => {
      told += piece.toString('utf8');
      const found = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)/.exec(told)?.[1];
      if (found !== undefined) resolve(Number(found));
    });
    child.once('close', () => reject(new Error('the browser did not start')));
  });
  return {
    port,
    groupId: child.pid ?? 0,
    async end() {
      // Its whole group: the launcher of a distribution is a script.
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      await ended;
    },
  };
}

/** Processor time of a group's processes that are there, user and system, ms. Spec: Linux, proc(5), `stat`. */
function groupCpuMs(groupId: number): number {
  if (process.platform !== 'linux') return Number.NaN;
  // A tick is a hundredth of a second on every Linux of today.
  const tickMs = 10;
  let ticks = 0;
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const text = readFileSync(`/proc/${name}/stat`, 'utf8');
      // The second field is the program's name in parentheses, and may hold anything.
      const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
      if (Number(fields[2]) === groupId) ticks += Number(fields[11]) + Number(fields[12]);
    } catch {
      // It ended meanwhile.
    }
  }
  return ticks * tickMs;
}

function openTab(port: number, url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, method: 'PUT', path: `/json/new?${url}` }, (answer) => {
      answer.resume();
      answer.once('end', () => resolve());
    });
    asked.once('error', reject);
    asked.end();
  });
}
