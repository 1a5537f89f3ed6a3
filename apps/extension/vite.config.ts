import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Pages and background of the extension, the same for every browser; `scripts/build-extension.mjs` adds the manifests. */
export default defineConfig({
  plugins: [react()],
  base: './',
  // Built from the sources of every room, as the workbench is.
  resolve: { conditions: ['harrier-source', 'browser', 'module', 'import', 'default'] },
  worker: { format: 'es' },
  build: {
    outDir: 'dist/pages',
    emptyOutDir: true,
    target: 'es2023',
    cssTarget: ['chrome125', 'firefox128'],
    modulePreload: false,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      input: {
        popup: 'popup.html',
        done: 'done.html',
        background: 'src/background/background.ts',
      },
      output: {
        // The manifest names it.
        entryFileNames: ({ name }) => (name === 'background' ? 'background.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
});
