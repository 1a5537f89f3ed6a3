import { stat } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from '../../arguments/usage-error.ts';
import { ExitCode } from '../../exit-code.ts';
import type { Command } from '../command.ts';
import { serveWorkbench } from './serve-workbench.ts';
import { workbenchLogs } from './workbench-logs.ts';

/** `harrier open [file…]`: the workbench on a free loopback port, until it is interrupted. */
export const open: Command = {
  name: 'open',
  positionals: [],
  more: 'file',
  options: ['help', 'lang', 'store', 'sources'],
  async run(io, { positionals, options }, words) {
    for (const file of positionals) {
      const found = await stat(file).catch(() => undefined);
      if (found?.isFile() !== true)
        throw new UsageError({ kind: 'unreadable-option', option: 'open', path: file });
    }
    const logs = await workbenchLogs(io, options);
    const workbench = await serveWorkbench(
      positionals.map((file) => path.resolve(file)),
      logs,
    );
    try {
      await io.stdout.write(`${workbench.url}\n`);
      await io.stderr.write(`${words.open.serving}\n`);
      await new Promise<void>((resolve) => {
        if (io.signal.aborted) resolve();
        io.signal.addEventListener('abort', () => resolve(), { once: true });
      });
    } finally {
      await workbench.close();
      await logs.close();
    }
    return ExitCode.done;
  },
};
