import { type Flow, type SequenceRow, sequenceOf } from '@harrier/logs/for-pages';
import { useMemo } from 'react';
import { useWords } from '../../words/use-words.ts';
import { shownText } from '../lines/shown-text.ts';
import { useFlowWords } from './flow-words.ts';
import classes from './sequence.module.css';

interface SequenceDiagramProps {
  readonly flow: Flow;
  readonly chosen: number | undefined;
  readonly onHop: (hop: number) => void;
}

/** Wider lanes make the eye travel. */
const MOST_LANE_PX = 360;
/** One service alone still has room for what it says. */
const LEAST_LANES = 3;

/** Services from left to right, calls and answers downwards; each arrow leads to its service's lines. */
export function SequenceDiagram({ flow, chosen, onHop }: SequenceDiagramProps) {
  const { logs } = useWords();
  const words = useFlowWords();
  const { lanes, rows } = useMemo(() => sequenceOf(flow, words), [flow, words]);
  const centreOf = (lane: number): number => ((lane + 0.5) / lanes.length) * 100;
  return (
    <section
      className={classes.diagram}
      aria-label={logs.flow.diagram}
      style={{ maxWidth: `${Math.max(LEAST_LANES, lanes.length) * MOST_LANE_PX}px` }}
    >
      <div className={classes.heads}>
        {lanes.map(({ name, state }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lanes never move
          <div key={at} className={classes.head} data-state={state} title={shownText(name)}>
            <span>{shownText(name)}</span>
          </div>
        ))}
      </div>
      <div className={classes.body}>
        {lanes.map(({ state }, at) => (
          <i
            // biome-ignore lint/suspicious/noArrayIndexKey: lanes never move
            key={at}
            className={classes.line}
            data-state={state}
            style={{ left: `${centreOf(at)}%` }}
          />
        ))}
        {rows.map((row, at) => (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: rows never move
            key={at}
            type="button"
            className={classes.row}
            data-look={row.look}
            data-chosen={(row.hop !== undefined && row.hop === chosen) || undefined}
            title={shownText(row.title)}
            disabled={row.hop === undefined}
            onClick={() => row.hop !== undefined && onHop(row.hop)}
          >
            <Arrow row={row} centreOf={centreOf} />
          </button>
        ))}
      </div>
    </section>
  );
}

function Arrow({
  row: { from, to, text },
  centreOf,
}: {
  readonly row: SequenceRow;
  readonly centreOf: (lane: number) => number;
}) {
  const shown = shownText(text);
  if (from === to) {
    const centre = centreOf(to);
    // A mark beside its lane, to the side that has more room.
    const side = centre <= 50 ? { left: `${centre}%` } : { right: `${100 - centre}%` };
    return (
      <>
        <i className={classes.dot} style={{ left: `${centre}%` }} />
        <span className={classes.mark} data-side={centre <= 50 ? 'right' : 'left'} style={side}>
          {shown}
        </span>
      </>
    );
  }
  const start = Math.min(centreOf(from), centreOf(to));
  const width = Math.abs(centreOf(to) - centreOf(from));
  return (
    <span
      className={classes.arrow}
      data-to={to > from ? 'right' : 'left'}
      style={{ left: `${start}%`, width: `${width}%` }}
    >
      <span className={classes.text}>{shown}</span>
    </span>
  );
}
