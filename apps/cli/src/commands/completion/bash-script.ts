import { type Choices, type CommandChoice, firstWords, groupsOf, quoted } from './choices.ts';

/** The completion for bash 4 and newer; what it does not know is left to the names of files. */
export function bashScript(choices: Choices): string {
  const groups = groupsOf(choices);
  return `# bash completion for harrier, made by: harrier completion bash
_harrier() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} command= verb= i word
  # bash takes --tab=timing apart at the equals sign.
  if [[ $cur == = ]]; then cur=; fi
  if [[ $prev == = ]]; then prev=\${COMP_WORDS[COMP_CWORD-2]}; fi
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    if [[ $word == -* ]]; then continue; fi
    if [[ -z $command ]]; then
      command=$word
    elif [[ ${[...groups.keys()].map((group) => `$command == ${group}`).join(' || ')} ]]; then
      command+=" $word"
    elif [[ -z $verb ]]; then
      verb=$word
    fi
  done
  local values= options= verbs=
  case $command in
    '') values=${quoted(firstWords(choices).join(' '))} ;;
${[...groups].map(([group, members]) => `    ${group}) values=${quoted(members.map(({ name }) => name.split(' ')[1]).join(' '))} ;;\n`).join('')}\
${choices.map(caseOf).join('')}\
  esac
  if [[ -n $values ]]; then
    :
  elif [[ $cur == -* ]]; then
    values=$options
  elif [[ -z $verb ]]; then
    values=$verbs
  fi
  if [[ -n $values ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$values" -- "$cur")
  fi
}
complete -o bashdefault -o default -F _harrier harrier
`;
}

function caseOf({ name, options, verbs }: CommandChoice): string {
  const withWords = options.filter(({ values }) => values.length > 0);
  const others = options.filter(({ takesValue, values }) => takesValue && values.length === 0);
  const flags = options.flatMap(({ flag, short }) => [flag, ...(short === undefined ? [] : [short])]);
  return `    ${quoted(name)})
      case $prev in
${withWords.map((option) => `        ${pattern(option)}) values=${quoted(option.values.join(' '))} ;;\n`).join('')}\
${others.length === 0 ? '' : `        ${others.map(pattern).join(' | ')}) return ;;\n`}\
      esac
      options=${quoted(flags.join(' '))} verbs=${quoted(verbs.join(' '))} ;;
`;
}

function pattern({ flag, short }: CommandChoice['options'][number]): string {
  return short === undefined ? flag : `${flag} | ${short}`;
}
