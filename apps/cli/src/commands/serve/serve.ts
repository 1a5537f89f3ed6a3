import { fileURLToPath } from 'node:url';
import { ExitCode } from '../../exit-code.ts';
import type { Command } from '../command.ts';
import { begin } from './begin.ts';
import { serverOptions, settingsOfOptions } from './settings-of-options.ts';
import { untilStopped } from './until-stopped.ts';

const pageFolder = fileURLToPath(new URL('../../../../web/dist/page/', import.meta.url));

/** `harrier serve`: the API and a worker in one process. The address goes to standard output, the log to standard error. */
export const serve: Command = {
  name: 'serve',
  positionals: [],
  options: serverOptions,
  async run(io, { options }, words) {
    // Loaded here: a database driver and a web server are much for a command that needs neither.
    const { settingsOf, startServer } = await import('@harrier/server');
    const settings = settingsOf(io.env, { ...settingsOfOptions(options), pageFolder });
    const log = (line: string) => void io.stderr.write(`${line}\n`);
    const server = await begin(settings, async (given) => await startServer(given, log));
    try {
      await io.stdout.write(`${server.origin}\n`);
      await io.stderr.write(`${words.serve.up}\n`);
      if (server.setupLink !== undefined)
        await io.stderr.write(`${words.serve.setupLink}\n${server.setupLink}\n`);
      await untilStopped(io);
    } finally {
      await server.stop();
    }
    return ExitCode.done;
  },
};
