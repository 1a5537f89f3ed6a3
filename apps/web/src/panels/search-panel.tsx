import { Button, Group, Progress, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { type CaptureTab, useOpenCaptures } from '../captures/open-captures.ts';
import { byteText, countText } from '../captures/quantity.ts';
import { useShownValues } from '../details/values/shown-values.tsx';
import type { Snippet } from '../engine/search/snippet.ts';
import { useWords } from '../words/use-words.ts';
import classes from './side-panel.module.css';
import { useSearch } from './use-search.ts';

export const SEARCH_BOX = 'search-box';
const HIT_HEIGHT = 40;

/** Searches URLs, fields, payloads, responses and messages. Hits come while the file is looked through. */
export function SearchPanel({ tab }: { readonly tab: CaptureTab }) {
  const { bench } = useWords();
  const { words, hits, readBytes, totalBytes, unlisted, isRunning, search, stop } = useSearch(tab);
  const scroller = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState(words);
  const virtualizer = useVirtualizer({
    count: hits.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => HIT_HEIGHT,
    overscan: 4,
  });
  const visible = virtualizer.getVirtualItems().filter(({ index }) => index < hits.length);
  const snippets = useSnippets(tab, words, visible.map(({ index }) => index).join(), hits);
  const select = useOpenCaptures((state) => state.select);
  // Its thread starts while the words are typed.
  useEffect(() => tab.connection.analyst.prepare(), [tab.connection]);
  const found = bench.search.found(countText(hits.length + unlisted));
  return (
    <>
      <form
        className={classes.content}
        style={{ flex: 'none' }}
        onSubmit={(event) => {
          event.preventDefault();
          void search(typed);
        }}
      >
        <Group gap={4} wrap="nowrap">
          <TextInput
            id={SEARCH_BOX}
            size="xs"
            flex={1}
            autoComplete="off"
            spellCheck={false}
            aria-label={bench.search.label}
            placeholder={bench.search.label}
            value={typed}
            onKeyDown={(event) => {
              // Back to the keys of the page.
              if (event.key === 'Escape') event.currentTarget.blur();
            }}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              void search(event.currentTarget.value);
            }}
          />
          {isRunning && (
            <Button size="compact-sm" variant="default" onClick={stop}>
              {bench.search.stop}
            </Button>
          )}
        </Group>
        <Progress
          mt={4}
          size="xs"
          value={totalBytes === 0 ? 0 : (100 * readBytes) / totalBytes}
          aria-label={bench.search.label}
        />
        <Text size="xs" c="dimmed" role="status" data-searched={isRunning ? undefined : words}>
          {words === ''
            ? bench.search.hint
            : isRunning
              ? `${found} · ${byteText(readBytes)} / ${byteText(totalBytes)}`
              : hits.length === 0
                ? bench.search.nothing
                : found}
        </Text>
      </form>
      <div ref={scroller} className={classes.list}>
        <div style={{ position: 'relative', height: virtualizer.getTotalSize() }}>
          {visible.map(({ index, start }) => {
            const hit = hits[index];
            if (hit === undefined) return null;
            const snippet = snippets.get(`${hit.row} ${hit.place}`);
            return (
              <UnstyledButton
                key={`${hit.row} ${hit.place}`}
                className={classes.hit}
                data-hit
                data-selected={tab.selected === hit.row || undefined}
                style={{ transform: `translateY(${start}px)` }}
                onClick={() => select(tab.id, hit.row, evidenceOf(hit.row, snippet))}
              >
                <div className={classes.line}>
                  #{hit.row} {bench.search.places[snippet?.place ?? hit.place]} {snippet?.name}
                </div>
                <div className={classes.snippet}>
                  {snippet !== undefined && <SnippetText snippet={snippet} />}
                </div>
              </UnstyledButton>
            );
          })}
        </div>
      </div>
    </>
  );
}

function SnippetText({ snippet }: { readonly snippet: Snippet }) {
  const { bench } = useWords();
  const { before, found, after, hidden } = snippet;
  if (hidden !== undefined) return <em>{bench.search[hidden]}</em>;
  return (
    <>
      {before.slice(-24)}
      <mark>{found}</mark>
      {after}
    </>
  );
}

/** The place in the entry, as findings name it, so that the details open there. */
function evidenceOf(row: number, snippet: Snippet | undefined) {
  const pointers = {
    url: '/request/url',
    request: '/request/headers',
    requestBody: '/request/postData/text',
    response: '/response/headers',
    responseBody: '/response/content/text',
    messages: '/_webSocketMessages',
    other: '',
  } as const;
  if (snippet === undefined) return undefined;
  return { entry: row, pointer: pointers[snippet.place], role: 'context' } as const;
}

/** What stands around the hits in view. */
function useSnippets(
  tab: CaptureTab,
  words: string,
  visible: string,
  hits: ReturnType<typeof useSearch>['hits'],
): ReadonlyMap<string, Snippet> {
  const unmasked = useShownValues((state) => state.open.has(tab.id));
  const [snippets, setSnippets] = useState<ReadonlyMap<string, Snippet>>(new Map());
  const { connection } = tab;
  // biome-ignore lint/correctness/useExhaustiveDependencies: hits only grow; what is in view tells
  useEffect(() => {
    if (visible === '' || words === '') return;
    let isOld = false;
    const wanted = visible.split(',').flatMap((at) => hits[Number(at)] ?? []);
    const read = async (): Promise<void> => {
      // What is shown is looked through: with its pseudonyms, or without.
      const shown = unmasked ? await connection.engine.wordsInFile(words) : words;
      const told = await connection.analyst.ask((analyst) => analyst.snippets(wanted, shown, unmasked));
      if (isOld) return;
      // By what was asked for: the snippet tells the place more exactly.
      setSnippets(new Map(told.map((snippet, at) => [`${wanted[at]?.row} ${wanted[at]?.place}`, snippet])));
    };
    void read();
    return () => {
      isOld = true;
    };
  }, [connection, words, visible, unmasked]);
  return snippets;
}
