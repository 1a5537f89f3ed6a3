import type { BodySide, Entry, EntryIndex } from '@harrier/har';
import type { FilterNode } from './ast.ts';
import {
  both,
  DEFAULT_SETTINGS,
  either,
  type FilterBodies,
  type FilterNeeds,
  type FilterRow,
  type FilterSettings,
  type IndexedRow,
  type KeyNeeds,
  type OpenedEntry,
  opposite,
  type Verdict,
} from './evidence.ts';
import type { NumberKey, Texts } from './keys/key.ts';
import { inRanges, type NumberRanges } from './number-test.ts';
import { type TermTest, termTest } from './term-test.ts';
import type { TextTest } from './text-test.ts';

/** A filter ready to run. Cheap evidence first: what the columns decide is never opened. */
export interface CompiledFilter {
  /**
   * From the index's columns, and from what else is known of the row: with its `url`, read by its byte
   * range, or a whole `TableRow`, fewer entries stay `open`. Never decides otherwise than `entry`.
   */
  columns(index: EntryIndex, i: number, row?: FilterRow): Verdict;
  /** From the opened entry. A row or body that is not given matches nothing. */
  entry(entry: Entry, row?: FilterRow, bodies?: FilterBodies): boolean;
  /** What can help to decide entries that the bare columns leave open. All false: there are none. */
  readonly needs: FilterNeeds;
}

/** One condition on both kinds of evidence. */
interface Decider {
  readonly columns: (at: IndexedRow) => Verdict;
  readonly entry: (opened: OpenedEntry) => boolean;
  readonly needs: readonly KeyNeeds[];
}

/** Makes a filter ready to run. Works for every tree that `parseFilter` gives. */
export function compileFilter(ast: FilterNode, settings: Partial<FilterSettings> = {}): CompiledFilter {
  const decider = decide(ast, { ...DEFAULT_SETTINGS, ...settings });
  return {
    columns: (index, i, row) => decider.columns(row === undefined ? { index, i } : { index, i, row }),
    entry: (entry, row, bodies) =>
      decider.entry({
        entry,
        ...(row === undefined ? {} : { row }),
        ...(bodies === undefined ? {} : { bodies }),
      }),
    needs: needsOf(decider.needs),
  };
}

function decide(node: FilterNode, settings: FilterSettings): Decider {
  switch (node.type) {
    case 'term': {
      const test = termTest(node);
      if (test === undefined) throw new TypeError(`no filter term: ${node.key} ${node.operator}`);
      return decideTerm(test, settings);
    }
    case 'not': {
      const part = decide(node.part, settings);
      return {
        columns: (at) => opposite(part.columns(at)),
        entry: (opened) => !part.entry(opened),
        needs: part.needs,
      };
    }
    case 'and':
    case 'or': {
      const parts = node.parts.map((part) => decide(part, settings));
      const join = node.type === 'and' ? both : either;
      return {
        columns: (at) => join(parts, (part) => part.columns(at)),
        entry: (opened) => join(parts, (part) => part.entry(opened)) === true,
        needs: parts.flatMap((part) => part.needs),
      };
    }
  }
}

function decideTerm(term: TermTest, settings: FilterSettings): Decider {
  switch (term.kind) {
    case 'text': {
      const { key, name, test, negated } = term;
      const read = key.fromColumns;
      return {
        columns: (at) => {
          const verdict = read === undefined ? 'open' : testTexts(test, read(at));
          return negated ? opposite(verdict) : verdict;
        },
        entry: (opened) => key.fromEntry(opened, name, settings).some(test.whole) !== negated,
        needs: [key.needs],
      };
    }
    case 'number': {
      const { key, ranges } = term;
      return {
        columns: (at) => testColumn(key, ranges, at),
        entry: (opened) => {
          const value = key.fromEntry(opened);
          return value !== undefined && inRanges(ranges, value);
        },
        needs: [key.needs],
      };
    }
    case 'mark': {
      const { marks } = term;
      return {
        columns: (at) => either(marks, (mark) => mark.fromColumns?.(at, settings) ?? 'open'),
        entry: (opened) => marks.some((mark) => mark.fromEntry(opened, settings)),
        needs: marks.map((mark) => mark.needs),
      };
    }
  }
}

function testTexts(test: TextTest, texts: Texts): Verdict {
  if (texts.whole.some(test.whole)) return true;
  if (texts.part !== undefined && test.holdsForParts && test.whole(texts.part)) return true;
  return texts.complete ? false : 'open';
}

function testColumn(key: NumberKey, ranges: NumberRanges, at: IndexedRow): Verdict {
  if (key.fromColumns === undefined) return 'open';
  const value = key.fromColumns.read(at);
  if (value === undefined) return false;
  if (key.fromColumns.exact) return inRanges(ranges, value);
  // A Float32 stands for all numbers that round to it; near a limit only the entry knows which one it was.
  const slack = value * FLOAT32_ROUNDING;
  const low = inRanges(ranges, value - slack);
  return low === inRanges(ranges, value + slack) ? low : 'open';
}

/** Relative distance between neighbouring Float32 numbers. */
const FLOAT32_ROUNDING = 2 ** -23;

function needsOf(parts: readonly KeyNeeds[]): FilterNeeds {
  const sides: readonly BodySide[] = ['request', 'response'];
  const bodySides = sides.filter((side) => parts.some((part) => part.bodySides?.includes(side)));
  return {
    url: parts.some((part) => part.url === true),
    entry: parts.some((part) => part.entry === true),
    row: parts.some((part) => part.row === true),
    body: bodySides.length > 0,
    bodySides,
  };
}
