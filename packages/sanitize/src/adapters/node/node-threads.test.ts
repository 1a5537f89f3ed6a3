import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { memorySource, openCapture } from '@harrier/har';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sanitizeCapture } from '../../run/sanitize-capture.ts';
import { plantCapture } from '../../testing/plant.ts';
import { createRandom } from '../../testing/random.ts';
import { nodeThreads } from './node-threads.ts';

let folder: string;
let script: URL;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'harrier-threads-'));
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['harrier-source', 'node', 'module', 'import', 'default'] },
    ssr: { noExternal: true },
    build: {
      ssr: fileURLToPath(new URL('./hand-thread.ts', import.meta.url)),
      outDir: folder,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'hand-thread.mjs', format: 'es' } },
    },
  });
  script = pathToFileURL(path.join(folder, 'hand-thread.mjs'));
});

afterAll(async () => await rm(folder, { recursive: true, force: true }));

const bytes = new TextEncoder().encode(JSON.stringify(plantCapture(createRandom(11), 60).har));

async function sanitize(threads?: ReturnType<typeof nodeThreads>): Promise<string> {
  const capture = await openCapture(memorySource(bytes), { engine: 'typescript' });
  const { output } = await sanitizeCapture(capture, {
    key: new Uint8Array(32).fill(5),
    stretchBytes: 4000,
    ...(threads === undefined ? {} : { threads }),
  });
  return new TextDecoder().decode(await output.read(0, output.sizeBytes));
}

describe('threads of Node', () => {
  it('give the bytes that one alone gives', async () => {
    expect(await sanitize(nodeThreads(2, script))).toBe(await sanitize());
  });

  it.each([
    ['throws', 'throw new Error("over")'],
    ['exits', 'process.exit(0)'],
  ])('fail the run when the script %s', async (_, code) => {
    const broken = path.join(folder, 'broken.mjs');
    await writeFile(broken, code);
    await expect(sanitize(nodeThreads(2, pathToFileURL(broken)))).rejects.toMatchObject({
      code: 'sanitize/worker-ended',
    });
  });
});
