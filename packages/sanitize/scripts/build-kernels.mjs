/**
 * Compiles the kernels in assembly/ (AssemblyScript) to WebAssembly and writes them into modules under src/. They are
 * small, so they are committed; tests hold them against their sources.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileAssembly } from '../../../scripts/compile-assembly.mjs';

const room = path.resolve(fileURLToPath(import.meta.url), '../..');

/** By the name of its source: the module that it is written into. */
const modules = { 'walk-kernel': 'src/har/walk/walk-kernel.ts', 'sift-kernel': 'src/content/sift-kernel.ts' };

/** A kernel as base64. */
export function compileKernel(name) {
  return compileAssembly(path.join(room, `assembly/${name}.ts`), 10);
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [name, module] of Object.entries(modules)) {
    const lines = (compileKernel(name).match(/.{1,100}/g) ?? []).map((line) => `  '${line}'`).join(' +\n');
    writeFileSync(
      path.join(room, module),
      `/** WebAssembly, made by scripts/build-kernels.mjs from assembly/${name}.ts. */\nexport const kernelBase64 =\n${lines};\n`,
    );
  }
