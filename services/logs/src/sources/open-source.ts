import type { CredentialBlanker } from '../ingest/blank-credentials.ts';
import { openClickhouseStore } from '../store/clickhouse/clickhouse-store.ts';
import type { LogStore } from '../store/log-store.ts';
import { openConnector } from './connectors/connector.ts';
import { lokiStore } from './connectors/loki.ts';
import { openSearchStore } from './connectors/opensearch.ts';
import type { SourceDefinition } from './source-definition.ts';

/** Opens the store behind a source; undefined for one that lies in the log store itself. */
export async function openSource(
  source: SourceDefinition,
  blank: CredentialBlanker,
): Promise<LogStore | undefined> {
  switch (source.kind) {
    case 'store':
      return undefined;
    case 'clickhouse':
      return openClickhouseStore(source.url!);
    case 'opensearch':
      return openConnector(source, openSearchStore(source), blank);
    case 'loki':
      return openConnector(source, lokiStore(source), blank);
  }
}
