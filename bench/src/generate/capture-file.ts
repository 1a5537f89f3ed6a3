import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Formatting } from './formatting.ts';
import { type CaptureOptions, generateCapture } from './generate-capture.ts';
import { profiles } from './profile.ts';

/** Generated captures are kept here from run to run; the folder is git-ignored. Seen from `bench/dist/generate`. */
const cacheFolder = fileURLToPath(new URL('../../../.cache/bench/', import.meta.url));

/** Part of every cached name: raise it when the same options give other bytes, so that old files are not mistaken for new. */
const generation = 2;

/** Writes a capture. The file has its name only when it is whole. */
export function writeCapture(path: string, options: CaptureOptions): { sizeBytes: number } {
  const partial = `${path}.partial`;
  mkdirSync(dirname(path), { recursive: true });
  const descriptor = openSync(partial, 'w');
  let sizeBytes = 0;
  try {
    for (const piece of generateCapture(options)) {
      writeSync(descriptor, piece);
      sizeBytes += piece.length;
    }
  } finally {
    closeSync(descriptor);
  }
  renameSync(partial, path);
  return { sizeBytes };
}

/** Which capture to keep in the cache, besides its size. */
export interface CachedCapture {
  readonly seed: number;
  readonly profile: keyof typeof profiles;
  readonly formatting: Formatting;
}

/** The path of a capture of this size, from the cache or written now. */
export function cachedCapture(megabytes: number, { seed, profile, formatting }: CachedCapture): string {
  const path = `${cacheFolder}${profile}-${formatting}-v${generation}-seed${seed}-${megabytes}mb.har`;
  if (!existsSync(path))
    writeCapture(path, {
      seed,
      formatting,
      profile: profiles[profile],
      until: { sizeBytes: megabytes * 1e6 },
    });
  return path;
}

/** The path of a capture of so many entries, from the cache or written now. */
export function cachedEntries(entries: number, { seed, profile, formatting }: CachedCapture): string {
  const path = `${cacheFolder}${profile}-${formatting}-v${generation}-seed${seed}-${entries}entries.har`;
  if (!existsSync(path))
    writeCapture(path, { seed, formatting, profile: profiles[profile], until: { entries } });
  return path;
}
