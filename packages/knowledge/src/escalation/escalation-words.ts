import type { FindingSpeech } from '../finding/tell-finding.ts';
import type { FlowNames } from '../flow/flow-names.ts';
import type { ErrorSentences } from '../words.ts';

/**
 * What has to be answered before a case is escalated: which error · which tracking ids · were they searched in the logs ·
 * what is seen there · when it happened · is an escalation needed at all.
 */
export type GateQuestion = 'error' | 'tracking-ids' | 'logs-searched' | 'logs-seen' | 'time' | 'needed';

/** Why an answer does not count yet, and the facts that say so. Texts of the capture come as they are. */
export interface LackFacts {
  /** Nothing failed, and nobody says which entry shows the trouble. */
  'no-error': Record<never, never>;
  /** An answer points to an entry that the capture does not have. */
  'no-such-entry': { readonly entry: number; readonly entries: number };
  'no-id': Record<never, never>;
  'id-not-in-capture': { readonly id: string };
  /** Without an id where none is known: there is none to search for yet. */
  'not-searched': { readonly id?: string };
  'no-records': { readonly id?: string };
  'nothing-seen': Record<never, never>;
  'no-time': Record<never, never>;
  'time-without-zone': { readonly time: string };
  /** `from` and `until` are ISO 8601, UTC. */
  'time-outside': { readonly time: string; readonly from: string; readonly until: string };
  /** Somebody on the customer's side can mend it; `how` is a sentence. */
  solvable: { readonly fixer: string; readonly how: string };
  'no-reason': Record<never, never>;
}

export type LackCode = keyof LackFacts;

/** The words that a package is written with: its own, and those of findings. */
export interface EscalationSpeech extends FindingSpeech {
  readonly escalation: EscalationWords;
  readonly flow: FlowNames;
}

/** What an escalation package asks and says by itself, in one language. */
export interface EscalationWords {
  readonly title: string;
  readonly state: Readonly<Record<'ready' | 'draft', string>>;
  readonly question: Readonly<Record<GateQuestion, string>>;
  readonly lack: { readonly [Code in LackCode]: (facts: LackFacts[Code]) => ErrorSentences };
  readonly section: Readonly<
    Record<
      | 'questions'
      | 'findings'
      | 'errors'
      | 'tracking-ids'
      | 'log-records'
      | 'timeline'
      | 'flow'
      | 'steps'
      | 'environment'
      | 'pictures'
      | 'redactions'
      | 'files',
      string
    >
  >;
  /** The label before what was wrong with the capture as it came: the package's own copy is whole. */
  readonly original: string;
  readonly evidence: string;
  readonly missing: string;
  readonly next: string;
  readonly none: string;
  readonly whoCanFix: string;
  /** A label with its colon, before what it says: `Next: `, `次にすること：`. */
  labelled(label: string): string;
  /** Times are UTC. */
  readonly utc: string;
  /** Nothing in the logs, and whoever searched says why. */
  records(count: number): string;
  /** So many failed entries are not in the package, because it holds the most telling ones. */
  leftOut(entries: number): string;
  readonly step: {
    open(url: string): string;
    /** What the person did is not recorded, only the request that it sent. */
    send(method: string, url: string): string;
    /** A form whose answer is the next page. */
    submit(url: string): string;
    /** `handler` is the function of the page that answered a click or a key: `onToggle`. */
    use(handler: string, method: string, url: string): string;
    /** `name` is the label of what was clicked, `''` where it has none; `role` a literal: `button`, `link`. */
    click(name: string, role: string): string;
    /** `key` is a literal: `Enter`. */
    key(key: string): string;
    /** `name` is the form's own, or `''`. */
    form(name: string): string;
    /** `result` is a status and an error text. */
    observe(result: string): string;
  };
  readonly environment: Readonly<Record<'browser' | 'recorder' | 'user-agent' | 'hosts', string>>;
  readonly noPicture: string;
  /** Nobody looked into pictures and recordings for credentials. */
  readonly picturesUnread: string;
  redacted(credentials: number, places: number): string;
  /** `head` is the number and hash of an entry, as notes of cases print them; `time` is ISO 8601, UTC. */
  audit(head: string, time: string): string;
}
