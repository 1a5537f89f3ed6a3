import type { EntryIndex } from '@harrier/har';
import { memo } from 'react';
import type { RowGroup, RowLink } from '../engine/view/view-question.ts';
import { useWords } from '../words/use-words.ts';
import { type ColumnId, columnOf } from './columns/column-table.ts';
import { indexCell } from './columns/index-cell.ts';
import classes from './request-table.module.css';
import type { Cells } from './use-cells.ts';

interface RequestRowProps {
  readonly index: EntryIndex;
  readonly row: number;
  readonly position: number;
  readonly top: number;
  readonly columns: readonly ColumnId[];
  /** absent: not read yet. */
  readonly cells: Cells | undefined;
  readonly failed: boolean;
  readonly slow: boolean;
  readonly selected: boolean;
  readonly link: RowLink;
  readonly onSelect: (row: number) => void;
}

const LINK_MARKS = ['', '⤷', '↪', '↻', '·'] as const;
const LINK_NAMES = ['none', 'preflight', 'redirect', 'retry', 'member'] as const;

/** One request. Drawn again only when something of it changed. */
export const RequestRow = memo(function RequestRow(props: RequestRowProps) {
  const { index, row, position, top, columns, cells, failed, slow, selected, link, onSelect } = props;
  const { bench } = useWords();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the table are the page's
    <div
      role="row"
      tabIndex={-1}
      aria-rowindex={position + 2}
      aria-selected={selected}
      data-failed={failed || undefined}
      data-slow={slow || undefined}
      className={classes.row}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => onSelect(row)}
    >
      {columns.map((id) => {
        const { from, align } = columnOf(id);
        const text =
          from === 'index' ? indexCell(index, row, id) : (cells?.[id] ?? waiting(index, row, id, cells));
        const isLinked = link > 0 && (id === 'url' || id === 'name' || id === 'path');
        return (
          <div
            role="gridcell"
            key={id}
            className={classes.cell}
            data-align={align}
            data-topic={topicOfCell(id, text)}
            title={topicOfCell(id, text) === undefined ? text : undefined}
          >
            {id === 'index' && (failed || slow) && (
              <span
                className={classes.mark}
                role="img"
                aria-label={failed ? bench.table.failed : bench.table.slow}
              >
                {failed ? '●' : '◐'}
              </span>
            )}
            {isLinked && (
              <span className={classes.link} title={bench.table.links[LINK_NAMES[link]]}>
                {LINK_MARKS[link]}
              </span>
            )}
            {text}
          </div>
        );
      })}
    </div>
  );
});

/** Methods and statuses have pages. */
function topicOfCell(id: ColumnId, text: string): string | undefined {
  if (id === 'method') return `method/${text}`;
  return id === 'code' && text !== '' ? `status/${text}` : undefined;
}

/** Until the worker says the whole URL, the host stands for it. */
function waiting(index: EntryIndex, row: number, id: ColumnId, cells: Cells | undefined): string {
  return id === 'url' && cells === undefined ? indexCell(index, row, 'host') : '';
}

interface GroupRowProps {
  readonly group: RowGroup;
  readonly position: number;
  readonly top: number;
  readonly onToggle: (key: string) => void;
}

/** A line that stands for several requests. */
export const GroupRow = memo(function GroupRow({ group, position, top, onToggle }: GroupRowProps) {
  const { bench } = useWords();
  const title = group.title === '' ? bench.table.noPage : group.title;
  return (
    <div
      role="row"
      tabIndex={-1}
      aria-rowindex={position + 2}
      aria-expanded={group.isOpen}
      className={`${classes.row} ${classes.group}`}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div role="gridcell" className={classes.groupCell}>
        <button type="button" className={classes.sort} onClick={() => onToggle(group.key)}>
          {group.isOpen ? '▾' : '▸'} {title}
        </button>
        <span className={classes.count}>{bench.table.groupCount(group.count, group.failed)}</span>
      </div>
    </div>
  );
});
