import { writeFileSync } from 'node:fs';
import { peakRssBytes } from './peak-rss.ts';

/** Loaded into a program with `--import`: at its end it writes its peak RSS to the file that the environment names. */
process.on('exit', () => {
  const file = process.env.HARRIER_BENCH_PEAK_RSS;
  if (file !== undefined) writeFileSync(file, String(peakRssBytes()));
});
