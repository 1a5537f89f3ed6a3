import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { BYTES_PER_LINE, hexLine } from './hex-lines.ts';
import classes from './preview.module.css';

const LINE_HEIGHT = 18;

/** Bytes that are no text, as a dump. */
export function HexView({ bytes }: { readonly bytes: Uint8Array }) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: Math.ceil(bytes.length / BYTES_PER_LINE),
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: 20,
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard
    <section ref={scroller} className={classes.hex} aria-label="hex" tabIndex={0}>
      <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {rows.getVirtualItems().map(({ index, start }) => (
          <div key={index} className={classes.hexLine} style={{ transform: `translateY(${start}px)` }}>
            {hexLine(bytes, index)}
          </div>
        ))}
      </div>
    </section>
  );
}
