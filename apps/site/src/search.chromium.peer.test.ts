import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sharedBrowser } from '../../../packages/har/src/testing/shared-browser.ts';
import { buildSite } from './build-site.ts';

let folder = '';
let context: BrowserContext;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'harrier-site-'));
  await buildSite(folder);
  context = await (await sharedBrowser()).newContext();
});

afterAll(async () => {
  await context.close();
  await rm(folder, { recursive: true, force: true });
});

it.each([
  ['en', 'set cookie', 'Set-Cookie'],
  ['en', 'bad gateway', '502 Bad Gateway'],
  ['fr', 'idempotent', 'Idempotent'],
  ['ja', 'べき等', 'べき等'],
  ['zh-TW', '權杖', '權杖'],
])('finds a page from a disk in %s: %s', async (language, asked, title) => {
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => troubles.push(message.text()));
  page.on('request', (request) => {
    if (!/^(?:file|data):/.test(request.url())) troubles.push(request.url());
  });
  await page.goto(`${pathToFileURL(folder)}/${language}/status/502.html`);
  await page.keyboard.press('/');
  await page.keyboard.type(asked);
  expect(await page.locator('#results a').first().textContent()).toBe(title);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.endsWith('502.html') || title.startsWith('502'));
  expect(await page.locator('h1').textContent()).toBe(title);
  expect(troubles).toEqual([]);
  await page.close();
});
