import { type Build, hashOf, type View } from './look.ts';

const RUNTIME = `window.modules = {};
modules.remote = function (method, address, payload, settings) {
  settings = settings || {};
  return new Promise(function (settle) {
    var request = new XMLHttpRequest();
    request.open(method, address);
    request.setRequestHeader('Accept', 'application/json, text/plain, */*');
    var fields = settings.headers || {};
    if (payload !== undefined && !fields['content-type']) request.setRequestHeader('Content-Type', 'application/json;charset=utf-8');
    Object.keys(fields).forEach(function (name) { request.setRequestHeader(name, fields[name]); });
    request.withCredentials = settings.credentials === 'include';
    if (settings.timeoutMs) request.timeout = settings.timeoutMs;
    if (settings.signal) settings.signal.addEventListener('abort', function () { request.abort(); });
    request.onloadend = function () {
      settle({
        status: request.status,
        ok: request.status >= 200 && request.status < 300,
        text: request.responseText,
        header: function (name) { return request.getResponseHeader(name); },
        json: function () { try { return JSON.parse(request.responseText); } catch (fault) { return undefined; } }
      });
    };
    request.send(payload === undefined || typeof payload === 'string' || payload instanceof Blob ? payload : JSON.stringify(payload));
  });
};
`;

const STYLE = 'body{font:15px/1.5 sans-serif;margin:2rem;background:#fbfbf8}h1{font-weight:500}';

/** An application in classic scripts that calls its services with `XMLHttpRequest`; the view is part of its bundle. */
export function bundleBuild({ language, title, sessionPath, script, head = '', body = '' }: View): Build {
  const bundle = `(function () {
  var http = {
    get: function (address, settings) { return modules.remote('GET', address, undefined, settings); },
    send: function (method, address, payload, settings) { return modules.remote(method, address, payload, settings); }
  };
  var show = function (text) { document.getElementById('app').appendChild(document.createTextNode(text + ' ')); };
  var pause = function (ms) { return new Promise(function (resolve) { setTimeout(resolve, ms); }); };
  async function Page() {
    var session = (await http.get('${sessionPath}')).json();
${script}
  }
  Page().catch(show).finally(function () { document.documentElement.dataset.lab = 'done'; });
})();
`;
  const runtimePath = `/static/js/runtime.${hashOf(RUNTIME)}.js`;
  const bundlePath = `/static/js/main.${hashOf(bundle)}.chunk.js`;
  const stylePath = `/static/css/main.${hashOf(STYLE)}.css`;
  return {
    document: `<!DOCTYPE html>
<html lang="${language}"><head><meta charset="utf-8"/><title>${title}</title><link rel="icon" href="data:,"/>
<link href="${stylePath}" rel="stylesheet"/>${head}</head>
<body><div id="app"><h1>${title}</h1>${body}</div>
<script src="${runtimePath}"></script><script src="${bundlePath}"></script></body></html>
`,
    assets: {
      [stylePath]: { mediaType: 'text/css', content: STYLE },
      [runtimePath]: { mediaType: 'application/javascript; charset=UTF-8', content: RUNTIME },
      [bundlePath]: { mediaType: 'application/javascript; charset=UTF-8', content: bundle },
    },
  };
}
