import { GroupRow } from './group-row.ts';
import { RequestRow } from './request-row.ts';
import type { RowLine, RowLook } from './row-line.ts';

type PaintedRow = RequestRow | GroupRow;

/**
 * The lines in view. Elements of those that leave the window show those that come, so a line that stays is not touched. Between
 * two frames of a scroll they stand in the document as they come; once it is over, in the order of the table, for whoever has
 * them read aloud.
 */
export class RowPool {
  readonly #host: HTMLElement;
  #look: RowLook | undefined;
  /** By position. */
  #rows = new Map<number, PaintedRow>();
  /** Elements that show nothing at the moment. */
  #spare: PaintedRow[] = [];

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  paint(look: RowLook, lines: readonly RowLine[], isScrolling: boolean): void {
    if (!isSameLook(this.#look, look)) this.#clear();
    this.#look = look;
    const before = this.#rows;
    this.#rows = new Map();
    const coming: RowLine[] = [];
    for (const line of lines) {
      const row = before.get(line.position);
      if (row === undefined || !canShow(row, line)) coming.push(line);
      else this.#show(row, line);
      if (this.#rows.has(line.position)) before.delete(line.position);
    }
    this.#spare.push(...before.values());
    for (const line of coming) this.#show(this.#takeFor(line, look), line);
    for (const { element } of this.#spare) if (element.isConnected) element.remove();
    if (!isScrolling) this.#putInOrder(lines);
  }

  /** What shows the line that an element of the page belongs to. */
  rowOf(element: Element | null): PaintedRow | undefined {
    const own = element?.closest('[role=row]');
    return [...this.#rows.values()].find((row) => row.element === own);
  }

  #show(row: PaintedRow, line: RowLine): void {
    if (row instanceof RequestRow && line.kind === 'request') row.show(line);
    if (row instanceof GroupRow && line.kind === 'group') row.show(line);
    if (!row.element.isConnected) this.#host.append(row.element);
    this.#rows.set(line.position, row);
  }

  #takeFor(line: RowLine, look: RowLook): PaintedRow {
    // The latest spare is still in the document: the others were taken out when the window was larger.
    const at = this.#spare.findLastIndex((row) => canShow(row, line));
    const [spare] = at < 0 ? [] : this.#spare.splice(at, 1);
    return spare ?? (line.kind === 'request' ? new RequestRow(look) : new GroupRow(look));
  }

  #putInOrder(lines: readonly RowLine[]): void {
    let next = this.#host.firstElementChild;
    for (const { position } of lines) {
      const element = this.#rows.get(position)?.element;
      if (element === undefined) continue;
      if (element === next) next = element.nextElementSibling;
      else this.#host.insertBefore(element, next);
    }
  }

  #clear(): void {
    this.#host.replaceChildren();
    this.#rows = new Map();
    this.#spare = [];
  }
}

function canShow(row: PaintedRow, line: RowLine): boolean {
  return line.kind === 'request' ? row instanceof RequestRow : row instanceof GroupRow;
}

function isSameLook(a: RowLook | undefined, b: RowLook): boolean {
  return a !== undefined && a.columns === b.columns && a.words === b.words && a.searchLogs === b.searchLogs;
}
