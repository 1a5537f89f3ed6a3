import type { TableRow } from '@harrier/analyze';
import { EntryFlag } from '@harrier/har';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { type CaptureTab, useOpenCaptures } from '../captures/open-captures.ts';
import { durationText } from '../captures/quantity.ts';
import { useWords } from '../words/use-words.ts';
import classes from './request-table.module.css';

const ROW_HEIGHT = 24;

/** Every request of a capture, a window of which is in the page. */
export function RequestTable({ tab }: { readonly tab: CaptureTab }) {
  const words = useWords();
  const select = useOpenCaptures((state) => state.select);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = tab.index?.length ?? 0;
  const virtualizer = useVirtualizer({
    count: rows,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
  });
  const visible = virtualizer.getVirtualItems();
  const texts = useRowTexts(tab, visible[0]?.index ?? 0, visible.at(-1)?.index ?? -1);
  return (
    <div ref={scroller} className={classes.scroller}>
      <div
        role="grid"
        aria-label={words.table.label}
        aria-rowcount={rows + 1}
        className={classes.grid}
        style={{ height: virtualizer.getTotalSize() + ROW_HEIGHT }}
      >
        <div role="row" className={`${classes.row} ${classes.head}`}>
          {columnsOf(words.table).map((name) => (
            <div role="columnheader" key={name} className={classes.cell}>
              {name}
            </div>
          ))}
        </div>
        {visible.map(({ index, start }) => (
          <Row
            key={index}
            tab={tab}
            row={index}
            top={start + ROW_HEIGHT}
            text={texts.get(index)}
            onSelect={() => select(tab.id, index)}
          />
        ))}
      </div>
    </div>
  );
}

function columnsOf(words: ReturnType<typeof useWords>['table']): string[] {
  const { index, started, method, url, code, trackingId, error, org, time } = words;
  return [index, started, method, url, code, trackingId, error, org, time];
}

interface RowProps {
  readonly tab: CaptureTab;
  readonly row: number;
  readonly top: number;
  readonly text: TableRow | undefined;
  readonly onSelect: () => void;
}

function Row({ tab, row, top, text, onSelect }: RowProps) {
  const { columns, strings } = tab.index ?? {};
  if (columns === undefined || strings === undefined) return null;
  const hasStatus = ((columns.flags[row] as number) & EntryFlag.hasStatus) !== 0;
  const status = hasStatus ? (columns.status[row] as number) : undefined;
  const failed = (status ?? 0) >= 400 || ((columns.flags[row] as number) & EntryFlag.hasError) !== 0;
  const timeMs = columns.timeMs[row] as number;
  const start = columns.startEpochMs[row] as number;
  const cells = [
    String(row),
    Number.isNaN(start) ? '' : new Date(start).toISOString().slice(11, 23),
    strings.get(columns.method[row] as number),
    text?.url ?? strings.get(columns.host[row] as number),
    status === undefined ? '' : String(status),
    strings.get(columns.trackingId[row] as number),
    text?.error ?? '',
    text?.org ?? '',
    Number.isNaN(timeMs) ? '' : durationText(timeMs),
  ];
  const names = [classes.row];
  if (failed) names.push(classes.failed);
  if (tab.selected === row) names.push(classes.selected);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the table are the page's
    <div
      role="row"
      tabIndex={-1}
      aria-rowindex={row + 2}
      aria-selected={tab.selected === row}
      className={names.join(' ')}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onSelect}
    >
      {cells.map((cell, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: columns stand where they stand
        <div role="gridcell" key={at} className={classes.cell} title={cell}>
          {cell}
        </div>
      ))}
    </div>
  );
}

/** What only the file knows of the rows in view: URL, error, organisation. */
function useRowTexts(tab: CaptureTab, from: number, to: number): ReadonlyMap<number, TableRow> {
  const [texts, setTexts] = useState<ReadonlyMap<number, TableRow>>(new Map());
  const { connection, state } = tab;
  useEffect(() => {
    if (state !== 'ready') return;
    let isOld = false;
    const wanted = Array.from({ length: to - from + 1 }, (_, at) => from + at);
    void connection.engine.rows(wanted).then((rows) => {
      if (!isOld) setTexts(new Map(rows.map((row) => [row.index, row])));
    });
    return () => {
      isOld = true;
    };
  }, [connection, state, from, to]);
  return texts;
}
