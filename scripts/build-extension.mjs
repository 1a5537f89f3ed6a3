/**
 * `npm run build:extension [folder]`: the extension for Chrome and Edge, and for Firefox, each a folder that the browser loads
 * unpacked. Every script in them is built from this repository.
 */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, createServer } from 'vite';
import { readyOrExit, root } from './ensure-ready.mjs';

const extension = path.join(root, 'apps/extension');
const usualFolder = path.join(extension, 'dist');

/** A browser's names for languages. */
const localeFolders = { en: 'en', fr: 'fr', ja: 'ja', ko: 'ko', 'zh-CN': 'zh_CN', 'zh-TW': 'zh_TW' };

/** @param {string} folder where `chrome` and `firefox` go */
export async function buildExtension(folder) {
  process.env.NODE_ENV = 'production';
  const pages = path.join(folder, 'pages');
  await build({
    root: extension,
    configFile: path.join(extension, 'vite.config.ts'),
    mode: 'production',
    logLevel: 'error',
    build: { outDir: pages },
  });
  const { manifest, extensionWords } = await loadSources();
  const { version } = JSON.parse(readFileSync(path.join(extension, 'package.json'), 'utf8'));
  for (const browser of ['chrome', 'firefox']) {
    const target = path.join(folder, browser);
    rmSync(target, { recursive: true, force: true });
    cpSync(pages, target, { recursive: true });
    writeFileSync(
      path.join(target, 'manifest.json'),
      `${JSON.stringify(manifest(browser, version), null, 2)}\n`,
    );
    for (const [language, locale] of Object.entries(localeFolders)) {
      const messages = { description: { message: extensionWords[language].description } };
      mkdirSync(path.join(target, '_locales', locale), { recursive: true });
      writeFileSync(
        path.join(target, '_locales', locale, 'messages.json'),
        `${JSON.stringify(messages, null, 2)}\n`,
      );
    }
  }
  rmSync(pages, { recursive: true });
}

/** Manifest and words are TypeScript, which Node 20 cannot run by itself. */
async function loadSources() {
  const server = await createServer({
    root: extension,
    configFile: false,
    logLevel: 'error',
    server: { middlewareMode: true, watch: null, ws: false },
    optimizeDeps: { noDiscovery: true },
    resolve: { conditions: ['harrier-source'] },
  });
  try {
    const { manifest } = await server.ssrLoadModule('/src/manifest/manifest.ts');
    const { extensionWords } = await server.ssrLoadModule('/src/words/words-of.ts');
    return { manifest, extensionWords };
  } finally {
    await server.close();
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  readyOrExit();
  const folder = path.resolve(process.argv[2] ?? usualFolder);
  await buildExtension(folder);
  process.stdout.write(
    `${path.relative(process.cwd(), folder)}/chrome\n${path.relative(process.cwd(), folder)}/firefox\n`,
  );
}
