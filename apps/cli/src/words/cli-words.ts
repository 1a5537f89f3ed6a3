import type { FilterProblemCode } from '@harrier/analyze';
import type { OptionName } from '../arguments/option-table.ts';
import type { UsageProblem } from '../arguments/usage-error.ts';
import type { en } from './en.ts';

/** The command line's own sentences in one language, English being the model: a missing one does not compile. */
export type CliWords = typeof en;

/** What is wrong with a command line, by the kind of problem. */
export type UsageWords = {
  readonly [Kind in UsageProblem['kind']]: (problem: Extract<UsageProblem, { kind: Kind }>) => string;
};

/** What is wrong with a filter; `term` is the part of the expression that it is about. No full stop. */
export type FilterWords = Readonly<Record<FilterProblemCode, (term: string) => string>>;

/** What `--help` says about a command. */
export interface CommandHelp {
  readonly summary: string;
  readonly about: string;
}

/** Commands by name. */
export type CommandHelps = Readonly<
  Record<
    | 'logs import'
    | 'logs search'
    | 'logs grep'
    | 'logs sources'
    | 'logs follow'
    | 'trace'
    | 'open'
    | 'triage'
    | 'compare'
    | 'table'
    | 'show'
    | 'sanitize'
    | 'convert'
    | 'explain'
    | 'completion'
    | 'seal'
    | 'unseal'
    | 'send'
    | 'serve'
    | 'worker'
    | 'case'
    | 'exception'
    | 'escalate'
    | 'record',
    CommandHelp
  >
>;

/** What each option does. */
export type OptionHelps = Readonly<Record<OptionName, string>>;

/** Why a file could not be written, by the system's code; `other` for every other one. */
export type WriteTroubles = Readonly<
  Record<'noFolder' | 'forbidden' | 'readOnly' | 'full' | 'other', string>
>;
