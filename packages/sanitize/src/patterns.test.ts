import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/** The part of recheck's result that is asked for. */
interface Verdict {
  readonly status: 'safe' | 'vulnerable' | 'unknown';
}

// The build for browsers is all JavaScript; the one for Node starts a JVM or a native program.
const requireHere = createRequire(import.meta.url);
const { checkSync } = requireHere(join(dirname(requireHere.resolve('recheck')), 'lib/browser.js')) as {
  checkSync(source: string, flags: string, options: { timeout: number; checker: string }): Verdict;
};

const here = dirname(fileURLToPath(import.meta.url));

/** The detectors: whatever they are tried on comes from outside. */
const FOLDERS = ['content', 'formats', 'learned', 'names', 'policy', 'pseudonyms', 'shapes', 'values'];

const sourceFiles = FOLDERS.flatMap((folder) =>
  readdirSync(join(here, folder)).map((file) => join(folder, file)),
)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => ({ file, text: readFileSync(join(here, file), 'utf8') }));

/** Regular expression literals: after an operator, a bracket, a comma or `return`; classes may hold a slash. */
const LITERAL =
  /(?<=[=(,:[!&|?]\s*|return )\/(?![*/])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+)\/([dgimsuy]*)/g;

const patterns = sourceFiles.flatMap(({ file, text }) =>
  [...text.replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '').matchAll(LITERAL)].map(([, source = '', flags = '']) => {
    // A shape's pattern is tried at one place, see literal-index.ts.
    const sticky = file.startsWith('shapes') && text.includes('pattern: /') && !flags.includes('y');
    return { file, source, flags: sticky ? `${flags}y` : flags };
  }),
);

describe('patterns', () => {
  it('are all found in the sources', () => {
    expect(patterns.length).toBeGreaterThan(240);
  });

  it('take time in proportion to the text, each as recheck proves', () => {
    const slow = patterns.filter(
      ({ source, flags }) =>
        checkSync(source, flags, { timeout: 5_000, checker: 'automaton' }).status !== 'safe',
    );
    expect(slow).toEqual([]);
  });

  it('repeat a bounded number of times in shapes, and never a repetition', () => {
    const shapes = patterns.filter(({ file }) => file.startsWith('shapes'));
    expect(shapes.length).toBeGreaterThan(200);
    for (const { file, source } of shapes) {
      const withoutClasses = source.replace(/\\./g, '_').replace(/\[[^\]]*\]/g, '_');
      expect(withoutClasses, file).not.toMatch(/[*+]|\{\d+,\}/);
      // A group that repeats more than once must not hold a repetition that varies.
      expect(withoutClasses, file).not.toMatch(/\{\d+,\d+\}[^()]*\)\{\d+,(?:[2-9]\d|\d{3,})\}/);
    }
  });
});
