import type { Analysis, FilterProblem } from '@harrier/analyze';
import { type EntryIndex, type ReadProgress, unpackIndex } from '@harrier/har';
import { proxy } from 'comlink';
import { create } from 'zustand';
import type { OpenedCapture, UnreadableFile, ViewQuestion } from '../engine/capture-engine.ts';
import { connectEngine, type EngineConnection } from '../engine/connect-engine.ts';

/** One capture of the page: its worker, what was read so far, and what is looked at. */
export interface CaptureTab {
  readonly id: number;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly connection: EngineConnection;
  readonly state: 'reading' | 'ready' | 'unreadable';
  readonly progress?: ReadProgress;
  /** Rows that were read so far; all of them once the capture is ready. */
  readonly index?: EntryIndex;
  readonly opened?: OpenedCapture;
  readonly unreadable?: UnreadableFile;
  readonly analysis?: Analysis;
  readonly question: ViewQuestion;
  /** Rows of the table from the top; absent while the file's order is shown. */
  readonly rows?: Uint32Array;
  readonly problems: readonly FilterProblem[];
  /** Row of the request whose details are shown. */
  readonly selected?: number | undefined;
}

interface OpenCaptures {
  readonly tabs: readonly CaptureTab[];
  readonly active: number | undefined;
  open(file: File): Promise<void>;
  close(id: number): void;
  activate(id: number): void;
  select(id: number, row: number | undefined): void;
  /** Asks for other rows, or for another order; the selected row stays. */
  ask(id: number, question: Partial<ViewQuestion>): Promise<void>;
}

let nextId = 1;

const everything: ViewQuestion = { filter: '', sort: 'index', descending: false };

/** The captures that are open, and which one is shown. */
export const useOpenCaptures = create<OpenCaptures>((set, get) => {
  const change = (id: number, part: Partial<CaptureTab>): void =>
    set(({ tabs }) => ({ tabs: tabs.map((tab) => (tab.id === id ? { ...tab, ...part } : tab)) }));
  const tabOf = (id: number): CaptureTab | undefined => get().tabs.find((tab) => tab.id === id);

  const show = async (id: number): Promise<void> => {
    const tab = tabOf(id);
    if (tab?.state !== 'ready') return;
    const view = await tab.connection.engine.view(tab.question);
    if (view !== undefined) change(id, { rows: view.rows, problems: view.problems });
  };

  return {
    tabs: [],
    active: undefined,

    open: async (file) => {
      const id = nextId++;
      const connection = connectEngine();
      const tab: CaptureTab = {
        id,
        fileName: file.name,
        sizeBytes: file.size,
        connection,
        state: 'reading',
        question: everything,
        problems: [],
      };
      set(({ tabs }) => ({ tabs: [...tabs, tab], active: id }));
      const events = proxy({
        rows: (message: Parameters<typeof unpackIndex>[0]) => change(id, { index: unpackIndex(message) }),
        progress: (progress: ReadProgress) => change(id, { progress }),
      });
      const opened = await connection.engine.open(file, events);
      if ('unreadable' in opened) {
        change(id, { state: 'unreadable', unreadable: opened });
        return;
      }
      change(id, { state: 'ready', opened, index: unpackIndex(opened.index) });
      // A filter may have been typed while the file was read.
      await show(id);
      change(id, { analysis: await connection.engine.analyse() });
    },

    close: (id) => {
      tabOf(id)?.connection.end();
      set(({ tabs, active }) => {
        const left = tabs.filter((tab) => tab.id !== id);
        return { tabs: left, active: active === id ? left.at(-1)?.id : active };
      });
    },

    activate: (id) => set({ active: id }),
    select: (id, row) => change(id, { selected: row }),

    ask: async (id, question) => {
      const tab = tabOf(id);
      if (tab === undefined) return;
      change(id, { question: { ...tab.question, ...question } });
      await show(id);
    },
  };
});

/** The row at a place of the table. */
export function rowAt({ rows }: CaptureTab, position: number): number {
  return rows === undefined ? position : (rows[position] as number);
}

/** How many rows the table has. */
export function rowCount({ rows, index }: CaptureTab): number {
  return rows?.length ?? index?.length ?? 0;
}

/** Where a row stands in the table; -1 = it is filtered out. */
export function positionOf(tab: CaptureTab, row: number): number {
  return tab.rows === undefined ? row : tab.rows.indexOf(row);
}
