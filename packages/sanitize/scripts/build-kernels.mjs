/**
 * Compiles the kernels in assembly/ (AssemblyScript) to WebAssembly and writes them into modules under src/. They are
 * small, so they are committed; tests hold them against their sources.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const room = path.resolve(fileURLToPath(import.meta.url), '../..');

/** By the name of its source: the module that it is written into. */
const modules = { 'walk-kernel': 'src/har/walk/walk-kernel.ts', 'sift-kernel': 'src/content/sift-kernel.ts' };

/** A kernel as base64. */
export function compileKernel(name) {
  const folder = mkdtempSync(path.join(tmpdir(), 'harrier-kernel-'));
  const wasm = path.join(folder, 'kernel.wasm');
  const asc = path.join(
    path.dirname(createRequire(import.meta.url).resolve('assemblyscript/package.json')),
    'bin/asc.js',
  );
  const settings =
    '--runtime stub --enable simd --enable bulk-memory --optimizeLevel 3 --shrinkLevel 0 --noAssert --use abort= --initialMemory 10';
  const words = [asc, `assembly/${name}.ts`, '--outFile', wasm, ...settings.split(' ')];
  try {
    execFileSync(process.execPath, words, { cwd: room, stdio: ['ignore', 'ignore', 'inherit'] });
    return readFileSync(wasm).toString('base64');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [name, module] of Object.entries(modules)) {
    const lines = (compileKernel(name).match(/.{1,100}/g) ?? []).map((line) => `  '${line}'`).join(' +\n');
    writeFileSync(
      path.join(room, module),
      `/** WebAssembly, made by scripts/build-kernels.mjs from assembly/${name}.ts. */\nexport const kernelBase64 =\n${lines};\n`,
    );
  }
