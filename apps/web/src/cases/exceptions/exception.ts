/** Why an original is needed; the server's names. */
export const reasonCodes = [
  'value-needed',
  'body-needed',
  'legal',
  'sanitizer-fault',
  'security-incident',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

export const exceptionStates = [
  'requested',
  'approved',
  'released',
  'fetched',
  'refused',
  'declined',
  'withdrawn',
  'lapsed',
] as const;
export type ExceptionState = (typeof exceptionStates)[number];

export type ExceptionScope =
  | { readonly kind: 'values'; readonly pseudonyms: readonly string[] }
  | { readonly kind: 'entries'; readonly entries: readonly number[] }
  | { readonly kind: 'whole' };

/** Who took a step, and when. */
export interface Signature {
  readonly accountId: string;
  readonly name: string;
  readonly atMs: number;
}

/** A request to see something of one sealed original, as the API gives it. */
export interface Exception {
  readonly id: string;
  readonly caseRef: string;
  readonly intakeId: string;
  readonly sealedSha256: string;
  readonly scope: ExceptionScope;
  readonly reason: { readonly code: ReasonCode; readonly text: string };
  readonly state: ExceptionState;
  readonly consent: 'not-needed' | 'awaited' | 'given';
  /** The step that is waited for must be taken before this. */
  readonly dueMs: number;
  readonly requesterKeyFingerprint: string;
  readonly requested: Signature;
  readonly approved?: Signature;
  readonly refused?: Signature;
  readonly released?: Signature;
  readonly answeredMs?: number;
  readonly fetchedMs?: number;
  readonly endedMs?: number;
  /** What whoever asks may do with it now. */
  readonly steps: readonly ('approve' | 'refuse' | 'withdraw' | 'release' | 'claim')[];
}

/** Whether somebody still has to do something. */
export function isOpen({ state }: Exception): boolean {
  return state === 'requested' || state === 'approved' || state === 'released';
}

export function exceptionUrl(id: string, step = ''): string {
  return `/api/exceptions/${encodeURIComponent(id)}${step === '' ? '' : `/${step}`}`;
}
