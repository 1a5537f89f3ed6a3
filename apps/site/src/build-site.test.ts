import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { languages } from '@harrier/knowledge';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildSite } from './build-site.ts';

let folder = '';
const documents = new Map<string, string>();

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'harrier-site-'));
  await buildSite(folder);
  for (const entry of await readdir(folder, { recursive: true })) {
    const file = entry.split(path.sep).join('/');
    if (/\.(?:html|js|css)$/.test(file)) documents.set(file, await readFile(path.join(folder, file), 'utf8'));
  }
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

it('has the same pages in every language', () => {
  const pagesOf = (language: string) =>
    [...documents.keys()]
      .filter((file) => file.startsWith(`${language}/`))
      .map((file) => file.slice(language.length))
      .sort();
  const english = pagesOf('en');
  expect(english.length).toBeGreaterThan(450);
  for (const language of languages) expect(pagesOf(language)).toEqual(english);
});

it('links to nothing that is not there, and to nobody else', () => {
  const dead: string[] = [];
  for (const [file, text] of documents) {
    if (!file.endsWith('.html')) continue;
    for (const [, link = ''] of text.matchAll(/(?:href|src)="([^"]*)"/g)) {
      if (link === 'data:,' || link.startsWith('#')) continue;
      const target = path.posix.join(path.posix.dirname(file), decodeURI(link));
      if (!documents.has(target)) dead.push(`${file}: ${link}`);
    }
  }
  expect(dead).toEqual([]);
});

it('lets a page load its own style and script only', () => {
  for (const [file, text] of documents) {
    if (!file.endsWith('.html')) continue;
    expect({ file, policy: /default-src 'none'/.test(text) }).toEqual({ file, policy: true });
    expect({ file, inline: /<script(?![^>]*src=)|\son\w+=|<style|style="/.exec(text)?.[0] }).toEqual({
      file,
      inline: undefined,
    });
  }
});

it('says in which language each page is, and has no name that Windows refuses', () => {
  for (const [file, text] of documents) {
    expect(file).not.toMatch(/[:*?"<>|\\]/);
    const language = languages.find((one) => file.startsWith(`${one}/`));
    if (language !== undefined && file.endsWith('.html')) expect(text).toContain(`<html lang="${language}">`);
  }
});

it('does not empty a folder that holds anything else', async () => {
  const other = await mkdtemp(path.join(tmpdir(), 'harrier-site-'));
  try {
    await writeFile(path.join(other, 'letter.txt'), 'mine');
    await expect(buildSite(other)).rejects.toThrow(/letter\.txt/);
    expect(await readFile(path.join(other, 'letter.txt'), 'utf8')).toBe('mine');
  } finally {
    await rm(other, { recursive: true });
  }
});
