import { type PointerEvent, useRef } from 'react';
import classes from './splitter.module.css';

interface SplitterProps {
  /** Where the second part stands. */
  readonly side: 'below' | 'right';
  /** Share of the room that the second part takes, 0…1. */
  readonly share: number;
  readonly label: string;
  readonly onChange: (share: number) => void;
}

const STEP = 0.05;
const LEAST = 0.12;
const MOST = 0.85;

/** The edge between two parts of the screen: dragged, or moved with the arrow keys. */
export function Splitter({ side, share, label, onChange }: SplitterProps) {
  const isDragged = useRef(false);
  const change = (wanted: number): void => onChange(Math.max(LEAST, Math.min(MOST, wanted)));
  const onMove = (event: PointerEvent<HTMLDivElement>): void => {
    const room = event.currentTarget.parentElement?.getBoundingClientRect();
    if (!isDragged.current || room === undefined) return;
    change(
      side === 'below'
        ? (room.bottom - event.clientY) / room.height
        : (room.right - event.clientX) / room.width,
    );
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a line cannot be moved
    <div
      role="separator"
      aria-orientation={side === 'below' ? 'horizontal' : 'vertical'}
      aria-label={label}
      aria-valuenow={Math.round(100 * share)}
      aria-valuemin={Math.round(100 * LEAST)}
      aria-valuemax={Math.round(100 * MOST)}
      tabIndex={0}
      className={classes[side]}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        isDragged.current = true;
      }}
      onPointerMove={onMove}
      onPointerUp={() => {
        isDragged.current = false;
      }}
      onKeyDown={(event) => {
        const grows = event.key === 'ArrowUp' || event.key === 'ArrowLeft';
        const shrinks = event.key === 'ArrowDown' || event.key === 'ArrowRight';
        if (!grows && !shrinks) return;
        event.preventDefault();
        event.stopPropagation();
        change(share + (grows ? STEP : -STEP));
      }}
    />
  );
}
