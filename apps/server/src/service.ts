import type { CaseBook, IntakeStore, ObjectStore, Store } from '@harrier/cases';
import type { ExceptionStore, Exceptions } from '@harrier/cases/exceptions';
import type { VaultKey } from '@harrier/cases/vault';
import type { LogDesk } from '@harrier/logs';
import type { AccountBook } from './accounts/account-book.ts';
import type { OidcSignIn } from './accounts/oidc/oidc-sign-in.ts';
import type { ConnectorRegistry } from './connectors/connector-registry.ts';
import type { CaseEvents } from './events/case-events.ts';
import type { CollectorAudit } from './logs/collector-audit.ts';

/** Everything that routes answer from. */
export interface Service {
  readonly store: Store;
  readonly objects: ObjectStore;
  readonly book: CaseBook;
  readonly accounts: AccountBook;
  readonly intakes: IntakeStore;
  readonly exceptions: Exceptions;
  readonly exceptionStore: ExceptionStore;
  readonly events: CaseEvents;
  readonly registry: ConnectorRegistry;
  /** Absent: nobody signs in with an identity provider. */
  readonly oidc?: Pick<OidcSignIn, 'label' | 'localAccounts' | 'begin' | 'finish'>;
  /** Those that a tenant's originals are sealed for: of the settings, and those that were confirmed here. */
  readonly vaultKeys: (tenantId: string) => Promise<readonly VaultKey[]>;
  /** Tells the worker that there is something to do. */
  readonly ringWorker: () => void;
  /** Logs of all organisations; routes go through `deskFor`. Opened when it is first asked for. */
  readonly logs: () => Promise<LogDesk>;
  /** What collectors sent to the logs, on its way to the audit log. */
  readonly collectors: CollectorAudit;
  readonly clock: () => number;
  readonly settings: ServiceSettings;
}

export interface ServiceSettings {
  /** `https://harrier.example.com`, as browsers see it. */
  readonly publicOrigin: string;
  /** An upload's limit. */
  readonly mostUploadBytes: number;
  /** What one organisation may have attached at a time. */
  readonly mostTenantBytes: number;
  /** How many keys each original must be sealed for, at least. */
  readonly leastRecipients: number;
}
