import type { TenantSetting } from '../store/tenant-setting.ts';

/** What a tenant demands of its accounts, and how long it keeps what is sealed. */
export interface SecurityPolicy {
  /** Roles that work only for accounts with a second factor. Whoever signs in with an identity provider has the provider's. */
  readonly secondFactorFor: readonly string[];
  /** Days after its intake ended that a sealed original is deleted; null: never by itself. */
  readonly keepSealedDays: number | null;
  /** Files that one account may read in ten minutes before the auditors are told. */
  readonly manyReads: number;
  /** Whether that account reads nothing more until the ten minutes are over. */
  readonly stopManyReads: boolean;
}

/**
 * Nothing is demanded at first, because the first administrator has no second factor yet. Thirty files are more than somebody
 * looks at in ten minutes; a program that fetches has a reason that the auditors know.
 */
export const securityPolicy: TenantSetting<SecurityPolicy> = {
  name: 'security-policy',
  standard: { secondFactorFor: [], keepSealedDays: null, manyReads: 30, stopManyReads: false },
};
