import { create } from 'zustand';

/** What stands beside the table. */
export const panelNames = ['search', 'statistics', 'common', 'notes', 'knowledge'] as const;
export type PanelName = (typeof panelNames)[number];

/** How a person likes the screen; kept in the browser. */
interface Preferences {
  readonly panel: PanelName | undefined;
  /** Where the details stand. */
  readonly detailsSide: 'below' | 'right';
  /** Share of the room that the details take, 0…1, for each side. */
  readonly detailsShare: Readonly<Record<'below' | 'right', number>>;
  /** Only the verdict is shown of the answer. */
  readonly isAnswerShort: boolean;
  readonly savedFilters: readonly string[];
}

interface PreferenceStore extends Preferences {
  set(part: Partial<Preferences>): void;
}

const KEY = 'harrier.preferences';
const MAX_FILTERS = 50;

const first: Preferences = {
  panel: undefined,
  detailsSide: 'below',
  detailsShare: { below: 0.6, right: 0.45 },
  isAnswerShort: false,
  savedFilters: [],
};

export const usePreferences = create<PreferenceStore>((set, get) => ({
  ...first,
  ...readKept(),
  set: (part) => {
    set(part);
    const { panel, detailsSide, detailsShare, isAnswerShort, savedFilters } = get();
    localStorage.setItem(
      KEY,
      JSON.stringify({ panel, detailsSide, detailsShare, isAnswerShort, savedFilters }),
    );
  },
}));

/** What the browser kept may be from another version, or edited. */
function readKept(): Partial<Preferences> {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, unknown>;
    const share = (value: unknown, otherwise: number): number =>
      typeof value === 'number' && value > 0.05 && value < 0.95 ? value : otherwise;
    const shares = (kept.detailsShare ?? {}) as Record<string, unknown>;
    const filters = Array.isArray(kept.savedFilters) ? kept.savedFilters : [];
    return {
      panel: panelNames.find((name) => name === kept.panel),
      detailsSide: kept.detailsSide === 'right' ? 'right' : 'below',
      detailsShare: {
        below: share(shares.below, first.detailsShare.below),
        right: share(shares.right, first.detailsShare.right),
      },
      isAnswerShort: kept.isAnswerShort === true,
      savedFilters: filters
        .filter((filter): filter is string => typeof filter === 'string' && filter.length < 4096)
        .slice(0, MAX_FILTERS),
    };
  } catch {
    return {};
  }
}
