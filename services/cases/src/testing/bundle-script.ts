import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const repository = fileURLToPath(new URL('../../../../', import.meta.url));

/** A script that runs in a process of its own, from its sources like every test: no build has to be there. Gives its path. */
export async function bundleScript(source: URL, folder: string): Promise<string> {
  const outDir = path.join(folder, path.basename(fileURLToPath(source), '.ts'));
  await build({
    root: repository,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: fileURLToPath(source),
      outDir,
      rollupOptions: { output: { entryFileNames: 'script.mjs' } },
    },
    resolve: { conditions: ['harrier-source'] },
    ssr: { noExternal: [/^@harrier\//], resolve: { conditions: ['harrier-source', 'node', 'default'] } },
  });
  return path.join(outDir, 'script.mjs');
}
