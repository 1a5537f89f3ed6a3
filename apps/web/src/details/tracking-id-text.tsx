import type { FoundTrackingId } from '@harrier/tracking';
import { Fragment } from 'react';
import { type CaptureTab, useOpenCaptures } from '../captures/open-captures.ts';
import { partsOfId } from '../knowledge/parts-of-id.ts';
import { useWords } from '../words/use-words.ts';
import classes from './details.module.css';
import { Masked } from './values/masked.tsx';

interface TrackingIdTextProps {
  readonly tab: CaptureTab;
  readonly text: string;
  readonly ids: readonly FoundTrackingId[];
}

/** A text whose tracking ids stand out; each leads to every request that carries it. */
export function TrackingIdText({ tab, text, ids }: TrackingIdTextProps) {
  const { details } = useWords();
  const ask = useOpenCaptures((state) => state.ask);
  return (
    <>
      {ids.map(({ id, start, end }, at) => (
        <Fragment key={start}>
          <Masked text={text.slice(ids[at - 1]?.end ?? 0, start)} />
          <mark className={classes.mark}>
            <button
              type="button"
              className={classes.link}
              title={details.sameTrackingId}
              onClick={() => void ask(tab.id, { filter: `tracking:${id.text}` })}
            >
              {partsOfId(text.slice(start, end), id).map(({ text: part, topic }) => (
                <span key={topic} data-topic={topic}>
                  {part}
                </span>
              ))}
            </button>
          </mark>
        </Fragment>
      ))}
      <Masked text={text.slice(ids.at(-1)?.end ?? 0)} />
    </>
  );
}
