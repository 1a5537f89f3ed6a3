import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { build } from 'vite';

/** The Chromium that the machine has, silent. */
export const installedChromium = {
  executablePath: process.env.HARRIER_CHROMIUM ?? '/usr/bin/chromium',
  headless: true,
  // Without these, Chromium keeps looking up its maker's hosts.
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

const shell = '/usr/bin/chromium-headless-shell';

/**
 * The same engine without the windows of a browser around it, where the machine has that: pages behave alike, for about
 * half the processor time. It has no extensions and no DevTools.
 */
export const chromiumEngine = {
  ...installedChromium,
  executablePath:
    process.env.HARRIER_CHROMIUM ?? (existsSync(shell) ? shell : installedChromium.executablePath),
};

/**
 * Bundles one TypeScript file for the browser, serves it on a free loopback port and opens it in the
 * Chromium that the machine has. The page is gone, and its profile with it, when `use` is done.
 */
export async function withChromiumPage<T>(entryFile: string, use: (page: Page) => Promise<T>): Promise<T> {
  const script = await bundle(entryFile);
  const server = createServer((request, response) => {
    const isScript = request.url === '/page.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(
      isScript ? script : '<!doctype html><title>test</title><script type="module" src="/page.js"></script>',
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const profile = await mkdtemp(path.join(tmpdir(), 'harrier-chromium-'));
  const context = await chromium.launchPersistentContext(profile, chromiumEngine);
  try {
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    return await use(page);
  } finally {
    await context.close();
    await new Promise((resolve) => server.close(resolve));
    await rm(profile, { recursive: true, force: true });
  }
}

async function bundle(entryFile: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['harrier-source', 'browser', 'module', 'import', 'default'] },
    build: {
      write: false,
      minify: false,
      target: 'es2023',
      modulePreload: false,
      rollupOptions: { input: entryFile, output: { format: 'es', codeSplitting: false } },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  for (const output of outputs) {
    if (!('output' in output)) continue;
    const chunk = output.output.find((file) => file.type === 'chunk');
    if (chunk?.type === 'chunk') return chunk.code;
  }
  throw new Error(`Bundling ${entryFile} gave no script.`);
}
