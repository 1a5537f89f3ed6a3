/**
 * Compiles the scanner's kernel (assembly/, AssemblyScript) to WebAssembly and embeds it as base64 in a TypeScript
 * module, so that Node, workers, pages and one offline file load it alike. Does nothing while the module is
 * newer than its sources.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const room = path.resolve(fileURLToPath(import.meta.url), '../..');
const sources = path.join(room, 'assembly');
const module = path.join(room, 'src/scan/wasm/kernel.generated.ts');

const newest = Math.max(
  statSync(fileURLToPath(import.meta.url)).mtimeMs,
  ...readdirSync(sources).map((file) => statSync(path.join(sources, file)).mtimeMs),
);
if (newest > (statSync(module, { throwIfNoEntry: false })?.mtimeMs ?? 0)) build();

function build() {
  const compiler = path.join(
    path.dirname(createRequire(import.meta.url).resolve('assemblyscript/package.json')),
    'bin/asc.js',
  );
  const wasm = path.join(path.dirname(module), 'kernel.wasm');
  mkdirSync(path.dirname(module), { recursive: true });
  execFileSync(
    process.execPath,
    [
      compiler,
      path.join(sources, 'kernel.ts'),
      '--outFile',
      wasm,
      '--runtime',
      'stub',
      '--enable',
      'simd',
      '--optimizeLevel',
      '3',
      '--shrinkLevel',
      '0',
      '--noAssert',
      '--use',
      'abort=',
      '--initialMemory',
      '16',
    ],
    { cwd: room, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const base64 = readFileSync(wasm).toString('base64');
  writeFileSync(
    module,
    `/** Made by scripts/build-kernel.mjs from assembly/. */\nexport const kernelBase64 =\n  '${base64}';\n`,
  );
}
