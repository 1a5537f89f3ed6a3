import { Button, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useLanguage, useWords } from '../words/use-words.ts';
import classes from './knowledge.module.css';
import { PageView } from './page-view.tsx';
import { type FoundPage, type PageIndex, pageIndex } from './search-pages.ts';
import { useShownTopic } from './shown-topic.ts';
import { useTopic } from './use-topic.ts';

export const KNOWLEDGE_BOX = 'knowledge-box';

const FIRST_TOPIC = 'read';

/** Search, topics and one page. `beside`: the topics stay in view beside the page. */
export function KnowledgeReader({ layout }: { readonly layout: 'narrow' | 'beside' }) {
  const { knowledgeBase: words } = useWords();
  const { language } = useLanguage();
  const { topic: asksFor, trail, open, back } = useShownTopic();
  // Where there is room for a page, one is there.
  const topic = asksFor ?? (layout === 'beside' ? FIRST_TOPIC : undefined);
  const [asked, setAsked] = useState('');
  const index = useIndex();
  const read = useTopic(topic);
  const scroller = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page begins at its top
  useEffect(() => {
    if (scroller.current !== null) scroller.current.scrollTop = 0;
  }, [topic]);
  const topicsSide = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is drawn again with each topic
  useEffect(() => {
    topicsSide.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [topic, index, asked]);
  const choose = (next: string): void => {
    setAsked('');
    open(next);
  };
  /** Typed faster than the pages were loaded. */
  const chooseFirst = async (): Promise<void> => {
    const [first] = (await pageIndex(language)).find(asked);
    if (first !== undefined) choose(first.topic);
  };
  const isAsking = asked.trim() !== '';
  const list = isAsking ? (
    <Results pages={index?.find(asked)} onChoose={choose} />
  ) : (
    <Topics index={index} shown={topic} onChoose={choose} />
  );
  const page =
    topic === undefined ? null : read === 'not-there' ? (
      <Text p="md">{words.unknown(topic.replace(/^\w+\//, ''))}</Text>
    ) : read === undefined ? (
      <Text p="md" c="dimmed">
        {words.loading}
      </Text>
    ) : (
      <PageView topic={read} language={language} />
    );
  const isListShown = layout === 'beside' || isAsking || topic === undefined;
  return (
    <div className={layout === 'beside' ? classes.beside : classes.narrow}>
      <div className={classes.listSide} data-alone={(layout === 'narrow' && isListShown) || undefined}>
        <div className={classes.search}>
          <TextInput
            id={KNOWLEDGE_BOX}
            size="xs"
            type="search"
            autoComplete="off"
            spellCheck={false}
            aria-label={words.search}
            placeholder={words.search}
            value={asked}
            onChange={(event) => setAsked(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setAsked('');
              if (event.key === 'Enter') void chooseFirst();
            }}
          />
          {!isAsking && asksFor !== undefined && (
            <div className={classes.ways}>
              <Button size="compact-xs" variant="default" disabled={trail.length === 0} onClick={back}>
                ← {words.back}
              </Button>
              {layout === 'narrow' && (
                <Button size="compact-xs" variant="default" onClick={() => open(undefined)}>
                  {words.topics}
                </Button>
              )}
            </div>
          )}
        </div>
        {isListShown && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
          <nav ref={topicsSide} className={classes.list} aria-label={words.topics} tabIndex={0}>
            {list}
          </nav>
        )}
      </div>
      {(layout === 'beside' || !isListShown) && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
        <div ref={scroller} className={classes.pageSide} tabIndex={0}>
          {page}
        </div>
      )}
    </div>
  );
}

function useIndex(): PageIndex | undefined {
  const { language } = useLanguage();
  const [index, setIndex] = useState<PageIndex>();
  useEffect(() => {
    let isOld = false;
    void pageIndex(language).then((built) => {
      if (!isOld) setIndex(built);
    });
    return () => {
      isOld = true;
    };
  }, [language]);
  return index;
}

interface ListProps {
  readonly onChoose: (topic: string) => void;
}

function Results({ pages, onChoose }: ListProps & { readonly pages: readonly FoundPage[] | undefined }) {
  const { knowledgeBase: words } = useWords();
  if (pages === undefined) return <Text c="dimmed">{words.loading}</Text>;
  if (pages.length === 0) return <Text role="status">{words.nothing}</Text>;
  return pages.map(({ topic, title, lead, group }) => (
    <UnstyledButton key={topic} className={classes.result} onClick={() => onChoose(topic)}>
      <b>{title}</b> <span className={classes.group}>{group}</span>
      <span className={classes.shortLead}>{lead}</span>
    </UnstyledButton>
  ));
}

function Topics({
  index,
  shown,
  onChoose,
}: ListProps & { readonly index: PageIndex | undefined; readonly shown: string | undefined }) {
  const pageButton = ({ topic, title, isLiteral }: FoundPage) => (
    <UnstyledButton
      key={topic}
      className={classes.topic}
      aria-current={topic === shown ? 'page' : undefined}
      translate={isLiteral ? 'no' : 'yes'}
      onClick={() => onChoose(topic)}
    >
      {title}
    </UnstyledButton>
  );
  return index?.groups.map(({ group, title, pages }) =>
    pages.length === 1 ? (
      <div key={group} className={classes.only}>
        {pages.map(pageButton)}
      </div>
    ) : (
      <details key={group} open={shown !== undefined && shown.split(/[/#]/)[0] === group}>
        <summary>
          {title} <span className={classes.group}>{pages.length}</span>
        </summary>
        {pages.map(pageButton)}
      </details>
    ),
  );
}
