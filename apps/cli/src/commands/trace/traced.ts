import { openExchange } from '@harrier/analyze';
import type { FlowEntry, TrackingTarget } from '@harrier/logs';
import { parseTrackingId } from '@harrier/tracking';
import type { Options } from '../../arguments/option-table.ts';
import { UsageError } from '../../arguments/usage-error.ts';
import { withCapture } from '../../input/with-capture.ts';
import type { CliIo } from '../../io.ts';
import type { AllWords } from '../../words/for-language.ts';

/** What is followed through the logs. */
export interface Traced {
  /** What the store is asked for. */
  readonly target: TrackingTarget;
  readonly entry: FlowEntry | undefined;
  /** Host of the request, to find its source. */
  readonly host: string | undefined;
  /** The capture's path; undefined without one. */
  readonly file: string | undefined;
}

/** An id in any spelling. */
export async function tracedId(given: string): Promise<Traced> {
  const { readTarget } = await import('@harrier/logs');
  const read = readTarget(given, 'request');
  if (read === undefined) throw new UsageError({ kind: 'not-an-id', given });
  return { target: read.target, entry: undefined, host: undefined, file: undefined };
}

/** A request of a capture, by its index in the file's order. */
export async function tracedEntry(
  io: CliIo,
  file: string,
  indexText: string,
  options: Options,
  words: AllWords,
): Promise<Traced> {
  const digits = /^#?(\d{1,15})$/.exec(indexText)?.[1];
  if (digits === undefined) throw new UsageError({ kind: 'not-an-index', given: indexText });
  const index = Number(digits);
  return await withCapture(io, file, options, words, async (capture): Promise<Traced> => {
    const entries = capture.index.length;
    if (index >= entries) throw new UsageError({ kind: 'no-such-entry', index, entries });
    const { entry, trackingId = '', requestText, error } = await openExchange(capture, index);
    const id = parseTrackingId(trackingId);
    if (id === undefined) throw new UsageError({ kind: 'no-tracking-id', index });
    const { request, response, startEpochMs, timeMs } = entry;
    return {
      target: { kind: 'id', id, level: 'request' },
      entry: {
        method: request.method,
        url: request.url,
        startEpochMs,
        timeMs,
        status: response.status,
        requestText,
        errorText: error?.text,
      },
      host: URL.canParse(request.url) ? new URL(request.url).hostname : undefined,
      file,
    };
  });
}
