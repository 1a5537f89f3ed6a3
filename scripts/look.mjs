/**
 * `npm run look -- [folder] [captures]`: pictures of every view of the workbench, in both themes, two sizes and three languages,
 * six to a sheet, to be looked at. Without captures: the example, an empty one and one that was cut off.
 * LOOK_VIEWS=sanitize,logs takes these views alone; LOOK_LANGUAGES=en,ko others than en, fr, ja.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { root } from './ensure-ready.mjs';
import { viewsOf } from './look/views.mjs';

const harrier = path.join(root, 'apps/cli/bin/harrier.js');
const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];
const themes = ['light', 'dark'];
const languages = (process.env.LOOK_LANGUAGES ?? 'en,fr,ja').split(',');
const wanted = process.env.LOOK_VIEWS?.split(',');

const { positionals } = parseArgs({ allowPositionals: true });
const [folder = path.join(root, '.cache/look'), ...given] = positionals;
mkdirSync(folder, { recursive: true });
const store = `sqlite:${path.join(folder, 'logs.db')}`;
execFileSync(process.execPath, [
  harrier,
  ...['logs', 'import', '--store', store, '--source', 'example'],
  path.join(root, 'fixtures/example/logs'),
]);
const browser = await chromium.launch({
  executablePath: process.env.HARRIER_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  for (const { name, files, kind } of given.length > 0 ? given.map(named) : ownCaptures())
    await lookAt(name, files, kind);
} finally {
  await browser.close();
}

function named(file) {
  return { name: path.basename(file).replace(/\.\w+$/, ''), files: [file], kind: 'given' };
}

/** What `npm run look` shows by itself. */
function ownCaptures() {
  const example = (name) => path.join(root, 'fixtures/example', name);
  const text = readFileSync(example('call-recording.har'), 'utf8');
  const own = (name, content) => {
    const file = path.join(folder, name);
    writeFileSync(file, content);
    return file;
  };
  const empty = JSON.stringify({
    log: { version: '1.2', creator: { name: 'look', version: '1' }, entries: [] },
  });
  const compared = [example('feature-available.har'), example('feature-not-available.har')];
  return [
    { name: 'start', files: [], kind: 'start' },
    { name: 'example', files: [example('call-recording.har'), ...compared], kind: 'given' },
    { name: 'empty', files: [own('empty.har', empty)], kind: 'empty' },
    { name: 'damaged', files: [own('damaged.har', text.slice(0, text.length * 0.7))], kind: 'given' },
  ];
}

/** Opens the files as `harrier open` does, which shows the first one, and takes every view of that. */
async function lookAt(capture, files, kind) {
  const server = await serve(files);
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => console.log(`${capture}: the page threw ${error.message}`));
  try {
    await page.goto(server.url);
    await dress(page, { size: sizes[0], theme: 'light', language: 'en' });
    if (files.length > 0) await page.locator('[data-answer=ready]').waitFor({ timeout: 600_000 });
    for (const view of viewsOf(kind)) {
      if (wanted !== undefined && !wanted.includes(view.name)) continue;
      await view.show(page).catch((error) => console.log(`${capture} ${view.name}: ${error.message}`));
      for (const size of sizes) await takeSheet(page, `${capture}.${view.name}`, size);
      await dress(page, { size: sizes[0], theme: 'light', language: 'en' });
      await view.leave?.(page).catch((error) => console.log(`${capture} ${view.name}: ${error.message}`));
    }
  } finally {
    await context.close();
    server.end();
  }
}

async function serve(files) {
  const running = spawn(process.execPath, [harrier, 'open', '--store', store, ...files], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise((resolve, reject) => {
    running.stdout.on('data', (said) => {
      const link = /http:\S+/.exec(String(said))?.[0];
      if (link !== undefined) resolve(link);
    });
    running.on('exit', (code) => reject(new Error(`harrier open ended with ${code}`)));
  });
  return { url, end: () => running.kill('SIGTERM') };
}

/** Six pictures of what is on the screen, in one. */
async function takeSheet(page, name, size) {
  const pictures = [];
  for (const language of languages)
    for (const theme of themes) {
      await dress(page, { size, theme, language });
      await page.waitForTimeout(250);
      pictures.push((await page.screenshot({ animations: 'disabled' })).toString('base64'));
    }
  const sheet = await browser.newPage({ viewport: { width: 1560, height: 100 } });
  await sheet.setContent(
    `<body style="margin:0;background:#808;display:grid;grid-template-columns:1fr 1fr;gap:4px">${pictures
      .map((picture) => `<img style="width:100%" src="data:image/png;base64,${picture}">`)
      .join('')}`,
  );
  await sheet.screenshot({ path: path.join(folder, `${name}.${size.width}.png`), fullPage: true });
  await sheet.close();
  console.log(`${name}.${size.width}`);
}

/** The same page in another size, theme and language, at once, as a person would switch them. */
async function dress(page, { size, theme, language }) {
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme: theme });
  const choice = page.locator('select:has(option[value=zh-TW])').first();
  if ((await choice.inputValue()) !== language) await choice.selectOption(language, { force: true });
}
