import type { FilterProblemCode } from '@harrier/analyze';

/** What is wrong with a command line, as facts; the sentence comes from the words. */
export type UsageProblem =
  | {
      readonly kind: 'unknown-command';
      readonly given: string;
      readonly meant: string | undefined;
      readonly commands: readonly string[];
    }
  | {
      readonly kind: 'unknown-topic';
      readonly given: string;
      /** Topics with similar names, the nearest first. */
      readonly nearest: readonly string[];
    }
  | { readonly kind: 'unknown-option'; readonly given: string; readonly meant: string | undefined }
  | {
      readonly kind: 'option-elsewhere';
      readonly option: string;
      readonly command: string;
      readonly commands: readonly string[];
    }
  | { readonly kind: 'needs-value'; readonly option: string; readonly oneOf: readonly string[] | undefined }
  | { readonly kind: 'takes-no-value'; readonly option: string }
  | { readonly kind: 'given-twice'; readonly option: string }
  | {
      readonly kind: 'not-one-of';
      readonly option: string;
      readonly given: string;
      readonly oneOf: readonly string[];
      readonly meant: string | undefined;
    }
  | { readonly kind: 'missing-argument'; readonly argument: string }
  | { readonly kind: 'extra-argument'; readonly given: string }
  | { readonly kind: 'exclude-each-other'; readonly options: readonly [string, string] }
  | { readonly kind: 'not-an-index'; readonly given: string }
  | { readonly kind: 'no-such-entry'; readonly index: number; readonly entries: number }
  | {
      readonly kind: 'filter';
      readonly problem: FilterProblemCode;
      /** The part of the expression that it is about. */
      readonly term: string;
      readonly at: number;
    }
  | { readonly kind: 'missing-output' }
  | { readonly kind: 'missing-option'; readonly option: string }
  | {
      readonly kind: 'bad-settings';
      readonly path: string;
      /** JSON pointer; empty: the whole file. */
      readonly pointer: string;
      /** What it has to be, as JSON Schema says it. */
      readonly rule: string;
    }
  | { readonly kind: 'bad-session-key'; readonly path: string }
  | { readonly kind: 'output-is-input'; readonly path: string }
  | { readonly kind: 'output-exists'; readonly path: string }
  | { readonly kind: 'output-is-folder'; readonly path: string }
  | { readonly kind: 'no-bytes-to-write' }
  | { readonly kind: 'body-not-recorded' }
  | { readonly kind: 'needs-other'; readonly option: string; readonly other: string }
  | { readonly kind: 'unreadable-option'; readonly option: string; readonly path: string }
  | {
      readonly kind: 'bad-policy';
      readonly path: string;
      /** JSON pointer into the policy. */
      readonly pointer: string;
      readonly what: string;
    }
  | {
      readonly kind: 'bad-playbook';
      readonly path: string;
      /** From 1. */
      readonly line: number;
      /** From 1. */
      readonly column: number;
      /** JSON pointer into the playbook; `''` for the whole. */
      readonly pointer: string;
      /** In the language of the words. */
      readonly what: string;
    }
  | { readonly kind: 'no-playbooks'; readonly path: string }
  | { readonly kind: 'playbook-twice'; readonly id: string; readonly paths: readonly [string, string] }
  | {
      readonly kind: 'bad-answers';
      readonly path: string;
      /** JSON pointer into the answers; `''` for the whole. */
      readonly pointer: string;
      /** A literal: `string`, `JSON`. */
      readonly expected: string;
    }
  | {
      readonly kind: 'bad-log-records';
      readonly path: string;
      /** Line, or number in the array, from 1. */
      readonly place: string;
      readonly expected: string;
    }
  | {
      /** A file of which the case tells nothing. */
      readonly kind: 'not-of-case';
      readonly path: string;
      readonly case: string;
    }
  | { readonly kind: 'bad-picture'; readonly path: string; readonly expected: string }
  | { readonly kind: 'bad-report'; readonly path: string }
  | { readonly kind: 'short-key'; readonly path: string }
  | { readonly kind: 'bad-key'; readonly option: string; readonly path: string }
  | { readonly kind: 'not-an-id'; readonly given: string }
  | { readonly kind: 'not-a-moment'; readonly option: string; readonly given: string }
  | { readonly kind: 'not-a-field'; readonly given: string }
  | { readonly kind: 'not-a-number'; readonly option: string; readonly given: string }
  | { readonly kind: 'unknown-format'; readonly given: string; readonly meant: string | undefined }
  | { readonly kind: 'not-a-zone'; readonly given: string }
  | { readonly kind: 'no-tracking-id'; readonly index: number }
  | { readonly kind: 'not-an-address'; readonly given: string }
  | { readonly kind: 'no-words' }
  | { readonly kind: 'no-source' };

/** Wrong usage: exit code 2. */
export class UsageError extends Error {
  readonly problem: UsageProblem;

  constructor(problem: UsageProblem) {
    super(`wrong usage: ${problem.kind}`);
    this.name = 'UsageError';
    this.problem = problem;
  }
}
