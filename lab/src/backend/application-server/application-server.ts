import { addressOf, hostOf, type Surroundings } from '../call.ts';
import { clockOf, type Region } from '../clock.ts';
import { callServerEvent } from '../logs/call-server-log.ts';
import {
  elementOf,
  isOciError,
  type OciDocument,
  readOciDocument,
  writeOciDocument,
} from '../oci/oci-document.ts';
import type { HopRequest, HopResponse } from '../wire/message.ts';
import type { Service } from '../wire/wire.ts';
import { type CommandContext, ociError, runCommand } from './commands.ts';
import type { Profile } from './subscribers.ts';

/** The server that makes the calls. It speaks OCI only and answers every document, whatever became of its commands. */
export function applicationServer(
  region: Region,
  { estate, book, time }: Surroundings,
  profiles: ReadonlyMap<string, Profile>,
): Service {
  const machine = `callserver-${region}`;
  const clock = clockOf(machine, time);
  const context: CommandContext = { estate, profiles };
  const log = (text: string, options: { area?: string; userId?: string; level?: 'Info' | 'Warn' } = {}) => {
    const { area = 'OCIP', userId, level = 'Info' } = options;
    const thread = 1 + (text.length % 8);
    book.write(
      machine,
      callServerEvent({
        atMs: clock(),
        level,
        area,
        thread,
        ...(userId === undefined ? {} : { userId }),
        text,
      }),
    );
  };
  return {
    machine,
    host: hostOf('callserver', region),
    workMs: [8, 30],
    async answer({ body, peer }: HopRequest): Promise<HopResponse> {
      log(`Rx OCI from ${peer}\n${body}`);
      const answer = answerDocument(body, context, (command, outcome, userId) => {
        const failed = isOciError(outcome);
        log(failed ? `${command} refused: ${elementOf(outcome, 'summary') ?? ''}` : `${command} done`, {
          area: 'Subscriber',
          level: failed ? 'Warn' : 'Info',
          ...(userId === '' ? {} : { userId }),
        });
      });
      log(`Tx OCI to ${peer} from ${addressOf(machine)}\n${answer}`);
      return { status: 200, fields: [], body: answer };
    },
  };
}

type Outcome = (type: string, outcome: OciDocument['commands'][number], userId: string) => void;

/** Runs the commands one after the other; one that fails does not stop the next. */
function answerDocument(body: string, context: CommandContext, tell: Outcome): string {
  let document: OciDocument;
  try {
    document = readOciDocument(body);
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    return writeOciDocument({ trackingId: '', commands: [ociError(1000, 'Malformed request', reason)] });
  }
  const commands = document.commands.map((command) => {
    const outcome = runCommand(command, context);
    tell(`${command.type} (${document.trackingId})`, outcome, elementOf(command, 'userId') ?? '');
    return outcome;
  });
  return writeOciDocument({ trackingId: document.trackingId, commands });
}
