import type { HandSetup, KnownSecret, StretchJob, VerifyJob, WriteJob, Written } from './hand.ts';

/** The way to one hand in another thread: what `worker_threads` and the Worker of a page have in common. */
export interface HandPort {
  /** Messages are plain data; `transfer` are buffers that go over without being copied. */
  send(message: unknown, transfer: ArrayBuffer[]): void;
  /** Called once. `onEnd`: the thread ended or failed; what it was asked will not be answered. */
  listen(onMessage: (message: unknown) => void, onEnd: () => void): void;
  /** Ends the thread, whatever it is doing. */
  close(): Promise<void>;
}

/** Other threads to spread the work over. */
export interface HandThreads {
  /** How many work at once. Of several, the thread of the caller is one: no other has to get fast as well. */
  readonly count: number;
  /** Starts a thread that calls `serveHand`. */
  readonly start: () => HandPort;
}

/** What is asked of a hand. Each but `setup` and `know` has one answer, in the order in which they were asked. */
export type HandMessage =
  | { readonly setup: HandSetup }
  | { readonly know: readonly KnownSecret[] }
  | { readonly learn: StretchJob }
  | { readonly write: WriteJob }
  | { readonly verify: VerifyJob };

/** What is written goes over with its redactions as JSON: copied as objects, they take longer than to be found. */
export type SentWritten = Omit<Written, 'redactions'> & { readonly redactions: string };

/** What a hand answers. */
export type HandAnswer = { readonly done: unknown } | { readonly failed: unknown };
