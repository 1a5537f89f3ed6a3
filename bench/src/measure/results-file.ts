import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// Seen from `bench/dist/measure`.
const resultsFolder = fileURLToPath(new URL('../../results/', import.meta.url));

/** `docs/benchmarks.md`, where `--markdown` writes. */
export const benchmarksDocument = fileURLToPath(new URL('../../../docs/benchmarks.md', import.meta.url));

/** Keeps the raw values of a run, and says where. */
export function keepResults(suite: string, report: { readonly startedAt: string }): void {
  mkdirSync(resultsFolder, { recursive: true });
  const file = `${resultsFolder}${suite}-${report.startedAt.replaceAll(':', '-')}.json`;
  writeFileSync(file, JSON.stringify(report, undefined, 2));
  process.stderr.write(`\nRaw values: ${file}\n`);
}
