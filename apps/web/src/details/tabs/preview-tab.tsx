import { BodyPreview } from '../../preview/body-preview.tsx';
import { useWords } from '../../words/use-words.ts';
import type { TabProps } from '../entry-view.ts';
import { MoreOfIt } from '../more-of-it.tsx';
import { useBody } from '../use-body.ts';

/** The answer's body in a readable form. */
export function PreviewTab(props: TabProps) {
  const { details } = useWords();
  const { body, more } = useBody(props, 'response');
  if (body === undefined) return <p aria-busy>{details.reading}</p>;
  return (
    <>
      <MoreOfIt more={more} />
      <BodyPreview body={body} atEpochMs={props.entry.startEpochMs} />
    </>
  );
}
