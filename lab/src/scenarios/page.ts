import type { SiteResponse } from '../network/site.ts';

/**
 * A page whose script is the scenario: it may use `await`, and when it is through the page says `done`. It has no icon,
 * which a browser would ask for at a moment of its own.
 */
export function pageOf(title: string, script = '', body = ''): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,"></head>
<body><h1>${title}</h1>${body}
<script type="module">
try {
${script}
} finally {
  document.documentElement.dataset.lab = 'done';
}
</script>
</body>
</html>
`;
}

export function sendHtml(response: SiteResponse, html: string, status = 200): void {
  send(response, status, 'text/html; charset=utf-8', html);
}

export function sendJson(response: SiteResponse, value: unknown, status = 200): void {
  send(response, status, 'application/json', JSON.stringify(value));
}

function send(response: SiteResponse, status: number, contentType: string, text: string): void {
  response.statusCode = status;
  response.setHeader('content-type', contentType);
  response.setHeader('content-length', Buffer.byteLength(text));
  response.end(text);
}
