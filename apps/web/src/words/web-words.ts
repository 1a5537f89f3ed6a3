import type { BenchWords } from './bench-words.ts';

/** Everything that the workbench says by itself, in one language. Findings, notes and terms are in `knowledge`. */
export interface WebWords {
  readonly start: {
    readonly title: string;
    readonly drop: string;
    readonly choose: string;
    readonly example: string;
    readonly private: string;
  };
  readonly reading: {
    progress(readBytes: string, totalBytes: string, entries: string): string;
    readonly cancel: string;
  };
  readonly answer: {
    readonly whoCanFix: string;
    readonly trackingId: string;
    readonly copy: string;
    readonly copied: string;
    readonly evidence: string;
    moreFindings(count: number): string;
    requests(count: number): string;
    failed(count: number): string;
  };
  readonly table: {
    readonly label: string;
    readonly index: string;
    readonly started: string;
    readonly method: string;
    readonly url: string;
    readonly code: string;
    readonly trackingId: string;
    readonly error: string;
    readonly org: string;
    readonly time: string;
    readonly waterfall: string;
  };
  readonly filter: {
    readonly label: string;
    readonly placeholder: string;
    readonly quick: Readonly<Record<'failed' | 'slow' | 'cors' | 'auth', string>>;
    /** How many rows are shown of how many. */
    shown(shown: string, all: string): string;
  };
  readonly details: {
    readonly tabs: Readonly<
      Record<
        'headers' | 'payload' | 'preview' | 'response' | 'initiator' | 'timing' | 'cookies' | 'messages',
        string
      >
    >;
    readonly general: string;
    readonly requestHeaders: string;
    readonly responseHeaders: string;
    readonly close: string;
    readonly unmasked: string;
    readonly method: string;
    readonly status: string;
    readonly started: string;
    readonly server: string;
    readonly protocol: string;
    readonly error: string;
    readonly nothing: string;
    readonly query: string;
    readonly form: string;
    readonly body: string;
    readonly cut: string;
    readonly noTiming: string;
    readonly pending: string;
    readonly fromMemory: string;
    readonly total: string;
    readonly sentCookies: string;
    readonly setCookies: string;
    copyAs(form: string): string;
    binary(bytes: number): string;
    frameworkFrames(count: number): string;
  };
  readonly sanitize: {
    readonly button: string;
    readonly title: string;
    readonly stays: string;
    readonly preset: string;
    readonly start: string;
    readonly refused: string;
    readonly kind: string;
    readonly places: string;
    readonly hosts: string;
    readonly until: string;
    readonly revoke: string;
    readonly save: string;
    readonly saveReport: string;
    readonly presets: Readonly<Record<'default' | 'strict' | 'webex', string>>;
    readonly stages: Readonly<Record<'learn' | 'write' | 'verify', string>>;
    removed(credentials: string, places: string): string;
  };
  readonly bench: BenchWords;
  readonly frame: {
    readonly language: string;
    readonly theme: string;
    closeCapture(name: string): string;
  };
}
