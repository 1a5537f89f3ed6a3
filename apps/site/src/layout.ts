import { type Language, languages } from '@harrier/knowledge';
import type { PageLabels } from '@harrier/knowledge/pages';
import { escapeHtml } from './html.ts';
import { relativePath } from './site-path.ts';

/** Every language by its own name. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  fr: 'Français',
  ja: '日本語',
  ko: '한국어',
  'zh-CN': '简体中文',
  'zh-TW': '繁體中文',
};

/** What every page of the site has around its text. */
export interface Frame {
  /** From the site's root. */
  readonly path: string;
  readonly language: Language;
  readonly title: string;
  /** The same page in another language, from the site's root. */
  pathIn(language: Language): string;
}

/** Nothing but the site's own style and script; no form leads anywhere. */
const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src data:; base-uri 'none'; form-action 'none'";

/** A whole document around `main`, which is HTML. */
export function documentHtml(frame: Frame, labels: PageLabels, main: string): string {
  const { path, language, title } = frame;
  const to = (target: string) => escapeHtml(encodeURI(relativePath(path, target)));
  const others = languages.map((other) => {
    const current = other === language ? ' aria-current="true"' : '';
    return `<a href="${to(frame.pathIn(other))}" lang="${other}" hreflang="${other}"${current}>${languageNames[other]}</a>`;
  });
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)} – ${escapeHtml(labels.site.title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${to('site.css')}">
<script src="${to(`${language}/search-index.js`)}" defer></script>
<script src="${to('search.js')}" defer></script>
</head>
<body data-root="${escapeHtml(relativePath(path, ''))}">
<a class="skip" href="#main">${escapeHtml(labels.site.skip)}</a>
<header>
<a class="home" href="${to(`${language}/index.html`)}">${escapeHtml(labels.site.title)}</a>
<search><label><span class="unseen">${escapeHtml(labels.site.search)}</span><input id="search" type="search" placeholder="${escapeHtml(labels.site.search)}" autocomplete="off" spellcheck="false"></label></search>
<nav aria-label="${escapeHtml(labels.site.languages)}">${others.join(' ')}</nav>
</header>
<section id="results" class="results" aria-live="polite" data-nothing="${escapeHtml(labels.site.nothing)}" hidden></section>
<main id="main">
${main}
</main>
</body>
</html>
`;
}
