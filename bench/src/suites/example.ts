import { mkdirSync, writeFileSync } from 'node:fs';
import { exampleFiles } from '../example/example-files.ts';
import type { Suite } from './suite.ts';

/** Seen from `bench/dist/suites`. */
const folder = new URL('../../../fixtures/example/', import.meta.url);

/** Writes `fixtures/example` anew. A test fails when what lies there is something else. */
export const exampleSuite: Suite = {
  name: 'example',
  summary: 'Writes the example captures and logs of fixtures/example.',
  usage: [],
  run: async () => {
    mkdirSync(new URL('logs/', folder), { recursive: true });
    for (const { name, bytes } of exampleFiles()) {
      writeFileSync(new URL(name, folder), bytes);
      process.stderr.write(`fixtures/example/${name}  ${bytes.length} bytes\n`);
    }
    return 0;
  },
};
