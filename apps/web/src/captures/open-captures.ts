import type { Analysis, Evidence } from '@harrier/analyze';
import {
  type CaptureSpan,
  type EntryIndex,
  type EntryIndexMessage,
  type ReadProgress,
  unpackIndex,
} from '@harrier/har';
import { proxy, type Remote, transfer } from 'comlink';
import { create } from 'zustand';
import type { Analyst } from '../engine/analyst/analyst.ts';
import type { OpenedCapture, UnreadableFile } from '../engine/capture-engine.ts';
import { connectEngine, type EngineConnection } from '../engine/connect-engine.ts';
import { failedRowsOf } from '../engine/failed-rows.ts';
import { untilAnswered } from '../engine/until-answered.ts';
import {
  everything,
  GROUP_LINE,
  type RowGroup,
  type RowView,
  type ViewQuestion,
} from '../engine/view/view-question.ts';
import { fingerprintOf } from './fingerprint.ts';

/** One capture of the page: its threads, what was read so far, and what is looked at. */
export interface CaptureTab {
  readonly id: number;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly file: File;
  readonly connection: EngineConnection;
  readonly state: 'reading' | 'ready' | 'unreadable';
  readonly progress?: ReadProgress;
  /** Rows that were read so far; all of them once the capture is ready. */
  readonly index?: EntryIndex;
  /** Where these rows stand in time. */
  readonly span?: CaptureSpan;
  readonly opened?: OpenedCapture;
  readonly unreadable?: UnreadableFile;
  /** Reading ended in an error that no file explains: a fault of ours, or no memory is left. */
  readonly readingBroke?: true;
  /** Arrives some time after the rows. */
  readonly analysis?: Analysis;
  /** The analysis ended in an error: a fault of ours, which must not look like a long wait. */
  readonly analysisBroke?: true;
  readonly question: ViewQuestion;
  /** What the table shows; absent while the file is being read: then everything in its order. */
  readonly view?: RowView;
  /** Row of the request whose details are shown. */
  readonly selected?: number | undefined;
  /** The place in it that a finding points at. */
  readonly evidence?: Evidence | undefined;
  /** The time that the waterfall shows, ms since 1970; absent = all of it. */
  readonly zoom?: readonly [fromMs: number, toMs: number] | undefined;
  /** Beginning of a digest: what a link says instead of a name. */
  readonly fingerprint?: string;
}

interface OpenCaptures {
  readonly tabs: readonly CaptureTab[];
  readonly active: number | undefined;
  /** Reads a file and shows it; `behind`: only where nothing is shown yet. */
  open(file: File, place?: 'shown' | 'behind'): Promise<void>;
  /** Reads a file again, with what it was missing. */
  retry(id: number, options: ReadOptions): Promise<void>;
  close(id: number): void;
  activate(id: number): void;
  select(id: number, row: number | undefined, evidence?: Evidence): void;
  zoom(id: number, range: CaptureTab['zoom']): void;
  /** Asks for other rows, or for another order; the selected row stays. */
  ask(id: number, question: Partial<ViewQuestion>): Promise<void>;
}

/** What an archive may need to be read. */
export interface ReadOptions {
  readonly password?: string;
  /** Which capture of several. */
  readonly member?: string;
}

let nextId = 1;

/** The captures that are open, and which one is shown. */
export const useOpenCaptures = create<OpenCaptures>((set, get) => {
  const change = (id: number, part: Partial<CaptureTab>): void =>
    set(({ tabs }) => ({ tabs: tabs.map((tab) => (tab.id === id ? { ...tab, ...part } : tab)) }));
  const tabOf = (id: number): CaptureTab | undefined => get().tabs.find((tab) => tab.id === id);

  const show = async (id: number): Promise<void> => {
    const tab = tabOf(id);
    if (tab?.state !== 'ready') return;
    const tell = (view: RowView): void => {
      const { view: shown, question } = tabOf(id) ?? {};
      // Part of the answer to what was asked before.
      if (question !== tab.question) return;
      change(id, { view: view.isCollecting && shown ? { ...shown, share: view.share } : view });
    };
    const view = await untilAnswered((hear) => tab.connection.engine.view(tab.question, proxy(hear(tell))));
    if (view !== undefined) change(id, { view });
  };

  const analyse = async (id: number, options: ReadOptions): Promise<void> => {
    const { connection, file } = tabOf(id) as CaptureTab;
    const { engine, analyst, maskKey } = connection;
    /** false: the thread has to read the file itself. */
    const handOver = async (to: Remote<Analyst>): Promise<boolean> => {
      const handed = await engine.handOver();
      if (handed !== undefined) await to.begin(transfer(handed, handed.packed.transfer), maskKey);
      return handed !== undefined;
    };
    let wasHandedOver = false;
    const analysis = await analyst.ask(async (first) => {
      wasHandedOver = await handOver(first);
      if (!wasHandedOver) await first.beginWithFile(file, options, maskKey);
      return await first.analyse();
    });
    if (wasHandedOver)
      analyst.renew(async (next) => {
        await handOver(next);
        await next.learn({ failedEntries: analysis.failedEntries, leftClosed: analysis.leftClosed });
      });
    const { index } = tabOf(id) ?? {};
    await engine.learn({
      failed: new Set(index === undefined ? [] : failedRowsOf(index, analysis).rows()),
      slow: new Set(analysis.slowEntries.map(({ entry }) => entry)),
    });
    change(id, { analysis });
    // What is failed or slow is known better now.
    if (/\bis:/.test(tabOf(id)?.question.filter ?? '')) await show(id);
  };

  const read = async (id: number, options: ReadOptions): Promise<void> => {
    const { connection, file } = tabOf(id) as CaptureTab;
    const { engine } = connection;
    // Both ends of the file are looked at while the rest is read.
    const fingerprint = fingerprintOf(file).catch(() => undefined);
    const opened = await untilAnswered(async (hear) => {
      const rows = hear((message: EntryIndexMessage, span: CaptureSpan) =>
        change(id, { index: unpackIndex(message), span }),
      );
      const progress = hear((told: ReadProgress) => change(id, { progress: told }));
      return await engine.open(file, proxy({ rows, progress }), options);
    });
    if ('unreadable' in opened) {
      change(id, { state: 'unreadable', unreadable: opened });
      return;
    }
    const known = await fingerprint;
    change(id, {
      state: 'ready',
      opened,
      index: unpackIndex(opened.index),
      span: opened.span,
      ...(known === undefined ? {} : { fingerprint: known }),
    });
    // A filter may have been typed while the file was read.
    await show(id);
    await analyse(id, options).catch(() => change(id, { analysisBroke: true }));
  };

  const readOrTell = async (id: number, options: ReadOptions): Promise<void> => {
    try {
      await read(id, options);
    } catch (fault) {
      console.error(fault);
      change(id, { readingBroke: true });
    }
  };

  return {
    tabs: [],
    active: undefined,

    open: async (file, place = 'shown') => {
      const id = nextId++;
      const tab: CaptureTab = {
        id,
        fileName: file.name,
        sizeBytes: file.size,
        file,
        connection: connectEngine(),
        state: 'reading',
        question: everything,
      };
      set(({ tabs, active }) => ({
        tabs: [...tabs, tab],
        active: place === 'behind' ? (active ?? id) : id,
      }));
      await readOrTell(id, {});
    },

    retry: async (id, options) => {
      set(({ tabs }) => ({
        tabs: tabs.map((tab) => {
          if (tab.id !== id) return tab;
          const { file, fileName, sizeBytes, connection, question } = tab;
          return { id, file, fileName, sizeBytes, connection, question, state: 'reading' as const };
        }),
      }));
      await readOrTell(id, options);
    },

    close: (id) => {
      tabOf(id)?.connection.end();
      set(({ tabs, active }) => {
        const left = tabs.filter((tab) => tab.id !== id);
        return { tabs: left, active: active === id ? left.at(-1)?.id : active };
      });
    },

    activate: (id) => set({ active: id }),
    select: (id, row, evidence) => change(id, { selected: row, evidence }),
    zoom: (id, zoom) => change(id, { zoom }),

    ask: async (id, question) => {
      const tab = tabOf(id);
      if (tab === undefined) return;
      const { group } = question;
      change(id, { question: { ...tab.question, ...question } });
      if (group === 'pages' && tab.state === 'ready')
        await tab.connection.engine.learnPages(
          await tab.connection.analyst.ask((analyst) => analyst.pages()),
        );
      await show(id);
    },
  };
});

/** The capture that is shown. */
export function activeTab({ tabs, active }: Pick<OpenCaptures, 'tabs' | 'active'>): CaptureTab | undefined {
  return tabs.find(({ id }) => id === active);
}

/** The number at a line of the table: a row, or from `GROUP_LINE` on a group. */
export function rowAt({ view }: CaptureTab, position: number): number {
  return view === undefined ? position : (view.rows[position] as number);
}

/** The group at a line of the table. */
export function groupAt({ view }: CaptureTab, line: number): RowGroup | undefined {
  return line < GROUP_LINE ? undefined : view?.groups[line - GROUP_LINE];
}

/** How many lines the table has. */
export function rowCount({ view, index }: CaptureTab): number {
  return view?.rows.length ?? index?.length ?? 0;
}

/** How many requests fit the filter. */
export function requestCount({ view, index }: CaptureTab): number {
  return view?.requests ?? index?.length ?? 0;
}

/** Where a row stands in the table; -1 = it is filtered out, or inside a closed group. */
export function positionOf(tab: CaptureTab, row: number): number {
  return tab.view === undefined ? row : tab.view.rows.indexOf(row);
}
