import type { Capture } from '../capture.ts';
import { throwIfCancelled } from '../source/cancelled.ts';
import { ByteWriter, type WriteBytes } from './byte-writer.ts';
import { EntryDates } from './entry-dates.ts';
import { conform } from './fit.ts';
import { logShape } from './har-shape.ts';
import { indentedJson } from './indented-json.ts';
import { writeEntry } from './write-entry.ts';

export interface WriteOptions {
  readonly signal?: AbortSignal;
  /** Called after each entry with how many are written. */
  readonly onProgress?: (entries: number, totalEntries: number) => void;
}

/**
 * Writes a capture as HAR 1.2, entry by entry: whatever was read, every required member is there with
 * the right type, so that other tools open it. Unknown members stay; a value of a wrong type moves to its name with
 * `_` before it. Bodies are copied as they were written, indentation is Chrome's. Memory does not grow with the file.
 * Writing what was read from the result gives the same bytes.
 */
export async function writeHar(
  capture: Capture,
  write: WriteBytes,
  options: WriteOptions = {},
): Promise<void> {
  const writer = new ByteWriter(write);
  const dates = new EntryDates(capture.index);
  const { log, root } = await capture.openRawLog();
  const meta = conform(log, logShape(dates.first));

  await writer.text('{\n  "log": {\n');
  for (const [name, value] of Object.entries(meta))
    await writer.text(`${memberText(name, value, '    ')},\n`);
  await writer.text('    "entries": [');
  for (let row = 0; row < capture.index.length; row++) {
    throwIfCancelled(options.signal);
    await writer.text(row === 0 ? '\n      ' : ',\n      ');
    await writeEntry(capture, row, dates, writer);
    options.onProgress?.(row + 1, capture.index.length);
  }
  await writer.text(capture.index.length === 0 ? ']\n  }' : '\n    ]\n  }');
  for (const [name, value] of Object.entries(root)) {
    await writer.text(`,\n${memberText(name, value, '  ')}`);
  }
  await writer.text('\n}\n');
  await writer.flush();
}

function memberText(name: string, value: unknown, indent: string): string {
  return `${indent}${JSON.stringify(name)}: ${indentedJson(value, indent)}`;
}
