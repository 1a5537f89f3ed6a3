import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const { version } = JSON.parse(readFileSync(new URL('../cli/package.json', import.meta.url), 'utf8'));

const isWords = (id: string): boolean =>
  /packages\/knowledge|src\/(?:filter\/)?words/.test(id) && !/\/pages\/|\/finding\/examples\//.test(id);

// A test runner that has the page built says otherwise, and React would come with its checks for developers.
process.env.NODE_ENV = 'production';

export default defineConfig({
  // What a package says made it, as the command line does.
  define: { 'import.meta.env.HARRIER_VERSION': JSON.stringify(version) },
  plugins: [react()],
  // The example that is one click away.
  publicDir: '../../fixtures/example',
  // The page is built from the sources of every room, so it needs no build of theirs.
  resolve: { conditions: ['harrier-source', 'browser', 'module', 'import', 'default'] },
  worker: { format: 'es' },
  build: {
    outDir: 'dist/page',
    emptyOutDir: true,
    target: 'es2023',
    // The first that know light-dark(); rewritten for older ones, it would need color-scheme beside each use.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    modulePreload: false,
    sourcemap: true,
    chunkSizeWarningLimit: 1000,
    // The words of six languages are data: apart, they stay in the cache while the code changes. Pages of the knowledge base
    // are loaded one group and one language at a time.
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: 'words', test: isWords }] },
      },
    },
  },
});
