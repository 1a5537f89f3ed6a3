import { type Browser, chromium } from 'playwright-core';
import { chromiumEngine, installedChromium } from './chromium-page.ts';

const launches = {
  engine: chromiumEngine,
  whole: installedChromium,
  collecting: { ...chromiumEngine, args: [...chromiumEngine.args, '--js-flags=--expose-gc'] },
};
const running = new Map<keyof typeof launches, Promise<Browser>>();

/**
 * One Chromium for all tests of a worker, because starting it takes longer than most of what is tested in it: its engine
 * alone, the whole browser where its own parts might do what a page cannot, or an engine whose collector comes when it is called
 * (`gc()`). A test makes a context of its own, which
 * shares nothing with another but the clipboard, and closes it. The browser ends with the worker.
 */
export async function sharedBrowser(kind: keyof typeof launches = 'engine'): Promise<Browser> {
  const before = await running.get(kind)?.catch(() => undefined);
  if (before?.isConnected()) return before;
  const launched = chromium.launch(launches[kind]);
  running.set(kind, launched);
  return await launched;
}
