import type { VaultKey } from './vault-key.ts';

const dayMs = 86_400_000;
/** Long enough to have a new key made, signed and given out; short enough to be read. */
const warnDays = 30;

/** A key that ends soon: after that nothing can be sealed for it, though what was sealed still opens. */
export interface ExpiryWarning {
  readonly fingerprint: string;
  readonly expiresAt: Date;
  /** Whole days that are left; 0 = less than one. */
  readonly daysLeft: number;
}

/** The keys that end within 30 days of `now`, the next one first. */
export function expiryWarnings(keys: readonly VaultKey[], now: Date): ExpiryWarning[] {
  return keys
    .flatMap(({ fingerprint, expiresAt }) => {
      if (expiresAt === undefined) return [];
      const daysLeft = Math.max(0, Math.floor((expiresAt.getTime() - now.getTime()) / dayMs));
      return daysLeft < warnDays ? [{ fingerprint, expiresAt, daysLeft }] : [];
    })
    .sort((one, other) => one.expiresAt.getTime() - other.expiresAt.getTime());
}
