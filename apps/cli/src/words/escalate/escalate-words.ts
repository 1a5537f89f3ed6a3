import type { CommandHelps, OptionHelps, UsageWords } from '../cli-words.ts';

/** What `harrier escalate` says by itself, in one language; the package's own words are in `knowledge`. */
export interface EscalateWords {
  readonly usage: Pick<UsageWords, 'bad-answers' | 'bad-log-records' | 'bad-picture' | 'not-of-case'>;
  readonly command: Pick<CommandHelps, 'escalate'>;
  readonly option: Pick<OptionHelps, 'logs' | 'answers' | 'attach' | 'target' | 'require-ready' | 'case'>;
  readonly told: {
    /** `size` has its unit; `file` may be standard output. */
    done(size: string, file: string): string;
  };
}
