import { Button, Group, Text, TextInput } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import { countText } from '../captures/quantity.ts';
import { Masked } from '../details/values/masked.tsx';
import { useWords } from '../words/use-words.ts';
import { type TreeLine, treeLines } from './json-lines.ts';
import { jsonPath, readJson } from './json-nodes.ts';
import classes from './preview.module.css';

const LINE_HEIGHT = 20;
/** Taller trees scroll inside themselves, so that only what is in view is drawn. */
const MAX_LINES_IN_VIEW = 24;

interface JsonTreeProps {
  readonly text: string;
  readonly label: string;
  /** Fills what room there is instead of growing with its content. */
  readonly fills?: boolean;
}

/** JSON as a tree that opens and closes, with a search and the path to what is chosen. Nothing where the text is no JSON. */
export function JsonTree({ text, label, fills = false }: JsonTreeProps) {
  const { details } = useWords();
  const root = useMemo(() => readJson(text), [text]);
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<string>();
  const scroller = useRef<HTMLDivElement>(null);
  const { lines, found } = useMemo(
    () => (root === undefined ? { lines: [], found: 0 } : treeLines(root, toggled, search)),
    [root, toggled, search],
  );
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: 10,
  });
  if (root === undefined) return null;
  const line = lines.find(({ id }) => id === chosen);
  const toggle = (id: string): void => {
    const next = new Set(toggled);
    if (!next.delete(id)) next.add(id);
    setToggled(next);
  };
  const move = (step: number): void => {
    const at = lines.findIndex(({ id }) => id === chosen);
    const next = Math.min(lines.length - 1, Math.max(0, at + step));
    setChosen(lines[next]?.id);
    rows.scrollToIndex(next);
  };
  const height = fills ? undefined : Math.min(lines.length, MAX_LINES_IN_VIEW) * LINE_HEIGHT;
  const isShort = !fills && search === '' && lines.length < 8;
  return (
    <div className={fills ? classes.fillingTree : classes.tree}>
      {!isShort && (
        <Group gap="xs" wrap="nowrap" mb={2}>
          <TextInput
            size="xs"
            w={220}
            aria-label={details.search}
            placeholder={details.search}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
          {search !== '' && (
            <Text size="xs" c="dimmed">
              {details.found(countText(found))}
            </Text>
          )}
          <Text size="xs" c="dimmed" truncate flex={1} ff="monospace">
            {line === undefined ? label : jsonPath(line.path)}
          </Text>
          {line !== undefined && (
            <>
              <CopyText label={details.copyPath} text={jsonPath(line.path)} />
              <CopyText label={details.copyValue} text={line.node.text || line.closed} />
            </>
          )}
        </Group>
      )}
      <div
        ref={scroller}
        className={classes.treeLines}
        style={{ height }}
        role="tree"
        aria-label={label}
        tabIndex={0}
        onKeyDown={(event) => {
          const open = line?.isOpen ?? false;
          if (event.key === 'ArrowDown') move(1);
          else if (event.key === 'ArrowUp') move(-1);
          else if (line !== undefined && event.key === 'ArrowRight' && !open && line.closed !== '')
            toggle(line.id);
          else if (line !== undefined && event.key === 'ArrowLeft' && open) toggle(line.id);
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      >
        <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const shown = lines[index] as TreeLine;
            return (
              <div
                key={shown.id}
                role="treeitem"
                aria-level={shown.path.length + 1}
                aria-selected={shown.id === chosen}
                {...(shown.closed === '' ? {} : { 'aria-expanded': shown.isOpen })}
                tabIndex={-1}
                className={shown.id === chosen ? classes.chosenLine : classes.line}
                style={{
                  transform: `translateY(${start}px)`,
                  paddingInlineStart: 14 * Math.min(shown.path.length, 40),
                }}
                onClick={() => {
                  setChosen(shown.id);
                  if (shown.closed !== '') toggle(shown.id);
                }}
                onKeyDown={() => {}}
              >
                <Line line={shown} />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

function Line({ line: { node, closed, isOpen, isFound } }: { readonly line: TreeLine }) {
  const key = node.key === undefined ? '' : typeof node.key === 'number' ? `${node.key}` : node.key;
  return (
    <>
      <span className={classes.twist} aria-hidden>
        {closed === '' ? '' : isOpen ? '▾' : '▸'}
      </span>
      {key !== '' && (
        <span className={isFound ? classes.foundKey : classes.key}>
          {key}
          {': '}
        </span>
      )}
      {closed === '' ? (
        <span className={classes[node.kind]}>
          {node.kind === 'string' ? (
            <>
              "<Masked text={node.text} />"
            </>
          ) : (
            node.text
          )}
        </span>
      ) : (
        <span className={classes.closed}>{isOpen ? (node.kind === 'array' ? '[' : '{') : closed}</span>
      )}
    </>
  );
}

function CopyText({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <Button size="compact-xs" variant="default" onClick={() => void navigator.clipboard.writeText(text)}>
      {label}
    </Button>
  );
}
