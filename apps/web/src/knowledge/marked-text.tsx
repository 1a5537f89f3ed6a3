import { type Segment, segments } from '@harrier/knowledge/pages';
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

/** What may not begin a line. */
const closing = /^[)\]}.,:;!?）］」』】〉》、。，．：；！？]+/;

/** A page's text with its literals and menu items set apart. */
export function MarkedText({ text, links, of }: MarkedTextProps) {
  const open = useShownTopic((state) => state.open);
  const parts = segments(text);
  const topicOf = (literal: string): string | undefined => {
    const topic = links === 'none' ? undefined : topicOfLiteral(literal);
    return topic === of ? undefined : topic;
  };
  const isLink = (part: Segment | undefined): boolean =>
    part?.kind === 'literal' && topicOf(part.text) !== undefined;
  return parts.map(({ kind, text: part }, at) => {
    // biome-ignore-start lint/suspicious/noArrayIndexKey: pieces of one text never move
    if (kind === 'text') return isLink(parts[at - 1]) ? part.replace(closing, '') : part;
    if (kind === 'menu') return <b key={at}>{part}</b>;
    const topic = topicOf(part);
    if (topic === undefined)
      return (
        <code key={at} translate="no">
          {part}
        </code>
      );
    // A line may break behind any button, but not before what closes.
    return (
      <span key={at} className={classes.unbroken}>
        <button type="button" className={classes.link} onClick={() => open(topic)}>
          <code translate="no">{part}</code>
        </button>
        {parts[at + 1]?.kind === 'text' && closing.exec(parts[at + 1]?.text ?? '')?.[0]}
      </span>
    );
    // biome-ignore-end lint/suspicious/noArrayIndexKey: pieces of one text never move
  });
}
