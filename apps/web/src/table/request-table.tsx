import { Button } from '@mantine/core';
import { memo, useCallback, useEffect, useMemo, useRef } from 'react';
import {
  type CaptureTab,
  groupAt,
  positionOf,
  rowAt,
  rowCount,
  useOpenCaptures,
} from '../captures/open-captures.ts';
import { sameFor } from '../captures/same-tab.ts';
import { failedRowsOf } from '../engine/failed-rows.ts';
import type { RowLink } from '../engine/view/view-question.ts';
import { useSize } from '../frame/use-size.ts';
import { searchLogsOf } from '../logs/search-logs-of.ts';
import { ROW_HEIGHT } from '../waterfall/draw-waterfall.ts';
import { Waterfall } from '../waterfall/waterfall.tsx';
import { WaterfallHead } from '../waterfall/waterfall-head.tsx';
import { useWords } from '../words/use-words.ts';
import { useColumns } from './columns/column-set.ts';
import { type ColumnId, columnOf } from './columns/column-table.ts';
import { columnWidths } from './columns/column-widths.ts';
import { useLineWindow } from './line-window.ts';
import classes from './request-table.module.css';
import type { RowLine } from './rows/row-line.ts';
import { TableRows } from './rows/table-rows.tsx';
import { TableHead } from './table-head.tsx';
import { keepTopRow } from './top-row.ts';
import { FAR_LINES, NEAR_LINES, useCells } from './use-cells.ts';
import { usePrinted } from './use-printed.ts';

/** The waterfall takes what the columns leave, and at least this much. */
const LEAST_WATERFALL = 200;
const SCROLLBAR = 14;

/** On paper there is no window; nobody reads more. */
const MOST_PRINTED = 1000;

/** Every request of a capture, a window of which is in the page, with one canvas of bars beside it. */
export const RequestTable = memo(
  RequestTableOf,
  sameFor('id', 'state', 'index', 'span', 'analysis', 'question', 'view', 'selected', 'zoom'),
);

function RequestTableOf({ tab }: { readonly tab: CaptureTab }) {
  const words = useWords();
  const select = useOpenCaptures((state) => state.select);
  const ask = useOpenCaptures((state) => state.ask);
  const zoom = useOpenCaptures((state) => state.zoom);
  const set = useColumns();
  const scroller = useRef<HTMLDivElement>(null);
  const { ref: sized, height, width } = useSize<HTMLDivElement>();
  const count = rowCount(tab);
  const { first, end, scrollTop, isScrolling, scrollTo } = useLineWindow({
    scroller,
    count,
    lineHeight: ROW_HEIGHT,
    height,
  });
  const { columns } = set;
  const isPrinted = usePrinted();
  const hasWaterfall = set.waterfall && !isPrinted;
  const widths = columnWidths({ ...set, waterfall: hasWaterfall }, width - SCROLLBAR, tab.index?.length ?? 0);
  const columnsWidth = widths.reduce((sum, one) => sum + one, 0);
  const waterfallWidth = hasWaterfall ? Math.max(LEAST_WATERFALL, width - columnsWidth - SCROLLBAR) : 0;
  const lines = isPrinted
    ? linesBetween(tab, 0, Math.min(count, MOST_PRINTED))
    : linesBetween(tab, first, end);
  const shown = lines.filter(({ line }) => groupAt(tab, line) === undefined);
  const requestsWithin = (lineCount: number): number[] =>
    rowsAround(tab, lines[0]?.position ?? 0, lines.at(-1)?.position ?? -1, lineCount);
  const wanted = {
    inView: shown.map(({ line }) => line),
    near: requestsWithin(NEAR_LINES),
    far: () => requestsWithin(FAR_LINES),
    // Beside a request that is open, the table is not printed.
    onPaper: () => (tab.selected === undefined ? rowsAround(tab, 0, MOST_PRINTED - 1, 0) : []),
  };
  const cells = useCells(tab, wanted, columns);
  const marked = useMarkedRows(tab);
  const topmost = shown.find(({ top }) => top >= scrollTop)?.line;
  useEffect(() => {
    keepTopRow(topmost);
    return () => keepTopRow(undefined);
  }, [topmost]);
  useSelectionInView(tab, { height, scrollTop, scrollTo });
  const { id: tabId, index, question } = tab;
  const onSelect = useCallback((row: number) => select(tabId, row), [select, tabId]);
  const current = useRef(tab);
  current.current = tab;
  const onLogs = useCallback(
    (row: number) => void searchLogsOf({ ...current.current, selected: row }, 'global'),
    [],
  );
  const onToggle = useCallback(
    (key: string) => {
      const { toggled } = question;
      const rest = toggled.filter((other) => other !== key);
      void ask(tabId, { toggled: rest.length < toggled.length ? rest : [...toggled, key] });
    },
    [ask, tabId, question],
  );
  const onSort = useCallback(
    (id: ColumnId) => {
      const { sort } = columnOf(id);
      void ask(tabId, { sort, descending: question.sort === sort && !question.descending });
    },
    [ask, tabId, question],
  );
  const look = useMemo(
    () => ({ columns, words: words.bench.table, searchLogs: words.logs.tab.search }),
    [columns, words],
  );
  const painted = lines.flatMap(({ line, position, top }): RowLine[] => {
    const group = groupAt(tab, line);
    if (group !== undefined) return [{ kind: 'group', position, top, group }];
    if (index === undefined) return [];
    return [
      {
        kind: 'request',
        position,
        top,
        index,
        row: line,
        urlCells: cells.url.get(line),
        cells: cells.entry.get(line),
        failed: marked.isFailed(line),
        slow: marked.isSlow(line),
        selected: tab.selected === line,
        link: (tab.view?.links[position] ?? 0) as RowLink,
      },
    ];
  });
  return (
    <div className={classes.frame} ref={sized}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard */}
      <div ref={scroller} className={classes.scroller} tabIndex={0} role="presentation">
        <div
          role="grid"
          aria-label={words.table.label}
          aria-rowcount={count + 1}
          aria-colcount={columns.length + (set.waterfall ? 1 : 0)}
          className={classes.grid}
          style={
            {
              height: ROW_HEIGHT * ((isPrinted ? lines.length : count) + 1),
              width: columnsWidth + waterfallWidth,
              '--columns': widths.map((one) => `${one}px`).join(' '),
            } as React.CSSProperties
          }
        >
          <div role="row" aria-rowindex={1} className={`${classes.row} ${classes.head}`}>
            {columns.map((id) => (
              <TableHead
                key={id}
                id={id}
                sorted={question.sort === columnOf(id).sort ? question.descending : undefined}
                onSort={onSort}
              />
            ))}
            {set.waterfall && <WaterfallHead tab={tab} width={waterfallWidth} left={columnsWidth} />}
          </div>
          {set.waterfall && (
            <div className={classes.waterfallSlot} style={{ left: columnsWidth }}>
              <div className={classes.waterfall}>
                <Waterfall
                  tab={tab}
                  width={waterfallWidth}
                  height={Math.max(0, height - ROW_HEIGHT)}
                  rows={shown.map(({ line, top }) => ({
                    row: line,
                    top: top - scrollTop,
                    failed: marked.isFailed(line),
                  }))}
                  onSelect={onSelect}
                  onZoom={(range) => zoom(tabId, range)}
                />
              </div>
            </div>
          )}
          <TableRows
            look={look}
            lines={painted}
            isScrolling={isScrolling}
            onSelect={onSelect}
            onLogs={onLogs}
            onToggle={onToggle}
          />
        </div>
        {count === 0 && tab.state === 'ready' && tab.view?.share === 1 && <NothingFits tab={tab} />}
      </div>
    </div>
  );
}

/** What stands on some lines: a row or a group, and where. */
function linesBetween(
  tab: CaptureTab,
  first: number,
  end: number,
): { readonly line: number; readonly position: number; readonly top: number }[] {
  return Array.from({ length: Math.max(0, end - first) }, (_, at) => {
    const position = first + at;
    return { line: rowAt(tab, position), position, top: position * ROW_HEIGHT };
  });
}

/** Requests in a stretch of lines, and in so many lines before and behind it. */
function rowsAround(tab: CaptureTab, first: number, last: number, lineCount: number): number[] {
  const to = Math.min(rowCount(tab) - 1, last + lineCount);
  const rows: number[] = [];
  for (let position = Math.max(0, first - lineCount); position <= to; position++) {
    const line = rowAt(tab, position);
    if (groupAt(tab, line) === undefined) rows.push(line);
  }
  return rows;
}

/** Why the table is empty, and what fills it again. */
function NothingFits({ tab }: { readonly tab: CaptureTab }) {
  const { bench } = useWords();
  const { ask, zoom } = useOpenCaptures();
  if (tab.index?.length === 0) return <p className={classes.nothing}>{bench.open.record}</p>;
  const showAll = (): void => {
    zoom(tab.id, undefined);
    void ask(tab.id, { filter: '', range: undefined });
  };
  return (
    <p className={classes.nothing}>
      {bench.table.nothingFits}{' '}
      <Button size="compact-sm" variant="default" onClick={showAll}>
        {bench.table.showAll}
      </Button>
    </p>
  );
}

interface MarkedRows {
  isFailed(row: number): boolean;
  isSlow(row: number): boolean;
}

function useMarkedRows({ index, analysis }: CaptureTab): MarkedRows {
  return useMemo(() => {
    const failed = index === undefined ? undefined : failedRowsOf(index, analysis);
    const slow = new Set(analysis?.slowEntries.map(({ entry }) => entry));
    return {
      isFailed: (row) => failed?.has(row) === true,
      isSlow: (row) => slow.has(row),
    };
  }, [index, analysis]);
}

interface TableWindow {
  /** With the head; CSS pixels. */
  readonly height: number;
  readonly scrollTop: number;
  scrollTo(position: number): void;
}

/** A row that was chosen from elsewhere is brought into view, one that is in view stays there when the table becomes lower. */
function useSelectionInView(tab: CaptureTab, { height, scrollTop, scrollTo }: TableWindow): void {
  const { selected } = tab;
  const scroll = useRef(scrollTo);
  scroll.current = scrollTo;
  const current = useRef(tab);
  current.current = tab;
  const before = useRef({ height, scrollTop });
  useEffect(() => {
    if (selected === undefined) return;
    // The details take their place first.
    const frame = requestAnimationFrame(() => {
      const position = positionOf(current.current, selected);
      if (position >= 0) scroll.current(position);
    });
    return () => cancelAnimationFrame(frame);
  }, [selected]);
  useEffect(() => {
    const { height: heightBefore, scrollTop: from } = before.current;
    before.current = { height, scrollTop };
    if (selected === undefined || height >= heightBefore) return;
    const position = positionOf(current.current, selected);
    const top = position * ROW_HEIGHT;
    // The head takes the height of a line.
    const wasInView = position >= 0 && top >= from && top + 2 * ROW_HEIGHT <= from + heightBefore;
    if (wasInView) scroll.current(position);
  }, [height, scrollTop, selected]);
}
