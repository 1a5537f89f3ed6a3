import type { Analysis } from '@harrier/analyze';
import { type EntryIndex, type ReadProgress, unpackIndex } from '@harrier/har';
import { proxy } from 'comlink';
import { create } from 'zustand';
import type { OpenedCapture, UnreadableFile } from '../engine/capture-engine.ts';
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
}

let nextId = 1;

/** The captures that are open, and which one is shown. */
export const useOpenCaptures = create<OpenCaptures>((set, get) => {
  const change = (id: number, part: Partial<CaptureTab>): void =>
    set(({ tabs }) => ({ tabs: tabs.map((tab) => (tab.id === id ? { ...tab, ...part } : tab)) }));

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
      change(id, { analysis: await connection.engine.analyse() });
    },

    close: (id) => {
      get()
        .tabs.find((tab) => tab.id === id)
        ?.connection.end();
      set(({ tabs, active }) => {
        const left = tabs.filter((tab) => tab.id !== id);
        return { tabs: left, active: active === id ? left.at(-1)?.id : active };
      });
    },

    activate: (id) => set({ active: id }),
    select: (id, row) => change(id, { selected: row }),
  };
});
