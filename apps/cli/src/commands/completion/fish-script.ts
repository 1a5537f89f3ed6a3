import { type Choices, type CommandChoice, groupsOf } from './choices.ts';

/** The completion for fish, with what each word means. */
export function fishScript(choices: Choices): string {
  const groups = groupsOf(choices);
  const lines = ['# fish completion for harrier, made by: harrier completion fish'];
  const complete = (condition: string, rest: string) =>
    lines.push(`complete -c harrier -n ${fishQuoted(condition)} ${rest}`);

  for (const { name, meaning } of choices.filter((choice) => !choice.name.includes(' ')))
    complete('__fish_use_subcommand', `-f -a ${name} -d ${fishQuoted(meaning)}`);
  for (const [group, members] of groups) {
    const seconds = members.map(({ name }) => name.split(' ')[1] as string);
    complete('__fish_use_subcommand', `-f -a ${group} -d ${fishQuoted(members[0]?.meaning ?? '')}`);
    for (const [at, { meaning }] of members.entries())
      complete(
        `__fish_seen_subcommand_from ${group}; and not __fish_seen_subcommand_from ${seconds.join(' ')}`,
        `-f -a ${seconds[at]} -d ${fishQuoted(meaning)}`,
      );
  }
  for (const choice of choices) {
    const here = seen(choice.name);
    for (const { flag, short, takesValue, values, meaning } of choice.options) {
      const names = `-l ${flag.slice(2)}${short === undefined ? '' : ` -s ${short.slice(1)}`}`;
      const words = values.length > 0 ? ` -f -a ${fishQuoted(values.join(' '))}` : '';
      complete(here, `${names}${takesValue ? ' -r' : ''}${words} -d ${fishQuoted(meaning)}`);
    }
    if (choice.verbs.length > 0) {
      const verbs = choice.verbs.join(' ');
      complete(`${here}; and not __fish_seen_subcommand_from ${verbs}`, `-f -a ${fishQuoted(verbs)}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** fish's test for a command of one word or two. */
function seen(name: CommandChoice['name']): string {
  return name
    .split(' ')
    .map((word) => `__fish_seen_subcommand_from ${word}`)
    .join('; and ');
}

/** A text in single quotes of fish, where a backslash escapes. */
function fishQuoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
