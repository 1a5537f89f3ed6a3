import type { LogLevel, LogStore, RecordFilter, SourceDefinition, TimeWindow } from '@harrier/logs';
import type { OptionName, Options } from '../../arguments/option-table.ts';
import { UsageError } from '../../arguments/usage-error.ts';
import type { CliIo } from '../../io.ts';

/** What every command of the group takes. */
export const logOptions = ['help', 'lang', 'store', 'json'] as const satisfies OptionName[];

/** How records are printed; text unless told otherwise. */
export const recordForms = ['text', 'jsonl', 'otlp'] as const;

/** What narrows a search. */
export const filterOptions = [
  'source',
  'sources',
  'region',
  'since',
  'until',
  'around',
  'service',
  'severity',
  'field',
  'status',
  'limit',
  'as',
] as const satisfies OptionName[];

/** Does something with the store that was named, and closes it. The room is loaded only now: other commands start without it. */
export async function withStore<Result>(
  io: CliIo,
  options: Options,
  use: (store: LogStore) => Promise<Result>,
): Promise<Result> {
  const { defaultStoreAddress, openLogStore } = await import('@harrier/logs');
  const store = await openLogStore(options.store ?? defaultStoreAddress(io.env));
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

/** The sources of the file that was named, or of the user's own; none where there is no such file. */
export async function sourceDefinitions(io: CliIo, options: Options): Promise<SourceDefinition[]> {
  const { readFile } = await import('node:fs/promises');
  const { defaultSourcesFile, LogStoreError, readSourceDefinitions } = await import('@harrier/logs');
  const file = options.sources ?? defaultSourcesFile(io.env);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (options.sources === undefined && (error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new LogStoreError('logs/sources-file', file, `${file} cannot be read.`, error);
  }
  return readSourceDefinitions(text, file);
}

/** The filter that the options describe, but for sources. */
export async function recordFilter(options: Options): Promise<RecordFilter> {
  const { LOG_LEVELS } = await import('@harrier/logs');
  const { region, service, severity } = options;
  const window = await timeWindow(options);
  const status = statusRange(options.status);
  const fields = namedValues(options.field);
  const limit = wholeNumber('limit', options.limit);
  return {
    ...(window === undefined ? {} : { window }),
    ...(region === undefined ? {} : { region: listOf(region) }),
    ...(service === undefined ? {} : { service: listOf(service) }),
    ...(severity === undefined ? {} : { level: LOG_LEVELS.slice(LOG_LEVELS.indexOf(severity as LogLevel)) }),
    ...(status === undefined ? {} : { status }),
    ...(fields === undefined ? {} : { fields }),
    ...(limit === undefined ? {} : { limit }),
  };
}

/** `name=value`, each name once: a record has one value of a name, so that two of them would find nothing. */
function namedValues(given: readonly string[] | undefined): RecordFilter['fields'] {
  if (given === undefined) return undefined;
  const pairs = given.map((one): [string, string] => {
    const at = one.indexOf('=');
    if (at < 1) throw new UsageError({ kind: 'not-a-field', given: one });
    return [one.slice(0, at), one.slice(at + 1)];
  });
  const names = pairs.map(([name]) => name);
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice !== undefined) throw new UsageError({ kind: 'given-twice', option: `--field ${twice}` });
  return Object.fromEntries(pairs);
}

/** `a,b` → its parts. */
export function listOf(text: string): string[] {
  return text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** Years that nanoseconds in 64 bits reach. */
const ALWAYS = { fromNs: -9_200_000_000_000_000_000n, toNs: 9_200_000_000_000_000_000n };

async function timeWindow({ since, until, around }: Options): Promise<TimeWindow | undefined> {
  const { paddedWindow, readMoment } = await import('@harrier/logs');
  const moment = (option: OptionName, given: string): bigint => {
    const ns = readMoment(given);
    if (ns === undefined) throw new UsageError({ kind: 'not-a-moment', option: `--${option}`, given });
    return ns;
  };
  if (around !== undefined) {
    if (since !== undefined || until !== undefined)
      throw new UsageError({ kind: 'exclude-each-other', options: ['--around', '--since/--until'] });
    const ms = Number(moment('around', around) / 1_000_000n);
    return paddedWindow(ms, ms);
  }
  if (since === undefined && until === undefined) return undefined;
  return {
    fromNs: since === undefined ? ALWAYS.fromNs : moment('since', since),
    toNs: until === undefined ? ALWAYS.toNs : moment('until', until),
  };
}

function statusRange(given: string | undefined): RecordFilter['status'] {
  if (given === undefined) return undefined;
  const match = /^(\d{1,4})(?:-(\d{1,4}))?$/.exec(given);
  if (match === null) throw new UsageError({ kind: 'not-a-number', option: '--status', given });
  return { from: Number(match[1]), to: Number(match[2] ?? match[1]) };
}

function wholeNumber(option: OptionName, given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  if (!/^\d{1,9}$/.test(given)) throw new UsageError({ kind: 'not-a-number', option: `--${option}`, given });
  return Number(given);
}
