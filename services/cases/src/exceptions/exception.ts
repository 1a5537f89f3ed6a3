/** What may be seen of an original. The narrower, the sooner it is approved. */
export type ExceptionScope =
  /** What single pseudonyms stood for. */
  | { readonly kind: 'values'; readonly pseudonyms: readonly string[] }
  /** What the pseudonyms in these requests of the clean file stood for; indexes of the file's order. */
  | { readonly kind: 'entries'; readonly entries: readonly number[] }
  /** The original. */
  | { readonly kind: 'whole' };

/** Why an original is needed. `sanitizer-fault`: too much was removed, which is a fault to be mended as well. */
export const reasonCodes = [
  'value-needed',
  'body-needed',
  'legal',
  'sanitizer-fault',
  'security-incident',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** Somebody, by the account and by the identity behind it: two accounts of one person are one person. */
export interface Actor {
  readonly accountId: string;
  /** E.g. the issuer and subject of OpenID Connect; of a local account its own id. */
  readonly identity: string;
  readonly roles: readonly ('engineer' | 'approver' | 'key-holder' | 'admin' | 'viewer' | 'auditor')[];
}

/** What is kept of somebody who took a step. */
export interface Signature {
  readonly accountId: string;
  readonly identity: string;
  readonly atMs: number;
}

/** A way to the release that works once, for one session, for a quarter of an hour. The token itself is kept nowhere. */
export interface Grant {
  readonly tokenSha256: string;
  readonly sessionSha256: string;
  readonly claimedMs: number;
  readonly expiresMs: number;
}

/** Where an exception stands. The last five are ends: `declined` by the customer, `lapsed` nobody acted in time. */
export type ExceptionState =
  | 'requested'
  | 'approved'
  | 'released'
  | 'fetched'
  | 'refused'
  | 'declined'
  | 'withdrawn'
  | 'lapsed';

/** One request to see something of one sealed original. */
export interface Exception {
  readonly id: string;
  /** Counts the steps; whoever writes says on which one. */
  readonly version: number;
  readonly tenantId: string;
  readonly caseRef: string;
  /** Whose attachment the sealed file was made of. */
  readonly intakeId: string;
  /** The sealed file, by its digest: an exception is for this one file, whatever else the case holds. */
  readonly sealedSha256: string;
  readonly scope: ExceptionScope;
  readonly reason: { readonly code: ReasonCode; readonly text: string };
  readonly state: ExceptionState;
  readonly requested: Signature;
  /** The public key that the release is to be encrypted for; armored. It is the requester's own. */
  readonly requesterKey: string;
  /** The step that is waited for must be taken before this. */
  readonly dueMs: number;
  readonly consent: 'not-needed' | 'awaited' | 'given';
  /** When the customer answered. */
  readonly answeredMs?: number;
  readonly approved?: Signature;
  readonly refused?: Signature;
  readonly released?: Signature;
  /** SHA-256 of the release, which is a message that the requester alone can open. */
  readonly releaseSha256?: string;
  readonly grant?: Grant;
  readonly fetchedMs?: number;
  /** When it was withdrawn, or found to have lapsed. */
  readonly endedMs?: number;
}

/** Whether nothing can happen to it any more. */
export function isEnded({ state }: Exception): boolean {
  return !['requested', 'approved', 'released'].includes(state);
}
