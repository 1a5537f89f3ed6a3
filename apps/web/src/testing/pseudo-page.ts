import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { build, type Plugin } from 'vite';

const web = fileURLToPath(new URL('../../', import.meta.url));

/** English words, of the page and of the knowledge base: one module for each topic. */
const englishModule =
  /\/(?:knowledge\/src\/languages\/en\/(?!words\.ts)|web\/src\/(?:filter\/|cases\/)?words\/(?:.*\/)?en\.ts)/;

/** What is put into each of them. Armenian letters: as wide as Latin ones, and no captured text of ours has them. */
const exchange = `
const pseudo = (text) => text.replace(/[a-z]/gi, (letter) => String.fromCharCode(0x561 + letter.toLowerCase().charCodeAt(0) - 97));
const exchanged = (value) => {
  if (typeof value === 'string') return pseudo(value);
  if (typeof value === 'function') return (...given) => exchanged(value(...given));
  if (Array.isArray(value)) return value.map(exchanged);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, exchanged(inner)]));
};
`;

const withoutEnglish: Plugin = {
  name: 'harrier-without-english',
  enforce: 'pre',
  transform(code, id) {
    if (!englishModule.test(id)) return null;
    const names: string[] = [];
    const renamed = code.replace(/^export const (\w+)/gm, (_, name: string) => {
      names.push(name);
      return `const own_${name}`;
    });
    const exports = names.map((name) => `export const ${name} = exchanged(own_${name});\n`).join('');
    return { code: `${renamed}\n${exchange}${exports}`, map: null };
  },
};

/** Builds the page with every English letter of its words exchanged, and takes it away afterwards. */
export async function withPseudoPage<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'harrier-pseudo-'));
  const { NODE_ENV } = process.env;
  // A test runner says otherwise, and React would come with its checks for developers.
  process.env.NODE_ENV = 'production';
  try {
    await build({
      root: web,
      configFile: path.join(web, 'vite.config.ts'),
      mode: 'production',
      logLevel: 'error',
      plugins: [withoutEnglish],
      worker: { plugins: () => [withoutEnglish] },
      build: { outDir: folder, emptyOutDir: true, sourcemap: false, minify: false },
    });
    return await use(folder);
  } finally {
    process.env.NODE_ENV = NODE_ENV;
    await rm(folder, { recursive: true, force: true });
  }
}

/** Words that are seen or read out now, and are none of those that may stand there. */
export async function strangersOn(page: Page, known: ReadonlySet<string>): Promise<string[]> {
  const said = await page.evaluate(() => {
    const told: string[] = [];
    const isHidden = (element: Element): boolean =>
      element.closest('script, style, option, [translate=no], code, svg, canvas') !== null;
    for (const element of [document.body, ...document.body.querySelectorAll('*')]) {
      if (isHidden(element)) continue;
      // What is hidden from readers of screens has its names for programs.
      for (const name of element.closest('[aria-hidden=true]')
        ? []
        : ['aria-label', 'title', 'placeholder', 'alt'])
        told.push(element.getAttribute(name) ?? '');
      for (const child of element.childNodes)
        if (child.nodeType === Node.TEXT_NODE) told.push(child.textContent ?? '');
    }
    return told.join(' \n ');
  });
  return [...new Set(said.match(/[A-Za-z]{2,}/g) ?? [])].filter((word) => !known.has(word));
}
