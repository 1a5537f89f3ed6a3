import type { Exchange } from '../exchange/exchange.ts';
import { fieldValue } from '../exchange/field-value.ts';
import type { CaptureView, ColumnView } from '../findings/capture-view.ts';

const MAX_DOCUMENTS = 60;

/** Rows of documents, whose header fields say what their pages may load. */
export function documentRows(view: ColumnView): readonly number[] {
  const { status } = view.index.columns;
  return view
    .rowsOfKinds((row) => view.resourceType(row) === 'document' && (status[row] as number) < 300)
    .slice(0, MAX_DOCUMENTS);
}

/**
 * The document on whose page a request was made: the last one before it, of the origin that the request names where it
 * names one. undefined where the capture holds none.
 */
export function pageOf(view: CaptureView, row: number): Exchange | undefined {
  const request = view.exchange(row)?.entry.request;
  const named =
    request === undefined
      ? undefined
      : originOf(fieldValue(request.headers, 'origin') ?? fieldValue(request.headers, 'referer') ?? '');
  const before = documentRows(view).filter(
    (other) =>
      other !== row && view.position(other) < view.position(row) && view.outcome(other) === 'answered',
  );
  const documents = before.flatMap((other) => view.exchange(other) ?? []);
  return documents.findLast(({ entry }) => named === undefined || originOf(entry.request.url) === named);
}

/** `https://host:port`, lower case; undefined where the text is no URL. */
export function originOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { origin } = new URL(url);
  return origin === 'null' ? undefined : origin;
}
