import type { TableRow } from '@harrier/analyze';
import { EntryFlag, type EntryIndex } from '@harrier/har';
import { useElementSize } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { type CaptureTab, positionOf, rowAt, rowCount, useOpenCaptures } from '../captures/open-captures.ts';
import { durationText } from '../captures/quantity.ts';
import type { SortKey } from '../engine/sort-rows.ts';
import { Waterfall } from '../waterfall/waterfall.tsx';
import { useWords } from '../words/use-words.ts';
import type { WebWords } from '../words/web-words.ts';
import classes from './request-table.module.css';

const ROW_HEIGHT = 24;

/** Width of the waterfall column, CSS pixels; the same as in the style sheet. */
const WATERFALL_WIDTH = 320;

interface Column {
  readonly name: Exclude<keyof WebWords['table'], 'label'>;
  readonly sort?: SortKey;
}

const COLUMNS: readonly Column[] = [
  { name: 'index', sort: 'index' },
  { name: 'started', sort: 'start' },
  { name: 'method', sort: 'method' },
  { name: 'url', sort: 'host' },
  { name: 'code', sort: 'status' },
  { name: 'trackingId', sort: 'trackingId' },
  { name: 'error' },
  { name: 'org' },
  { name: 'time', sort: 'time' },
  { name: 'waterfall', sort: 'start' },
];

/** Every request of a capture, a window of which is in the page. */
export function RequestTable({ tab }: { readonly tab: CaptureTab }) {
  const words = useWords();
  const { select, ask } = useOpenCaptures();
  const scroller = useRef<HTMLDivElement>(null);
  const { ref: sized, height } = useElementSize();
  const count = rowCount(tab);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
    // The head stands on the first rows, which lie that much lower.
    scrollPaddingEnd: ROW_HEIGHT,
  });
  const visible = virtualizer.getVirtualItems().filter(({ index }) => index < count);
  const shown = visible.map(({ index, start }) => ({ row: rowAt(tab, index), position: index, top: start }));
  const texts = useRowTexts(tab, shown.map(({ row }) => row).join());
  useSelectionInView(tab, (position) => virtualizer.scrollToIndex(position));
  const scrollTop = virtualizer.scrollOffset ?? 0;
  return (
    <div className={classes.frame} ref={sized}>
      <div ref={scroller} className={classes.scroller}>
        <div
          role="grid"
          aria-label={words.table.label}
          aria-rowcount={count + 1}
          className={classes.grid}
          style={{ height: virtualizer.getTotalSize() + ROW_HEIGHT }}
        >
          <div role="row" className={`${classes.row} ${classes.head}`}>
            {COLUMNS.map(({ name, sort }) => (
              <Head
                key={name}
                title={words.table[name]}
                sorted={
                  sort !== undefined && tab.question.sort === sort ? tab.question.descending : undefined
                }
                onSort={() => {
                  if (sort === undefined) return;
                  const descending = tab.question.sort === sort && !tab.question.descending;
                  void ask(tab.id, { sort, descending });
                }}
              />
            ))}
          </div>
          {shown.map(({ row, position, top }) => (
            <Row
              key={row}
              tab={tab}
              row={row}
              position={position}
              top={top}
              text={texts.get(row)}
              onSelect={() => select(tab.id, row)}
            />
          ))}
          <div className={classes.waterfall} style={{ transform: `translateY(${scrollTop}px)` }}>
            <Waterfall
              tab={tab}
              width={WATERFALL_WIDTH}
              height={Math.max(0, height - ROW_HEIGHT)}
              rows={shown.map(({ row, top }) => ({
                row,
                top: top - scrollTop,
                failed: tab.index !== undefined && isFailed(tab.index, row),
              }))}
            />
          </div>
        </div>
      </div>
    </div>
  );
}

interface HeadProps {
  readonly title: string;
  /** Whether it is sorted downwards; `undefined` = by something else. */
  readonly sorted: boolean | undefined;
  readonly onSort: () => void;
}

function Head({ title, sorted, onSort }: HeadProps) {
  const order = sorted === undefined ? 'none' : sorted ? 'descending' : 'ascending';
  const arrow = sorted === undefined ? '' : sorted ? ' ↓' : ' ↑';
  return (
    <div role="columnheader" aria-sort={order} className={classes.cell}>
      <button type="button" className={classes.sort} onClick={onSort}>
        {title}
        {arrow}
      </button>
    </div>
  );
}

interface RowProps {
  readonly tab: CaptureTab;
  readonly row: number;
  readonly position: number;
  readonly top: number;
  readonly text: TableRow | undefined;
  readonly onSelect: () => void;
}

function Row({ tab, row, position, top, text, onSelect }: RowProps) {
  const { index } = tab;
  if (index === undefined) return null;
  const names = [classes.row];
  if (isFailed(index, row)) names.push(classes.failed);
  if (tab.selected === row) names.push(classes.selected);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the table are the page's
    <div
      role="row"
      tabIndex={-1}
      aria-rowindex={position + 2}
      aria-selected={tab.selected === row}
      className={names.join(' ')}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onSelect}
    >
      {cellsOf(index, row, text).map((cell, at) => (
        <div role="gridcell" key={COLUMNS[at]?.name} className={classes.cell} title={cell}>
          {cell}
        </div>
      ))}
    </div>
  );
}

function cellsOf({ columns, strings }: EntryIndex, row: number, text: TableRow | undefined): string[] {
  const hasStatus = ((columns.flags[row] as number) & EntryFlag.hasStatus) !== 0;
  const timeMs = columns.timeMs[row] as number;
  const start = columns.startEpochMs[row] as number;
  return [
    String(row),
    Number.isNaN(start) ? '' : new Date(start).toISOString().slice(11, 23),
    strings.get(columns.method[row] as number),
    text?.url ?? strings.get(columns.host[row] as number),
    hasStatus ? String(columns.status[row]) : '',
    strings.get(columns.trackingId[row] as number),
    text?.error ?? '',
    text?.org ?? '',
    Number.isNaN(timeMs) ? '' : durationText(timeMs),
  ];
}

function isFailed({ columns }: EntryIndex, row: number): boolean {
  const flags = columns.flags[row] as number;
  return (columns.status[row] as number) >= 400 || (flags & EntryFlag.hasError) !== 0;
}

/** A row that was chosen from elsewhere is brought into view, one that is in view stays where it is. */
function useSelectionInView(tab: CaptureTab, scrollTo: (position: number) => void): void {
  const { selected } = tab;
  const scroll = useRef(scrollTo);
  scroll.current = scrollTo;
  const current = useRef(tab);
  current.current = tab;
  useEffect(() => {
    if (selected === undefined) return;
    // The details take their place first.
    const frame = requestAnimationFrame(() => {
      const position = positionOf(current.current, selected);
      if (position >= 0) scroll.current(position);
    });
    return () => cancelAnimationFrame(frame);
  }, [selected]);
}

/** What only the file knows of the rows in view: URL, error, organisation. */
function useRowTexts(tab: CaptureTab, rows: string): ReadonlyMap<number, TableRow> {
  const [texts, setTexts] = useState<ReadonlyMap<number, TableRow>>(new Map());
  const { connection, state } = tab;
  useEffect(() => {
    if (state !== 'ready' || rows === '') return;
    let isOld = false;
    void connection.engine.rows(rows.split(',').map(Number)).then((read) => {
      if (!isOld) setTexts(new Map(read.map((row) => [row.index, row])));
    });
    return () => {
      isOld = true;
    };
  }, [connection, state, rows]);
  return texts;
}
