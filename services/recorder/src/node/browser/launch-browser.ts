import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import type { CdpLink } from '../../cdp/cdp-link.ts';
import { messageLink } from '../../cdp/message-link.ts';
import { RecordError } from '../../record-error.ts';
import { pipePort } from '../transport/pipe-port.ts';
import type { FoundBrowser } from './find-browser.ts';

/** A browser that was started to be recorded. */
export interface StartedBrowser {
  readonly link: CdpLink;
  /** Ends the browser; settles when its process is gone. */
  close(): Promise<void>;
}

export interface LaunchOptions {
  readonly profile: string;
  readonly isHeadless: boolean;
  /** More flags, as a container needs them. */
  readonly flags: readonly string[];
  /** How long it may take to answer, ms. */
  readonly startMs?: number;
}

/** Without these a fresh browser asks questions, and talks to its maker. */
const QUIET = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-breakpad',
  '--disable-crash-reporter',
  // A file of its own instead of a question about the system's password store.
  '--password-store=basic',
  '--use-mock-keychain',
];

/** A program that has not answered by then hangs, or is no browser, ms. A minute is long for a slow disk, and a person still waits. */
const START_MS = 60_000;
/** A browser that has not ended by then is ended, ms. */
const END_MS = 5000;

/**
 * Starts a browser with a private window and a pipe to it: no other program can connect, and the browser ends when the pipe
 * closes, however this process ends. Error: {@link RecordError} `record/browser-failed`, `record/no-display`.
 */
export async function launchBrowser(browser: FoundBrowser, options: LaunchOptions): Promise<StartedBrowser> {
  const { profile, isHeadless, flags, startMs = START_MS } = options;
  if (!isHeadless && process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
    throw new RecordError('record/no-display');
  const child = spawn(
    browser.file,
    [
      `--user-data-dir=${profile}`,
      '--remote-debugging-pipe',
      '--incognito',
      ...QUIET,
      ...(isHeadless ? ['--headless=new'] : []),
      ...flags,
      'about:blank',
    ],
    // A group of its own: Ctrl-C in the terminal is for us, and we end the browser in our order.
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32' },
  );
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const toBrowser = child.stdio[3] as Writable;
  const link = messageLink(pipePort(toBrowser, child.stdio[4] as Readable));
  const patience = setTimeout(() => endAll(child), startMs);
  try {
    await link.send('Browser.getVersion');
  } catch (cause) {
    await exited;
    throw new RecordError('record/browser-failed', browser.file, cause);
  } finally {
    clearTimeout(patience);
  }
  return {
    link,
    async close() {
      link.send('Browser.close').catch(() => {});
      const timer = setTimeout(() => child.kill('SIGKILL'), END_MS);
      await exited;
      clearTimeout(timer);
      toBrowser.destroy();
    },
  };
}

/** With what it started: some browsers begin as a script. */
function endAll({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}
