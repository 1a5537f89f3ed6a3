/** What the popup shows. */
export type RecordingState =
  | { readonly state: 'idle' }
  | { readonly state: 'recording'; readonly tabId: number; readonly host: string; readonly requests: number };

/** What the popup asks of the background. */
export type PopupMessage =
  | { readonly ask: 'state' }
  | { readonly ask: 'start'; readonly tabId: number; readonly url: string }
  | { readonly ask: 'stop' };

/** Why a tab cannot be recorded. */
export type StartRefusal = 'other-debugger' | 'not-this-page';

export type PopupAnswer = RecordingState | { readonly state: 'refused'; readonly why: StartRefusal };

/** A recording that has ended, as the page that shows it gets it: in memory, from the background alone. */
export interface EndedRecording {
  readonly name: string;
  readonly host: string;
  readonly capture: Blob;
  /** What this browser does not let an extension see. */
  readonly missing: readonly MissingPart[];
}

export type MissingPart =
  | 'phases'
  | 'initiators'
  | 'messages'
  | 'reasons'
  | 'other-tabs'
  | 'cached-bodies'
  | 'bodies-over-limit';

/** Between the background and the page of an ended recording. Both are of the extension; no page of the web can listen. */
export const HANDOVER_CHANNEL = 'harrier-handover';

export type HandoverMessage =
  | { readonly want: string }
  | { readonly id: string; readonly recording: EndedRecording }
  | { readonly id: string; readonly gone: true };
