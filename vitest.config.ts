import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Tests run the TypeScript sources of every room, so they need no build of ours.
  ssr: { resolve: { conditions: ['harrier-source', 'node', 'module', 'import', 'default'] } },
  test: {
    include: [
      'packages/**/src/**/*.test.ts',
      'apps/**/src/**/*.test.ts',
      'bench/**/*.test.ts',
      'scripts/**/*.test.js',
    ],
    globals: false,
    restoreMocks: true,
    testTimeout: 30_000,
  },
});
