import { type OptionName, type OptionSpec, optionTable } from './arguments/option-table.ts';
import type { ArgumentShape } from './arguments/read-arguments.ts';
import { commandTable } from './commands/command-table.ts';
import { padEnd, widthOf } from './terminal/width.ts';
import { wrap, wrapLabelled } from './terminal/wrap.ts';
import type { CommandHelps } from './words/cli-words.ts';
import type { AllWords } from './words/for-language.ts';

/** Help is plain text of this width, whatever the terminal: it is read in bug reports as well. */
const helpCells = 100;

/** What is typed, the same in every language. */
const calls: Readonly<
  Record<keyof CommandHelps, { readonly call: string; readonly examples: readonly string[] }>
> = {
  open: {
    call: 'harrier open [options] [file…]',
    examples: [
      'harrier open',
      'harrier open capture.har other.saz',
      'harrier open --store sqlite:case.db capture.har',
    ],
  },
  record: {
    call: 'harrier record [options] <url>',
    examples: [
      'harrier record https://portal.example.com/',
      'harrier record portal.example.com -o fault.har --original-to vault.asc --screenshots',
      'harrier record --attach 9222',
    ],
  },
  triage: {
    call: 'harrier triage [options] <file>',
    examples: [
      'harrier triage capture.har',
      'harrier triage --json capture.saz',
      'harrier triage --fail-on error capture.har && echo ok',
      'harrier triage --playbooks my-playbooks capture.har',
    ],
  },
  compare: {
    call: 'harrier compare [options] <a> <b>',
    examples: [
      'harrier compare working.har failing.har',
      'harrier compare --json before.har after.har | jq -r .differences[].sentence',
    ],
  },
  table: {
    call: 'harrier table [options] <file>',
    examples: [
      'harrier table capture.har',
      "harrier table --filter 'status:>=400 OR slower-than:2s' capture.har",
      'harrier table --csv capture.har > requests.csv',
    ],
  },
  show: {
    call: 'harrier show [options] <file> <index>',
    examples: [
      'harrier show capture.har 4',
      'harrier show --tab timing capture.har 4',
      'harrier show --tab response -o body.bin capture.har 4',
    ],
  },
  sanitize: {
    call: 'harrier sanitize [options] <file> -o <out.har>',
    examples: [
      'harrier sanitize capture.har -o clean.har --report clean.json',
      'harrier sanitize --check clean.har --report clean.json',
      'harrier sanitize capture.saz -o clean.har --preset webex --key-file case-4711.key',
    ],
  },
  convert: {
    call: 'harrier convert [options] <file> -o <out.har>',
    examples: [
      'harrier convert capture.saz -o capture.har',
      'harrier convert capture.har.gz -o - | jq .log.creator',
    ],
  },
  seal: {
    call: 'harrier seal [options] <file> --to <key> -o <file>',
    examples: [
      'harrier seal capture.har --to vault.asc -o capture.har.pgp',
      'harrier seal capture.har --to vault.asc --to escrow.asc -o capture.har.pgp --verify',
    ],
  },
  unseal: {
    call: 'harrier unseal [options] <file> --key <key> -o <file>',
    examples: [
      'harrier unseal capture.har.pgp --key private.asc -o capture.har',
      'harrier unseal capture.har.pgp --session-key released.txt -o - | harrier triage -',
    ],
  },
  send: {
    call: 'harrier send [options] <file> <url> --case <number>',
    examples: [
      'harrier send clean.har https://drop.example.com/home --case 612345678 --token-file token.txt',
      'HARRIER_DROP_TOKEN=… harrier send capture.har.pgp https://drop.example.com/home --case 612345678',
    ],
  },
  serve: {
    call: 'harrier serve [options]',
    examples: [
      'harrier serve --vault-keys team-and-safe.asc',
      'harrier serve --database postgres://db.example.com/harrier --origin https://harrier.example.com',
    ],
  },
  worker: {
    call: 'harrier worker [options]',
    examples: ['harrier worker --database postgres://db.example.com/harrier --objects /srv/harrier/objects'],
  },
  case: {
    call: 'harrier case list|show|attach|note|process|backfill [options] <case> …',
    examples: ['harrier case list audio', 'harrier case attach 12 trace.har', 'harrier case process 12'],
  },
  exception: {
    call: 'harrier exception list|show|request|withdraw|approve|refuse|material|release|refuse-release|fetch [options] …',
    examples: [
      'harrier exception request 4f1c09d2a7be --for hx-tok-7k3m9qp2rt5w6 --reason value-needed --to me.asc "Session id for the log search"',
      'harrier exception approve 5b1d…',
      'harrier exception release 5b1d… --key private.asc',
      'harrier exception fetch 5b1d… -o release.pgp',
    ],
  },
  escalate: {
    call: 'harrier escalate [options] <file> -o <out.zip>',
    examples: [
      'harrier escalate capture.har --logs records.json -o case.zip',
      'harrier escalate capture.har --logs records.json --answers answers.json --attach error.png --target bems -o case.zip',
    ],
  },
  'logs import': {
    call: 'harrier logs import [options] <path…>',
    examples: [
      'harrier logs import --source cpapi-us --region us /var/log/cpapi',
      'zcat app.log.gz | harrier logs import -',
      'harrier logs import --explain odd.log',
    ],
  },
  'logs search': {
    call: 'harrier logs search [options] <id>',
    examples: [
      'harrier logs search ATLAS_7c1e0f52-9ab4-4d36-8e21-5f0a3b9c6d74_12',
      'harrier logs search --level session 7c1e0f52',
      'harrier logs search --scope source --host cpapi-r.example.com --json <id>',
    ],
  },
  'logs grep': {
    call: 'harrier logs grep [options] <words…>',
    examples: [
      'harrier logs grep --severity error upstream connect',
      'harrier logs grep --as jsonl "error.key" 4008',
    ],
  },
  'logs sources': { call: 'harrier logs sources [options]', examples: ['harrier logs sources --json'] },
  'logs follow': {
    call: 'harrier logs follow [options] <path…>',
    examples: ['harrier logs follow --source cpapi-us /var/log/cpapi/app.log'],
  },
  trace: {
    call: 'harrier trace [options] <id> | <file> <index>',
    examples: [
      'harrier trace ATLAS_7c1e0f52-9ab4-4d36-8e21-5f0a3b9c6d74_12',
      'harrier trace capture.har 36',
      'harrier trace --as svg -o flow.svg capture.har 36',
    ],
  },
  explain: {
    call: 'harrier explain [options] [topic…]',
    examples: [
      'harrier explain',
      'harrier explain method PATCH',
      'harrier explain header set-cookie',
      'harrier explain status 502',
      'harrier explain phase waiting',
      'harrier explain capture chrome',
      'harrier explain finding cors/preflight-status',
    ],
  },
  completion: {
    call: 'harrier completion [options] bash|zsh|fish',
    examples: [
      'harrier completion bash > ~/.local/share/bash-completion/completions/harrier',
      'harrier completion fish > ~/.config/fish/completions/harrier.fish',
    ],
  },
};

/** Commands of which a file may be `-`. */
const takesStandardInput: ReadonlySet<keyof CommandHelps> = new Set([
  'triage',
  'compare',
  'table',
  'show',
  'sanitize',
  'convert',
  'seal',
  'unseal',
  'escalate',
  'logs import',
  'trace',
]);

/** What stands for the value of an option that takes any text. */
const placeholders: Readonly<Partial<Record<OptionName, string>>> = {
  filter: '<expression>',
  output: '<file>',
  password: '<text>',
  member: '<name>',
  report: '<file.json>',
  'report-page': '<file.html>',
  policy: '<file.json>',
  playbooks: '<folder>',
  'key-file': '<file>',
  sign: '<key.pem>',
  trust: '<key.pem>',
  'sealed-map': '<file>',
  to: '<key>',
  capsule: '<file>',
  split: '<size>',
  key: '<key>',
  'session-key': '<file>',
  'password-file': '<file>',
  'token-file': '<file>',
  database: '<url>',
  objects: '<folder>',
  listen: '<address>',
  port: '<number>',
  origin: '<url>',
  'vault-keys': '<file>',
  logs: '<file>',
  answers: '<file.json>',
  attach: '<file>',
  target: '<name>',
  watch: '<folder>',
  server: '<url>',
  store: '<address>',
  source: '<name>',
  sources: '<file.json>',
  region: '<name>',
  host: '<name>',
  since: '<time>',
  until: '<time>',
  around: '<time>',
  service: '<name>',
  field: '<name=value>',
  status: '<status>',
  limit: '<number>',
  zone: '<zone>',
  case: '<case>',
  for: '<what>',
  seconds: '<number>',
  browser: '<program>',
  'original-to': '<key>',
};

/** `harrier --help`. */
export function overallHelp({ help, usageNext }: AllWords): string {
  const names = commandTable.map((command) => command.name);
  const longest = Math.max(...names.map(widthOf));
  return lines(
    ...wrap(help.tagline, helpCells),
    '',
    '  harrier <command> [options] <file>',
    '',
    help.commands,
    ...names.map((name) => `  ${padEnd(name, longest)}  ${help.command[name as keyof CommandHelps].summary}`),
    '',
    help.exitCodes,
    ...help.exitCode.map((meaning, code) => `  ${code}  ${meaning}`),
    '',
    usageNext.help('harrier <command>'),
  );
}

/** `harrier <command> --help`. */
export function commandHelp({ name, options }: ArgumentShape, { help }: AllWords): string {
  const { call, examples } = calls[name as keyof CommandHelps];
  const { summary, about } = help.command[name as keyof CommandHelps];
  const longest = Math.max(...options.map((option) => widthOf(syntaxOf(option))));
  return lines(
    `harrier ${name}: ${summary}`,
    '',
    `  ${call}`,
    '',
    ...wrap(about, helpCells),
    ...(takesStandardInput.has(name as keyof CommandHelps) ? wrap(help.standardInput, helpCells) : []),
    '',
    help.options,
    ...options.flatMap((option) =>
      wrapLabelled(`  ${padEnd(syntaxOf(option), longest)}  `, help.option[option], helpCells),
    ),
    '',
    help.examples,
    ...examples.map((example) => `  ${example}`),
  );
}

/** How a command is called: `harrier triage [options] <file>`. */
export function callOf(name: keyof CommandHelps): string {
  return calls[name].call;
}

/** Calls to try, as they are typed. */
export function examplesOf(name: keyof CommandHelps): readonly string[] {
  return calls[name].examples;
}

/** `--output, -o <file>`. */
export function syntaxOf(option: OptionName): string {
  const spec: OptionSpec = optionTable[option];
  const short = spec.short === undefined ? '' : `, -${spec.short}`;
  const value = spec.takes === 'flag' ? '' : ` ${placeholders[option] ?? '<word>'}`;
  return `--${option}${short}${value}`;
}

function lines(...text: readonly string[]): string {
  return `${text.join('\n')}\n`;
}
