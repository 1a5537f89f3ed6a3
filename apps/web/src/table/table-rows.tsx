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
  /** What its URL says, and what the entry says; absent: not read yet. */
  readonly urlCells: Cells | undefined;
  readonly cells: Cells | undefined;
  readonly failed: boolean;
  readonly slow: boolean;
  readonly selected: boolean;
  readonly link: RowLink;
  readonly onSelect: (row: number) => void;
  readonly onLogs: (row: number) => void;
}

const LINK_MARKS = ['', '⤷', '↪', '↻', '·'] as const;
const LINK_NAMES = ['none', 'preflight', 'redirect', 'retry', 'member'] as const;

/** One request. Drawn again only when something of it changed. */
export const RequestRow = memo(function RequestRow(props: RequestRowProps) {
  const { index, row, position, top, columns, urlCells, cells, failed, slow, selected, link, ...on } = props;
  const { bench, logs } = useWords();
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
      onClick={() => on.onSelect(row)}
    >
      {columns.map((id) => {
        const { from, align } = columnOf(id);
        const read = from === 'url' ? urlCells : cells;
        const text =
          from === 'index' ? indexCell(index, row, id) : (read?.[id] ?? waiting(index, row, id, read));
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
            {ENDS[id] === undefined ? text : <EndsShown text={text} pattern={ENDS[id]} />}
            {id === 'trackingId' && text !== '' && (
              <button
                type="button"
                tabIndex={-1}
                className={classes.logs}
                title={logs.tab.search}
                aria-label={logs.tab.search}
                onClick={(event) => {
                  event.stopPropagation();
                  on.onLogs(row);
                }}
              >
                ≡
              </button>
            )}
          </div>
        );
      })}
    </div>
  );
});

/** Where the end of a text tells it from its neighbours: the last part of a path, the counters of a tracking id. */
const ENDS: Partial<Record<ColumnId, RegExp>> = {
  url: /\/[^/?#]{1,60}\/?(?:[?#].*)?$/s,
  path: /\/[^/?#]{1,60}\/?$/,
  trackingId: /_\w{1,8}$/,
};

/** A text that is cut in its middle where it does not fit, instead of at its end. */
function EndsShown({ text, pattern }: { readonly text: string; readonly pattern: RegExp }) {
  // Two slashes before a host begin no path.
  const from = text.indexOf('://') < 0 ? 0 : text.indexOf('://') + 3;
  const found = text.slice(from).search(pattern);
  const at = from + found;
  if (found <= 0) return text;
  return (
    <span className={classes.ends}>
      <span className={classes.begin}>{text.slice(0, at)}</span>
      <span className={classes.end}>{text.slice(at)}</span>
    </span>
  );
}

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
