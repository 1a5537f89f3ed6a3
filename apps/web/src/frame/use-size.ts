import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** An element, and its size in CSS pixels. */
interface SizedElement<Sized extends Element> {
  readonly ref: RefObject<Sized | null>;
  readonly width: number;
  readonly height: number;
}

/**
 * The size of an element, borders included. It is known before the element is first shown, and told on in the frame in which it
 * changes: whoever only observes draws for a size of nothing at first, and two frames later what a person waits for.
 */
export function useSize<Sized extends Element>(): SizedElement<Sized> {
  const ref = useRef<Sized>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const measure = (): void => {
      const { width, height } = element.getBoundingClientRect();
      setSize((known) => (known.width === width && known.height === height ? known : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, ...size };
}
