import type { CredentialKind } from '../credential-kind.ts';

/** One value that was taken out of one place. Holds no character of it. */
export interface Redaction {
  /** JSON pointer into the HAR. */
  readonly pointer: string;
  /** Names and encodings that lead to it inside the string at `pointer`. */
  readonly inside: readonly string[];
  readonly kind: CredentialKind;
  readonly rule: string;
  /** Characters of the value; absent where its length would help a guesser. */
  readonly length?: number;
  /** What stands for it; of a JWT or of Basic credentials, what stands for its proof. */
  readonly pseudonym: string;
  /** Index of the entry in the file's order; `undefined` outside entries. */
  readonly entry?: number;
}
