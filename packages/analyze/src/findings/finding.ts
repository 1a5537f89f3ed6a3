import type { EvidenceKind, FindingFacts, FindingId, PlaybookTelling } from '@harrier/knowledge';

/** `error` something failed · `warning` something is slow, healed or suspicious · `info` worth knowing. */
export type Severity = 'error' | 'warning' | 'info';

/** `proven` the capture's own fields say so · `strong` they leave hardly another reading · `hint` worth a look. */
export type FindingClass = 'proven' | 'strong' | 'hint';

/** A place in the capture that supports a finding. */
export interface Evidence {
  /** Index of the entry in the file's order. */
  readonly entry: number;
  /** JSON pointer into that entry (RFC 6901), e.g. `/response/status`. */
  readonly pointer: string;
  /** JSON pointer into the JSON that the text at `pointer` holds, e.g. `/errors/0/description`. */
  readonly bodyPointer?: string;
  readonly role: 'cause' | 'symptom' | 'context';
}

/** What a rule found, in facts. Words come from `knowledge`, by the rule's id. */
export interface FindingDraft<Id extends FindingId = FindingId> {
  /** The entries it is about, the most telling first; none when it is about the file. */
  readonly entries: readonly number[];
  readonly evidence: readonly Evidence[];
  readonly facts: FindingFacts[Id];
  /** Rows whose trouble follows from this one, so that what is told of them stands below it. */
  readonly explains?: readonly number[];
  /** Where this one is milder or less certain than the rule's findings usually are. */
  readonly severity?: Severity;
  readonly class?: FindingClass;
  /** How a playbook tells it. */
  readonly playbook?: PlaybookTelling;
}

interface FindingOf<Id extends FindingId> {
  readonly ruleId: Id;
  readonly severity: Severity;
  readonly class: FindingClass;
  /** Severity × certainty × nearness to what the person did; see `rank.ts`. Comparable within one capture. */
  readonly score: number;
  /** `top` at most five, to be read first · `folded` explained by another one, less telling, or a remark on the protocol. */
  readonly rank: 'top' | 'folded';
  /** Where in the list of findings the one stands that this one follows from. */
  readonly causedBy?: number;
  readonly entries: readonly number[];
  readonly evidence: readonly Evidence[];
  readonly facts: FindingFacts[Id];
  /** The same in two captures of the same fault: rule, place and error, but no ids, times or positions. */
  readonly fingerprint: string;
  /** A playbook tells it, or tells it more exactly. */
  readonly playbook?: PlaybookTelling;
}

/** One result of a rule; `ruleId` tells the type of its facts. */
export type Finding = { [Id in FindingId]: FindingOf<Id> }[FindingId];

/** A rule that threw. Its other results are lost, those of other rules are not. */
export interface RuleFailure {
  readonly ruleId: FindingId;
  /** Name of the error's class; its message could hold captured values. */
  readonly errorName: string;
}

/** A check that could not be made, or only in part, because the capture does not hold what it needs. */
export interface NotObservable {
  readonly ruleId: FindingId;
  readonly evidence: EvidenceKind;
  /** `silent`: the rule did not run · `weaker`: it ran, and leaves that question open. */
  readonly effect: 'silent' | 'weaker';
}
