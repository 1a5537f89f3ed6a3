import { create } from 'zustand';
import { type ColumnId, columnOf, defaultColumns, parseColumnId } from './column-table.ts';

/** Which columns the table shows, in which order and width; the same for all captures, kept in the browser. */
export interface ColumnSet {
  readonly columns: readonly ColumnId[];
  readonly widths: Readonly<Partial<Record<ColumnId, number>>>;
  readonly waterfall: boolean;
}

interface ColumnChoice extends ColumnSet {
  /** Sets that were given a name. */
  readonly saved: Readonly<Record<string, ColumnSet>>;
  toggle(id: ColumnId): void;
  toggleWaterfall(): void;
  /** Puts a column before another one; at the end without one. */
  move(id: ColumnId, before: ColumnId | undefined): void;
  /** Puts a column one place to the left (-1) or to the right (1). */
  step(id: ColumnId, by: -1 | 1): void;
  resize(id: ColumnId, widthPx: number): void;
  reset(): void;
  save(name: string): void;
  load(name: string): void;
  forget(name: string): void;
}

const KEY = 'harrier.columns';
const MAX_COLUMNS = 40;
const LEAST_WIDTH = 36;
const MOST_WIDTH = 1200;

const first: ColumnSet = { columns: defaultColumns, widths: {}, waterfall: true };

/** The columns of the table. */
export const useColumns = create<ColumnChoice>((set, get) => {
  const change = (part: Partial<Pick<ColumnChoice, keyof ColumnSet | 'saved'>>): void => {
    set(part);
    const { columns, widths, waterfall, saved } = get();
    localStorage.setItem(KEY, JSON.stringify({ columns, widths, waterfall, saved }));
  };
  return {
    ...first,
    saved: {},
    ...readKept(),
    toggle: (id) => {
      const { columns } = get();
      const rest = columns.filter((other) => other !== id);
      change({ columns: rest.length < columns.length ? rest : [...columns, id].slice(0, MAX_COLUMNS) });
    },
    toggleWaterfall: () => change({ waterfall: !get().waterfall }),
    move: (id, before) => {
      const rest = get().columns.filter((other) => other !== id);
      const at = before === undefined ? rest.length : rest.indexOf(before);
      change({ columns: [...rest.slice(0, at), id, ...rest.slice(at)] });
    },
    step: (id, by) => {
      const { columns, move } = get();
      const to = columns.indexOf(id) + by;
      if (to >= 0 && to < columns.length) move(id, columns[by < 0 ? to : to + 1]);
    },
    resize: (id, widthPx) => {
      const width = Math.round(Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, widthPx)));
      change({ widths: { ...get().widths, [id]: width } });
    },
    reset: () => change(first),
    save: (name) => {
      const { columns, widths, waterfall, saved } = get();
      change({ saved: { ...saved, [name]: { columns, widths, waterfall } } });
    },
    load: (name) => {
      const known = get().saved[name];
      if (known !== undefined) change(known);
    },
    forget: (name) => {
      const { [name]: _, ...rest } = get().saved;
      change({ saved: rest });
    },
  };
});

/** The width of a column, CSS pixels. */
export function widthOf({ widths }: Pick<ColumnSet, 'widths'>, id: ColumnId): number {
  return widths[id] ?? columnOf(id).widthPx;
}

/** What the browser kept may be from another version, or edited. */
function readKept(): Partial<Pick<ColumnChoice, keyof ColumnSet | 'saved'>> {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as unknown;
    const set = readSet(kept);
    if (set === undefined) return {};
    const saved: Record<string, ColumnSet> = {};
    for (const [name, one] of Object.entries((kept as { saved?: object }).saved ?? {})) {
      const read = readSet(one);
      if (read !== undefined) saved[name] = read;
    }
    return { ...set, saved };
  } catch {
    return {};
  }
}

function readSet(kept: unknown): ColumnSet | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined;
  const { columns, widths, waterfall } = kept as Record<string, unknown>;
  if (!Array.isArray(columns)) return undefined;
  const known = columns.flatMap((id) => (typeof id === 'string' ? (parseColumnId(id) ?? []) : []));
  const wide = Object.entries(typeof widths === 'object' && widths !== null ? widths : {}).filter(
    ([, width]) => typeof width === 'number' && width >= LEAST_WIDTH && width <= MOST_WIDTH,
  );
  return {
    columns: [...new Set(known)].slice(0, MAX_COLUMNS),
    widths: Object.fromEntries(wide),
    waterfall: waterfall !== false,
  };
}
