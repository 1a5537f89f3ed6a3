import type { ReactNode } from 'react';
import { openKnowledge } from '../knowledge/open-knowledge.ts';
import classes from './details.module.css';

interface ExplainsProps {
  /** A page of the knowledge base; undefined = there is none, and the text stands by itself. */
  readonly topic: string | undefined;
  readonly children: ReactNode;
}

/** A word that is explained: a card on hover and focus, its page at a click. */
export function Explains({ topic, children }: ExplainsProps) {
  if (topic === undefined) return children;
  return (
    <button
      type="button"
      className={classes.explained}
      data-topic={topic}
      onClick={() => openKnowledge(topic)}
    >
      {children}
    </button>
  );
}
