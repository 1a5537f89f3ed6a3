/** Compiles AssemblyScript to WebAssembly. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

const settings =
  '--runtime stub --enable simd --enable bulk-memory --optimizeLevel 3 --shrinkLevel 0 --noAssert --use abort=';

/**
 * A module as base64.
 *
 * @param {string} file Absolute path of the source.
 * @param {number} initialPages Its memory when it starts, in pages of 64 KiB.
 */
export function compileAssembly(file, initialPages) {
  // Not in the tree: a new file there would count as a source, and what was just built as stale.
  const folder = mkdtempSync(path.join(tmpdir(), 'harrier-kernel-'));
  const wasm = path.join(folder, 'kernel.wasm');
  const compiler = path.join(
    path.dirname(createRequire(import.meta.url).resolve('assemblyscript/package.json')),
    'bin/asc.js',
  );
  const words = [
    path.basename(file),
    '--outFile',
    wasm,
    ...settings.split(' '),
    '--initialMemory',
    initialPages,
  ];
  try {
    execFileSync(process.execPath, [compiler, ...words], {
      cwd: path.dirname(file),
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return readFileSync(wasm).toString('base64');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
