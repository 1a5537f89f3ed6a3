import type { ServerSettings } from '@harrier/server';
import { UsageError } from '../../arguments/usage-error.ts';
import { ListenError } from './listen-error.ts';
import { leaveMemoryOutOfCoreDumps } from './no-core-dumps.ts';

/**
 * Starts a server or a worker. Errors: {@link UsageError} where the file of case systems, or of the identity provider, is not as it
 * should be; {@link ListenError}.
 */
export async function begin<Started>(
  settings: ServerSettings,
  start: (settings: ServerSettings) => Promise<Started>,
): Promise<Started> {
  leaveMemoryOutOfCoreDumps();
  const { ConnectorSettingsError } = await import('@harrier/cases');
  const { OidcSettingsError } = await import('@harrier/server');
  try {
    return await start(settings);
  } catch (error) {
    if (error instanceof ConnectorSettingsError)
      throw badSettings(settings.connectorsFile, error.pointer, error.rule);
    if (error instanceof OidcSettingsError) throw badSettings(settings.oidcFile, error.pointer, error.rule);
    if ((error as NodeJS.ErrnoException | undefined)?.syscall === 'listen')
      throw new ListenError(`${settings.host}:${settings.port}`, error);
    throw error;
  }
}

function badSettings(path: string, pointer: string, rule: string): UsageError {
  return new UsageError({ kind: 'bad-settings', path, pointer, rule });
}
