import { type RefObject, useCallback, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Lines that are drawn before and behind the window, so that one who scrolls finds them there. */
const OVERSCAN = 8;

/** So long after the last movement a scroll is over. */
const REST_MS = 150;

/** What of a list stands in its window. */
export interface LinesInWindow {
  /** The first line that is drawn. */
  readonly first: number;
  /** Behind the last one. */
  readonly end: number;
}

/** A window on a long list. */
export interface LineWindow extends LinesInWindow {
  /** CSS pixels that the list has moved up. */
  readonly scrollTop: number;
  readonly isScrolling: boolean;
  /** Brings a line into view by the shortest way. */
  scrollTo(line: number): void;
}

interface LineWindowOptions {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly count: number;
  /** Of a line, and of the head that stands on the first ones, which lie that much lower; CSS pixels. */
  readonly lineHeight: number;
  /** Of the window with the head; CSS pixels. */
  readonly height: number;
}

/**
 * The lines of a list that are in view, and how it is scrolled. All are of one height, so where a line stands is a product: what
 * measures each line takes 100 ms of a page at a million of them, whenever their number changes.
 */
export function useLineWindow({ scroller, count, lineHeight, height }: LineWindowOptions): LineWindow {
  const [{ top, isScrolling }, setScroll] = useState({ top: 0, isScrolling: false });
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    let rest: ReturnType<typeof setTimeout> | undefined;
    const onScroll = (): void => {
      clearTimeout(rest);
      rest = setTimeout(() => setScroll({ top: element.scrollTop, isScrolling: false }), REST_MS);
      // In this frame: in the next one, where they come from would have been empty for a moment.
      flushSync(() => setScroll({ top: element.scrollTop, isScrolling: true }));
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      clearTimeout(rest);
      element.removeEventListener('scroll', onScroll);
    };
  }, [scroller]);
  const scrollTo = useCallback(
    (line: number): void => {
      const element = scroller.current;
      if (element === null) return;
      const first = line * lineHeight;
      const last = (line + 2) * lineHeight - element.clientHeight;
      element.scrollTop = Math.min(first, Math.max(last, element.scrollTop));
    },
    [scroller, lineHeight],
  );
  // A list that became shorter is scrolled back by the browser a moment later.
  const scrollTop = Math.min(top, Math.max(0, (count + 1) * lineHeight - height));
  return { ...linesAt(scrollTop, { count, lineHeight, height }), scrollTop, isScrolling, scrollTo };
}

/** The lines to draw where a list of so many stands. */
export function linesAt(
  scrollTop: number,
  { count, lineHeight, height }: Pick<LineWindowOptions, 'count' | 'lineHeight' | 'height'>,
): LinesInWindow {
  if (height <= 0) return { first: 0, end: 0 };
  return {
    first: Math.max(0, Math.floor(scrollTop / lineHeight) - OVERSCAN),
    end: Math.min(count, Math.ceil((scrollTop + height) / lineHeight) + OVERSCAN),
  };
}
