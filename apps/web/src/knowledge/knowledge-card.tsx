import type { Block } from '@harrier/knowledge/pages';
import { Kbd } from '@mantine/core';
import { useLayoutEffect, useRef, useState } from 'react';
import { useWords } from '../words/use-words.ts';
import classes from './knowledge.module.css';
import { MarkedText } from './marked-text.tsx';
import { useTopic } from './use-topic.ts';

export const CARD = 'knowledge-card';
/** Between a card and what it explains, and between a card and the edge of the window, pixels. */
const GAP = 4;
const EDGE = 8;

interface KnowledgeCardProps {
  readonly topic: string;
  readonly anchor: Element;
  readonly onOpen: () => void;
}

/** What a name means, beside it: the page's answer and the one thing more that helps. A click leads to the page. */
export function KnowledgeCard({ topic, anchor, onOpen }: KnowledgeCardProps) {
  const { knowledgeBase } = useWords();
  const read = useTopic(topic);
  const card = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ readonly left: number; readonly top: number }>();
  const isShown = read !== undefined && read !== 'not-there';
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text has another height
  useLayoutEffect(() => {
    if (card.current === null) return;
    const { left, top, bottom } = anchor.getBoundingClientRect();
    const { width, height } = card.current.getBoundingClientRect();
    const below = bottom + GAP;
    const fitsBelow = below + height <= innerHeight - EDGE;
    setPlace({
      left: Math.max(EDGE, Math.min(left, innerWidth - width - EDGE)),
      top: fitsBelow ? below : Math.max(EDGE, top - GAP - height),
    });
  }, [anchor, read]);
  if (!isShown) return null;
  const { page, part } = read;
  const more = part === undefined ? page.blocks.find(isHelpful) : undefined;
  return (
    <div
      ref={card}
      id={CARD}
      role="tooltip"
      className={classes.card}
      style={{ ...place, visibility: place === undefined ? 'hidden' : 'visible' }}
    >
      <button type="button" tabIndex={-1} onClick={onOpen}>
        <span className={classes.cardTitle}>
          <span>
            <MarkedText text={page.title} links="none" />
          </span>
          <span className={classes.group}>
            {knowledgeBase.wholePage} <Kbd size="xs">I</Kbd>
          </span>
        </span>
        <span className={classes.cardLead}>
          <MarkedText text={part ?? page.lead} links="none" />
        </span>
        {more !== undefined && (
          <span className={classes.cardMore}>
            <b>{more.heading}</b> <MarkedText text={more.text} links="none" />
          </span>
        )}
      </button>
    </div>
  );
}

/** What to do, or what to watch out for. */
function isHelpful(block: Block): block is Extract<Block, { kind: 'text' }> {
  return block.kind === 'text';
}
