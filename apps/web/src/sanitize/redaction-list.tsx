import type { Redaction } from '@harrier/sanitize';
import { Group, Select, Text, TextInput } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { CaptureTab } from '../captures/open-captures.ts';
import { countText } from '../captures/quantity.ts';
import { Masked } from '../details/values/masked.tsx';
import type { RedactionContext } from '../engine/sanitize/find-and-replace.ts';
import { useWords } from '../words/use-words.ts';
import classes from './sanitize.module.css';

const ROW_HEIGHT = 56;

interface RedactionListProps {
  readonly tab: CaptureTab;
  readonly redactions: readonly Redaction[];
  /** How many there were; the list may hold the first of them. */
  readonly count: number;
}

/** Every place: where it is, what stood there without the value, and what stands there now. */
export function RedactionList({ tab, redactions, count }: RedactionListProps) {
  const { sanitize: words } = useWords();
  const [kind, setKind] = useState<string | null>(null);
  const [search, setSearch] = useState('');
  const scroller = useRef<HTMLDivElement>(null);
  const kinds = useMemo(() => [...new Set(redactions.map((one) => one.kind))].sort(), [redactions]);
  const wanted = search.trim().toLowerCase();
  const shown = useMemo(
    () =>
      redactions.filter(
        (one) =>
          (kind === null || one.kind === kind) &&
          `${one.pointer} ${one.rule} ${words.kinds[one.kind]} ${one.pseudonym} ${one.inside.join(' ')}`
            .toLowerCase()
            .includes(wanted),
      ),
    [redactions, kind, wanted, words],
  );
  const rows = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 5,
  });
  if (redactions.length === 0) return null;
  return (
    <section className={classes.redactions} aria-label={words.redactions}>
      <Group gap="sm" my={4}>
        <Text fw={600}>{words.redactions}</Text>
        <Select
          size="xs"
          aria-label={words.kind}
          placeholder={words.everyKind}
          clearable
          data={kinds.map((one) => ({ value: one, label: words.kinds[one] }))}
          value={kind}
          onChange={setKind}
        />
        <TextInput
          size="xs"
          aria-label={words.searchPlaces}
          placeholder={words.searchPlaces}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <Text size="xs" c="dimmed">
          {countText(shown.length)} / {countText(redactions.length)}
          {redactions.length < count && ` · ${words.onlyFirst(countText(redactions.length))}`}
        </Text>
      </Group>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard */}
      <div ref={scroller} className={classes.scroller} tabIndex={0}>
        <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
          {rows.getVirtualItems().map(({ index, start }) => (
            <Place
              key={`${shown[index]?.pointer} ${shown[index]?.pseudonym} ${index}`}
              tab={tab}
              redaction={shown[index] as Redaction}
              top={start}
            />
          ))}
        </div>
      </div>
    </section>
  );
}

interface PlaceProps {
  readonly tab: CaptureTab;
  readonly redaction: Redaction;
  readonly top: number;
}

function Place({ tab, redaction, top }: PlaceProps) {
  const { sanitize: words } = useWords();
  const { entry, pointer, inside, kind, rule, length, pseudonym } = redaction;
  const context = useContext(tab, redaction);
  const where = pointer.replace(/^\/log\/entries\/\d+/, '');
  const dots = '•'.repeat(Math.min(length ?? 8, 24));
  return (
    <div className={classes.place} style={{ transform: `translateY(${top}px)`, height: ROW_HEIGHT }}>
      <Text size="xs" c="dimmed" truncate>
        {entry === undefined ? '' : `#${entry} `}
        {where}
        {inside.length > 0 && ` › ${inside.join(' › ')}`} · {words.kinds[kind]} · {rule}
      </Text>
      <Text size="xs" truncate className={classes.before}>
        <b aria-hidden>−</b> <span className={classes.label}>{words.before}</span> {tail(context?.before)}
        <span className={classes.value}>{dots}</span>
        {length === undefined ? '' : ` ${words.characters(length)} `}
        {context?.after}
      </Text>
      <Text size="xs" truncate className={classes.after} component="div">
        <b aria-hidden>+</b> <span className={classes.label}>{words.after}</span> {tail(context?.before)}
        <Masked text={pseudonym} />
        {context?.after}
      </Text>
    </div>
  );
}

/** The nearest of what stands before, so that the value is in sight. */
function tail(text = ''): string {
  return text.length > 40 ? `…${text.slice(-40)}` : text;
}

function useContext({ connection }: CaptureTab, redaction: Redaction): RedactionContext | undefined {
  const [context, setContext] = useState<RedactionContext>();
  useEffect(() => {
    let isOld = false;
    void connection.engine.redactionContext(redaction).then((found) => {
      if (!isOld) setContext(found);
    });
    return () => {
      isOld = true;
    };
  }, [connection, redaction]);
  return context;
}
