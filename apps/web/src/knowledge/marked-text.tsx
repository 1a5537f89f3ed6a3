import { segments } from '@harrier/knowledge/pages';
import classes from './knowledge.module.css';
import { useShownTopic } from './shown-topic.ts';
import { topicOfLiteral } from './topic-of-literal.ts';

interface MarkedTextProps {
  readonly text: string;
  /** Literals that have pages lead there; where a card is drawn, nothing in it can be reached by keys. */
  readonly links?: 'none';
  /** The page itself, which needs no link to it. */
  readonly of?: string;
}

/** A page's text with its literals and menu items set apart. */
export function MarkedText({ text, links, of }: MarkedTextProps) {
  const open = useShownTopic((state) => state.open);
  return segments(text).map(({ kind, text: part }, at) => {
    // biome-ignore-start lint/suspicious/noArrayIndexKey: pieces of one text never move
    if (kind === 'text') return part;
    if (kind === 'menu') return <b key={at}>{part}</b>;
    const topic = links === 'none' ? undefined : topicOfLiteral(part);
    return topic === undefined || topic === of ? (
      <code key={at} translate="no">
        {part}
      </code>
    ) : (
      <button key={at} type="button" className={classes.link} onClick={() => open(topic)}>
        <code translate="no">{part}</code>
      </button>
    );
    // biome-ignore-end lint/suspicious/noArrayIndexKey: pieces of one text never move
  });
}
