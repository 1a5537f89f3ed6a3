import type { Block, Span } from './document.ts';
import { visibleLines, visibleText } from './visible-text.ts';

/** Nothing runs and nothing is fetched, whatever a captured text tries; pictures are in the page itself. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
h1{font-size:1.6rem}h2{font-size:1.25rem;margin-top:2rem;border-bottom:1px solid #ccc}h3{font-size:1rem}
code,pre{font:13px/1.45 ui-monospace,monospace;background:#f3f3f3;overflow-wrap:anywhere}code{padding:.1em .25em}
:lang(ko){word-break:keep-all}p,li{overflow-wrap:anywhere}pre{padding:.75rem;white-space:pre-wrap}img{max-width:100%;border:1px solid #ccc}
@media print{body{margin:0;max-width:none}h2,h3{break-after:avoid}img{break-inside:avoid}}`;

/** One page without script that needs nothing besides itself. `lang` is a BCP 47 tag. */
export function htmlPage(blocks: readonly Block[], title: string, lang: string): string {
  return [
    '<!doctype html>',
    `<html lang="${escaped(lang)}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width">',
    `<title>${escaped(title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    ...blocks.map(blockHtml),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${escaped(block.text)}</h${block.level}>`;
    case 'text':
      return `<p>${line(block.spans)}</p>`;
    case 'list': {
      const tag = block.numbered ? 'ol' : 'ul';
      return `<${tag}>\n${block.items.map((item) => `<li>${line(item)}</li>\n`).join('')}</${tag}>`;
    }
    case 'code':
      return `<pre>${escapedMarkup(visibleLines(block.text))}</pre>`;
    case 'picture':
      return `<p><img alt="${escaped(block.file)}" src="data:${block.mediaType};base64,${base64(block.bytes)}"></p>`;
  }
}

function line(spans: readonly Span[]): string {
  return spans
    .map((span) => (typeof span === 'string' ? escaped(span) : `<code>${escaped(span.literal)}</code>`))
    .join('');
}

function escaped(text: string): string {
  return escapedMarkup(visibleText(text));
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapedMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] as string);
}

/** Engines take so many arguments of one call. */
const PIECE_BYTES = 8192;

function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += PIECE_BYTES)
    binary += String.fromCharCode(...bytes.subarray(at, at + PIECE_BYTES));
  return btoa(binary);
}
