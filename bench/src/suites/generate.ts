import { parseArgs } from 'node:util';
import { writeCapture } from '../generate/capture-file.ts';
import { formattings } from '../generate/formatting.ts';
import { profileNames, profiles } from '../generate/profile.ts';
import { numberOf, oneOf, type Suite, UsageError } from './suite.ts';

/** Writes one generated capture to a file. */
export const generateSuite: Suite = {
  name: 'generate',
  summary: 'Writes a capture of invented traffic: the same options, the same bytes.',
  usage: [
    '-o <file.har> [--mb <size> | --entries <number>] [--seed <number>]',
    `[--profile ${profileNames.join('|')}] [--formatting ${formattings.join('|')}] [--reversed-keys]`,
  ],
  run: async (words) => {
    const { values } = parseArgs({
      args: [...words],
      options: {
        out: { type: 'string', short: 'o' },
        mb: { type: 'string', default: '10' },
        entries: { type: 'string' },
        seed: { type: 'string', default: '1' },
        profile: { type: 'string', default: 'portal' },
        formatting: { type: 'string', default: 'pretty' },
        'reversed-keys': { type: 'boolean', default: false },
      },
    });
    if (values.out === undefined) throw new UsageError('Say where to: -o <file.har>.');
    const start = performance.now();
    const { sizeBytes } = writeCapture(values.out, {
      seed: numberOf('--seed', values.seed),
      until:
        values.entries === undefined
          ? { sizeBytes: numberOf('--mb', values.mb) * 1e6 }
          : { entries: numberOf('--entries', values.entries) },
      profile: profiles[oneOf('--profile', values.profile, profileNames)],
      formatting: oneOf('--formatting', values.formatting, formattings),
      keyOrder: values['reversed-keys'] ? 'reversed' : 'chrome',
    });
    const seconds = (performance.now() - start) / 1000;
    process.stderr.write(
      `${values.out}  ${sizeBytes} bytes in ${seconds.toFixed(1)} s (${(sizeBytes / 1e6 / seconds).toFixed(0)} MB/s)\n`,
    );
    return 0;
  },
};
