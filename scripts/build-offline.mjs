/**
 * `npm run build:offline [file]`: the workbench and the sanitizer in one HTML file that is opened from the disk. Nothing in it can
 * ask for anything: its policy has `connect-src 'none'`, its scripts are named by their hash, its workers come out of itself.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { transform } from 'lightningcss';
import { build } from 'vite';
import { readyOrExit, root } from './ensure-ready.mjs';

const web = path.join(root, 'apps/web');
const usualFile = path.join(web, 'dist/offline/harrier.html');

/** A worker that is a file of its own in the served page. */
const WORKER = /new Worker\(\s*new URL\((['"])(\.[^'"]+)\1,\s*import\.meta\.url\),?\s*(\{[^}]*\})?,?\s*\)/g;

/** One script for all threads: most of their code is the same. */
const everyWorker = path.join(web, 'src/engine/every-worker.offline.ts');

/** Workers become part of the file, `x.offline.ts` stands in for `x.ts`, and the example comes without the blanks between its values. */
const insideOneFile = {
  name: 'harrier-inside-one-file',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (importer === undefined || !/^\.{1,2}\/.*\.tsx?$/.test(source) || source.includes('.offline.'))
      return null;
    const file = path.resolve(
      path.dirname(importer.replace(/\?.*$/, '')),
      source.replace(/\.(tsx?)$/, '.offline.$1'),
    );
    return existsSync(file) ? file : null;
  },
  load(id) {
    if (!id.endsWith('.har?raw')) return null;
    const packed = JSON.stringify(JSON.parse(readFileSync(id.slice(0, -'?raw'.length), 'utf8')));
    return `export default ${JSON.stringify(packed)};`;
  },
  transform(code, id) {
    if (!id.includes('/apps/web/src/') || !WORKER.test(code)) return null;
    const changed = code.replace(WORKER, (_whole, _quote, file) => {
      const name = path.basename(file, '.ts');
      if (!readFileSync(everyWorker, 'utf8').includes(`'${name}'`))
        throw new Error(`${everyWorker} does not know the thread ${name}.`);
      return `new InlineWorker({ name: '${name}' })`;
    });
    return { code: `import InlineWorker from '${everyWorker}?worker&inline';\n${changed}`, map: null };
  },
};

/** Where Vite's module of an inlined worker holds the worker's script. */
const INLINED = /const jsContent = (".*");/;

/**
 * The threads' script, packed: as text it would be two fifths of the file. The page unpacks it before it begins, so that a thread
 * starts at once when a capture is dropped. There is no compressed text in HTML, so the bytes are in Base64.
 */
const packedThreads = {
  name: 'harrier-packed-threads',
  enforce: 'post',
  transform(code, id) {
    if (!id.startsWith(everyWorker) || !id.includes('worker')) return null;
    const [, script] = INLINED.exec(code) ?? [];
    if (script === undefined) throw new Error('Vite holds the script of an inlined worker in another way.');
    const packed = gzipSync(runInNewContext(script), { level: 9 }).toString('base64');
    return {
      code: `const bytes = Uint8Array.from(atob(${JSON.stringify(packed)}), (one) => one.charCodeAt(0));
const script = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
const url = URL.createObjectURL(new Blob([await new Response(script).blob()], { type: 'text/javascript;charset=utf-8' }));
export default function InlineWorker(options) {
  return new Worker(url, options);
}`,
      map: null,
    };
  },
};

/** @param {string} file */
export async function buildOffline(file) {
  // A test runner says otherwise, and React would come with its checks for developers.
  process.env.NODE_ENV = 'production';
  const result = await build({
    root: web,
    configFile: path.join(web, 'vite.config.ts'),
    mode: 'production',
    logLevel: 'error',
    publicDir: false,
    plugins: [insideOneFile, packedThreads],
    worker: { format: 'iife', plugins: () => [insideOneFile] },
    build: {
      write: false,
      sourcemap: false,
      cssCodeSplit: false,
      assetsInlineLimit: () => true,
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const { output } = Array.isArray(result) ? result[0] : result;
  const scripts = output.filter(({ type }) => type === 'chunk');
  const styles = output.filter(({ fileName }) => fileName.endsWith('.css'));
  const others = output.filter(
    ({ type, fileName }) => type === 'asset' && !/\.(?:css|html|js)$/.test(fileName),
  );
  if (scripts.length !== 1 || others.length > 0)
    throw new Error(
      `The offline file must be one piece, but the bundler made ${scripts.length} scripts and ${others.length} other files.`,
    );
  mkdirSync(path.dirname(file), { recursive: true });
  const [{ code }] = scripts;
  writeFileSync(file, page(code, neededOf(styles.map(({ source }) => String(source)).join('\n'), code)));
}

/** Classes of components that are not there need no style: Mantine's style sheet has those of all. */
function neededOf(style, script) {
  const classes = new Set(style.match(/\bm_[0-9a-f]{6,8}\b/g));
  const unusedSymbols = [...classes].filter((name) => !script.includes(name));
  return transform({
    filename: 'page.css',
    code: Buffer.from(style),
    minify: true,
    unusedSymbols,
  }).code.toString();
}

function page(code, style) {
  // What would end the element or begin a comment in HTML means the same to a script with a backslash in it.
  const script = code.replace(/<(?=\/script|!--|script)/gi, '\\x3c');
  const hash = createHash('sha256').update(script).digest('base64');
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${hash}' 'wasm-unsafe-eval'`,
    "style-src 'unsafe-inline'",
    'img-src data: blob:',
    'media-src blob:',
    'font-src data: blob:',
    "connect-src 'none'",
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="referrer" content="no-referrer" />
    <link rel="icon" href="data:," />
    <title>Harrier</title>
    <style>${style.replaceAll('</', '<\\/')}</style>
  </head>
  <body>
    <div id="root"></div>
    <script type="module">${script}</script>
  </body>
</html>
`;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  readyOrExit();
  const file = path.resolve(process.argv[2] ?? usualFile);
  await buildOffline(file);
  process.stdout.write(
    `${path.relative(process.cwd(), file)} ${(statSync(file).size / 1e6).toFixed(2)} MB\n`,
  );
}
