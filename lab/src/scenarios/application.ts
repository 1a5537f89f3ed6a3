import type { Site } from '../network/site.ts';
import { type HostSpec, host } from './host.ts';

/** A single-page application: its document, its bundle and what else its host answers. */
export interface ApplicationSpec extends Omit<HostSpec, 'host' | 'routes'> {
  /** Default `portal.example.test`. */
  readonly host?: string;
  /** Default `Directory`. */
  readonly title?: string;
  /** What the application does once it is up: calls through `client`, see below. */
  readonly script: string;
  /** Markup after the heading. */
  readonly body?: string;
  /** Fields of the document alone, such as a policy. */
  readonly documentFields?: Readonly<Record<string, string>>;
  readonly routes?: HostSpec['routes'];
}

const BUNDLE = '/assets/app.4be1c07a.js';

/**
 * The bundle's own layers: a client that knows how to call, and a view that tells what went wrong, so that a request's
 * call stack goes through a framework as it does in real captures. `client.call` gives the response with its text, or
 * undefined where the browser let nothing through.
 */
const FRAMEWORK = `
class HttpClient {
  constructor(defaults) { this.defaults = defaults; }
  async call(method, url, init = {}) {
    const headers = { ...this.defaults, ...init.headers };
    try {
      const response = await fetch(url, { ...init, method, headers });
      return { status: response.status, headers: response.headers, text: await response.text() };
    } catch (error) {
      view.problem(method + ' ' + url + ': ' + error.message);
      return undefined;
    }
  }
  get(url, init) { return this.call('GET', url, init); }
  post(url, body, init = {}) { return this.send('POST', url, body, init); }
  send(method, url, body, init = {}) {
    const headers = { 'content-type': 'application/json', ...init.headers };
    return this.call(method, url, { ...init, headers, body: JSON.stringify(body) });
  }
}
const view = {
  problem(text) { document.querySelector('main').append(Object.assign(document.createElement('p'), { textContent: text })); },
  ready() { document.documentElement.dataset.lab = 'done'; },
};
const client = new HttpClient({ accept: 'application/json' });
`;

export function application(spec: ApplicationSpec): Site {
  const {
    host: name = 'portal.example.test',
    title = 'Directory',
    script,
    body = '',
    documentFields = {},
    routes,
    ...rest
  } = spec;
  return host({
    ...rest,
    host: name,
    routes: {
      '/': { fields: documentFields, html: documentOf(title, body) },
      [BUNDLE]: {
        script: `${FRAMEWORK}async function start() {\n${script}\n}\nstart().finally(view.ready);\n`,
      },
      ...routes,
    },
  });
}

function documentOf(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,"></head>
<body><main><h1>${title}</h1>${body}</main><script type="module" src="${BUNDLE}"></script></body>
</html>
`;
}
