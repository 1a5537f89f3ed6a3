import type { MissingPart, StartRefusal } from '../background/recording-state.ts';

/** Everything the extension says by itself, in one language; the rest it has from the workbench and from `knowledge`. */
export interface ExtensionWords {
  /** In the browser's list of extensions. */
  readonly description: string;
  readonly popup: {
    readonly record: string;
    readonly about: string;
    /** Chrome and Edge show a bar while an extension uses the debugger. */
    readonly bar: string;
    recording(host: string): string;
    requests(count: number): string;
    readonly stop: string;
    readonly reproduce: string;
    readonly otherTab: string;
    readonly notThisPage: string;
    readonly refused: Readonly<Record<StartRefusal, string>>;
    readonly private: string;
    readonly allow: string;
  };
  readonly done: {
    title(host: string): string;
    readonly opening: string;
    readonly looking: string;
    readonly next: string;
    readonly searchFor: string;
    readonly copy: string;
    readonly copied: string;
    readonly gone: string;
    readonly goneNext: string;
    readonly missing: string;
    readonly missingPart: Readonly<Record<MissingPart, string>>;
  };
  readonly send: {
    readonly title: string;
    readonly about: string;
    readonly label: string;
    readonly send: string;
    readonly sending: string;
    sent(place: string, caseNumber: string): string;
    readonly notALink: string;
    readonly notAllowed: string;
    readonly gone: string;
    readonly failed: string;
  };
}
