import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { scanIds } from '@harrier/logs';

/** So many tracking ids of logs, evenly spread over the files and over each of them. */
export function sampledIds(folder: string, count: number): string[] {
  const all: string[] = [];
  for (const name of readdirSync(folder)) {
    const bytes = readFileSync(path.join(folder, name));
    scanIds(bytes, (start, _, end) => all.push(bytes.toString('latin1', start, end)));
  }
  const step = Math.max(1, Math.floor(all.length / count));
  return all.filter((_, index) => index % step === 0).slice(0, count);
}

/** The value below which 99 of 100 lie. The values are sorted. */
export function p99(sorted: readonly number[]): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.99))] ?? Number.NaN;
}
