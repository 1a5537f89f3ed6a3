import type { CachedCapture } from '../generate/capture-file.ts';
import { formattings } from '../generate/formatting.ts';
import { profileNames } from '../generate/profile.ts';
import { numberOf, numbersOf, oneOf } from '../suites/suite.ts';
import type { CompareOptions } from './compare.ts';

/** Options for `parseArgs` of every suite that measures variants on generated captures. */
export const contestOptions = {
  sizes: { type: 'string', default: '10,100,1000' },
  rounds: { type: 'string', default: '5' },
  seed: { type: 'string', default: '1' },
  profile: { type: 'string', default: 'portal' },
  formatting: { type: 'string', default: 'pretty' },
  markdown: { type: 'boolean', default: false },
} as const;

/** The line of a suite's usage about the captures. */
export const captureUsage = `[--seed 1] [--profile ${profileNames.join('|')}] [--formatting ${formattings.join('|')}]`;

/** What the options ask for. Error: `UsageError` with the option that makes no sense. */
export function contestOf(
  values: Readonly<Record<Exclude<keyof typeof contestOptions, 'markdown'> | 'time-limit', string>>,
): Pick<CompareOptions, 'megabytes' | 'rounds' | 'timeoutMs' | 'say'> & { readonly capture: CachedCapture } {
  return {
    megabytes: numbersOf('--sizes', values.sizes),
    rounds: numberOf('--rounds', values.rounds),
    capture: {
      seed: numberOf('--seed', values.seed),
      profile: oneOf('--profile', values.profile, profileNames),
      formatting: oneOf('--formatting', values.formatting, formattings),
    },
    timeoutMs: numberOf('--time-limit', values['time-limit']) * 1000,
    say: (line) => process.stderr.write(`${line}\n`),
  };
}
