import { type ColumnId, columnOf } from '../columns/column-table.ts';
import { indexCell } from '../columns/index-cell.ts';
import classes from '../request-table.module.css';
import { type CellContent, elementOf, endsContent, plainContent } from './cell-elements.ts';
import type { RequestLine, RowLook } from './row-line.ts';

const LINK_MARKS = ['', '⤷', '↪', '↻', '·'] as const;
const LINK_NAMES = ['none', 'preflight', 'redirect', 'retry', 'member'] as const;

/** Where the end of a text tells it from its neighbours: the last part of a path, the counters of a tracking id. */
const ENDS: Partial<Record<ColumnId, RegExp>> = {
  url: /\/[^/?#]{1,60}\/?(?:[?#].*)?$/s,
  path: /\/[^/?#]{1,60}\/?$/,
  trackingId: /_\w{1,8}$/,
};

/** Columns that say what a request is: how it belongs to the one above it stands there. */
const LINKED: ReadonlySet<ColumnId> = new Set(['url', 'name', 'path']);

interface Cell {
  readonly id: ColumnId;
  readonly element: HTMLElement;
  readonly content: CellContent;
  text: string;
}

/**
 * The elements of one line of the table, which show one request after another. A table that scrolls writes hundreds of cells a
 * frame: making their elements, or comparing a description of them, would take longer than the frame has.
 */
export class RequestRow {
  readonly element = elementOf('div', classes.row ?? '');
  readonly #look: RowLook;
  readonly #cells: readonly Cell[];
  /** What only some columns have. */
  #mark: HTMLElement | undefined;
  #links: readonly HTMLElement[] = [];
  #logs: HTMLButtonElement | undefined;
  #shown: RequestLine | undefined;

  constructor(look: RowLook) {
    this.#look = look;
    this.element.setAttribute('role', 'row');
    this.element.tabIndex = -1;
    this.#cells = look.columns.map((id) => this.#cell(id));
    this.element.append(...this.#cells.map(({ element }) => element));
  }

  get line(): RequestLine | undefined {
    return this.#shown;
  }

  /** The whole text of one of its cells; undefined = the element is none of them. */
  textOf(cell: Element): string | undefined {
    return this.#cells.find(({ element }) => element === cell)?.text;
  }

  show(line: RequestLine): void {
    const before = this.#shown;
    if (before !== undefined && isSame(before, line)) return;
    this.#shown = line;
    const { element } = this;
    if (before?.position !== line.position) {
      element.ariaRowIndex = String(line.position + 2);
      element.style.transform = `translateY(${line.top}px)`;
    }
    if (before?.selected !== line.selected) element.ariaSelected = String(line.selected);
    if (before?.failed !== line.failed) element.toggleAttribute('data-failed', line.failed);
    if (before?.slow !== line.slow) element.toggleAttribute('data-slow', line.slow);
    this.#showMark(line, before);
    if (before?.link !== line.link) this.#showLink(line);
    for (const cell of this.#cells) this.#showCell(cell, line);
  }

  #cell(id: ColumnId): Cell {
    const element = elementOf('div', classes.cell ?? '');
    element.setAttribute('role', 'gridcell');
    element.dataset.align = columnOf(id).align;
    const pattern = ENDS[id];
    const { ends = '', begin = '', end = '' } = classes;
    const content = pattern === undefined ? plainContent() : endsContent(pattern, { ends, begin, end });
    if (id === 'index') {
      this.#mark = elementOf('span', classes.mark ?? '');
      this.#mark.setAttribute('role', 'img');
      this.#mark.hidden = true;
      element.append(this.#mark);
    }
    if (LINKED.has(id)) {
      const link = elementOf('span', classes.link ?? '');
      link.hidden = true;
      this.#links = [...this.#links, link];
      element.append(link);
    }
    element.append(...content.nodes);
    if (id === 'trackingId') {
      element.classList.add(classes.under ?? '');
      this.#logs = elementOf('button', classes.logs ?? '');
      this.#logs.type = 'button';
      this.#logs.tabIndex = -1;
      this.#logs.title = this.#look.searchLogs;
      this.#logs.ariaLabel = this.#look.searchLogs;
      this.#logs.hidden = true;
      element.append(this.#logs);
    }
    return { id, element, content, text: '' };
  }

  #showMark(line: RequestLine, before: RequestLine | undefined): void {
    if (this.#mark === undefined || (before?.failed === line.failed && before.slow === line.slow)) return;
    const { words } = this.#look;
    this.#mark.hidden = !line.failed && !line.slow;
    this.#mark.ariaLabel = line.failed ? words.failed : words.slow;
    this.#mark.textContent = line.failed ? '●' : line.slow ? '◐' : '';
  }

  #showLink({ link }: RequestLine): void {
    for (const element of this.#links) {
      element.hidden = link === 0;
      element.title = link === 0 ? '' : this.#look.words.links[LINK_NAMES[link]];
      element.textContent = LINK_MARKS[link];
    }
  }

  #showCell(cell: Cell, line: RequestLine): void {
    const text = textOf(cell.id, line);
    if (text === cell.text) return;
    cell.text = text;
    cell.content.write(text);
    // Its tooltip told the text before, which may have been a value that is masked now.
    cell.element.removeAttribute('title');
    const topic = topicOf(cell.id, text);
    if (topic !== undefined) cell.element.dataset.topic = topic;
    else if (cell.element.dataset.topic !== undefined) delete cell.element.dataset.topic;
    if (cell.id !== 'trackingId' || this.#logs === undefined) return;
    this.#logs.hidden = text === '';
    this.#logs.textContent = text === '' ? '' : '≡';
  }
}

function textOf(id: ColumnId, { index, row, urlCells, cells }: RequestLine): string {
  const { from } = columnOf(id);
  if (from === 'index') return indexCell(index, row, id);
  const read = from === 'url' ? urlCells : cells;
  // Until the worker says the whole URL, the host stands for it.
  return read?.[id] ?? (id === 'url' && read === undefined ? indexCell(index, row, 'host') : '');
}

/** Methods and statuses have pages. */
function topicOf(id: ColumnId, text: string): string | undefined {
  if (text === '') return undefined;
  if (id === 'method') return `method/${text}`;
  return id === 'code' ? `status/${text}` : undefined;
}

function isSame(a: RequestLine, b: RequestLine): boolean {
  return (
    a.index === b.index &&
    a.row === b.row &&
    a.position === b.position &&
    a.urlCells === b.urlCells &&
    a.cells === b.cells &&
    a.failed === b.failed &&
    a.slow === b.slow &&
    a.selected === b.selected &&
    a.link === b.link
  );
}
