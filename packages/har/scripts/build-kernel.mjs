/**
 * Compiles the scanner's kernel (assembly/, AssemblyScript) to WebAssembly and embeds it as base64 in a TypeScript
 * module, so that Node, workers, pages and one offline file load it alike. Does nothing while the module is
 * newer than its sources.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
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
  // Not in the tree: a new file there would count as a source, and what was just built as stale.
  const folder = mkdtempSync(path.join(tmpdir(), 'harrier-kernel-'));
  const wasm = path.join(folder, 'kernel.wasm');
  const asc = path.join(
    path.dirname(createRequire(import.meta.url).resolve('assemblyscript/package.json')),
    'bin/asc.js',
  );
  const settings =
    '--runtime stub --enable simd --optimizeLevel 3 --shrinkLevel 0 --noAssert --use abort= --initialMemory 16';
  const words = [asc, 'assembly/kernel.ts', '--outFile', wasm, ...settings.split(' ')];
  try {
    execFileSync(process.execPath, words, { cwd: room, stdio: ['ignore', 'ignore', 'inherit'] });
    const base64 = readFileSync(wasm).toString('base64');
    mkdirSync(path.dirname(module), { recursive: true });
    writeFileSync(
      module,
      `/** Made by scripts/build-kernel.mjs from assembly/. */\nexport const kernelBase64 =\n  '${base64}';\n`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
