import type { Answers, Attachment, AuditHead, TargetId } from '@harrier/escalate';
import { create } from 'zustand';
import type { CaptureTab } from '../captures/open-captures.ts';

/** What a person has filled in for one capture. Texts are as they were typed. */
export interface Draft {
  readonly case: string;
  readonly target: TargetId;
  readonly error: string;
  /** undefined: the one that Harrier found. */
  readonly errorEntry: number | undefined;
  /** Rows that go along as well, ascending. */
  readonly entries: readonly number[];
  /** One on each line. */
  readonly ids: string;
  readonly logs: string;
  /** Somebody searched, though nothing stands in `logs`. */
  readonly isSearched: boolean;
  readonly without: string;
  readonly seen: string;
  readonly at: string;
  readonly needed: string;
  /** undefined: the drafted ones. */
  readonly steps: readonly string[] | undefined;
  readonly environment: readonly (readonly [name: string, value: string])[];
  readonly attachments: readonly Attachment[];
  /** Of a capture that was opened from a case. */
  readonly audit: AuditHead | undefined;
}

export const emptyDraft: Draft = {
  case: '',
  target: 'generic',
  error: '',
  errorEntry: undefined,
  entries: [],
  ids: '',
  logs: '',
  isSearched: false,
  without: '',
  seen: '',
  at: '',
  needed: '',
  steps: undefined,
  environment: [],
  attachments: [],
  audit: undefined,
};

interface Drafts {
  readonly drafts: ReadonlyMap<number, Draft>;
  change(tabId: number, part: Partial<Draft>): void;
}

/** The drafts of the captures that are open, by the tab. They live as long as the page: nothing is kept in the browser. */
export const useDrafts = create<Drafts>((set) => ({
  drafts: new Map(),
  change: (tabId, part) =>
    set(({ drafts }) => ({
      drafts: new Map(drafts).set(tabId, { ...(drafts.get(tabId) ?? emptyDraft), ...part }),
    })),
}));

/** Adds the chosen request to what goes along, or takes it out again. */
export function toggleEntry(tab: CaptureTab | undefined): void {
  if (tab?.selected === undefined) return;
  const { drafts, change } = useDrafts.getState();
  const { entries } = drafts.get(tab.id) ?? emptyDraft;
  const row = tab.selected;
  change(tab.id, {
    entries: entries.includes(row)
      ? entries.filter((one) => one !== row)
      : [...entries, row].sort((a, b) => a - b),
  });
}

/** What the draft answers, as the file of answers holds it. Empty texts answer nothing. */
export function answersOf(draft: Draft): Answers {
  const said = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());
  const lines = draft.ids.split(/\s+/).filter((line) => line !== '');
  const error = said(draft.error);
  const steps = draft.steps?.map((step) => step.trim()).filter((step) => step !== '');
  const environment = draft.environment.flatMap(([name, value]) =>
    said(name) === undefined || said(value) === undefined ? [] : [[name.trim(), value.trim()] as const],
  );
  const { errorEntry } = draft;
  const answers = {
    case: said(draft.case),
    // An entry without words is still one that goes along.
    error:
      error === undefined
        ? undefined
        : { text: error, ...(errorEntry === undefined ? {} : { entry: errorEntry }) },
    entries: entriesOf(draft, error),
    trackingIds: lines.length === 0 ? undefined : lines,
    logsWithoutRecords: said(draft.without),
    seen: said(draft.seen),
    at: said(draft.at),
    needed: said(draft.needed),
    steps: steps === undefined || steps.length === 0 ? undefined : steps,
    environment: environment.length === 0 ? undefined : Object.fromEntries(environment),
  };
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined)) as Answers;
}

function entriesOf({ entries, errorEntry }: Draft, error: string | undefined): readonly number[] | undefined {
  const all = errorEntry === undefined || error !== undefined ? entries : [...entries, errorEntry];
  return all.length === 0 ? undefined : [...new Set(all)].sort((a, b) => a - b);
}
