import type { LogNote } from '../formats/open-log.ts';
import { importLog } from '../ingest/import-log.ts';
import { type InputNote, SENT_INPUT_LIMITS } from '../input/log-input.ts';
import { openInputs } from '../input/open-inputs.ts';
import type { LogDesk } from './log-desk.ts';

/** A log, or an archive of logs, that somebody hands over. */
export interface HandedFile {
  /** As its owner calls it; shown beside its records. */
  readonly name: string;
  readonly source: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** What became of it. */
export interface TakenFile {
  readonly read: number;
  /** Records that were not there yet. */
  readonly added: number;
  readonly notes: readonly { readonly kind: InputNote['kind'] | LogNote['kind']; readonly file: string }[];
}

/**
 * Takes a file into the store; what gzip, zstd, tar and zip hold, too, within limits that no log meets. When the promise resolves, it is on disk.
 */
export async function takeFile(desk: LogDesk, { name, source, bytes }: HandedFile): Promise<TakenFile> {
  const { store, blank, definitions } = desk;
  const region = definitions.find((one) => one.name === source)?.region ?? '';
  const notes: TakenFile['notes'][number][] = [];
  const named = (inner: string) => inner.replace(/^-/, () => name);
  let read = 0;
  let added = 0;
  const inputs = openInputs(['-'], {
    stdin: bytes,
    limits: SENT_INPUT_LIMITS,
    onNote: ({ kind, name: inner }) => notes.push({ kind, file: named(inner) }),
  });
  for await (const input of inputs) {
    const count = await importLog(input.chunks, {
      store,
      source,
      blank,
      name: named(input.name),
      defaults: { region, referenceMs: input.referenceMs },
      onNote: ({ kind, file }) => notes.push({ kind, file }),
    });
    read += count.read;
    added += count.added;
  }
  return { read, added, notes };
}
