import { existsSync } from 'node:fs';
import type { LogDesk } from '@harrier/logs';
import type { Options } from '../../arguments/option-table.ts';
import type { CliIo } from '../../io.ts';
import { sourceDefinitions } from '../logs/log-options.ts';

/** The logs that a workbench searches. */
export interface WorkbenchLogs {
  desk(): Promise<LogDesk>;
  close(): Promise<void>;
}

/**
 * The store that was named, else the user's own where there is one, else one in memory, for files that are dropped on the
 * page. A store that was named is opened at once, so that its trouble is told at once; the others when they are first asked.
 */
export async function workbenchLogs(io: CliIo, options: Options): Promise<WorkbenchLogs> {
  let opening: Promise<LogDesk> | undefined;
  const desk = (): Promise<LogDesk> => {
    opening ??= openIt(io, options);
    return opening;
  };
  if (options.store !== undefined || options.sources !== undefined) await desk();
  return {
    desk,
    close: async () => {
      const opened = await opening?.catch(() => undefined);
      await opened?.store.close();
    },
  };
}

async function openIt(io: CliIo, options: Options): Promise<LogDesk> {
  const { defaultStoreAddress, openDesk, openLogStore, openMemoryStore } = await import('@harrier/logs');
  const definitions = await sourceDefinitions(io, options);
  const own = defaultStoreAddress(io.env);
  const address = options.store ?? (existsSync(own.replace(/^sqlite:/, '')) ? own : undefined);
  return openDesk(address === undefined ? openMemoryStore() : await openLogStore(address), definitions);
}
