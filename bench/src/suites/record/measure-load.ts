import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openWatchedTab } from './bare-client.ts';
import type { PageSite } from './page-site.ts';
import { familyCpuMs, groupCpuMs } from './processor-time.ts';

/** `bare`: somebody who has the browser tell of requests, and does not listen. */
export type Watcher = 'nobody' | 'bare' | 'recorder';

const launcher = fileURLToPath(new URL('../../../../apps/cli/bin/harrier.js', import.meta.url));
const SECONDS_AT_MOST = 60;
/** A browser at rest uses less within each look. */
const IDLE_MS = 20;
const IDLE_LOOK_MS = 300;

/** One visit. */
export interface Load {
  /** By the page's own clock. */
  readonly loadMs: number;
  /** Processor time of all the browser's processes while the page loads; NaN where the system does not tell. */
  readonly browserCpuMs: number;
  /** That of `harrier record` and of the process that keeps what it records; 0 where nobody records. */
  readonly recorderCpuMs: number;
}

/** A visit in a fresh browser. */
export async function measureLoad(site: PageSite, watcher: Watcher): Promise<Load> {
  const folder = mkdtempSync(path.join(tmpdir(), 'harrier-bench-record-'));
  const { port, groupId, end } = await startBrowser(path.join(folder, 'profile'));
  try {
    await settled(groupId);
    const recorder = watcher === 'recorder' ? startRecorder(site.url, port, folder) : undefined;
    const cpuMs = (): readonly [browser: number, recorder: number] => [
      groupCpuMs(groupId),
      recorder === undefined ? 0 : familyCpuMs(recorder.pid),
    ];
    const visited = site.nextVisit().then(cpuMs);
    const loading = site.nextLoadMs();
    const bare = watcher === 'bare' ? await openWatchedTab(port, site.url) : undefined;
    if (watcher === 'nobody') await openTab(port, site.url);
    const before = await visited;
    const loadMs = await loading;
    const after = cpuMs();
    bare?.end();
    await recorder?.end();
    return { loadMs, browserCpuMs: after[0] - before[0], recorderCpuMs: after[1] - before[1] };
  } finally {
    await end();
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

/** `harrier record`, which opens the page by itself. */
function startRecorder(url: string, port: number, folder: string): { pid: number; end: () => Promise<void> } {
  const out = path.join(folder, 'recording.har');
  const words = ['record', url, '--attach', String(port), '-o', out, '--json'];
  const child = spawn(process.execPath, [launcher, ...words, '--seconds', String(SECONDS_AT_MOST)], {
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  return {
    pid: child.pid ?? 0,
    async end() {
      child.kill('SIGINT');
      await ended;
    },
  };
}

/** A browser that has just started is still at work, which would be counted as the page's. */
async function settled(groupId: number): Promise<void> {
  if (Number.isNaN(groupCpuMs(groupId))) return;
  for (let before = -1, now = groupCpuMs(groupId); now > before + IDLE_MS; now = groupCpuMs(groupId)) {
    before = now;
    await new Promise((resolve) => setTimeout(resolve, IDLE_LOOK_MS));
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
