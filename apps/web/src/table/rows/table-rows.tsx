import { useLayoutEffect, useRef } from 'react';
import type { RowLine, RowLook } from './row-line.ts';
import { RowPool } from './row-pool.ts';

interface TableRowsProps {
  readonly look: RowLook;
  readonly lines: readonly RowLine[];
  readonly isScrolling: boolean;
  readonly onSelect: (row: number) => void;
  readonly onLogs: (row: number) => void;
  readonly onToggle: (groupKey: string) => void;
}

/** The lines in view. React has one element of them; what is inside is painted (see {@link RowPool}). */
export function TableRows({ look, lines, isScrolling, onSelect, onLogs, onToggle }: TableRowsProps) {
  const host = useRef<HTMLDivElement>(null);
  const pool = useRef<RowPool>(undefined);
  useLayoutEffect(() => {
    if (host.current === null) return;
    pool.current ??= new RowPool(host.current);
    pool.current.paint(look, lines, isScrolling);
  });
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the table are the page's
    <div
      ref={host}
      role="rowgroup"
      onClick={({ target }) => {
        const element = target as Element;
        const line = pool.current?.rowOf(element)?.line;
        const button = element.closest('button');
        if (line?.kind === 'request') (button === null ? onSelect : onLogs)(line.row);
        else if (line?.kind === 'group' && button !== null) onToggle(line.group.key);
      }}
      onPointerOver={({ target }) => {
        // What is cut off shows when the pointer rests on it; what has a page is explained instead.
        const cell = (target as Element).closest<HTMLElement>('[role=gridcell]');
        const row = pool.current?.rowOf(cell);
        if (cell === null || row === undefined || !('textOf' in row)) return;
        cell.title = cell.dataset.topic === undefined ? (row.textOf(cell) ?? '') : '';
      }}
    />
  );
}
