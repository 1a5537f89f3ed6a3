import type { Exchange } from '../exchange/exchange.ts';
import type { CaptureView, ColumnView } from '../findings/capture-view.ts';
import { oncePerCapture } from '../findings/once-per-capture.ts';
import { mayBePage } from '../findings/row-kinds.ts';
import { hasHashedName } from './hashed-name.ts';

/** A file of a build that the server does not have any more. */
export interface MissingChunk {
  readonly row: number;
  readonly exchange: Exchange;
  /** `gone`: the server says so · `page`: it sends the application's page in its place, with a status of success. */
  readonly how: 'gone' | 'page';
}

/** Scripts and styles that were answered with a page, or what may be one, on the columns alone. */
export const pagesForCode = oncePerCapture((view: ColumnView): readonly number[] => {
  return view.rowsOfKinds(
    (row) =>
      /^(?:script|stylesheet|)$/.test(view.resourceType(row)) &&
      view.mimeType(row).includes('html') &&
      (view.outcome(row) === 'answered' || view.outcome(row) === 'error'),
  );
});

/** Every missing file of a build, in the order in which things happened. */
export function missingChunks(view: CaptureView): MissingChunk[] {
  const gone = view.failures
    .filter(({ reading, exchange }) => reading === 'client' && isGone(exchange))
    .map(({ row, exchange }) => ({ row, exchange, how: 'gone' as const }));
  const pages = pagesForCode(view).flatMap((row) => {
    const exchange = view.exchange(row);
    return exchange !== undefined && hasHashedName(exchange.entry.request.url)
      ? [{ row, exchange, how: 'page' as const }]
      : [];
  });
  return [...gone, ...pages].sort((a, b) => view.position(a.row) - view.position(b.row));
}

function isGone({ entry }: Exchange): boolean {
  const { status } = entry.response;
  return (status === 404 || status === 410) && hasHashedName(entry.request.url);
}

/** Documents are opened to learn where they came from. */
const MAX_DOCUMENTS = 50;

/** Documents of the capture, for rules that ask how a page came to ask for a file that is gone. */
export const documents = oncePerCapture((view: ColumnView): readonly number[] => {
  return view.rowsOfKinds((row) => mayBePage(view, row)).slice(0, MAX_DOCUMENTS);
});

/** The document that asked for a file: the last one of the same host before it. */
export function documentOf(view: CaptureView, row: number): number | undefined {
  return documents(view).findLast(
    (document) =>
      view.position(document) < view.position(row) &&
      view.host(document) === view.host(row) &&
      view.exchange(document)?.entry.resourceType === 'document',
  );
}

/** Whether a service worker answered: DevTools says so in a field of its own. */
export function isFromServiceWorker({ entry }: Exchange): boolean {
  return (
    entry.response.custom._fetchedViaServiceWorker === true || /service-?worker/i.test(entry.fromCache ?? '')
  );
}
