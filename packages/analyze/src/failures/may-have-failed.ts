import { mayBeCalledBack } from '../auth/called-back.ts';
import { mayTellOfParts } from '../error-text/batch-items.ts';
import { isBatchUrl } from '../error-text/batch-request.ts';
import { tellsWithoutWords } from '../error-text/extract-error.ts';
import { isJsonType } from '../exchange/body-marks.ts';
import { Sign } from '../exchange/body-words.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { HeadSign } from '../exchange/head-words.ts';
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
  if (mayBeCalledBack(view, row)) return true;
  if (method === 'OPTIONS' || view.capture.producer.id === 'fiddler') return true;
  // Some exporters write an object for `_error`, which the index does not see.
  if (exchange.mentions(HeadSign.error | HeadSign.saml | HeadSign.grpc)) return true;
  if (!writesCorsErrors(view) && exchange.mentions(HeadSign.origin)) return true;
  if (exchange.sentMayHold(Sign.saml)) return true;
  if (view.answerMayHold(row, Sign.saml) && exchange.answerMayHold(Sign.saml)) return true;
  return mayTellOfFailure(view, row, exchange, method);
}

/** Of a long text only the ends were looked through before it was read. */
function isLongWithoutWords(mimeType: string, exchange: Exchange): boolean {
  return isJsonType(mimeType) && !exchange.answerMayHold(Sign.failure);
}

function mayTellOfFailure(view: ColumnView, row: number, exchange: Exchange, method: string): boolean {
  const mimeType = view.mimeType(row);
  // Base64, in which no word is seen.
  if (mimeType.startsWith('application/grpc-web-text')) return true;
  if (!wasLookedThrough(view, row) && !isLongWithoutWords(mimeType, exchange)) {
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
  const { responseText } = exchange;
  if (responseText === undefined) return false;
  if (responseJson(exchange) === undefined) return true;
  // Nobody asks for a batch with these.
  if (method === 'GET' || method === 'HEAD' || !mayTellOfParts(responseText, method)) return false;
  const url = view.url(row);
  const { requestText } = exchange;
  return (
    url === undefined ||
    tellsWithoutWords({
      headers: [],
      request: { method, url, ...(requestText === undefined ? {} : { bodyText: requestText }) },
      status: view.index.columns.status[row] as number,
      mimeType,
      bodyText: responseText,
      bodyJson: () => responseJson(exchange),
    })
  );
}
