import type { MissingPart } from './recording-state.ts';

/** One recording of one tab, by whatever means the browser has. */
export interface TabRecorder {
  readonly requestCount: number;
  /** Ends it; what it has come to, as HAR. */
  stop(): Promise<{
    readonly pieces: Iterable<Uint8Array<ArrayBuffer>>;
    readonly missing: readonly MissingPart[];
  }>;
}

/** The tab is gone, or somebody ended the recording past us. */
export type OnEnded = () => void;
