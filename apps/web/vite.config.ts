import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
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
    // The words of six languages are data: apart, they stay in the cache while the code changes.
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: 'words', test: /packages\/knowledge|src\/(?:filter\/)?words/ }] },
      },
    },
  },
});
