/**
 * `npm run build:single [file]`: the commands that need nothing but Node in one file, to hand to somebody who has Node and no
 * package manager. What needs a database, a browser or the workbench's pages is left to the package.
 */
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { readyOrExit, root } from './ensure-ready.mjs';

const cli = path.join(root, 'apps/cli');
const usualFile = path.join(cli, 'dist/single/harrier.mjs');

/** Commands that come along. */
const commands = [
  'triage',
  'compare',
  'table',
  'show',
  'sanitize',
  'convert',
  'seal',
  'unseal',
  'send',
  'case',
  'exception',
  'escalate',
  'explain',
  'completion',
];

/** A line of the compiled command table. */
const TABLE_LINE = /^ *\{ name: '([^']+)', load:.*\n/gm;

/** `readFileSync(new URL('../package.json', import.meta.url), 'utf8')`. */
const TEXT_BESIDE = /readFileSync\(new URL\('(\.[^']+)', import\.meta\.url\), 'utf8'\)/g;
/** A thread's script; the place of the file that starts it. */
const THREAD_BESIDE = /new URL\('(\.[^']+\.js)', import\.meta\.url\)/g;

/** What lies beside a module becomes part of the file; a place that nobody thought of ends the build. */
const insideOneFile = {
  name: 'harrier-inside-one-file',
  enforce: 'pre',
  async transform(code, id) {
    if (id.endsWith('/commands/command-table.js')) return { code: shorterTable(code), map: null };
    if (!id.startsWith(root) || id.includes('/node_modules/') || !code.includes('import.meta.url'))
      return null;
    const beside = (place) => path.resolve(path.dirname(id), place);
    let changed = code.replace(TEXT_BESIDE, (_, place) =>
      JSON.stringify(readFileSync(beside(place), 'utf8')),
    );
    for (const [whole, place] of changed.matchAll(THREAD_BESIDE)) {
      const script = Buffer.from(await oneScript(beside(place))).toString('base64');
      changed = changed.replace(whole, `new URL('data:text/javascript;base64,${script}')`);
    }
    if (changed.includes('import.meta.url')) throw new Error(`${id} looks for a file beside it.`);
    return { code: changed, map: null };
  },
  resolveId: (name) => (name === 'openpgp' ? OPENPGP : null),
  load: (id) => (id === OPENPGP ? openpgpBeside() : null),
};

function shorterTable(code) {
  const names = [...code.matchAll(TABLE_LINE)].map(([, name]) => name);
  const unknown = commands.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Error(`The command table has no ${unknown.join(', ')}.`);
  return code.replace(TABLE_LINE, (line, name) => (commands.includes(name) ? line : ''));
}

const OPENPGP = '\0openpgp-beside';

/** OpenPGP.js has a licence that asks for a file of its own: it is looked for beside this one, when it is needed. */
function openpgpBeside() {
  const names = Object.keys(createRequire(import.meta.url)('openpgp'));
  const stands = names.map(
    (name) => `export const ${name} = new Proxy(function () {}, {
  apply: (_, __, given) => openpgp().${name}(...given),
  construct: (_, given) => new (openpgp().${name})(...given),
  get: (_, key) => openpgp().${name}[key],
  set: (_, key, value) => ((openpgp().${name}[key] = value), true),
});`,
  );
  return `import { createRequire } from 'node:module';
let found;
function openpgp() {
  try {
    return (found ??= createRequire(import.meta.url)('openpgp'));
  } catch {
    process.stderr.write('harrier: This needs OpenPGP.js beside the file: npm install openpgp\\n');
    process.exit(2);
  }
}
${stands.join('\n')}`;
}

/** A module and all that it needs as one script. */
async function oneScript(entry) {
  const built = await build({
    root: cli,
    configFile: false,
    logLevel: 'error',
    plugins: [insideOneFile],
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: entry,
      write: false,
      minify: true,
      target: 'node20',
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const [script, ...more] = built.output.filter(({ type }) => type === 'chunk');
  if (more.length > 0) throw new Error(`${entry} became several files.`);
  return script.code;
}

/** @param {string} file */
export async function buildSingle(file) {
  const text = await oneScript(path.join(cli, 'dist/single-file.js'));
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `#!/usr/bin/env node\n${text}`, { mode: 0o755 });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  readyOrExit();
  const file = path.resolve(process.argv[2] ?? usualFile);
  await buildSingle(file);
  process.stdout.write(
    `${path.relative(process.cwd(), file)} (${Math.round(statSync(file).size / 1000)} kB)\n`,
  );
}
