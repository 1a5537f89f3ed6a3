import { UsageError } from '../../arguments/usage-error.ts';
import { ExitCode } from '../../exit-code.ts';
import { bytesText } from '../../format/quantity.ts';
import type { CliIo } from '../../io.ts';
import { jsonText } from '../../json/json-text.ts';
import { tabbed } from '../../terminal/escape.ts';
import type { ServiceClient } from './service-client.ts';

const actions = ['dry-run', 'run', 'stop', 'show'] as const;

interface ServedBackfill {
  readonly mode: string;
  readonly state: string;
  readonly perMinute: number;
  readonly found: number;
  readonly foundBytes: number;
  readonly announced: number;
  readonly trouble?: { readonly reason: string; readonly nextStep: string };
}

/** `harrier case backfill <connector> dry-run|run|stop|show`: what a case system had before it was connected. */
export async function backfill(
  io: CliIo,
  client: ServiceClient,
  connector: string,
  [given = 'show']: readonly string[],
  json: true | undefined,
): Promise<ExitCode> {
  const action = actions.find((one) => one === given);
  if (action === undefined)
    throw new UsageError({ kind: 'not-one-of', option: 'backfill', given, oneOf: actions, meant: undefined });
  const path = `/api/connectors/${encodeURIComponent(connector)}/backfill`;
  if (action === 'stop') await client.json('DELETE', path);
  else if (action !== 'show') await client.json('POST', path, { json: { mode: action } });
  const told = (await client.json('GET', path)) as ServedBackfill;
  const { mode, state, perMinute, found, foundBytes, announced, trouble } = told;
  const line = tabbed(mode, state, `${perMinute}/min`, found, bytesText(foundBytes), announced);
  const lines =
    trouble === undefined ? [line] : [line, tabbed('', trouble.reason), tabbed('', trouble.nextStep)];
  await io.stdout.write(json ? `${jsonText(told, 2)}\n` : lines.map((text) => `${text}\n`).join(''));
  return ExitCode.done;
}
