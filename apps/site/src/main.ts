import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSite } from './build-site.ts';

const root = path.resolve(fileURLToPath(import.meta.url), '../../../..');
const folder = path.resolve(process.argv[2] ?? path.join(root, 'dist/knowledge'));
try {
  const { files, sizeBytes } = await buildSite(folder);
  process.stdout.write(`${files} files, ${Math.round(sizeBytes / 1024)} KiB: ${folder}\n`);
} catch (error) {
  process.stderr.write(`build:knowledge: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
