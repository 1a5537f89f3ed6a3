import { type OptionSpec, optionTable } from '../../arguments/option-table.ts';
import type { ArgumentShape } from '../../arguments/read-arguments.ts';
import type { CommandHelps } from '../../words/cli-words.ts';
import type { AllWords } from '../../words/for-language.ts';

/** An option of a command as a shell completes it. */
export interface OptionChoice {
  /** With its dashes: `--tab`. */
  readonly flag: string;
  /** With its dash: `-o`. */
  readonly short: string | undefined;
  readonly takesValue: boolean;
  /** It may be given several times. */
  readonly repeats: boolean;
  /** The only words that it accepts; empty where it takes any text or the name of a file. */
  readonly values: readonly string[];
  readonly meaning: string;
}

/** A command as a shell completes it. */
export interface CommandChoice {
  /** One word or two: `triage`, `logs import`. */
  readonly name: string;
  readonly meaning: string;
  readonly options: readonly OptionChoice[];
  /** The only words that its first argument can be (`list`, `show` … of `case`); empty where it is a file. */
  readonly verbs: readonly string[];
}

/** Everything that can be completed. */
export type Choices = readonly CommandChoice[];

/** What can be typed, taken from the tables that the command line itself is read by. */
export function readChoices(commands: readonly ArgumentShape[], { help }: AllWords): Choices {
  return commands.map(({ name, options, positionals: [first = ''], oneOf }) => ({
    name,
    meaning: help.command[name as keyof CommandHelps].summary,
    options: options.map((option) => {
      const spec: OptionSpec = optionTable[option];
      return {
        flag: `--${option}`,
        short: spec.short === undefined ? undefined : `-${spec.short}`,
        takesValue: spec.takes === 'value',
        repeats: spec.repeats === true,
        values: oneOf?.[option] ?? spec.oneOf ?? [],
        meaning: help.option[option],
      };
    }),
    verbs: first.includes('|') ? first.split('|') : [],
  }));
}

/** First words of commands of two words, each with its second words: `logs` → `import`, `search` … */
export function groupsOf(choices: Choices): ReadonlyMap<string, readonly CommandChoice[]> {
  const groups = new Map<string, CommandChoice[]>();
  for (const choice of choices) {
    const [first = '', second] = choice.name.split(' ');
    if (second !== undefined) groups.set(first, [...(groups.get(first) ?? []), choice]);
  }
  return groups;
}

/** What may stand directly behind `harrier`. */
export function firstWords(choices: Choices): readonly string[] {
  return [...new Set(choices.map(({ name }) => name.split(' ')[0] as string))];
}

/** A text in single quotes of a POSIX shell. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
