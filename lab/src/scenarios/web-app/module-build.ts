import { type Build, hashOf, type View } from './look.ts';

const HTTP = `export const http = {
  get(url, init) {
    return http.send('GET', url, undefined, init);
  },
  async send(method, url, body, init = {}) {
    const headers = { accept: 'application/json', ...init.headers };
    if (body !== undefined && !headers['content-type']) headers['content-type'] = 'application/json';
    const content = body === undefined || typeof body === 'string' || body instanceof Blob ? body : JSON.stringify(body);
    try {
      const response = await fetch(url, { ...init, method, headers, body: content });
      const text = await response.text();
      return answer(response.status, text, (name) => response.headers.get(name));
    } catch (error) {
      return answer(0, String(error), () => null);
    }
  },
};

function answer(status, text, header) {
  return { status, ok: status >= 200 && status < 300, text, header, json() {
    try { return JSON.parse(text); } catch { return undefined; }
  } };
}
`;

const STYLE = ':root{font-family:system-ui;color:#1d2733}main{max-width:60rem;margin:auto}';

/** An application of ES modules that calls its services with `fetch`; the view is a chunk of its own. */
export function moduleBuild({
  name,
  language,
  title,
  sessionPath,
  script,
  head = '',
  body = '',
}: View): Build {
  const view = `export async function load({ http, show, pause, session }) {\n${script}\n}\n`;
  const httpPath = `http-${hashOf(HTTP)}.js`;
  const viewPath = `view-${hashOf(name)}.js`;
  const entry = `import { http } from './${httpPath}';

const main = document.querySelector('main');
const show = (text) => main.append(Object.assign(document.createElement('p'), { textContent: String(text) }));
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function loadSession() {
  const answer = await http.get('${sessionPath}');
  return answer.json();
}

async function mount() {
  const session = await loadSession();
  const view = await import('./${viewPath}');
  await view.load({ http, show, pause, session });
}

mount().catch(show).finally(() => { document.documentElement.dataset.lab = 'done'; });
`;
  const entryPath = `index-${hashOf(entry)}.js`;
  const stylePath = `index-${hashOf(STYLE)}.css`;
  const javascript = 'text/javascript; charset=utf-8';
  return {
    document: `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/${stylePath}">${head}
<script type="module" src="/assets/${entryPath}"></script></head>
<body><main><h1>${title}</h1>${body}</main></body>
</html>
`,
    assets: {
      [`/assets/${stylePath}`]: { mediaType: 'text/css; charset=utf-8', content: STYLE },
      [`/assets/${entryPath}`]: { mediaType: javascript, content: entry },
      [`/assets/${httpPath}`]: { mediaType: javascript, content: HTTP },
      [`/assets/${viewPath}`]: { mediaType: javascript, content: view },
    },
  };
}
