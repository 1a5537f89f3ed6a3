import { type Capture, HarReadError } from '@harrier/har';
import { HarTokens } from '../har/har-tokens.ts';
import { oneByteText } from './one-byte-text.ts';
import { stretchesOf } from './stretches.ts';

/** One stretch, read and taken apart. */
export interface ReadStretch {
  readonly start: number;
  readonly bytes: Uint8Array;
  /** The bytes with one character each; see `TokenText`. */
  readonly text: string;
  readonly tokens: HarTokens;
}

export interface WalkOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (readBytes: number, totalBytes: number) => void;
}

/** Takes a capture apart from its first byte to its last, stretch by stretch. What is given is reused for the next. */
export async function* walkCapture(capture: Capture, options: WalkOptions = {}): AsyncGenerator<ReadStretch> {
  const tokens = new HarTokens();
  const { source } = capture;
  for (const { start, end } of stretchesOf(capture)) {
    if (options.signal?.aborted) throw new HarReadError('har/cancelled', 'Sanitizing was cancelled.');
    const bytes = await source.read(start, end - start);
    if (bytes.length !== end - start)
      throw new HarReadError(
        'har/source-failed',
        `The file ended at byte ${start + bytes.length} while it was read again.`,
        {
          byteOffset: start + bytes.length,
          nextStep: 'Make sure that nothing writes to the file, and try again.',
        },
      );
    const text = oneByteText(bytes);
    tokens.read(text, bytes);
    yield { start, bytes, text, tokens };
    options.onProgress?.(end, source.sizeBytes);
  }
}
