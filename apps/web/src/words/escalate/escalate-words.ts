import type { TargetId } from '@harrier/escalate';
import type { LackCode, LackFacts } from '@harrier/knowledge';
import type { MarkKind } from '../../escalate/pictures/mark.ts';

/** What the page that escalates says, in one language. Questions, sections and reasons are in `knowledge`. */
export interface EscalateWords {
  /** `count` requests were added by hand. */
  button(count: number): string;
  readonly checking: string;
  readonly check: string;
  readonly large: string;
  readonly failed: string;
  readonly save: string;
  readonly saveDraft: string;
  readonly preview: string;
  readonly openHere: string;
  readonly sign: {
    readonly open: string;
    readonly title: string;
    readonly key: string;
    readonly password: string;
    readonly stays: string;
    readonly save: string;
    /** A command of gpg's follows. */
    readonly elsewhere: string;
  };
  readonly case: string;
  readonly target: string;
  readonly targets: Readonly<Record<TargetId, string>>;
  readonly error: string;
  readonly errorEntry: string;
  readonly noEntry: string;
  readonly entries: string;
  readonly entriesHint: string;
  readonly addChosen: string;
  readonly ids: string;
  readonly oneALine: string;
  readonly logs: string;
  readonly logsHint: string;
  readonly command: string;
  readonly chooseFiles: string;
  readonly searched: string;
  /** Where was looked, when there was nothing. */
  readonly without: string;
  badRecords(place: string, expected: string): string;
  readonly at: string;
  readonly atHint: string;
  readonly addStep: string;
  readonly draftAgain: string;
  readonly up: string;
  readonly down: string;
  remove(what: string): string;
  step(number: number): string;
  readonly addFact: string;
  readonly factName: string;
  readonly factValue: string;
  readonly attach: string;
  badAttachment(name: string, expected: string): string;
  attachment(number: number): string;
  readonly edit: string;
  readonly editor: {
    readonly title: string;
    readonly tools: Readonly<Record<MarkKind, string>>;
    readonly text: string;
    readonly hint: string;
    readonly gone: string;
    readonly undo: string;
    readonly apply: string;
    readonly cancel: string;
    readonly canvas: string;
  };
  /** What to do here so that an answer counts. */
  readonly next: { readonly [Code in LackCode]: (facts: LackFacts[Code]) => string };
}
