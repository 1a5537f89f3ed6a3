/**
 * Compiles the scanner's kernel (assembly/, AssemblyScript) to WebAssembly and embeds it as base64 in a TypeScript
 * module, so that Node, workers, pages and one offline file load it alike. Does nothing while the module is
 * newer than its sources.
 */
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileAssembly } from '../../../scripts/compile-assembly.mjs';

const room = path.resolve(fileURLToPath(import.meta.url), '../..');
const sources = path.join(room, 'assembly');
const module = path.join(room, 'src/scan/wasm/kernel.generated.ts');

const newest = Math.max(
  statSync(fileURLToPath(import.meta.url)).mtimeMs,
  ...readdirSync(sources).map((file) => statSync(path.join(sources, file)).mtimeMs),
);
if (newest > (statSync(module, { throwIfNoEntry: false })?.mtimeMs ?? 0)) build();

function build() {
  const base64 = compileAssembly(path.join(sources, 'kernel.ts'), 16);
  mkdirSync(path.dirname(module), { recursive: true });
  writeFileSync(
    module,
    `/** Made by scripts/build-kernel.mjs from assembly/. */\nexport const kernelBase64 =\n  '${base64}';\n`,
  );
}
