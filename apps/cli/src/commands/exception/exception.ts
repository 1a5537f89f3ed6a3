import { UsageError } from '../../arguments/usage-error.ts';
import { ExitCode } from '../../exit-code.ts';
import type { CliIo } from '../../io.ts';
import { jsonText } from '../../json/json-text.ts';
import { openerOf } from '../../keys/opener.ts';
import { writeOutput } from '../../output/write-output.ts';
import { tabbed } from '../../terminal/escape.ts';
import { ServiceClient } from '../case/service-client.ts';
import type { Command } from '../command.ts';
import { readOption } from '../sanitize/policy-of-options.ts';
import { askedScope } from './asked-scope.ts';
import { type AskedScope, ExceptionService, type ServedException } from './exception-service.ts';
import { makeAndHandOver } from './release.ts';

const verbs = [
  'list',
  'show',
  'request',
  'withdraw',
  'approve',
  'refuse',
  'material',
  'release',
  'refuse-release',
  'fetch',
] as const;
type Verb = (typeof verbs)[number];

/** `harrier exception …`: something of a sealed original, for one person, after two others have agreed. */
export const exceptionCommand: Command = {
  name: 'exception',
  positionals: ['list|show|request|withdraw|approve|refuse|material|release|refuse-release|fetch'],
  more: 'exception',
  options: [
    'help',
    'lang',
    'json',
    'server',
    'for',
    'reason',
    'to',
    'key',
    'session-key',
    'password-file',
    'output',
    'force',
  ],
  async run(io, { positionals, options }, words) {
    const [given = '', reference, ...rest] = positionals;
    const verb = verbs.find((one) => one === given);
    if (verb === undefined)
      throw new UsageError({
        kind: 'not-one-of',
        option: 'exception',
        given,
        oneOf: verbs,
        meant: undefined,
      });
    const service = new ExceptionService(new ServiceClient(io, options.server, words.knowledge.language));
    if (verb === 'list') {
      await write(io, options.json, ...(await service.list()));
      return ExitCode.done;
    }
    const argument = verb === 'request' ? 'mark' : 'exception';
    if (reference === undefined) throw new UsageError({ kind: 'missing-argument', argument });
    switch (verb) {
      case 'request': {
        const scope = askedScope(options.for);
        if (options.reason === undefined)
          throw new UsageError({ kind: 'missing-option', option: '--reason' });
        const [keyFile, ...others] = options.to ?? [];
        if (keyFile === undefined || others.length > 0)
          throw new UsageError({ kind: 'missing-option', option: '--to' });
        const requesterKey = (await readOption('--to', keyFile)).toString('utf8');
        const intakeId = await service.intakeOf(reference);
        const reason = { code: options.reason, text: rest.join(' ') };
        await write(io, options.json, await service.request({ intakeId, scope, reason, requesterKey }));
        return ExitCode.done;
      }
      case 'release': {
        const opener = await openerOf(io, options, words);
        const { exception, found, asked } = await makeAndHandOver(service, reference, opener);
        if (options.json) await write(io, true, exception);
        else await io.stdout.write(`${lineOf(exception)}\t${found}/${asked}\n`);
        // Less than was asked for: the map lacks some pseudonyms, and the requester gets the others.
        return found === asked ? ExitCode.done : ExitCode.findingsMet;
      }
      case 'fetch':
      case 'material':
        return await saveBytes(io, options, async () =>
          verb === 'fetch' ? await service.fetch(reference) : await materialOf(service, reference),
        );
      case 'show':
        await write(io, options.json, await service.get(reference));
        return ExitCode.done;
      default:
        await write(io, options.json, await service.step(reference, verb satisfies Exclude<Verb, 'list'>));
        return ExitCode.done;
    }
  },
};

/** What gpg takes on the key holder's machine: the capsule of the whole file, else the sealed map. */
async function materialOf(service: ExceptionService, id: string): Promise<AsyncIterable<Uint8Array>> {
  const { scope, capsule } = await service.material(id);
  if (scope !== 'whole') return await service.sealedMap(id);
  const bytes = Buffer.from(capsule ?? '', 'base64');
  return (async function* () {
    yield bytes;
  })();
}

/** The place is made first: a release works once, and must not be fetched into a file that cannot be written. */
async function saveBytes(
  io: CliIo,
  { output, force }: { readonly output?: string; readonly force?: true },
  open: () => Promise<AsyncIterable<Uint8Array>>,
): Promise<ExitCode> {
  if (output === undefined) throw new UsageError({ kind: 'missing-output' });
  await writeOutput(io, { output, input: '-', force: force === true }, async (writePiece) => {
    for await (const piece of await open()) await writePiece(piece);
  });
  return ExitCode.done;
}

function lineOf({ id, state, scope, requested, reason, steps }: ServedException): string {
  return tabbed(id, state, scopeText(scope), reason.code, requested.name, reason.text, steps.join(','));
}

function scopeText(scope: AskedScope): string {
  switch (scope.kind) {
    case 'values':
      return scope.pseudonyms.join(',');
    case 'entries':
      return `entries:${scope.entries.join(',')}`;
    case 'whole':
      return 'whole';
  }
}

async function write(
  io: CliIo,
  json: true | undefined,
  ...exceptions: readonly ServedException[]
): Promise<void> {
  await io.stdout.write(
    json ? `${jsonText(exceptions, 2)}\n` : exceptions.map((exception) => `${lineOf(exception)}\n`).join(''),
  );
}
