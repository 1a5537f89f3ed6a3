import type { CommandHelps, OptionHelps } from '../cli-words.ts';

/** What happened, and what to do next. */
export interface Told<Facts extends readonly unknown[]> {
  what(...facts: Facts): string;
  readonly next: string;
}

/** What `harrier send` says by itself, in one language. `place` is the drop's URL, `status` its answer in HTTP. */
export interface SendWords {
  readonly command: Pick<CommandHelps, 'send'>;
  readonly option: Pick<OptionHelps, 'token-file'>;
  readonly told: {
    /** `size` has its unit; `name` is the file's at the drop. */
    done(size: string, name: string, place: string): string;
    askToken(caseNumber: string): string;
    /** Why nothing was sent. */
    readonly refused: Readonly<Record<'not-clean' | 'other-kind', Told<[file: string]>>>;
    /** Why the drop does not have it. */
    readonly trouble: {
      readonly 'no-answer': Told<[place: string]>;
      readonly 'wrong-token': Told<[place: string]>;
      readonly 'not-taken': Told<[place: string, status: number]>;
    };
  };
}
