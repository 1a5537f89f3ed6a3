import { momentText, type StoredRecord } from '@harrier/logs/for-pages';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../words/use-words.ts';
import classes from './lines.module.css';
import type { ClockedLine } from './one-clock.ts';
import { shownText } from './shown-text.ts';

const ROW_PX = 24;
/** Shorter lines are read whole in their row. */
const FITS_CHARS = 60;

interface LogLinesProps {
  /** In the order in which they are shown. */
  readonly lines: readonly ClockedLine[];
  /** The line that is opened and brought into view. */
  readonly marked: StoredRecord | undefined;
  /** What of it says why. */
  readonly why: string;
  /** Searches another id. */
  readonly onId: (id: string) => void;
}

/** Log lines, each one row until it is opened. Only the rows in view are drawn. */
export function LogLines({ lines, marked, why, onId }: LogLinesProps) {
  const { logs } = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<ReadonlySet<StoredRecord>>(new Set());
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    // A line keeps its height when a filter moves it.
    getItemKey: (at) => keyOf((lines[at] as ClockedLine).record),
    overscan: 12,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a filter changes the lines and not what is marked
  useEffect(() => {
    if (marked === undefined) return;
    setOpen(new Set([marked]));
    const at = lines.findIndex(({ record }) => record === marked);
    if (at > 0) virtual.scrollToIndex(at, { align: 'start' });
  }, [marked]);
  const toggle = (record: StoredRecord): void => {
    const next = new Set(open);
    if (!next.delete(record)) next.add(record);
    setOpen(next);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled with the keyboard
    <section ref={scroller} className={classes.scroller} aria-label={logs.lines.title} tabIndex={0}>
      <ol className={classes.lines} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const { record, timeNs } = lines[index] as ClockedLine;
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className={classes.line}
              style={{ transform: `translateY(${start}px)` }}
            >
              <Line
                record={record}
                timeNs={timeNs}
                why={record === marked ? why : ''}
                isOpen={open.has(record)}
                isMarked={record === marked}
                onToggle={() => toggle(record)}
                onId={onId}
              />
            </li>
          );
        })}
      </ol>
    </section>
  );
}

const keys = new WeakMap<StoredRecord, number>();
let nextKey = 0;

function keyOf(record: StoredRecord): number {
  const key = keys.get(record) ?? nextKey++;
  keys.set(record, key);
  return key;
}

interface LineProps {
  readonly record: StoredRecord;
  readonly timeNs: bigint | undefined;
  readonly why: string;
  readonly isOpen: boolean;
  readonly isMarked: boolean;
  readonly onToggle: () => void;
  readonly onId: (id: string) => void;
}

function Line({ record, timeNs, why, isOpen, isMarked, onToggle, onId }: LineProps) {
  const { logs } = useWords();
  const { service, file, level, status, body } = record;
  const text = shownText(body.trim());
  const first = text.split('\n', 1)[0] ?? '';
  const isBad = level === 'error' || level === 'fatal' || (status ?? 0) >= 500;
  return (
    <>
      <button
        type="button"
        className={classes.head}
        aria-expanded={isOpen}
        title={isOpen ? undefined : logs.lines.open}
        data-look={isBad ? 'bad' : level === 'warn' ? 'odd' : undefined}
        data-marked={isMarked || undefined}
        onClick={onToggle}
      >
        <span className={classes.time}>{timeNs === undefined ? logs.lines.noTime : clockText(timeNs)}</span>
        <span className={classes.service} title={shownText(service || file)}>
          {shownText(service || file)}
        </span>
        <span className={classes.level}>{level ?? ''}</span>
        <span className={classes.text}>{first}</span>
      </button>
      {isOpen && (
        <div className={classes.whole}>
          {(text !== first || text.length > FITS_CHARS) && <Body text={text} why={why} />}
          <Facts record={record} onId={onId} />
        </div>
      )}
    </>
  );
}

/** A record's whole text; what says why it failed stands out. */
function Body({ text, why }: { readonly text: string; readonly why: string }) {
  const wanted = shownText(why);
  const at = wanted === '' ? -1 : text.indexOf(wanted);
  return (
    <pre className={classes.body}>
      {at === -1 ? (
        text
      ) : (
        <>
          {text.slice(0, at)}
          <mark className={classes.why}>{wanted}</mark>
          {text.slice(at + wanted.length)}
        </>
      )}
    </pre>
  );
}

/** Where a record stands and what a format read out of it. */
function Facts({ record, onId }: { readonly record: StoredRecord; readonly onId: (id: string) => void }) {
  const { source, region, host, file, line, format, ids, timeNs, fields, peer } = record;
  const place = [source, region, host].filter((part) => part !== '').join(' / ');
  return (
    <div className={classes.facts}>
      <span>
        {shownText(file)}:{line} · {format}
      </span>
      {timeNs !== undefined && <span>{momentText(timeNs)}</span>}
      {place !== '' && <span>{shownText(place)}</span>}
      {peer !== '' && <span>peer={shownText(peer)}</span>}
      {Object.entries(fields).map(([name, value]) => (
        <span key={name}>
          {shownText(name)}={shownText(value)}
        </span>
      ))}
      {ids.map(({ text }) => (
        <button key={text} type="button" className={classes.id} onClick={() => onId(text)}>
          {shownText(text)}
        </button>
      ))}
    </div>
  );
}

/** The time of day in UTC: `09:30:06.888`. */
function clockText(ns: bigint): string {
  return new Date(Number(ns / 1_000_000n)).toISOString().slice(11, 23);
}
