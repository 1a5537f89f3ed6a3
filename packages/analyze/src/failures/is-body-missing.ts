import type { Exchange } from '../exchange/exchange.ts';

/** The answer had a body that may say why, and the capture does not hold it. */
export function isBodyMissing({ entry, error }: Exchange): boolean {
  const { content } = entry.response;
  if (error !== undefined && error.family !== 'network') return false;
  return (
    !content.hasText &&
    content.file === undefined &&
    content.absent !== 'no-body' &&
    content.absent !== 'failed'
  );
}
