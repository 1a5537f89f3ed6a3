import type { CaptureContainer, OpenOptions } from '../capture.ts';
import { NoteFolder } from '../notes/fold-notes.ts';
import { HarReadError } from '../notes/har-read-error.ts';
import type { ReadNote } from '../notes/read-note.ts';
import type { OtherFile } from '../sniff/other-files.ts';
import { SNIFF_BYTES, sniff } from '../sniff/sniff.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { throwIfCancelled } from '../source/cancelled.ts';
import { memorySpool } from '../source/memory-spool.ts';
import { DEFAULT_LIMITS, InflationGuard, limitError } from './limits.ts';
import type { Opened, ReadContext } from './reader.ts';
import { READERS } from './readers.ts';

/** A file without its wrappings. */
export interface Unwrapped {
  /** HAR bytes in UTF-8, without byte order mark. Closing it closes everything that was opened for it. */
  readonly source: ByteSource;
  readonly container: CaptureContainer;
  readonly notes: readonly ReadNote[];
  /** A body that lies beside the HAR in the same archive (Playwright's `_file`), by its name there. */
  readonly openAttached?: (name: string) => Promise<Uint8Array | undefined>;
}

export type UnwrapOptions = Pick<OpenOptions, 'password' | 'member' | 'spool' | 'limits' | 'signal'>;

/**
 * Takes the wrappings off any file until HAR bytes are left; sessions of a Fiddler archive are converted
 * to HAR on the way. The result owns `source` from then on; after an error the caller still does.
 * Errors: `har/empty`, `har/not-json`, `har/not-a-capture`, `har/password-needed`, `har/password-wrong`,
 * `har/archive-damaged`, `har/archive-limit`, `har/source-failed`, `har/cancelled`.
 */
export async function unwrap(source: ByteSource, options: UnwrapOptions = {}): Promise<Unwrapped> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const notes = new NoteFolder();
  const context: ReadContext = {
    guard: new InflationGuard(limits, source.sizeBytes),
    spool: options.spool ?? memorySpool,
    signal: options.signal,
    password: options.password,
    member: options.member,
    note: (note) => notes.add(note),
  };
  const layers: ByteSource[] = [];
  const wrappings: string[] = [];
  let inner = source;
  let archive: Pick<Opened, 'member' | 'otherMembers' | 'openAttached'> = {};
  let format: CaptureContainer['format'] = 'har';
  try {
    for (let isHar = false; !isHar; ) {
      throwIfCancelled(context.signal);
      const sniffed = sniff(await inner.read(0, SNIFF_BYTES), inner.sizeBytes);
      if (sniffed.kind === 'empty') throw emptyError(wrappings);
      if (sniffed.kind === 'other') throw notACapture(sniffed.other, wrappings);
      isHar = sniffed.kind === 'har-json';
      if (!isHar && wrappings.length >= limits.maxNesting) {
        throw limitError(`the file has more than ${limits.maxNesting} containers inside each other`);
      }
      const opened = await READERS[sniffed.kind].open(inner, sniffed.offset, context);
      if (opened.source !== inner) layers.push(opened.source);
      if (opened.format !== undefined) format = opened.format;
      else if (!isHar) wrappings.push(sniffed.kind);
      if (opened.member !== undefined) archive = opened;
      if (!opened.needsOuter && inner !== source) await closeLayer(layers, inner);
      inner = opened.source;
    }
  } catch (error) {
    for (const layer of layers) await layer.close?.();
    throw error;
  }
  return {
    source: inner === source ? source : owning(inner, source, layers),
    container: {
      format,
      wrappings,
      ...(archive.member === undefined ? {} : { member: archive.member }),
      otherMembers: archive.otherMembers ?? [],
    },
    notes: notes.toArray(),
    ...(archive.openAttached === undefined ? {} : { openAttached: archive.openAttached }),
  };
}

/** An inner layer is not needed any more; its memory or temporary file goes now, not at the end. */
async function closeLayer(layers: ByteSource[], layer: ByteSource): Promise<void> {
  const at = layers.indexOf(layer);
  if (at < 0) return;
  layers.splice(at, 1);
  await layer.close?.();
}

/** The innermost source under the file's name; closing it closes all that lies below. */
function owning(inner: ByteSource, file: ByteSource, layers: readonly ByteSource[]): ByteSource {
  const readSync = inner.readSync?.bind(inner);
  return {
    sizeBytes: inner.sizeBytes,
    ...(file.name === undefined ? {} : { name: file.name }),
    read: (offset, length) => inner.read(offset, length),
    stream: (chunkBytes, signal) => inner.stream(chunkBytes, signal),
    ...(readSync === undefined ? {} : { readSync }),
    async close() {
      for (const layer of layers) await layer.close?.();
      await file.close?.();
    },
  };
}

function emptyError(wrappings: readonly string[]): HarReadError {
  const what = wrappings.length === 0 ? 'The file is empty' : `The ${wrappings.at(-1)} holds no bytes`;
  return new HarReadError('har/empty', `${what}.`, {
    nextStep: 'Export the capture again; the disk may have been full.',
  });
}

function notACapture(other: OtherFile, wrappings: readonly string[]): HarReadError {
  const where = wrappings.length === 0 ? 'This is' : `Inside the ${wrappings.join(', ')} is`;
  const code = other.known ? 'har/not-a-capture' : 'har/not-json';
  return new HarReadError(code, `${where} ${other.what}, not a capture.`, { nextStep: other.nextStep });
}
