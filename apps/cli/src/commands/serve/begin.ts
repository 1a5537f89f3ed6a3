import type { ServerSettings } from '@harrier/server';
import { UsageError } from '../../arguments/usage-error.ts';

/** Starts a server or a worker. Error: {@link UsageError} where the file of case systems is not as it should be. */
export async function begin<Started>(
  settings: ServerSettings,
  start: (settings: ServerSettings) => Promise<Started>,
): Promise<Started> {
  const { ConnectorSettingsError } = await import('@harrier/cases');
  try {
    return await start(settings);
  } catch (error) {
    if (!(error instanceof ConnectorSettingsError)) throw error;
    const { pointer, rule } = error;
    throw new UsageError({ kind: 'bad-connectors', path: settings.connectorsFile, pointer, rule });
  }
}
