/** A key that originals are sealed for, as the API gives it. */
export interface VaultKey {
  readonly fingerprint: string;
  readonly encryptionKeyId: string;
  readonly algorithm: string;
  /** Text that the key's maker chose: believe fingerprints. */
  readonly userIds: readonly string[];
  readonly expiresMs?: number;
  /** Given by somebody here, and not with the server's settings; absent = those. */
  readonly id?: string;
  /** A second person has not confirmed it yet: nothing is sealed for it. */
  readonly isProposed?: boolean;
  readonly addedBy?: string;
}

const DAY_MS = 86_400_000;
/** Long enough to have a new key made, signed and given out; the same as in the vault's own warning. */
const WARN_DAYS = 30;

/** How near the end of a key is: whole days that are left where that is worth a warning; below 0 = it has ended. */
export function daysLeft({ expiresMs }: Pick<VaultKey, 'expiresMs'>, nowMs: number): number | undefined {
  if (expiresMs === undefined) return undefined;
  const days = Math.floor((expiresMs - nowMs) / DAY_MS);
  return days < WARN_DAYS ? days : undefined;
}

/** A fingerprint in groups of four, as gpg prints it: people compare it by eye. */
export function groupedFingerprint(fingerprint: string): string {
  return fingerprint.replace(/.{4}(?=.)/g, '$& ');
}
