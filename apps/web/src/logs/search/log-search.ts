import {
  type AnswerLine,
  type FlowEntry,
  type LogQuestionJson,
  type PartialNote,
  readRecordJson,
  readTarget,
  type StoredRecord,
  type TrackingTarget,
} from '@harrier/logs/for-pages';
import type { TrackingId, TrackingLevel } from '@harrier/tracking';
import { createStore } from 'zustand';
import { askLogs, NoLogStore } from '../desk/log-desk.ts';

/** The source that the request belongs to, or all of them. */
export type LogScope = 'source' | 'global';

/** What somebody wants to know. */
export interface Wanted {
  /** An id in any spelling, anything pasted that holds one, or words. */
  readonly text: string;
  readonly level: TrackingLevel;
  readonly scope: LogScope;
  /** The request as the browser saw it: its host finds the source, its time is a hint, and the flow begins with it. */
  readonly entry?: FlowEntry;
}

/** One search and its answer, which grows while it arrives. */
export interface LogSearch {
  readonly wanted: Wanted | undefined;
  /** undefined: words are searched. */
  readonly target: TrackingTarget | undefined;
  /** Further ids of what was pasted. */
  readonly others: readonly TrackingId[];
  readonly state: 'idle' | 'searching' | 'done' | 'broken-off' | 'failed' | 'no-store' | 'closed';
  /** In time order. */
  readonly records: readonly StoredRecord[];
  /** Names of the sources that were asked; null = all. */
  readonly asked: readonly string[] | null;
  readonly isCut: boolean;
  readonly partial: readonly PartialNote[];
  search(wanted: Wanted): Promise<void>;
  stop(): void;
}

const nothing = { records: [], asked: null, isCut: false, partial: [] } as const;

/** A search of its own: the page has one, and so has each request's tab. */
export function createLogSearch() {
  let running = new AbortController();
  return createStore<LogSearch>((set, get) => ({
    wanted: undefined,
    target: undefined,
    others: [],
    state: 'idle',
    ...nothing,

    search: async (wanted) => {
      running.abort();
      running = new AbortController();
      const { signal } = running;
      const read = readTarget(wanted.text, wanted.level);
      const target = read?.target;
      set({ wanted, target, others: read?.others ?? [], state: 'searching', ...nothing });
      const question = questionOf(wanted, target);
      if (question === undefined) {
        set({ state: 'done' });
        return;
      }
      try {
        let isWhole = await follow(question, signal, set);
        // The browser's clock may be hours off: the time was only a hint.
        if (isWhole && question.around !== undefined && get().records.length === 0) {
          const { around: _, ...withoutTime } = question;
          isWhole = await follow(withoutTime, signal, set);
        }
        if (!signal.aborted) set({ state: isWhole ? 'done' : 'broken-off' });
      } catch (error) {
        if (!signal.aborted) set({ state: error instanceof NoLogStore ? error.why : 'failed' });
      }
    },

    stop: () => {
      running.abort();
      set({ state: 'done' });
    },
  }));
}

/** undefined where nothing is asked: the text holds no id and no word. */
function questionOf(
  { text, level, scope, entry }: Wanted,
  target: TrackingTarget | undefined,
): LogQuestionJson | undefined {
  // Of what was pasted only the id travels.
  const id = target === undefined ? undefined : target.kind === 'id' ? target.id.text : target.digits;
  if (id === undefined && !/[\p{L}\p{N}]/u.test(text)) return undefined;
  const startMs = entry?.startEpochMs;
  return {
    ...(id === undefined ? { words: text } : { id, level }),
    scope,
    ...(entry !== undefined && URL.canParse(entry.url) ? { host: new URL(entry.url).hostname } : {}),
    ...(startMs === undefined ? {} : { around: new Date(startMs).toISOString() }),
  };
}

/** Takes an answer in as it comes; false = it has no end. */
async function follow(
  question: LogQuestionJson,
  signal: AbortSignal,
  set: (change: (now: LogSearch) => Partial<LogSearch>) => void,
): Promise<boolean> {
  let isWhole = false;
  for await (const lines of askLogs(question, signal)) {
    if (signal.aborted) return false;
    set((now) => taken(now, lines));
    isWhole ||= lines.some((line) => 'end' in line);
  }
  return isWhole;
}

function taken(now: LogSearch, lines: readonly AnswerLine[]): Partial<LogSearch> {
  const records = [...now.records];
  let change: Partial<LogSearch> = {};
  for (const line of lines) {
    if ('record' in line) records.push(readRecordJson(line.record, records.at(-1)?.orderNs ?? 0n));
    else if ('asked' in line) change = { ...change, asked: line.asked };
    else change = { ...change, isCut: line.end.isCut, partial: line.end.partial };
  }
  return { ...change, records };
}
