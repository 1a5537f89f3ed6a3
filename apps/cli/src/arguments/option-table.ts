import { languages } from '@harrier/knowledge';
import { presets } from '@harrier/sanitize';

/** One option, the same wherever it is allowed. */
export interface OptionSpec {
  /** `flag` stands alone, `value` takes the next word or what follows `=`. */
  readonly takes: 'flag' | 'value';
  readonly short?: string;
  /** May be given several times; its value is the list of what was given. */
  readonly repeats?: true;
  /** The only words it accepts. */
  readonly oneOf?: readonly string[];
}

/** Severities of findings from the mildest to the gravest. */
export const severities = ['info', 'warning', 'error'] as const;
export type Severity = (typeof severities)[number];

/** What `show --tab` can show (S6's tabs). */
export const tabs = ['headers', 'payload', 'preview', 'response', 'initiator', 'timing'] as const;
export type Tab = (typeof tabs)[number];

/** What `table --group` folds by. */
export const groupings = ['template'] as const;

/** Every option of every command. Their meanings in words lie with the help texts. */
export const optionTable = {
  help: { takes: 'flag', short: 'h' },
  version: { takes: 'flag', short: 'V' },
  all: { takes: 'flag' },
  json: { takes: 'flag' },
  csv: { takes: 'flag' },
  filter: { takes: 'value' },
  format: { takes: 'value' },
  formats: { takes: 'value', repeats: true },
  group: { takes: 'value', oneOf: groupings },
  tab: { takes: 'value', oneOf: tabs },
  unmasked: { takes: 'flag' },
  'fail-on': { takes: 'value', oneOf: severities },
  playbooks: { takes: 'value' },
  output: { takes: 'value', short: 'o' },
  force: { takes: 'flag' },
  check: { takes: 'flag' },
  report: { takes: 'value' },
  'report-page': { takes: 'value' },
  policy: { takes: 'value' },
  preset: { takes: 'value', oneOf: presets },
  'strip-jwt': { takes: 'flag' },
  'key-file': { takes: 'value' },
  sign: { takes: 'value' },
  trust: { takes: 'value' },
  'sealed-map': { takes: 'value' },
  to: { takes: 'value', repeats: true },
  compress: { takes: 'flag' },
  capsule: { takes: 'value' },
  split: { takes: 'value' },
  verify: { takes: 'flag' },
  key: { takes: 'value' },
  'session-key': { takes: 'value' },
  'password-file': { takes: 'value' },
  'token-file': { takes: 'value' },
  database: { takes: 'value' },
  objects: { takes: 'value' },
  listen: { takes: 'value' },
  port: { takes: 'value' },
  origin: { takes: 'value' },
  'vault-keys': { takes: 'value' },
  watch: { takes: 'value' },
  server: { takes: 'value' },
  for: { takes: 'value' },
  reason: {
    takes: 'value',
    oneOf: ['value-needed', 'body-needed', 'legal', 'sanitizer-fault', 'security-incident'],
  },
  lang: { takes: 'value', oneOf: languages },
  password: { takes: 'value' },
  member: { takes: 'value' },
  store: { takes: 'value' },
  source: { takes: 'value' },
  sources: { takes: 'value' },
  region: { takes: 'value' },
  scope: { takes: 'value', oneOf: ['source', 'global'] },
  host: { takes: 'value' },
  level: { takes: 'value', oneOf: ['call', 'request', 'session'] },
  since: { takes: 'value' },
  until: { takes: 'value' },
  around: { takes: 'value' },
  service: { takes: 'value' },
  severity: { takes: 'value', oneOf: ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] },
  field: { takes: 'value', repeats: true },
  status: { takes: 'value' },
  limit: { takes: 'value' },
  as: { takes: 'value' },
  explain: { takes: 'flag' },
  zone: { takes: 'value' },
  'keep-credentials': { takes: 'flag' },
  logs: { takes: 'value', repeats: true },
  answers: { takes: 'value' },
  attach: { takes: 'value', repeats: true },
  target: { takes: 'value' },
  'require-ready': { takes: 'flag' },
  case: { takes: 'value' },
  seconds: { takes: 'value' },
  browser: { takes: 'value' },
  headless: { takes: 'flag' },
  screenshots: { takes: 'flag' },
  'original-to': { takes: 'value', repeats: true },
  // A word that nobody types by accident.
  raw: { takes: 'value', oneOf: ['with-credentials'] },
  engine: { takes: 'value', oneOf: ['auto', 'wasm', 'typescript'] },
} as const satisfies Record<string, OptionSpec>;

export type OptionName = keyof typeof optionTable;

/** What a word of the table means as a type: a flag, one of its words, any text, or several. */
export type OptionValue<Name extends OptionName> = (typeof optionTable)[Name] extends { oneOf: infer Words }
  ? Words extends readonly (infer Word)[]
    ? Word
    : never
  : (typeof optionTable)[Name]['takes'] extends 'flag'
    ? true
    : (typeof optionTable)[Name] extends { repeats: true }
      ? readonly string[]
      : string;

/** The options that were given. */
export type Options = { readonly [Name in OptionName]?: OptionValue<Name> };

/** Options that every command with an input file has. */
export const inputOptions = ['help', 'lang', 'password', 'member', 'engine'] as const satisfies OptionName[];
