import type { CommonalityWords } from './commonality/trait.ts';
import type { ComparisonWords } from './comparison/comparison-words.ts';
import type { ReadErrorCode } from './error/error-code.ts';
import type { ExceptionRefusalCode } from './error/exception-refusal.ts';
import type { LogReadErrorCode } from './error/log-read-error-code.ts';
import type { LogStoreErrorCode } from './error/log-store-error-code.ts';
import type { PlaybookProblemWords } from './error/playbook-problem.ts';
import type { RecordErrorCode } from './error/record-error-code.ts';
import type { VaultErrorCode } from './error/vault-error-code.ts';
import type { EscalationWords } from './escalation/escalation-words.ts';
import type { ExceptionWords } from './exception/exception-words.ts';
import type { EvidenceKind, FindingFacts, FindingId, SearchReason } from './finding/finding-facts.ts';
import type { Fixer } from './finding/who-can-fix.ts';
import type { FlowNames } from './flow/flow-names.ts';
import type { HeaderWords } from './header/header-name.ts';
import type { CaseWords } from './intake/intake-words.ts';
import type { Language } from './language.ts';
import type { NoteCode } from './note/note-code.ts';
import type { SeenInPhrase } from './note/seen-in.ts';
import type { PhaseName } from './phase/phase-name.ts';
import type { PhaseWords } from './phase/phase-words.ts';
import type { Revocation } from './revocation/revocation.ts';

/** What is said about one kind of finding. Sentences, for a technical reader; literals stay as they are. */
export interface FindingSentences<Facts> {
  /** One sentence: what failed, who says so, which id to search. */
  verdict(facts: Facts): string;
  /** Why it is so, and what it means. */
  explanation(facts: Facts): string;
  /** What to do next. */
  nextStep(facts: Facts): string;
}

/** The sentences for one group of findings: those whose ids begin with it. */
export type GroupWords<Group extends string> = {
  readonly [Id in Extract<FindingId, `${Group}/${string}`>]: FindingSentences<FindingFacts[Id]>;
};

export type FindingWords = { readonly [Id in FindingId]: FindingSentences<FindingFacts[Id]> };

/** Single words and short labels. */
export interface TermWords {
  readonly severity: Readonly<Record<'error' | 'warning' | 'info', string>>;
  readonly class: Readonly<Record<'proven' | 'strong' | 'hint', string>>;
  readonly evidenceRole: Readonly<Record<'cause' | 'symptom' | 'context', string>>;
  readonly fixer: Readonly<Record<Fixer, string>>;
  /** The third party by its name, as a `fixer`. */
  namedThirdParty(name: string): string;
  readonly phase: Readonly<Record<PhaseName, string>>;
  /** Why a tracking id is worth a search. */
  readonly searchReason: Readonly<Record<SearchReason, string>>;
  /** What a capture may not hold. */
  readonly evidence: Readonly<Record<EvidenceKind, string>>;
}

/** Sentences about a whole analysis. */
export interface AnswerWords {
  /** Nothing failed among so many requests; so many of them were slow. */
  nothingFailed(entries: number, slow: number): string;
  readonly nothingRead: string;
  /** Some entries were not opened, so that the analysis ends in time. */
  leftClosed(entries: number): string;
  /** A rule broke; its findings are missing. */
  ruleFailed(ruleId: string): string;
  /** Checks that could not be made, or only in part: `rules` is their ids in one text, `evidence` one of `TermWords.evidence`. */
  notObservable(rules: string, evidence: string, effect: 'silent' | 'weaker'): string;
}

/** What happened when a file could not be read or a store could not serve, and what to do. */
export interface ErrorSentences {
  readonly what: string;
  readonly next: string;
}

/** Everything that is said about findings, notes and errors, in one language. A missing key does not compile. */
export interface Words {
  readonly language: Language;
  readonly findings: FindingWords;
  readonly terms: TermWords;
  readonly answers: AnswerWords;
  readonly commonality: CommonalityWords;
  readonly comparison: ComparisonWords;
  /** What a `ReadNote` says, by its code; `other` for codes without words. */
  readonly notes: Readonly<Record<NoteCode | 'other', string>>;
  /** Who writes odd captures, where it is no program's name. */
  readonly exporters: Readonly<Record<SeenInPhrase, string>>;
  readonly errors: Readonly<Record<ReadErrorCode, ErrorSentences>>;
  /** Why something could not be sealed or opened. */
  readonly vaultErrors: Readonly<Record<VaultErrorCode, ErrorSentences>>;
  /** Why a recording could not be made. */
  readonly recordErrors: Readonly<Record<RecordErrorCode, ErrorSentences>>;
  /** Why a step of an exception was refused. */
  readonly exceptionRefusals: Readonly<Record<ExceptionRefusalCode, ErrorSentences>>;
  /** What is said about exceptions, and what a case is told of them. */
  readonly exceptions: ExceptionWords;
  /** How a credential that stood in a capture is made worthless. */
  readonly revocations: Readonly<Record<Revocation, string>>;
  /** About support cases: what goes wrong with them, and the note that tells what was done. */
  readonly cases: CaseWords;
  readonly logReadErrors: Readonly<Record<LogReadErrorCode, ErrorSentences>>;
  readonly logStoreErrors: Readonly<Record<LogStoreErrorCode, ErrorSentences>>;
  /** What is wrong with a playbook. */
  readonly playbookProblems: PlaybookProblemWords;
  /** How a credential that stood in a capture is made worthless. */
  readonly headers: HeaderWords;
  /** What happens in each phase of a request, and what a long one means. */
  readonly phases: PhaseWords;
  /** What an escalation package asks, and says. */
  readonly escalation: EscalationWords;
  /** In diagrams and lists of a request's way through the services. */
  readonly flow: FlowNames;
}
