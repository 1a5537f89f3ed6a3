import { GroupRow } from './group-row.ts';
import { RequestRow } from './request-row.ts';
import type { RowLine, RowLook } from './row-line.ts';

/** The window grows and shrinks by a line or two while it scrolls. */
const STEP = 16;

/**
 * The lines in view. Elements of those that leave the window show those that come, so a line that stays is not touched. Between
 * two frames of a scroll they stand in the document as they come; once it is over, in the order of the table, for whoever has
 * them read aloud.
 */
export class RowPool {
  readonly #host: HTMLElement;
  #look: RowLook | undefined;
  /** By position modulo their number. */
  #rows: (RequestRow | GroupRow | undefined)[] = [];

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  paint(look: RowLook, lines: readonly RowLine[], isScrolling: boolean): void {
    if (!isSameLook(this.#look, look)) this.#clear();
    this.#look = look;
    if (lines.length >= this.#rows.length) this.#grow(lines.length);
    const used = new Set<number>();
    for (const line of lines) {
      const at = line.position % this.#rows.length;
      used.add(at);
      const row = this.#rowFor(at, line, look);
      if (!row.element.isConnected) this.#host.append(row.element);
    }
    for (const [at, row] of this.#rows.entries()) {
      if (row === undefined || used.has(at)) continue;
      row.element.remove();
      this.#rows[at] = undefined;
    }
    if (!isScrolling) this.#putInOrder(lines);
  }

  /** The line that an element of the page belongs to. */
  rowOf(element: Element | null): RequestRow | GroupRow | undefined {
    const own = element?.closest('[role=row]');
    return this.#rows.find((row) => row?.element === own);
  }

  #rowFor(at: number, line: RowLine, look: RowLook): RequestRow | GroupRow {
    const known = this.#rows[at];
    if (line.kind === 'request') {
      const row = known instanceof RequestRow ? known : new RequestRow(look);
      row.show(line);
      return this.#put(at, known, row);
    }
    const row = known instanceof GroupRow ? known : new GroupRow(look);
    row.show(line);
    return this.#put(at, known, row);
  }

  #put<Row extends RequestRow | GroupRow>(at: number, known: unknown, row: Row): Row {
    if (known !== row) {
      this.#rows[at]?.element.remove();
      this.#rows[at] = row;
    }
    return row;
  }

  #grow(needed: number): void {
    const rows = this.#rows.filter((row) => row !== undefined);
    const size = STEP * Math.ceil((needed + 1) / STEP);
    this.#rows = Array.from({ length: size });
    for (const row of rows) {
      const at = (row.line?.position ?? 0) % size;
      if (this.#rows[at] === undefined) this.#rows[at] = row;
      else row.element.remove();
    }
  }

  #putInOrder(lines: readonly RowLine[]): void {
    let next = this.#host.firstElementChild;
    for (const { position } of lines) {
      const element = this.#rows[position % this.#rows.length]?.element;
      if (element === undefined) continue;
      if (element === next) next = element.nextElementSibling;
      else this.#host.insertBefore(element, next);
    }
  }

  #clear(): void {
    for (const row of this.#rows) row?.element.remove();
    this.#rows = [];
  }
}

function isSameLook(a: RowLook | undefined, b: RowLook): boolean {
  return a !== undefined && a.columns === b.columns && a.words === b.words && a.searchLogs === b.searchLogs;
}
