import { copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Language, languages } from '@harrier/knowledge';
import {
  type Book,
  loadLabels,
  openBook,
  type Page,
  type PageLabels,
  plainText,
  type TopicGroup,
  topicGroups,
} from '@harrier/knowledge/pages';
import { escapeHtml, markedHtml } from './html.ts';
import { documentHtml, languageNames } from './layout.ts';
import { type Links, pageHtml } from './page-html.ts';
import { pathOfTopic, relativePath } from './site-path.ts';

const assets = path.resolve(fileURLToPath(import.meta.url), '../../assets');

const assetNames = ['site.css', 'search.js'];

/** What was written. */
export interface BuiltSite {
  readonly files: number;
  readonly sizeBytes: number;
}

/**
 * Writes the whole knowledge base in every language into `folder`. An earlier site there is removed first; a folder that holds
 * anything else is refused.
 */
export async function buildSite(folder: string): Promise<BuiltSite> {
  await removeEarlierSite(folder);
  let files = 0;
  let sizeBytes = 0;
  const write = async (file: string, text: string) => {
    const target = path.join(folder, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text);
    files++;
    sizeBytes += Buffer.byteLength(text);
  };
  for (const language of languages) await writeLanguage(language, write);
  await write('index.html', languageChoice());
  for (const asset of assetNames) await copyFile(path.join(assets, asset), path.join(folder, asset));
  return { files: files + assetNames.length, sizeBytes };
}

async function removeEarlierSite(folder: string): Promise<void> {
  const there = await readdir(folder).catch(() => []);
  const ours = new Set<string>([...languages, 'index.html', ...assetNames]);
  const strange = there.find((name) => !ours.has(name));
  if (strange !== undefined)
    throw new Error(`${folder} holds ${strange}, which is no part of the site. Choose an empty folder.`);
  await rm(folder, { recursive: true, force: true });
}

type Write = (file: string, text: string) => Promise<void>;

/** One language's books, and every page of them by its topic. */
interface Library {
  readonly language: Language;
  readonly labels: PageLabels;
  readonly books: ReadonlyMap<TopicGroup, Book>;
  readonly pages: ReadonlyMap<string, Page>;
}

async function writeLanguage(language: Language, write: Write): Promise<void> {
  const library = await libraryOf(language);
  const { labels, books, pages } = library;
  await write(`${language}/index.html`, groupsPage(library));
  for (const [group, book] of books) {
    const file = pathOfTopic(group, language);
    const list = book.names.length === 0 ? '' : listHtml(group, file, library);
    const main =
      book.overview === undefined
        ? `<h1>${escapeHtml(book.title)}</h1>\n${list}`
        : pageHtml(book.overview, labels, linksFrom(file, library), list);
    const pathIn = (other: Language) => pathOfTopic(group, other);
    await write(file, documentHtml({ path: file, language, title: book.title, pathIn }, labels, main));
  }
  for (const [topic, page] of pages) {
    if (!topic.includes('/')) continue;
    const file = pathOfTopic(topic, language);
    const group = topic.slice(0, topic.indexOf('/')) as TopicGroup;
    const up = `<p class="up"><a href="${encodeURI(relativePath(file, pathOfTopic(group, language)))}">${escapeHtml(labels.groups[group])}</a></p>\n`;
    const title = plainText(page.title);
    const frame = { path: file, language, title, pathIn: (other: Language) => pathOfTopic(topic, other) };
    await write(file, documentHtml(frame, labels, up + pageHtml(page, labels, linksFrom(file, library))));
  }
  const entries = [...pages].map(([topic, { title, lead }]) => [
    pathOfTopic(topic, language),
    plainText(title),
    plainText(lead),
    labels.groups[topic.split('/')[0] as TopicGroup],
  ]);
  // A script and no JSON: a page that was opened from a disk may not fetch.
  await write(`${language}/search-index.js`, `globalThis.searchIndex = ${JSON.stringify(entries)};\n`);
}

async function libraryOf(language: Language): Promise<Library> {
  const books = new Map<TopicGroup, Book>();
  const pages = new Map<string, Page>();
  for (const group of topicGroups) {
    const book = await openBook(group, language);
    books.set(group, book);
    if (book.overview !== undefined) pages.set(group, book.overview);
    for (const name of book.names) {
      const page = await book.page(name);
      if (page !== undefined) pages.set(page.topic, page);
    }
  }
  return { language, labels: await loadLabels(language), books, pages };
}

function linksFrom(file: string, { language, labels, pages }: Library): Links {
  return {
    href: (topic) => encodeURI(relativePath(file, pathOfTopic(topic, language))),
    titleOf: (topic) => pages.get(topic)?.title ?? labels.groups[topic as TopicGroup],
  };
}

function groupsPage({ language, labels, books }: Library): string {
  const file = `${language}/index.html`;
  const items = [...books].map(
    ([group, { title, names, overview }]) =>
      `<li><a href="${encodeURI(relativePath(file, pathOfTopic(group, language)))}">${escapeHtml(title)}</a>${
        names.length === 0 ? '' : ` <span class="count">${names.length}</span>`
      }${overview === undefined ? '' : `<p>${markedHtml(overview.lead)}</p>`}</li>`,
  );
  const frame = {
    path: file,
    language,
    title: labels.site.title,
    pathIn: (other: Language) => `${other}/index.html`,
  };
  return documentHtml(
    frame,
    labels,
    `<h1>${escapeHtml(labels.site.title)}</h1>\n<ul class="groups">${items.join('')}</ul>`,
  );
}

/** Every page of a group with its first sentences. */
function listHtml(group: TopicGroup, file: string, { language, books, pages }: Library): string {
  const names = books.get(group)?.names ?? [];
  const rows = names.map((name) => {
    const topic = `${group}/${name}`;
    const page = pages.get(topic);
    return page === undefined
      ? ''
      : `<div><dt><a href="${encodeURI(relativePath(file, pathOfTopic(topic, language)))}">${markedHtml(page.title)}</a></dt><dd>${markedHtml(page.lead)}</dd></div>`;
  });
  return `<dl class="pages">${rows.join('\n')}</dl>\n`;
}

/** The site's root: the languages by their own names. */
function languageChoice(): string {
  const items = languages.map(
    (language) =>
      `<li><a href="${language}/index.html" lang="${language}" hreflang="${language}">${languageNames[language]}</a></li>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Harrier</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="site.css">
</head>
<body><main><h1>Harrier</h1><ul class="groups">${items.join('')}</ul></main></body>
</html>
`;
}
