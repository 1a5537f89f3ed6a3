import { timeText } from './time-text.ts';

/** A point in time; the exact one in UTC when pointed at. */
export function When({ ms }: { readonly ms: number }) {
  const exact = new Date(ms).toISOString();
  return (
    <time dateTime={exact} title={exact} style={{ whiteSpace: 'nowrap' }}>
      {timeText(ms)}
    </time>
  );
}
