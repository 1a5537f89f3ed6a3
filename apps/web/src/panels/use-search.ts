import { proxy } from 'comlink';
import { create } from 'zustand';
import type { CaptureTab } from '../captures/open-captures.ts';
import { mayHoldPseudonym } from '../engine/pseudonyms-typed.ts';
import type { SearchHit, SearchProgress } from '../engine/search/search-hit.ts';

/** One search of one capture; it stays when the panel is closed. */
export interface Search {
  readonly words: string;
  readonly hits: readonly SearchHit[];
  readonly readBytes: number;
  readonly totalBytes: number;
  readonly unlisted: number;
  readonly isRunning: boolean;
  /** A later search has a higher one. */
  readonly turn: number;
}

const nothing: Search = {
  words: '',
  hits: [],
  readBytes: 0,
  totalBytes: 0,
  unlisted: 0,
  isRunning: false,
  turn: 0,
};

let turns = 0;

/** Shorter words stand everywhere. */
const LEAST_CHARS = 2;
const MOST_CHARS = 200;

const useSearches = create<{ readonly byTab: Readonly<Record<number, Search>> }>(() => ({ byTab: {} }));

/** The search of a capture, and what starts and ends it. */
export function useSearch(tab: CaptureTab): Search & {
  readonly search: (words: string) => Promise<void>;
  readonly stop: () => void;
} {
  const current = useSearches((state) => state.byTab[tab.id]) ?? nothing;
  return { ...current, search: (words) => searchIn(tab, words), stop: () => stopIn(tab) };
}

function change(id: number, part: Partial<Search>): void {
  useSearches.setState(({ byTab }) => ({
    byTab: { ...byTab, [id]: { ...(byTab[id] ?? nothing), ...part } },
  }));
}

async function searchIn({ id, connection }: CaptureTab, typed: string): Promise<void> {
  const words = typed.trim().slice(0, MOST_CHARS);
  const isLong = words.length >= LEAST_CHARS;
  const turn = ++turns;
  change(id, { ...nothing, turn, words: isLong ? words : '', isRunning: isLong });
  if (!isLong) return await connection.analyst.ask((analyst) => analyst.stopSearch());
  const tell = ({ hits, readBytes, totalBytes, unlisted }: SearchProgress): void => {
    const known = useSearches.getState().byTab[id] ?? nothing;
    // A search that was given up may still tell something, even one for the same words.
    if (known.turn !== turn) return;
    change(id, { hits: [...known.hits, ...hits], readBytes, totalBytes, unlisted });
  };
  // On the screen a value is its pseudonym; in the file it is itself.
  const inFile = mayHoldPseudonym(words) ? await connection.engine.wordsInFile(words) : words;
  const isDone = await connection.analyst.ask((analyst) => analyst.search(inFile, proxy(tell)));
  if (isDone && useSearches.getState().byTab[id]?.turn === turn) change(id, { isRunning: false });
}

function stopIn({ id, connection }: CaptureTab): void {
  void connection.analyst.ask((analyst) => analyst.stopSearch());
  change(id, { isRunning: false });
}
