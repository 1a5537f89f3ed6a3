import { ExitCode } from '../../exit-code.ts';
import type { Command } from '../command.ts';
import { begin } from './begin.ts';
import { serverOptions, settingsOfOptions } from './settings-of-options.ts';
import { untilStopped } from './until-stopped.ts';

/** `harrier worker`: works on cases beside a server. */
export const worker: Command = {
  name: 'worker',
  positionals: [],
  options: serverOptions,
  async run(io, { options }, words) {
    const { settingsOf, startWorker } = await import('@harrier/server');
    const settings = settingsOf(io.env, settingsOfOptions(options));
    const log = (line: string) => void io.stderr.write(`${line}\n`);
    const started = await begin(settings, async (given) => await startWorker(given, log));
    try {
      await io.stderr.write(`${words.serve.workerUp}\n`);
      await untilStopped(io);
    } finally {
      await started.stop();
    }
    return ExitCode.done;
  },
};
