import {
  compileFilter,
  type FilterNode,
  type FilterRow,
  type FilterTerm,
  printFilter,
} from '@harrier/analyze';
import { type Capture, type EntryColumns, EntryFlag, type EntryIndex } from '@harrier/har';
import type { Turns } from '../turn.ts';
import { UrlTexts } from './url-texts.ts';
import { all, any, not, VerdictByte, type Verdicts, verdictByte } from './verdicts.ts';

/** Terms that are kept: those of one who types, deletes and types again. A byte for each row of each. */
const MOST_KEPT = 48;

/** Between two looks at the clock. */
const ROWS_PER_LOOK = 1024;

/** A column that has few values, as a key looks at it. */
interface FewValues {
  readonly count: number;
  /** Less than `count`; rows with the same number are the same to the key. */
  of(row: number): number;
}

/** A status of HTTP has three digits, but a capture may say anything that fits into the column. */
const NO_STATUS = 0x1_0000;

/** Where a key looks at nothing but a column of few values, each is judged once: of a hundred thousand rows some dozens. */
function fewValues(key: string, { columns, strings }: EntryIndex): FewValues | undefined {
  const inStrings = (ids: EntryColumns['host']): FewValues => ({
    count: strings.length,
    of: (row) => ids[row] as number,
  });
  switch (key) {
    case 'domain':
      return inStrings(columns.host);
    case 'method':
      return inStrings(columns.method);
    case 'mime-type':
      return inStrings(columns.mimeType);
    case 'status-code':
      return {
        count: NO_STATUS + 1,
        of: (row) =>
          ((columns.flags[row] as number) & EntryFlag.hasStatus) === 0
            ? NO_STATUS
            : (columns.status[row] as number),
      };
    default:
      return undefined;
  }
}

/** What is known of a row beside its columns. */
export type KnownRow = (row: number) => FilterRow;

/**
 * What the columns and URLs of a capture say to each condition of a filter. Every condition is judged for all rows at once
 * and kept, so that a filter that grows by a word costs that word.
 */
export class TermVerdicts {
  readonly #capture: Capture;
  readonly #settings: { readonly pageTitles: ReadonlyMap<string, string> };
  /** By canonical spelling, the longest unused first. */
  readonly #kept = new Map<string, Verdicts>();
  #urls: UrlTexts | undefined;

  constructor(capture: Capture) {
    this.#capture = capture;
    this.#settings = { pageTitles: new Map(capture.log.pages.map(({ id, title }) => [id, title])) };
  }

  /** Puts the URLs together, which takes a moment once. */
  prepare(): void {
    this.#urls ??= UrlTexts.of(this.#capture.index);
  }

  /** The analysis knows better now: what depends on it is judged again. */
  forget(): void {
    for (const spelling of this.#kept.keys()) if (spelling.startsWith('is:')) this.#kept.delete(spelling);
  }

  /** Error: the reason of the signal that `turns` knows. */
  async of(node: FilterNode, known: KnownRow, turns: Turns): Promise<Verdicts> {
    const { length } = this.#capture.index;
    switch (node.type) {
      case 'term':
        return await this.#ofTerm(node, known, turns);
      case 'not':
        return not(await this.of(node.part, known, turns));
      case 'and':
      case 'or': {
        const parts: Verdicts[] = [];
        for (const part of node.parts) parts.push(await this.of(part, known, turns));
        return node.type === 'and' ? all(parts, length) : any(parts, length);
      }
    }
  }

  async #ofTerm(term: FilterTerm, known: KnownRow, turns: Turns): Promise<Verdicts> {
    const spelling = printFilter(term);
    const verdicts = this.#kept.get(spelling) ?? (await this.#judge(term, known, turns));
    this.#kept.delete(spelling);
    this.#kept.set(spelling, verdicts);
    const oldest = this.#kept.keys().next().value;
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return verdicts;
  }

  async #judge(term: FilterTerm, known: KnownRow, turns: Turns): Promise<Verdicts> {
    const inUrls = this.#inUrls(term);
    if (inUrls !== undefined) return await this.#rowByRow(term, known, turns, inUrls);
    const { index } = this.#capture;
    const values = fewValues(term.key, index);
    if (values !== undefined) return this.#valueByValue(term, values);
    return await this.#rowByRow(term, known, turns, new Uint8Array(index.length).fill(VerdictByte.open));
  }

  /** Words that are looked for in URLs. */
  #inUrls({ key, operator, value }: FilterTerm): Verdicts | undefined {
    if ((key !== 'text' && key !== 'url') || (operator !== 'contains' && operator !== 'is') || value === '')
      return undefined;
    this.prepare();
    return this.#urls?.containing(value, key === 'text' ? 'address' : 'whole');
  }

  #valueByValue(term: FilterTerm, values: FewValues): Verdicts {
    const { index } = this.#capture;
    const filter = compileFilter(term, this.#settings);
    const unknown = 3;
    const byValue = new Uint8Array(values.count).fill(unknown);
    const verdicts = new Uint8Array(index.length);
    for (let row = 0; row < index.length; row++) {
      const value = values.of(row);
      if (byValue[value] === unknown) byValue[value] = verdictByte(filter.columns(index, row));
      verdicts[row] = byValue[value] as number;
    }
    return verdicts;
  }

  /** Judges what is still open, row by row. */
  async #rowByRow(term: FilterTerm, known: KnownRow, turns: Turns, verdicts: Verdicts): Promise<Verdicts> {
    const { index } = this.#capture;
    const filter = compileFilter(term, this.#settings);
    for (let row = 0; row < index.length; row++) {
      if (verdicts[row] === VerdictByte.open)
        verdicts[row] = verdictByte(filter.columns(index, row, known(row)));
      if (row % ROWS_PER_LOOK === 0 && turns.isOver) await turns.pause();
    }
    return verdicts;
  }
}
