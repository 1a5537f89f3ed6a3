import type { SanitizePolicy, SanitizeReport } from '@harrier/sanitize';

/** What becomes of a recording, told before it begins: after a crash there is nobody to ask. */
export interface KeeperTask {
  /** Where the capture goes. Its place was looked at before: what is there may be replaced. */
  readonly file: string;
  /** How credentials are taken out; `raw`: they stay, as somebody asked in so many words. */
  readonly policy: SanitizePolicy | 'raw';
  /** What was taken out, without values. */
  readonly reportFile?: string;
  /** Where the original goes, sealed for the holders of these keys, and nowhere else. */
  readonly original?: { readonly file: string; readonly keys: readonly string[] };
  /** Where pictures go. */
  readonly pictureFolder?: string;
  /** The browser's folder, which goes when the recording ends. */
  readonly profile?: string;
}

/** Why a recording ended. `no-room`: the temporary folder was full; `crash`: the recorder was gone before it could say. */
export type RecordingEnd = 'person' | 'time' | 'window-closed' | 'browser-gone' | 'no-room' | 'crash';

/** A message to the keeper; `text` of an entry and the like stands apart, so that it is not written as JSON in JSON. */
export type KeeperMessage =
  | { readonly kind: 'begin'; readonly task: KeeperTask }
  | { readonly kind: 'entry'; readonly key: string; readonly order: number; readonly text: string }
  | { readonly kind: 'amend'; readonly key?: string; readonly field: string; readonly text: string }
  | { readonly kind: 'page'; readonly text: string }
  | { readonly kind: 'picture'; readonly name: string; readonly text: string }
  | { readonly kind: 'head'; readonly text: string }
  | { readonly kind: 'finish'; readonly end: RecordingEnd }
  /** Nothing could be recorded: no file is made. */
  | { readonly kind: 'drop' };

/** What a recording has come to. */
export interface KeptRecording {
  readonly file: string;
  readonly sizeBytes: number;
  readonly entries: number;
  readonly end: RecordingEnd;
  /** Absent for a raw one. */
  readonly report?: Omit<SanitizeReport, 'redactions'>;
  readonly original?: {
    readonly file: string;
    readonly sizeBytes: number;
    readonly sha256: string;
    readonly fingerprints: readonly string[];
  };
  readonly pictures: readonly string[];
}

/** Why it came to nothing, or not to all: the class and code of the error, so that it can be told as usual. */
export interface KeeperFailure {
  readonly errorClass: 'SanitizeError' | 'VaultError' | 'WriteError' | 'other';
  /** The code of the class; of a write, the system's word (`ENOSPC`); of others, the name of the error. */
  readonly code: string;
  /** JSON pointers of a sanitizer's refusal; the file that could not be written. */
  readonly places: readonly string[];
}

/** A line of the keeper's answer. */
export type KeeperAnswer =
  /** It is up and reads: from here on it takes no more of the processor than what it is given. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'progress'; readonly stage: 'learn' | 'write' | 'verify'; readonly fraction: number }
  | { readonly kind: 'done'; readonly kept: KeptRecording }
  | { readonly kind: 'failed'; readonly failure: KeeperFailure };
