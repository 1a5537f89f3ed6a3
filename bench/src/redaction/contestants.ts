import { sanitizeWhatItCan } from '../rivals/har-sanitizer.ts';
import type { AnyHar } from './contest-capture.ts';
import { chromeExport } from './rivals/chrome-export.ts';
import { harrierWhatItAccepts } from './rivals/harrier.ts';
import { wordList } from './rivals/word-list.ts';

/** What came out of a contestant, and what is to be said about it. */
export interface Outcome {
  readonly har: AnyHar;
  /** Entries that it fails on. */
  readonly failed?: readonly number[];
  readonly remark?: string;
}

/** Somebody who cleans a capture. */
export interface Contestant {
  readonly id: string;
  readonly label: string;
  clean(har: AnyHar): Promise<Outcome>;
}

/** `harrier` is the one whose misses are listed; `untouched` shows that the judge sees everything. */
export const contestants: readonly Contestant[] = [
  {
    id: 'harrier',
    label: 'Harrier',
    clean: async (har) => {
      const accepted = await harrierWhatItAccepts(har);
      const { refused } = accepted;
      return {
        har: accepted.har,
        failed: refused,
        ...(refused.length === 0
          ? {}
          : {
              remark: `its own check refuses the whole capture; run again without the entries it names (${refused.join(', ')}), which count as missed and lost`,
            }),
      };
    },
  },
  {
    id: 'har-sanitizer',
    label: 'har-sanitizer',
    clean: async (har) => {
      const mended = await sanitizeWhatItCan(har as never);
      const { failures } = mended;
      const reasons = new Set(failures.map(({ message }) => message.slice(0, 60)));
      return {
        har: mended.har as unknown as AnyHar,
        failed: failures.map(({ entry }) => entry),
        ...(failures.length === 0
          ? {}
          : {
              remark: `gives up the whole capture; run again without the ${failures.length} entries that it fails on (${[...reasons].slice(0, 3).join('; ')} …); those count as missed and lost`,
            }),
      };
    },
  },
  {
    id: 'word-list',
    label: 'word list',
    clean: async (har) => ({ har: wordList(har), remark: 'written here, after what most web sanitizers do' }),
  },
  {
    id: 'chrome-export',
    label: 'Chrome export',
    clean: async (har) => ({ har: chromeExport(har), remark: 'emulated from its published rules' }),
  },
  { id: 'untouched', label: 'untouched', clean: async (har) => ({ har }) },
];
