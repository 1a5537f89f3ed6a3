import { homedir } from 'node:os';
import path from 'node:path';
import { openClickhouseStore } from './clickhouse/clickhouse-store.ts';
import { openLibsqlStore } from './libsql/libsql-store.ts';
import type { LogStore } from './log-store.ts';
import { LogStoreError } from './log-store-error.ts';

/** Opens `sqlite:<path>` or `clickhouse://…`. */
export async function openLogStore(address: string): Promise<LogStore> {
  if (/^clickhouse:\/\//.test(address)) return openClickhouseStore(address);
  const file = /^sqlite:(?:\/\/)?(.+)$/.exec(address)?.[1];
  if (file !== undefined) return openLibsqlStore(path.resolve(file));
  // What was typed may hold a password.
  throw new LogStoreError('logs/store-address', '', 'This names no log store.');
}

/** A store that lasts as long as the process: for logs that somebody only wants to look at. */
export function openMemoryStore(): LogStore {
  return openLibsqlStore(':memory:');
}

/** The store of a user who named none: under the user's data folder. Spec: XDG Base Directory Specification. */
export function defaultStoreAddress(env: Readonly<Record<string, string | undefined>>): string {
  return `sqlite:${path.join(dataFolder(env), 'logs.db')}`;
}

/** The file of sources of a user who named none. */
export function defaultSourcesFile(env: Readonly<Record<string, string | undefined>>): string {
  return path.join(dataFolder(env), 'sources.json');
}

function dataFolder(env: Readonly<Record<string, string | undefined>>): string {
  if (process.platform === 'win32') return path.join(env.LOCALAPPDATA ?? homedir(), 'harrier');
  const home = env.HOME ?? homedir();
  if (process.platform === 'darwin') return path.join(home, 'Library/Application Support/harrier');
  const data = env.XDG_DATA_HOME;
  return path.join(
    data !== undefined && path.isAbsolute(data) ? data : path.join(home, '.local/share'),
    'harrier',
  );
}
