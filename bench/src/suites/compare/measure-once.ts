import { compareCaptures } from '@harrier/analyze';
import { type Capture, openCapture } from '@harrier/har';
import { fileSource } from '@harrier/har/node';
import { peakRssBytes } from '../../measure/peak-rss.ts';

/** What one fresh process found out. */
export interface CompareMeasurement {
  /** Reading both files into their indexes. */
  readonly indexMs: number;
  readonly compareMs: number;
  readonly entries: readonly [number, number];
  readonly paired: number;
  readonly differences: number;
  readonly leftClosed: number;
  readonly peakRssBytes: number;
}

/** `node measure-once.js <a> <b>` */
async function measureOnce(
  fileA: string | undefined,
  fileB: string | undefined,
): Promise<CompareMeasurement> {
  if (fileA === undefined || fileB === undefined) throw new Error('usage: measure-once <a> <b>');
  const start = performance.now();
  const captures: readonly [Capture, Capture] = [
    await openCapture(fileSource(fileA)),
    await openCapture(fileSource(fileB)),
  ];
  const indexed = performance.now();
  const { paired, differences, leftClosed } = await compareCaptures(...captures);
  const compared = performance.now();
  const [a, b] = captures;
  return {
    indexMs: indexed - start,
    compareMs: compared - indexed,
    entries: [a.index.length, b.index.length],
    paired,
    differences: differences.length,
    leftClosed,
    peakRssBytes: peakRssBytes(),
  };
}

process.stdout.write(JSON.stringify(await measureOnce(process.argv[2], process.argv[3])));
