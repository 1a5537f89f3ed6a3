import type { CommandHelps, OptionHelps, UsageWords } from '../cli-words.ts';

/** What `harrier record` says, in one language. */
export interface RecordWords {
  readonly usage: Pick<UsageWords, 'not-an-address'>;
  readonly command: Pick<CommandHelps, 'record'>;
  readonly option: Pick<
    OptionHelps,
    'seconds' | 'browser' | 'headless' | 'screenshots' | 'original-to' | 'raw'
  >;
  readonly told: {
    /** `browser` by its own name and version. */
    recording(browser: string): string;
    /** While it goes on. */
    count(requests: number): string;
    /** Why it ended. */
    readonly ended: Readonly<
      Record<'person' | 'time' | 'window-closed' | 'browser-gone' | 'no-room' | 'crash', string>
    >;
    readonly nothing: string;
    readonly rawWarning: string;
    original(file: string, keys: number): string;
    /** They are not sanitized. */
    pictures(count: number, folder: string): string;
  };
}
