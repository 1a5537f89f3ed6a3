/**
 * Files of tests that take long, with their seconds as the last whole run noted them: begun first, so that no worker is left
 * alone with one of them at the end, and left out of `npm run check`. `HARRIER_NOTE_LONG_TESTS=1 npm test` notes them anew.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(fileURLToPath(import.meta.url), '../..');
const file = path.join(root, 'scripts/long-tests.json');

/** What takes less is quick: all of that together takes half a minute. */
const LEAST_MS = 1000;

/** @type {Readonly<Record<string, number>>} Path from the root, with slashes, to seconds. */
export const longTests = JSON.parse(readFileSync(file, 'utf8'));

/** Path from the root, with slashes. */
export function testFile(absolute) {
  return path.relative(root, absolute).split(path.sep).join('/');
}

/** A reporter for vitest that notes what took long, what was set up for the tests included. */
export default class NoteLongTests {
  onTestRunEnd(modules) {
    const seconds = modules
      .map((module) => [module, module.diagnostic().duration])
      .filter(([, tookMs]) => tookMs >= LEAST_MS)
      .map(([module, tookMs]) => [testFile(module.moduleId), Math.round(tookMs / 1000)])
      .sort(([oneFile, one], [otherFile, other]) => other - one || (oneFile < otherFile ? -1 : 1));
    writeFileSync(file, `${JSON.stringify(Object.fromEntries(seconds), null, 2)}\n`);
  }
}
