import type { Site } from '../network/site.ts';
import { type HostSpec, host } from './host.ts';

/** A page of the kind that was written before frameworks: markup, styles, and one script that sends XMLHttpRequests. */
export interface OlderPageSpec extends Omit<HostSpec, 'routes'> {
  /** Of the markup: `fr`. */
  readonly lang: string;
  readonly title: string;
  /** Runs when the page has loaded; `ask(method, url, options)` gives the request once it has ended. */
  readonly script?: string;
  /** Markup of the head, such as styles. */
  readonly head?: string;
  readonly body?: string;
  readonly documentFields?: Readonly<Record<string, string>>;
  readonly routes?: HostSpec['routes'];
}

const ASK = `
function ask(method, url, options) {
  options = options || {};
  return new Promise(function (ended) {
    var request = new XMLHttpRequest();
    request.open(method, url);
    request.withCredentials = Boolean(options.cookies);
    request.setRequestHeader('Accept', 'application/json, text/plain, */*');
    for (var name in options.headers) request.setRequestHeader(name, options.headers[name]);
    request.onloadend = function () {
      if (request.status === 0 || request.status >= 400) document.title += ' (!)';
      ended(request);
    };
    request.send(options.body);
  });
}
function shown() { document.documentElement.dataset.lab = 'done'; }
`;

export function olderPage(spec: OlderPageSpec): Site {
  const { lang, title, script = '', head = '', body = '', documentFields = {}, routes, ...rest } = spec;
  return host({
    ...rest,
    routes: {
      '/': {
        fields: documentFields,
        html: `<!DOCTYPE html>
<html lang="${lang}">
<head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,">${head}</head>
<body><h1>${title}</h1>${body}
<script src="/js/main.js?v=20260108"></script>
</body>
</html>
`,
      },
      '/js/main.js': {
        type: 'application/javascript',
        script: `${ASK}window.addEventListener('load', function () {\n(async function () {\n${script}\n})().then(shown, shown);\n});\n`,
      },
      ...routes,
    },
  });
}
