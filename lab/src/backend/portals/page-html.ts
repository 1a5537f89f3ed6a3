import type { PageConfig } from './web/framework/page-config.ts';

/** The one document of a single-page portal. */
export function pageHtml(title: string, script: string, style: string, config: PageConfig): string {
  // Nothing in the configuration may end the element that holds it.
  const json = JSON.stringify(config).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/${style}">
<script id="config" type="application/json">${json}</script>
<script type="module" src="/assets/${script}"></script>
</head>
<body>
<main><p class="loading">Loading …</p></main>
</body>
</html>
`;
}

/** The portals' icon. */
export const favicon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect width="24" height="24" rx="7" fill="#1aa3a8"/><path d="M24 8v9a7 7 0 0 1-7 7H8z" fill="#8fdcd2"/></svg>';
