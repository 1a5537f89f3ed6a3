import { createCredentialBlanker } from '../ingest/blank-credentials.ts';
import type { LogAnswer, LogStore, RecordFilter } from '../store/log-store.ts';
import { type AskedSource, mergeAnswers } from './federated-search.ts';
import { openSource } from './open-source.ts';
import type { SourceDefinition } from './source-definition.ts';

/** Puts one question to every source that is wanted, and merges what they answer. */
export function askSources(
  store: LogStore,
  definitions: readonly SourceDefinition[],
  wanted: readonly string[] | undefined,
  question: (store: LogStore, filter: Pick<RecordFilter, 'sources'>) => LogAnswer,
): { answer: LogAnswer; close(): Promise<void> } {
  const elsewhere = definitions.filter(
    ({ kind, name }) => kind !== 'store' && (wanted?.includes(name) ?? true),
  );
  const own = question(store, wanted === undefined ? {} : { sources: wanted });
  if (elsewhere.length === 0) return { answer: own, close: async () => {} };
  const blank = createCredentialBlanker();
  const opened: LogStore[] = [];
  const others = elsewhere.map((definition): AskedSource => {
    const opening = openSource(definition, blank);
    // Told when it is asked for.
    opening.catch(() => {});
    return {
      name: definition.name,
      ask: () => {
        const partial: LogAnswer['partial'][number][] = [];
        const records = (async function* () {
          const there = await opening;
          if (there === undefined) return;
          opened.push(there);
          const answer = question(there, {});
          try {
            for await (const record of answer.records) yield { ...record, source: definition.name };
          } finally {
            partial.push(...answer.partial);
          }
        })();
        return { records, partial };
      },
    };
  });
  return {
    answer: mergeAnswers([{ name: 'store', ask: () => own }, ...others]),
    close: async () => {
      await Promise.all(opened.map((one) => one.close()));
    },
  };
}
