import { stat } from 'node:fs/promises';
import type { ImportCount, InputNote, LoadedFormats, LogNote } from '@harrier/logs';
import { didYouMean } from '../../arguments/did-you-mean.ts';
import type { Options } from '../../arguments/option-table.ts';
import { UsageError } from '../../arguments/usage-error.ts';
import { ExitCode } from '../../exit-code.ts';
import { bytesText } from '../../format/quantity.ts';
import type { CliIo } from '../../io.ts';
import { jsonText } from '../../json/json-text.ts';
import { escapeText } from '../../terminal/escape.ts';
import { startProgress } from '../../terminal/progress.ts';
import type { AllWords } from '../../words/for-language.ts';
import type { Command } from '../command.ts';
import { explainLines } from './explain-lines.ts';
import { logOptions, sourceDefinitions, withStore } from './log-options.ts';
import { ownFormats } from './own-formats.ts';

/** Where an import goes that names no source. */
export const DEFAULT_SOURCE = 'local';

/** `harrier logs import <path…>`: logs into the store, each record once. */
export const importLogs: Command = {
  name: 'logs import',
  positionals: ['path'],
  more: 'path',
  options: [
    ...logOptions,
    'source',
    'sources',
    'region',
    'format',
    'formats',
    'zone',
    'explain',
    'keep-credentials',
  ],
  async run(io, { positionals, options }, words) {
    const formats = await ownFormats(io, options, words);
    await checkReading(options, formats);
    if (options.explain) return explainLines(io, positionals, options, formats, words);
    return importPaths(io, positionals, options, formats, words);
  },
};

/** Refuses a format or a time zone that nobody knows, before anything is read. */
export async function checkReading(
  { format, zone }: Options,
  formats: LoadedFormats['formats'] | undefined,
): Promise<void> {
  const { isZone, listFormats } = await import('@harrier/logs');
  if (zone !== undefined && !isZone(zone)) throw new UsageError({ kind: 'not-a-zone', given: zone });
  const ids = format === undefined ? [] : listFormats(formats).map(({ id }) => id);
  if (format !== undefined && !ids.includes(format))
    throw new UsageError({ kind: 'unknown-format', given: format, meant: didYouMean(format, ids) });
}

async function importPaths(
  io: CliIo,
  paths: readonly string[],
  options: Options,
  formats: LoadedFormats['formats'] | undefined,
  words: AllWords,
): Promise<ExitCode> {
  const { applyRetention, createCredentialBlanker, importLog, openInputs } = await import('@harrier/logs');
  const definitions = await sourceDefinitions(io, options);
  const totalBytes = await sizeOf(paths);
  const files: (ImportCount & { name: string })[] = [];
  const notes: (InputNote | LogNote)[] = [];
  const onNote = (note: InputNote | LogNote) => notes.push(note);
  const progress = startProgress(io.stderr, io.clock);
  const done = { read: 0, added: 0, bytes: 0 };
  const { source = DEFAULT_SOURCE, zone, format } = options;
  const region = options.region ?? definitions.find(({ name }) => name === source)?.region ?? '';
  const blank = options['keep-credentials'] ? undefined : createCredentialBlanker();
  try {
    await withStore(io, options, async (store) => {
      let current: ImportCount = { read: 0, added: 0, bytes: 0 };
      try {
        for await (const input of openInputs(paths, { onNote, stdin: io.stdin })) {
          const count = await importLog(input.chunks, {
            store,
            source,
            name: input.name,
            signal: io.signal,
            defaults: { region, referenceMs: input.referenceMs, ...(zone === undefined ? {} : { zone }) },
            ...(format === undefined ? {} : { format }),
            ...(formats === undefined ? {} : { formats }),
            ...(blank === undefined ? {} : { blank }),
            onNote,
            onProgress: (now) => {
              current = now;
              progress.update(
                totalBytes === 0 ? 0 : (done.bytes + now.bytes) / totalBytes,
                `${words.logs.imported(done.read + now.read, done.added + now.added, files.length + 1)} ${bytesText(done.bytes + now.bytes)}`,
              );
            },
          });
          current = { read: 0, added: 0, bytes: 0 };
          files.push({ name: input.name, ...count });
          done.read += count.read;
          done.added += count.added;
          done.bytes += count.bytes;
        }
        await applyRetention(store, definitions, BigInt(Date.now()) * 1_000_000n);
      } catch (error) {
        await progress.clear();
        if (io.signal.aborted) await io.stderr.write(`${words.logs.stopped(done.added + current.added)}\n`);
        throw error;
      }
    });
  } finally {
    await progress.clear();
  }
  for (const { kind, ...where } of notes) {
    const name = 'name' in where ? where.name : where.file;
    await io.stderr.write(`${escapeText(words.logs.note[kind](name))}\n`);
  }
  if (options.json)
    await io.stdout.write(`${jsonText({ read: done.read, added: done.added, files, notes }, 2)}\n`);
  else await io.stderr.write(`${words.logs.imported(done.read, done.added, files.length)}\n`);
  return ExitCode.done;
}

/** Bytes of the files that were named, for the progress bar; 0 = not known. */
async function sizeOf(paths: readonly string[]): Promise<number> {
  let bytes = 0;
  for (const path of paths) {
    const there = path === '-' ? undefined : await stat(path).catch(() => undefined);
    if (there?.isFile() !== true) return 0;
    bytes += there.size;
  }
  return bytes;
}
