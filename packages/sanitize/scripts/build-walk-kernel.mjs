/**
 * Compiles assembly/walk-kernel.ts (AssemblyScript) to WebAssembly and writes src/har/walk/walk-kernel.ts. It is small, so
 * it is committed; a test holds it against its source.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const room = path.resolve(fileURLToPath(import.meta.url), '../..');

/** The module as base64. */
export function compileWalkKernel() {
  const folder = mkdtempSync(path.join(tmpdir(), 'harrier-kernel-'));
  const wasm = path.join(folder, 'kernel.wasm');
  const asc = path.join(
    path.dirname(createRequire(import.meta.url).resolve('assemblyscript/package.json')),
    'bin/asc.js',
  );
  const settings =
    '--runtime stub --enable simd --optimizeLevel 3 --shrinkLevel 0 --noAssert --use abort= --initialMemory 8';
  const words = [asc, 'assembly/walk-kernel.ts', '--outFile', wasm, ...settings.split(' ')];
  try {
    execFileSync(process.execPath, words, { cwd: room, stdio: ['ignore', 'ignore', 'inherit'] });
    return readFileSync(wasm).toString('base64');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lines = (compileWalkKernel().match(/.{1,100}/g) ?? []).map((line) => `  '${line}'`).join(' +\n');
  writeFileSync(
    path.join(room, 'src/har/walk/walk-kernel.ts'),
    `/** WebAssembly, made by scripts/build-walk-kernel.mjs from assembly/walk-kernel.ts. */\nexport const walkKernelBase64 =\n${lines};\n`,
  );
}
