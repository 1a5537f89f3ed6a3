import type { ExchangeFacts } from '../../finding/finding-facts.ts';
import { place } from '../../finding/place.ts';

export const request = (facts: ExchangeFacts) =>
  facts.count === 1 ? place(facts) : `${place(facts)} (and ${facts.count - 1} more like it)`;

export const quote = (text: string) => `“${text}”`;

export const search = ({ trackingId }: { readonly trackingId?: string }) =>
  trackingId === undefined ? '' : `; search the logs for ${trackingId}`;

export const said = (errorText: string | undefined, bodyMissing: boolean) => {
  if (errorText !== undefined) return `: ${quote(errorText)}`;
  return bodyMissing
    ? ', and the capture does not hold the body that would say why'
    : ', without giving a reason';
};

export const searchStep = ({ trackingId }: { readonly trackingId?: string }) =>
  trackingId === undefined
    ? 'There is no tracking id: search the service’s logs by time, host and path.'
    : `Search the logs of all services for ${trackingId}.`;

/** `1 byte`, `900 bytes`; a text is a number as it is shown. */
export const bytes = (count: number | string) => (String(count) === '1' ? '1 byte' : `${count} bytes`);
