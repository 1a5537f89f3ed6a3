import path from 'node:path';
import type { KeptRecording } from '@harrier/recorder/node';
import { bytesText } from '../../format/quantity.ts';
import type { CliIo } from '../../io.ts';
import { escapeText } from '../../terminal/escape.ts';
import type { AllWords } from '../../words/for-language.ts';
import { printSanitized } from '../sanitize/print-sanitized.ts';

/** What was recorded and written, on standard error: the answer that follows is the output. */
export async function printRecorded(io: CliIo, kept: KeptRecording, words: AllWords): Promise<void> {
  const { record } = words;
  const { file, entries, end, report, original, pictures, sizeBytes } = kept;
  const lines = [
    record.ended[end],
    ...(entries === 0 ? [record.nothing] : []),
    // What was taken out is said with the size, below.
    ...(report === undefined ? [words.convert.done(entries, bytesText(sizeBytes), file)] : []),
    ...(original === undefined ? [] : [record.original(original.file, original.fingerprints.length)]),
    ...(pictures.length === 0 ? [] : [record.pictures(pictures.length, path.dirname(pictures[0] ?? ''))]),
  ];
  for (const line of lines) await io.stderr.write(`${escapeText(line)}\n`);
  if (report !== undefined) await printSanitized(io, file, report, words);
  await io.stderr.write('\n');
}
