import type { ByteSource, SpoolFactory } from '@harrier/har';
import { nodeSpool } from '@harrier/har/node';
import type { CaseConnector } from '../connectors/case-connector.ts';
import type { ObjectStore } from '../objects/object-store.ts';
import type { VaultKey } from '../vault/index.ts';
import { type CleanOptions, cleanOriginal } from './clean-original.ts';
import type { Cleaned, Examined, Workshop } from './context.ts';
import { examineOriginal } from './examine-original.ts';
import type { IntakeStore } from './intake-store.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { sealMap } from './seal-map.ts';
import { sealOriginal } from './seal-original.ts';
import { SPOOL_MEMORY_BYTES } from './spool-memory.ts';

export interface WorkshopOptions {
  readonly store: IntakeStore;
  readonly objects: ObjectStore;
  readonly connector: (id: string) => CaseConnector | undefined;
  /** Of a tenant. Asked for at each sealing: keys are renewed while the server runs. */
  readonly vaultKeys: (tenantId: string) => Promise<readonly VaultKey[]>;
  readonly leastRecipients?: number;
  /** Default: in this process, as `clean`. */
  readonly examine?: (original: ByteSource, spool: SpoolFactory) => Promise<Examined>;
  readonly clean?: (
    original: ByteSource,
    options: Pick<CleanOptions, 'spool' | 'sealMap'>,
  ) => Promise<Cleaned>;
  readonly spool?: SpoolFactory;
  readonly clock?: () => number;
  readonly linkTo?: (caseRef: string) => string;
}

/** The workshop that really opens, sanitizes and seals. */
export function openWorkshop(options: WorkshopOptions): Workshop {
  const { store, objects, connector, vaultKeys, leastRecipients, linkTo } = options;
  const { examine = examineOriginal, clean = cleanOriginal } = options;
  const spool = options.spool ?? nodeSpool({ memoryBytes: SPOOL_MEMORY_BYTES });
  const least = leastRecipients === undefined ? {} : { leastRecipients };
  return {
    store,
    objects,
    connector,
    spool,
    clock: options.clock ?? Date.now,
    examine: async (original) => await examine(original, spool),
    clean: oneAtATime(
      async (original: ByteSource, into: ObjectStore, tenantId: string) =>
        await clean(original, {
          spool,
          sealMap: async (map) => await sealMap(map, into, { keys: await vaultKeys(tenantId), ...least }),
        }),
    ),
    seal: async (original, expected, into, tenantId) =>
      await sealOriginal(original, expected, into, {
        keys: await vaultKeys(tenantId),
        ...least,
      }),
    ...(linkTo === undefined ? {} : { linkTo }),
  };
}
