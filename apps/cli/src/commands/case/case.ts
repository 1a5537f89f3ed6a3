import { UsageError } from '../../arguments/usage-error.ts';
import { ExitCode } from '../../exit-code.ts';
import { bytesText } from '../../format/quantity.ts';
import type { CliIo } from '../../io.ts';
import { jsonText } from '../../json/json-text.ts';
import { escapeText, tabbed } from '../../terminal/escape.ts';
import type { Command } from '../command.ts';
import { backfill } from './backfill.ts';
import { CaseService, type ServedIntake } from './case-service.ts';
import { ServiceClient } from './service-client.ts';

const verbs = ['list', 'show', 'attach', 'note', 'process', 'backfill'] as const;
type Verb = (typeof verbs)[number];

/** How often a case is looked at while its attachments are worked on. */
const LOOK_MS = 500;

/** `harrier case list|show|attach|note|process|backfill`: cases of a server. Every text of a server is a stranger's, and is escaped. */
export const caseCommand: Command = {
  name: 'case',
  positionals: ['list|show|attach|note|process|backfill'],
  more: 'case',
  options: ['help', 'lang', 'json', 'server'],
  async run(io, { positionals, options }, words) {
    const [given = '', reference, ...rest] = positionals;
    const verb = verbs.find((one) => one === given);
    if (verb === undefined)
      throw new UsageError({ kind: 'not-one-of', option: 'case', given, oneOf: verbs, meant: undefined });
    const client = new ServiceClient(io, options.server, words.knowledge.language);
    const service = new CaseService(client);
    if (verb === 'list') {
      const cases = await service.list([reference, ...rest].filter(Boolean).join(' '));
      const lines = cases.map(({ number, status, updatedMs, title }) =>
        tabbed(number, status, timeText(updatedMs), title),
      );
      await write(io, options.json, cases, lines);
      return ExitCode.done;
    }
    if (reference === undefined) throw new UsageError({ kind: 'missing-argument', argument: 'case' });
    if (verb === 'backfill') return await backfill(io, client, reference, rest, options.json);
    const { id } = await service.find(reference);
    return await aboutOne(io, service, verb, id, rest, options.json);
  },
};

async function aboutOne(
  io: CliIo,
  service: CaseService,
  verb: Exclude<Verb, 'list' | 'backfill'>,
  id: string,
  rest: readonly string[],
  json: true | undefined,
): Promise<ExitCode> {
  switch (verb) {
    case 'show':
      await show(io, service, id, json);
      return ExitCode.done;
    case 'attach': {
      if (rest.length === 0) throw new UsageError({ kind: 'missing-argument', argument: 'file' });
      for (const file of rest) {
        const { id: attachment, name, sizeBytes, sha256 } = await service.attach(id, file);
        const line = tabbed(attachment, bytesText(sizeBytes), sha256, name);
        await write(io, json, { attachment, name, sizeBytes, sha256 }, [line]);
      }
      return ExitCode.done;
    }
    case 'note': {
      const text = rest.join(' ');
      if (text === '') throw new UsageError({ kind: 'missing-argument', argument: 'text' });
      await service.addNote(id, text);
      return ExitCode.done;
    }
    case 'process':
      return await waitFor(io, service, id, json);
  }
}

async function show(io: CliIo, service: CaseService, id: string, json: true | undefined): Promise<void> {
  const [attachments, intakes, notes] = [
    await service.attachments(id),
    await service.intakes(id),
    await service.notes(id),
  ];
  await write(io, json, { id, attachments, intakes, notes }, [
    ...attachments.map(({ name, sizeBytes, sha256 }) => tabbed(name, bytesText(sizeBytes), sha256)),
    ...intakes.flatMap(intakeLines),
    ...notes.flatMap(({ author, createdMs, text }) => [
      '',
      tabbed(timeText(createdMs), author),
      ...text.split('\n').map(escapeText),
    ]),
  ]);
}

/** Waits until nothing of the case is being worked on. Ends with 1 where a person is needed. */
async function waitFor(
  io: CliIo,
  service: CaseService,
  id: string,
  json: true | undefined,
): Promise<ExitCode> {
  for (;;) {
    const intakes = await service.intakes(id);
    if (intakes.every(({ state }) => state !== 'running')) {
      await write(io, json, intakes, intakes.flatMap(intakeLines));
      return intakes.some(({ needsPerson }) => needsPerson) ? ExitCode.findingsMet : ExitCode.done;
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

function intakeLines({ mark, state, step, attachment, reason, nextStep }: ServedIntake): string[] {
  const head = tabbed(mark, state, step, attachment.name);
  return reason === undefined ? [head] : [head, tabbed('', reason), tabbed('', nextStep ?? '')];
}

function timeText(epochMs: number): string {
  return new Date(epochMs).toISOString().slice(0, 16).replace('T', ' ');
}

async function write(
  io: CliIo,
  json: true | undefined,
  value: unknown,
  lines: readonly string[],
): Promise<void> {
  await io.stdout.write(json ? `${jsonText(value, 2)}\n` : lines.map((line) => `${line}\n`).join(''));
}
