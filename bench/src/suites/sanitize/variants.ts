import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { openCapture } from '@harrier/har';
import { fileSource, nodeSpool } from '@harrier/har/node';
import { type SanitizeOptions, sanitizeCapture } from '@harrier/sanitize';
import { nodeThreads } from '@harrier/sanitize/node';
import * as harSanitizer from 'har-sanitizer';
import type { Variant } from '../../measure/compare.ts';
import { asLargeAsStrings, entriesOf, jsonParse } from '../../measure/json-parse.ts';
import { sanitizeWhatItCan } from '../../rivals/har-sanitizer.ts';
import { outputBeside } from './output-file.ts';

const pieceBytes = 1 << 20;

/** `jsonParse` is the yardstick: every ratio is against it. All others go from file to file. */
export const variants: readonly Variant[] = [
  {
    id: 'harrier',
    label: 'Harrier, full rules',
    mostMegabytes: Number.POSITIVE_INFINITY,
    prepare: async (path) => () => sanitizeFile(path, {}),
  },
  {
    id: 'harrier-two-threads',
    label: 'Harrier, full rules, two threads',
    mostMegabytes: Number.POSITIVE_INFINITY,
    prepare: async (path) => () => sanitizeFile(path, { threads: nodeThreads(2) }),
  },
  jsonParse,
  {
    id: 'parse-and-stringify',
    label: 'read, JSON.parse, JSON.stringify(…, 2), write',
    ...asLargeAsStrings,
    prepare: async (path) => async () => {
      const har = JSON.parse(readFileSync(path, 'utf8'));
      writeFileSync(outputBeside(path), JSON.stringify(har, undefined, 2));
      return entriesOf(har);
    },
  },
  {
    id: 'har-sanitizer',
    label: 'har-sanitizer 2.0.0 (npm)',
    ...asLargeAsStrings,
    mostRounds: 3,
    // As its own command does it.
    prepare: async (path) => async () => {
      const har = await harSanitizer.sanitize(JSON.parse(readFileSync(path, 'utf8')));
      writeFileSync(outputBeside(path), JSON.stringify(har, undefined, 2));
      return entriesOf(har);
    },
  },
  {
    id: 'har-sanitizer-mended',
    label: 'har-sanitizer, entries it fails on left as they were',
    ...asLargeAsStrings,
    mostRounds: 3,
    prepare: async (path) => async () => {
      const { har } = await sanitizeWhatItCan(JSON.parse(readFileSync(path, 'utf8')));
      writeFileSync(outputBeside(path), JSON.stringify(har, undefined, 2));
      return entriesOf(har);
    },
  },
];

/** From file to file; gives the number of entries. */
async function sanitizeFile(path: string, options: SanitizeOptions): Promise<number> {
  const capture = await openCapture(fileSource(path));
  const { output } = await sanitizeCapture(capture, { ...options, spool: nodeSpool() });
  const descriptor = openSync(outputBeside(path), 'w');
  try {
    for await (const piece of output.stream(pieceBytes)) writeSync(descriptor, piece);
  } finally {
    closeSync(descriptor);
  }
  await output.close?.();
  const entries = capture.index.length;
  await capture.close();
  return entries;
}
