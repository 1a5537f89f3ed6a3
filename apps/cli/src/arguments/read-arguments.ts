import { parseArgs } from 'node:util';
import { didYouMean } from './did-you-mean.ts';
import { type OptionName, type OptionSpec, type Options, optionTable } from './option-table.ts';
import { UsageError } from './usage-error.ts';

/** A command's shape, as far as its arguments go. */
export interface ArgumentShape {
  readonly name: string;
  /** Names of the positional arguments, all of them needed. */
  readonly positionals: readonly string[];
  /** What any number of further arguments are called; absent where there may be none. */
  readonly more?: string;
  readonly options: readonly OptionName[];
  /** The only words that an option accepts here, where the option table leaves it open. */
  readonly oneOf?: Readonly<Partial<Record<OptionName, readonly string[]>>>;
}

export interface Arguments {
  readonly positionals: readonly string[];
  readonly options: Options;
}

/**
 * The words after the command. Options stand before or after the file; `--` ends them; `-` is an
 * argument (standard input). An option's value may begin with a dash (`--filter -status:200`).
 * `everyCommand` is asked only for an option of another command.
 */
export async function readArguments(
  words: readonly string[],
  shape: ArgumentShape,
  everyCommand: () => Promise<readonly ArgumentShape[]>,
): Promise<Arguments> {
  const options: Record<string, string | true | string[]> = {};
  const positionals: string[] = [];
  for (const token of tokensOf(words)) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const name = await knownOption(token.name, token.rawName, shape, everyCommand);
    const value = optionValue(name, token.value, token.inlineValue === true, shape);
    options[name] = together(name, options[name], value);
  }
  // `--help` and `--version` answer whatever else is missing.
  if (options.help !== true && options.version !== true) checkCount(positionals, shape);
  return { positionals, options: options as Options };
}

function together(name: OptionName, before: string | true | string[] | undefined, value: string | true) {
  const spec: OptionSpec = optionTable[name];
  if (spec.repeats && typeof value === 'string') return [...(Array.isArray(before) ? before : []), value];
  if (value !== true && before !== undefined)
    throw new UsageError({ kind: 'given-twice', option: `--${name}` });
  return value;
}

function tokensOf(words: readonly string[]) {
  return parseArgs({
    args: [...words],
    options: Object.fromEntries(
      Object.entries<OptionSpec>(optionTable).map(([name, spec]) => [
        name,
        {
          type: spec.takes === 'flag' ? ('boolean' as const) : ('string' as const),
          ...(spec.short === undefined ? {} : { short: spec.short }),
        },
      ]),
    ),
    allowPositionals: true,
    strict: false,
    tokens: true,
  }).tokens;
}

async function knownOption(
  name: string,
  rawName: string,
  shape: ArgumentShape,
  everyCommand: () => Promise<readonly ArgumentShape[]>,
): Promise<OptionName> {
  if (!Object.hasOwn(optionTable, name)) {
    const meant = didYouMean(name, shape.options);
    throw new UsageError({
      kind: 'unknown-option',
      given: rawName,
      meant: meant === undefined ? undefined : `--${meant}`,
    });
  }
  const known = name as OptionName;
  if (shape.options.includes(known)) return known;
  const others = await everyCommand();
  throw new UsageError({
    kind: 'option-elsewhere',
    option: rawName,
    command: shape.name,
    commands: others.filter((other) => other.options.includes(known)).map((other) => other.name),
  });
}

function optionValue(
  name: OptionName,
  given: string | undefined,
  inline: boolean,
  shape: ArgumentShape,
): string | true {
  const spec: OptionSpec = optionTable[name];
  const oneOf = spec.oneOf ?? shape.oneOf?.[name];
  const option = `--${name}`;
  if (spec.takes === 'flag') {
    if (inline) throw new UsageError({ kind: 'takes-no-value', option });
    return true;
  }
  if (given === undefined) throw new UsageError({ kind: 'needs-value', option, oneOf });
  if (oneOf === undefined) return given;
  const word = oneOf.find((one) => one.toLowerCase() === given.toLowerCase());
  if (word !== undefined) return word;
  throw new UsageError({
    kind: 'not-one-of',
    option,
    given,
    oneOf,
    meant: didYouMean(given, oneOf),
  });
}

function checkCount(positionals: readonly string[], shape: ArgumentShape): void {
  const missing = shape.positionals[positionals.length];
  if (missing !== undefined) throw new UsageError({ kind: 'missing-argument', argument: missing });
  const extra = positionals[shape.positionals.length];
  if (extra !== undefined && shape.more === undefined)
    throw new UsageError({ kind: 'extra-argument', given: extra });
}
