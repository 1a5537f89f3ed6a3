import { type CredentialBlanker, createCredentialBlanker } from '../ingest/blank-credentials.ts';
import type { SourceDefinition } from '../sources/source-definition.ts';
import type { LogStore } from '../store/log-store.ts';

/** What a server answers questions about logs from: a store, the sources beside it, and what blanks credentials on the way in. */
export interface LogDesk {
  readonly store: LogStore;
  readonly definitions: readonly SourceDefinition[];
  readonly blank: CredentialBlanker;
}

/** Where records go that name no source. */
export const DEFAULT_SOURCE = 'local';

export function openDesk(store: LogStore, definitions: readonly SourceDefinition[] = []): LogDesk {
  return { store, definitions, blank: createCredentialBlanker() };
}
