import type { EntryIndex } from '@harrier/har';
import type { RowLinks } from './row-links.ts';
import { GROUP_LINE, type RowGroup, RowLink, type ViewQuestion } from './view-question.ts';

/** Fewer alike stay as they are: a line that stands for three hides more than it helps. */
const FEWEST_ALIKE = 5;
/** Alike requests with more others between them are two stories. */
const MOST_BETWEEN = 20;

/** What grouping needs to know. */
export interface GroupFacts {
  readonly index: EntryIndex;
  /** 1 for each row that fits. */
  readonly fits: Uint8Array;
  readonly isFailed: (row: number) => boolean;
  readonly links: RowLinks | undefined;
  /** The page of each row. */
  readonly pages: TitledRows | undefined;
  /** Method, host and path template of each row. */
  readonly templates: TitledRows | undefined;
}

/** What each row belongs to, as a place in `titles`. */
export interface TitledRows {
  readonly ofRow: ArrayLike<number>;
  readonly titles: readonly string[];
}

/** Lines of the table. */
export interface Lines {
  readonly rows: Uint32Array;
  readonly links: Uint8Array;
  readonly groups: readonly RowGroup[];
}

/** Rows in their order → lines: joined, and grouped as asked. */
export function linesOf(rows: Uint32Array, question: ViewQuestion, facts: GroupFacts): Lines {
  const inTime = (question.sort === 'index' || question.sort === 'start') && !question.descending;
  const isJoined = question.joined && inTime && facts.links !== undefined;
  const joined = isJoined ? join(rows, facts.links as RowLinks, facts.fits) : rows;
  const lines = new LineWriter(joined.length + 16);
  if (question.group === 'pages' && facts.pages !== undefined) byPages(joined, question, facts, lines);
  else if (question.group === 'alike' && facts.templates !== undefined)
    foldAlike(joined, question, facts, lines);
  else
    return { rows: joined.slice(), links: linksOf(joined, isJoined ? facts.links : undefined), groups: [] };
  return lines.finish();
}

class LineWriter {
  #rows: Uint32Array;
  #links: Uint8Array;
  #length = 0;
  readonly groups: RowGroup[] = [];

  constructor(capacity: number) {
    this.#rows = new Uint32Array(capacity);
    this.#links = new Uint8Array(capacity);
  }

  add(row: number, link: number): void {
    if (this.#length === this.#rows.length) {
      const [rows, links] = [new Uint32Array(2 * this.#length), new Uint8Array(2 * this.#length)];
      rows.set(this.#rows);
      links.set(this.#links);
      this.#rows = rows;
      this.#links = links;
    }
    this.#rows[this.#length] = row;
    this.#links[this.#length++] = link;
  }

  addGroup(group: RowGroup): void {
    this.add(GROUP_LINE + this.groups.length, RowLink.none);
    this.groups.push(group);
  }

  finish(): Lines {
    return {
      rows: this.#rows.slice(0, this.#length),
      links: this.#links.slice(0, this.#length),
      groups: this.groups,
    };
  }
}

function linkOf({ links }: GroupFacts, row: number, isJoined: boolean): number {
  return isJoined && links !== undefined ? (links.kind[row] as number) : RowLink.none;
}

function linksOf(rows: Uint32Array, links: RowLinks | undefined): Uint8Array {
  const of = new Uint8Array(rows.length);
  if (links !== undefined)
    for (let at = 0; at < of.length; at++) of[at] = links.kind[rows[at] as number] as number;
  return of;
}

/** Puts each row behind the one that it belongs to, where that one is shown. */
function join(rows: Uint32Array, { parent, followers }: RowLinks, fits: Uint8Array): Uint32Array {
  if (followers.size === 0) return rows;
  const isBehind = (row: number): boolean => {
    const to = parent[row] as number;
    return to !== row && fits[to] === 1;
  };
  // Followers stand in the order of the rows, not of the file.
  const place = new Map<number, number>();
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    if (isBehind(row)) place.set(row, at);
  }
  if (place.size === 0) return rows;
  const joined = new Uint32Array(rows.length);
  let length = 0;
  const add = (row: number): void => {
    joined[length++] = row;
    const behind = followers.get(row)?.filter((follower) => fits[follower] === 1);
    behind?.sort((a, b) => (place.get(a) as number) - (place.get(b) as number)).forEach(add);
  };
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    if (!place.has(row)) add(row);
  }
  return joined.subarray(0, length);
}

function byPages(rows: Uint32Array, question: ViewQuestion, facts: GroupFacts, lines: LineWriter): void {
  const { ofRow, titles } = facts.pages as TitledRows;
  const members = new Map<number, number[]>();
  for (const row of rows) {
    const page = ofRow[row] as number;
    const list = members.get(page);
    if (list === undefined) members.set(page, [row]);
    else list.push(row);
  }
  for (const [page, list] of members) {
    const key = `page ${page}`;
    const isOpen = !question.toggled.includes(key);
    lines.addGroup(groupOf('page', key, titles[page] ?? '', list, isOpen, facts));
    if (isOpen) for (const row of list) lines.add(row, linkOf(facts, row, question.joined));
  }
}

/** Alike requests with few others between them. */
interface Run {
  readonly key: string;
  readonly title: string;
  readonly rows: number[];
  /** Place of the last one. */
  last: number;
}

/** Runs of one template become a line; failed requests stay outside, where they are seen. */
function foldAlike(rows: Uint32Array, question: ViewQuestion, facts: GroupFacts, lines: LineWriter): void {
  const { ofRow, titles } = facts.templates as TitledRows;
  const open = new Map<number, Run>();
  const runOf = new Map<number, Run>();
  for (const [at, row] of rows.entries()) {
    if (facts.isFailed(row)) continue;
    const template = ofRow[row] as number;
    let run = open.get(template);
    if (run === undefined || at - run.last > MOST_BETWEEN) {
      const title = titles[template] ?? '';
      run = { key: `alike ${row} ${title}`, title, rows: [], last: at };
      open.set(template, run);
    }
    run.rows.push(row);
    run.last = at;
    runOf.set(row, run);
  }
  for (const row of rows) {
    const run = runOf.get(row);
    if (run === undefined || run.rows.length < FEWEST_ALIKE) {
      lines.add(row, linkOf(facts, row, question.joined));
      continue;
    }
    if (run.rows[0] !== row) continue;
    const isOpen = question.toggled.includes(run.key);
    lines.addGroup(groupOf('alike', run.key, run.title, run.rows, isOpen, facts));
    if (isOpen) for (const member of run.rows) lines.add(member, RowLink.member);
  }
}

function groupOf(
  kind: RowGroup['kind'],
  key: string,
  title: string,
  rows: readonly number[],
  isOpen: boolean,
  { isFailed }: GroupFacts,
): RowGroup {
  return {
    kind,
    key,
    title,
    count: rows.length,
    failed: rows.filter(isFailed).length,
    isOpen,
    row: rows[0] as number,
  };
}
