import type { SourceDefinition, TrackingTarget } from '@harrier/logs';
import type { Options } from '../../arguments/option-table.ts';
import { UsageError } from '../../arguments/usage-error.ts';
import { escapeText } from '../../terminal/escape.ts';
import type { Command } from '../command.ts';
import {
  filterOptions,
  listOf,
  logOptions,
  recordFilter,
  recordForms,
  sourceDefinitions,
  withStore,
} from './log-options.ts';
import { printRecords } from './print-records.ts';

/** `harrier logs search <id>`: every record that carries an id, of every service, in time order. */
export const search: Command = {
  name: 'logs search',
  positionals: ['id'],
  options: [...logOptions, 'level', 'scope', 'host', ...filterOptions],
  oneOf: { as: recordForms },
  async run(io, { positionals: [given = ''], options }, words) {
    const { askSources, readTarget } = await import('@harrier/logs');
    const read = readTarget(given, options.level);
    if (read === undefined) throw new UsageError({ kind: 'not-an-id', given });
    const filter = await recordFilter(options);
    const definitions = await sourceDefinitions(io, options);
    const wanted = await wantedSources(options, definitions, read.target);
    return withStore(io, options, async (store) => {
      const { answer, close } = askSources(store, definitions, wanted, (one, sources) =>
        one.byTracking({ target: read.target, ...filter, ...sources }),
      );
      try {
        const code = await printRecords(io, answer, options, words);
        const others = read.others.map(({ text }) => text).join(', ');
        if (others !== '') await io.stderr.write(`${escapeText(words.logs.otherIds(others))}\n`);
        return code;
      } finally {
        await close();
      }
    });
  },
};

/** Names of the sources to ask; undefined = all of them. */
async function wantedSources(
  options: Options,
  definitions: readonly SourceDefinition[],
  target: TrackingTarget,
): Promise<string[] | undefined> {
  if (options.source !== undefined) return listOf(options.source);
  if (options.scope !== 'source') return undefined;
  const { sourcesOfRequest } = await import('@harrier/logs');
  const found = sourcesOfRequest(definitions, {
    ...(target.kind === 'id' ? { id: target.id } : {}),
    ...(options.host === undefined ? {} : { host: options.host }),
    ...(options.region === undefined ? {} : { region: options.region }),
  });
  if (found.length === 0) throw new UsageError({ kind: 'no-source' });
  return found.map(({ name }) => name);
}
