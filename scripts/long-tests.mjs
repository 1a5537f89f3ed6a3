/**
 * Files of tests that take long, with their seconds as the last whole run noted them: begun first, so that no worker is left
 * alone with one of them at the end, and left out of `npm run check`. `HARRIER_NOTE_LONG_TESTS=1 npm test` notes them anew.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(fileURLToPath(import.meta.url), '../..');
const file = path.join(root, 'scripts/long-tests.json');

/** What takes less is not worth a line. */
const LEAST_SECONDS = 2;

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
      .map((module) => [testFile(module.moduleId), Math.round(module.diagnostic().duration / 1000)])
      .filter(([, took]) => took >= LEAST_SECONDS)
      .sort(([oneFile, one], [otherFile, other]) => other - one || (oneFile < otherFile ? -1 : 1));
    writeFileSync(file, `${JSON.stringify(Object.fromEntries(seconds), null, 2)}\n`);
  }
}
