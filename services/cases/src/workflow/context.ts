import type { ByteSource, SpoolFactory } from '@harrier/har';
import type { CaseConnector } from '../connectors/case-connector.ts';
import type { ObjectStore } from '../objects/object-store.ts';
import type { ByteDigest } from '../vault/index.ts';
import type { FoundInClean } from './found-in.ts';
import type { IntakeFacts } from './intake.ts';
import type { IntakeStore } from './intake-store.ts';

/** Everything that intakes are worked on with. */
export interface Workshop {
  readonly store: IntakeStore;
  readonly objects: ObjectStore;
  connector(id: string): CaseConnector | undefined;
  /** What a file is, by its content. */
  readonly examine: (original: ByteSource) => Promise<Examined>;
  readonly clean: (original: ByteSource, objects: ObjectStore, tenantId: string) => Promise<Cleaned>;
  readonly seal: (
    original: ByteSource,
    expected: ByteDigest,
    objects: ObjectStore,
    tenantId: string,
  ) => Promise<Sealed>;
  readonly spool: SpoolFactory;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Where a case is looked at in Harrier, for the note. */
  readonly linkTo?: (caseRef: string) => string;
}

/** `undefined` format: nothing to sanitize, `skipped` says why. */
export type Examined =
  | { readonly format: 'har' | 'saz'; readonly entries: number; readonly otherCaptures: number }
  | { readonly skipped: NonNullable<IntakeFacts['skipped']> };

/** The clean capture; the caller closes it. `undefined` output: there is nothing to take out. */
export interface Cleaned {
  readonly output?: ByteSource;
  readonly redactions: number;
  readonly secrets: number;
  readonly droppedBodies: number;
  readonly repaired: boolean;
  /** What the clean capture shows. */
  readonly findings: readonly FoundInClean[];
  /** The sealed map, which is in the object store already. */
  readonly sealedMap?: ByteDigest;
}

/** A sealed object that was read back out of the object store and proven with its session key. */
export interface Sealed extends ByteDigest {
  readonly keyIds: readonly string[];
  /** Base64. */
  readonly capsule: string;
}
