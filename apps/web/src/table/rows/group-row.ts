import classes from '../request-table.module.css';
import { elementOf } from './cell-elements.ts';
import type { GroupLine, RowLook } from './row-line.ts';

/** The elements of a line that stands for several requests. */
export class GroupRow {
  readonly element = elementOf('div', `${classes.row} ${classes.group}`);
  readonly #look: RowLook;
  readonly #button = elementOf('button', classes.sort ?? '');
  readonly #count = elementOf('span', classes.count ?? '');
  #shown: GroupLine | undefined;

  constructor(look: RowLook) {
    this.#look = look;
    this.element.setAttribute('role', 'row');
    this.element.tabIndex = -1;
    this.#button.type = 'button';
    const cell = elementOf('div', classes.groupCell ?? '');
    cell.setAttribute('role', 'gridcell');
    cell.append(this.#button, this.#count);
    this.element.append(cell);
  }

  get line(): GroupLine | undefined {
    return this.#shown;
  }

  show(line: GroupLine): void {
    if (this.#shown?.group === line.group && this.#shown.position === line.position) return;
    this.#shown = line;
    const { title, isOpen, count, failed } = line.group;
    const { words } = this.#look;
    this.element.ariaRowIndex = String(line.position + 2);
    this.element.ariaExpanded = String(isOpen);
    this.element.style.transform = `translateY(${line.top}px)`;
    this.#button.textContent = `${isOpen ? '▾' : '▸'} ${title === '' ? words.noPage : title}`;
    this.#count.textContent = words.groupCount(count, failed);
  }
}
