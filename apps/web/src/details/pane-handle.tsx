import { useLocalStorage } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { useWords } from '../words/use-words.ts';
import classes from './details.module.css';

/** Share of the window's height, in percent. */
const LEAST = 15;
const MOST = 85;
const USUAL = 42;
const STEP = 5;

/** The upper edge of the pane: drawn with the pointer or with the arrow keys, and remembered. */
export function PaneHandle() {
  const { details } = useWords();
  const handle = useRef<HTMLHRElement>(null);
  const [height, setHeight] = useLocalStorage({ key: 'harrier.details-height', defaultValue: USUAL });
  const choose = (percent: number): void => setHeight(Math.round(Math.min(MOST, Math.max(LEAST, percent))));
  useEffect(() => {
    const pane = handle.current?.parentElement;
    if (pane !== null && pane !== undefined) pane.style.setProperty('--details-height', `${height}%`);
  }, [height]);
  return (
    <hr
      ref={handle}
      className={classes.handle}
      tabIndex={0}
      aria-label={details.paneHeight}
      aria-orientation="horizontal"
      aria-valuenow={height}
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      onKeyDown={(event) => {
        if (event.key === 'ArrowUp') choose(height + STEP);
        else if (event.key === 'ArrowDown') choose(height - STEP);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId))
          choose(100 * (1 - event.clientY / window.innerHeight));
      }}
    />
  );
}
