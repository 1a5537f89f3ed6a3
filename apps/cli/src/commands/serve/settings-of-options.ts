import type { ServerSettings } from '@harrier/server';
import type { OptionName, Options } from '../../arguments/option-table.ts';
import { UsageError } from '../../arguments/usage-error.ts';

/** Options of everything that runs a server or a worker. */
export const serverOptions = [
  'help',
  'lang',
  'database',
  'objects',
  'listen',
  'port',
  'origin',
  'vault-keys',
  'watch',
  'store',
  'sources',
] as const satisfies OptionName[];

/** What was given on the command line; the rest comes from the environment. Error: {@link UsageError}. */
export function settingsOfOptions(options: Options): Partial<ServerSettings> {
  const { database, objects, listen, port, origin, watch, store, sources } = options;
  const keyFile = options['vault-keys'];
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) < 65_536))
    throw notOneOf('--port', port, '0–65535');
  if (origin !== undefined && !/^https?:\/\/[^/?#@]+\/?$/.test(origin))
    throw notOneOf('--origin', origin, 'https://<host>');
  return {
    ...(database === undefined ? {} : { database }),
    ...(objects === undefined ? {} : { objects }),
    ...(listen === undefined ? {} : { host: listen }),
    ...(port === undefined ? {} : { port: Number(port) }),
    ...(origin === undefined ? {} : { publicOrigin: origin }),
    ...(keyFile === undefined ? {} : { keyFile }),
    ...(watch === undefined ? {} : { watchedFolder: watch }),
    ...(store === undefined ? {} : { logs: store }),
    ...(sources === undefined ? {} : { logSources: sources }),
  };
}

function notOneOf(option: string, given: string, form: string): UsageError {
  return new UsageError({ kind: 'not-one-of', option, given, oneOf: [form], meant: undefined });
}
