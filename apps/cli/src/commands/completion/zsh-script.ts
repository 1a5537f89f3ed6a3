import { type Choices, type CommandChoice, groupsOf, type OptionChoice, quoted } from './choices.ts';

/** The completion for zsh: a function of the completion system, with what each word means. */
export function zshScript(choices: Choices): string {
  const groups = groupsOf(choices);
  const first = [
    ...choices.filter(({ name }) => !name.includes(' ')).map(({ name, meaning }) => described(name, meaning)),
    ...[...groups].map(([group, members]) => described(group, members[0]?.meaning ?? '')),
  ];
  return `#compdef harrier
# zsh completion for harrier, made by: harrier completion zsh
_harrier() {
  local -a words_here
  if (( CURRENT == 2 )); then
    words_here=(${first.join(' ')})
    _describe command words_here
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${[...groups].map(([group, members]) => groupCase(group, members)).join('')}\
  esac
  case $command in
${choices.map(caseOf).join('')}\
  esac
}
if [[ $funcstack[1] == _harrier ]]; then
  _harrier "$@"
else
  compdef _harrier harrier
fi
`;
}

function groupCase(group: string, members: readonly CommandChoice[]): string {
  const second = members.map(({ name, meaning }) => described(name.split(' ')[1] as string, meaning));
  return `    ${group})
      if (( CURRENT == 2 )); then
        words_here=(${second.join(' ')})
        _describe command words_here
        return
      fi
      command="$command $words[2]"
      shift words
      (( CURRENT-- ))
      ;;
`;
}

function caseOf({ name, options, verbs }: CommandChoice): string {
  const specs = options.flatMap((option) => {
    const spec = `[${bare(option.meaning)}]${actionOf(option)}`;
    const names = [option.flag, ...(option.short === undefined ? [] : [option.short])];
    return names.map((flag) =>
      // zsh offers an option once, unless a star stands before it.
      quoted(
        `${option.repeats ? '*' : ''}${flag}${flag.startsWith('--') && option.takesValue ? '=' : ''}${spec}`,
      ),
    );
  });
  const first = verbs.length === 0 ? [] : [quoted(`1:verb:(${verbs.join(' ')})`)];
  return `    ${quoted(name)}) _arguments ${[...specs, ...first, quoted('*:file:_files')].join(' ')} ;;\n`;
}

function actionOf({ takesValue, values, flag }: OptionChoice): string {
  if (!takesValue) return '';
  return `:${flag.slice(2)}:${values.length === 0 ? '_files' : `(${values.join(' ')})`}`;
}

/** `word:meaning` for _describe, which splits at colons. */
function described(word: string, meaning: string): string {
  return quoted(`${word}:${meaning.replaceAll('\\', '\\\\').replaceAll(':', '\\:')}`);
}

/** A meaning in the brackets of _arguments. */
function bare(meaning: string): string {
  return meaning.replace(/[\\[\]:]/g, (char) => `\\${char}`);
}
