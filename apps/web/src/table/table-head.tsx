import { type KeyboardEvent, memo, type PointerEvent, useRef } from 'react';
import { useWords } from '../words/use-words.ts';
import { useColumns, widthOf } from './columns/column-set.ts';
import { type ColumnId, columnOf } from './columns/column-table.ts';
import { columnTitle } from './columns/column-title.ts';
import classes from './request-table.module.css';

interface HeadProps {
  readonly id: ColumnId;
  /** Whether it is sorted downwards; `undefined` = by something else. */
  readonly sorted: boolean | undefined;
  readonly onSort: (id: ColumnId) => void;
}

const WIDTH_STEP = 16;

/** The head of a column: sorts at a click, moves when dragged or with Shift and an arrow, and has an edge that makes it wider. */
export const TableHead = memo(function TableHead({ id, sorted, onSort }: HeadProps) {
  const words = useWords();
  const { resize, move, step, ...set } = useColumns();
  const width = widthOf(set, id);
  const grip = useRef<{ readonly x: number; readonly width: number }>(undefined);
  const title = columnTitle(id, words);
  const onMove = (event: PointerEvent): void => {
    if (grip.current !== undefined) resize(id, grip.current.width + event.clientX - grip.current.x);
  };
  const onKey = (event: KeyboardEvent<HTMLButtonElement>): void => {
    const by = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (!event.shiftKey || by === 0) return;
    event.preventDefault();
    step(id, by);
    // An element that is moved in the page loses the focus.
    const head = event.currentTarget;
    requestAnimationFrame(() => head.focus());
  };
  return (
    <div
      role="columnheader"
      aria-sort={sorted === undefined ? 'none' : sorted ? 'descending' : 'ascending'}
      className={classes.cell}
      data-align={columnOf(id).align}
      draggable
      onDragStart={(event) => {
        if (grip.current !== undefined) event.preventDefault();
        else event.dataTransfer.setData('text/x-harrier-column', id);
      }}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes('text/x-harrier-column')) event.preventDefault();
      }}
      onDrop={(event) => {
        const moved = event.dataTransfer.getData('text/x-harrier-column');
        if (moved === '' || moved === id) return;
        event.preventDefault();
        event.stopPropagation();
        move(moved as ColumnId, id);
      }}
    >
      <button
        type="button"
        className={classes.sort}
        title={title}
        aria-keyshortcuts="Shift+ArrowLeft Shift+ArrowRight"
        onClick={() => onSort(id)}
        onKeyDown={onKey}
      >
        {title}
        {sorted === undefined ? '' : sorted ? ' ↓' : ' ↑'}
      </button>
      <div
        role="separator"
        aria-orientation="vertical"
        aria-label={words.bench.columns.width(title)}
        aria-valuenow={width}
        tabIndex={0}
        className={classes.grip}
        onPointerDown={(event) => {
          event.preventDefault();
          event.currentTarget.setPointerCapture(event.pointerId);
          grip.current = { x: event.clientX, width };
        }}
        onPointerMove={onMove}
        onPointerUp={() => {
          grip.current = undefined;
        }}
        onKeyDown={(event) => {
          const step = event.key === 'ArrowRight' ? WIDTH_STEP : event.key === 'ArrowLeft' ? -WIDTH_STEP : 0;
          if (step === 0) return;
          event.stopPropagation();
          resize(id, width + step);
        }}
      />
    </div>
  );
});
