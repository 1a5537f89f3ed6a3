import { mayTellOfParts } from '../error-text/batch-items.ts';
import { isBatchUrl } from '../error-text/batch-request.ts';
import { holdsPostData } from '../exchange/content-bytes.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { responseJson } from '../exchange/json-body.ts';
import type { ColumnView } from '../findings/capture-view.ts';
import { wasLookedThrough } from '../findings/looked-through.ts';
import { writesCorsErrors } from './read-cors-failure.ts';

/**
 * Whether an opened exchange may have failed: a look that is quicker than to read how. `false` is certain. Most opened exchanges
 * went well, and are there because some rule looks at how.
 */
export function mayHaveFailed(view: ColumnView, row: number, exchange: Exchange): boolean {
  const status = view.index.columns.status[row] as number;
  const isRedirect = status >= 300 && status < 400 && status !== 304;
  if (view.outcome(row) !== 'answered' || isRedirect || status === 207 || status >= 400) return true;
  const marks = view.marks(row);
  if (marks.failure || marks.broken || marks.saml) return true;
  const method = view.method(row).toUpperCase();
  if (method === 'OPTIONS' || view.capture.producer.id === 'fiddler') return true;
  // Some exporters write an object for `_error`, which the index does not see.
  if (exchange.mentions(someError, 'samlresponse', '"grpc-status"')) return true;
  if (!writesCorsErrors(view) && exchange.mentions('"origin"')) return true;
  const isSifted = wasLookedThrough(view, row) && !holdsPostData(view.index, row);
  if (!isSifted && exchange.bodiesMention('SAMLResponse')) return true;
  return mayTellOfFailure(view, row, exchange, method);
}

/** Chrome writes `null` where there was none. */
const someError = /"_(?:error|failuretext)"\s*:\s*(?!null\b|""|\s)/;

function mayTellOfFailure(view: ColumnView, row: number, exchange: Exchange, method: string): boolean {
  const mimeType = view.mimeType(row);
  if (!wasLookedThrough(view, row)) {
    // A page that was navigated to is what was asked for, whatever it says.
    const isPage = mimeType.includes('html') && view.resourceType(row) === 'document';
    const isTable =
      /^text\/(?:plain|csv|tab-separated-values)/.test(mimeType) && !/^(?:GET|HEAD)$/.test(method);
    return (
      exchange.responseMayBeginWith(isPage ? '[{' : '[{<') ||
      mimeType.startsWith('multipart/') ||
      (isTable && isBatchUrl(exchange.entry.request.url))
    );
  }
  // Nobody asks for a batch with these.
  const isBatch =
    method !== 'GET' && method !== 'HEAD' && mayTellOfParts(exchange.responseText ?? '', method);
  return isBatch || (exchange.responseText !== undefined && responseJson(exchange) === undefined);
}
