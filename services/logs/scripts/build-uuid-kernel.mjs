/**
 * Compiles assembly/uuid-kernel.ts (AssemblyScript) to WebAssembly and writes src/formats/uuid-kernel.ts. It is small, so
 * it is committed; a test holds it against its source.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileAssembly } from '../../../scripts/compile-assembly.mjs';

const room = path.resolve(fileURLToPath(import.meta.url), '../..');

/** The module as base64. */
export function compileUuidKernel() {
  return compileAssembly(path.join(room, 'assembly/uuid-kernel.ts'), 34);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lines = (compileUuidKernel().match(/.{1,100}/g) ?? []).map((line) => `  '${line}'`).join(' +\n');
  writeFileSync(
    path.join(room, 'src/formats/uuid-kernel.ts'),
    `/** WebAssembly, made by scripts/build-uuid-kernel.mjs from assembly/uuid-kernel.ts. */\nexport const uuidKernelBase64 =\n${lines};\n`,
  );
}
