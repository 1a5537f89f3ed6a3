import { UsageError } from '../../arguments/usage-error.ts';
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

/** `harrier logs grep <words…>`: records whose message or fields hold all the words. */
export const grep: Command = {
  name: 'logs grep',
  positionals: ['words'],
  more: 'words',
  options: [...logOptions, ...filterOptions],
  oneOf: { as: recordForms },
  async run(io, { positionals, options }, words) {
    const { askSources, readWords } = await import('@harrier/logs');
    const wanted = readWords(positionals.join(' '));
    if (wanted.length === 0) throw new UsageError({ kind: 'no-words' });
    const filter = await recordFilter(options);
    const definitions = await sourceDefinitions(io, options);
    const sources = options.source === undefined ? undefined : listOf(options.source);
    return withStore(io, options, async (store) => {
      const { answer, close } = askSources(store, definitions, sources, (one, scope) =>
        one.search({ words: wanted, ...filter, ...scope }),
      );
      try {
        return await printRecords(io, answer, options, words);
      } finally {
        await close();
      }
    });
  },
};
