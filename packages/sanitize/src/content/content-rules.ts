import type { CredentialKind } from '../credential-kind.ts';
import type { LearnedSecrets } from '../learned/learned-secrets.ts';
import type { Strictness } from '../names/cookie-fields.ts';
import type { NamedValue } from '../names/name-verdict.ts';
import type { NameVerdict } from '../names/verdict.ts';
import type { Pseudonymiser } from '../pseudonyms/pseudonymiser.ts';
import type { SecretSpan } from '../secret-span.ts';

/** A credential that was taken out of a text. */
export interface MetSecret {
  readonly kind: CredentialKind;
  readonly rule: string;
  readonly value: string;
  readonly replacement: string;
  readonly certainty: 'certain' | 'suspect';
  /** The way to it inside the text: names and encodings, outermost first. */
  readonly inside: readonly string[];
}

/** What decides beside the detectors. */
export interface ContentRules {
  readonly pseudonymiser: Pseudonymiser;
  readonly strictness: Strictness;
  readonly onSecret: (secret: MetSecret) => void;
  /** Values found elsewhere in the capture; absent while they are being collected. */
  readonly learned?: LearnedSecrets;
  /** Stretches that a policy adds: users' own patterns, personal data. */
  readonly findMore?: (text: string) => readonly SecretSpan[];
  /** Says of a named value what a policy says of its name; `undefined` = the detectors decide. */
  readonly nameRule?: (named: NamedValue) => NameVerdict | 'keep' | undefined;
  /** Values that a policy wants kept. */
  readonly isAllowed?: (value: string) => boolean;
  /** Kinds that a policy wants kept. */
  readonly keepsKind?: (kind: CredentialKind) => boolean;
}
