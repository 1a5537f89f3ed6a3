import { type OpenLogOptions, openLogBatches } from './open-log.ts';

/** A format that was found in a log. */
export interface FormatShare {
  /** `text` = what fits none. */
  readonly format: string;
  readonly records: number;
  /** Of all records looked at, 0 to 1. */
  readonly share: number;
  /** The first record of it. */
  readonly line: number;
}

/**
 * Which formats a log holds, the most frequent first. Give it pieces spread through the file (`spreadChunks`) to learn it
 * without reading all of it.
 */
export async function detectFormats(
  chunks: AsyncIterable<Uint8Array>,
  options: OpenLogOptions,
): Promise<FormatShare[]> {
  const found = new Map<string, { records: number; readonly line: number }>();
  let all = 0;
  for await (const batch of openLogBatches(chunks, options))
    for (const { format, line } of batch) {
      const known = found.get(format);
      if (known === undefined) found.set(format, { records: 1, line });
      else known.records++;
      all++;
    }
  return [...found]
    .map(([format, { records, line }]) => ({ format, records, share: records / all, line }))
    .sort((a, b) => b.records - a.records);
}
