import { basename } from 'node:path';
import { ExitCode } from '../../exit-code.ts';
import { escapeText } from '../../terminal/escape.ts';
import type { Command } from '../command.ts';
import { checkReading, DEFAULT_SOURCE } from './import.ts';
import { logOptions, sourceDefinitions, withStore } from './log-options.ts';
import { ownFormats } from './own-formats.ts';

/** `harrier logs follow <path…>`: logs into the store as they grow, until Ctrl-C. */
export const follow: Command = {
  name: 'logs follow',
  positionals: ['path'],
  more: 'path',
  options: [...logOptions, 'source', 'sources', 'region', 'format', 'formats', 'zone', 'keep-credentials'],
  async run(io, { positionals: paths, options }, words) {
    const formats = await ownFormats(io, options, words);
    await checkReading(options, formats);
    const { createCredentialBlanker, followFile, importLog } = await import('@harrier/logs');
    const { source = DEFAULT_SOURCE, zone, format } = options;
    const definitions = await sourceDefinitions(io, options);
    const region = options.region ?? definitions.find(({ name }) => name === source)?.region ?? '';
    const blank = options['keep-credentials'] ? undefined : createCredentialBlanker();
    await io.stderr.write(`${words.logs.following(paths.length)}\n`);
    let read = 0;
    let added = 0;
    const counts = await withStore(io, options, (store) =>
      Promise.all(
        paths.map((file) =>
          importLog(
            followFile(file, {
              from: 'start',
              signal: io.signal,
              onNote: ({ kind }) => void io.stderr.write(`${escapeText(words.logs.note[kind](file))}\n`),
            }),
            {
              store,
              source,
              name: basename(file),
              defaults: { region, ...(zone === undefined ? {} : { zone }) },
              ...(format === undefined ? {} : { format }),
              ...(formats === undefined ? {} : { formats }),
              ...(blank === undefined ? {} : { blank }),
            },
          ),
        ),
      ),
    );
    for (const count of counts) {
      read += count.read;
      added += count.added;
    }
    const told = words.logs.imported(read, added, paths.length);
    if (options.json) await io.stdout.write(`${JSON.stringify({ read, added })}\n`);
    else await io.stderr.write(`${told}\n`);
    return ExitCode.done;
  },
};
