import type { Capture, Entry } from '@harrier/har';
import { extractTrackingIds } from '@harrier/tracking';
import { extractError } from '../error-text/extract-error.ts';
import type { ExtractedError } from '../error-text/extracted-error.ts';
import { object } from '../error-text/json-shapes.ts';
import { findOrganisation, type OrganisationRef } from '../organisation/organisation.ts';
import { fieldValue } from './field-value.ts';

/** An opened entry with what its bodies say, for rules and for the table. */
export interface Exchange {
  readonly entry: Entry;
  /** Up to {@link MAX_BODY_BYTES} of it, where it is text. */
  readonly requestText?: string;
  readonly responseText?: string;
  /** Of the answer's text only the beginning was read. */
  readonly isResponseCut?: true;
  readonly error?: ExtractedError;
  /** JSON pointer into the entry to what the exporter wrote of a broken exchange (`Entry.error`). */
  readonly networkErrorPointer?: string;
  readonly trackingId: string | undefined;
  readonly organisation: OrganisationRef | undefined;
}

/** Error bodies are small; of a longer one the beginning says why. */
export const MAX_BODY_BYTES = 256 * 1024;

/** What is known of an answer's body before it is read: `no-error` somebody looked through it for words of errors, and found none. */
export type BodyKnown = 'no-error' | 'nothing';

/** A number that may be a status of HTTP, under whatever name: parts of batches have names in every language. */
const mayBeStatus = /:\s{0,4}"?[45]\d\d\b/;

/** Opens an entry and reads its bodies. */
export async function openExchange(
  capture: Capture,
  row: number,
  known: BodyKnown = 'nothing',
): Promise<Exchange> {
  const entry = await capture.openEntry(row);
  const options = { maxBytes: MAX_BODY_BYTES };
  const requestText =
    entry.request.postData === undefined ? undefined : (await capture.openBody(row, 'request', options)).text;
  const { hasText, file } = entry.response.content;
  // Playwright can keep bodies in files beside the HAR.
  const response =
    hasText || file !== undefined ? await capture.openBody(row, 'response', options) : undefined;
  const responseText = response?.text;
  const { status, headers, content } = entry.response;
  const error = extractError({
    headers,
    request: {
      method: entry.request.method,
      url: entry.request.url,
      ...(requestText === undefined ? {} : { bodyText: requestText }),
    },
    ...(status === undefined ? {} : { status }),
    ...(content.mimeType === undefined ? {} : { mimeType: content.mimeType }),
    ...(responseText === undefined || (known === 'no-error' && !mayBeStatus.test(responseText))
      ? {}
      : { bodyText: responseText }),
    ...(entry.error === undefined ? {} : { error: entry.error }),
  });
  const networkError = entry.error === undefined ? {} : await locateNetworkError(capture, row);
  // Asked for by the few exchanges that findings are about, and by the table.
  const trackingId = once(
    () =>
      extractTrackingIds({
        requestHeaders: entry.request.headers,
        responseHeaders: headers,
        ...(requestText === undefined ? {} : { requestBody: requestText }),
        ...(responseText === undefined ? {} : { responseBody: responseText }),
      }).primary?.id.text,
  );
  const organisation = once(() => {
    const authorization = fieldValue(entry.request.headers, 'authorization');
    return findOrganisation({
      url: entry.request.url,
      ...(authorization === undefined ? {} : { authorization }),
      ...(requestText === undefined ? {} : { requestText }),
      ...(responseText === undefined ? {} : { responseText }),
    });
  });
  return {
    entry,
    ...(requestText === undefined ? {} : { requestText }),
    ...(responseText === undefined ? {} : { responseText }),
    ...(response?.truncated ? { isResponseCut: true as const } : {}),
    ...(error === undefined ? {} : { error }),
    ...networkError,
    get trackingId() {
      return trackingId();
    },
    get organisation() {
      return organisation();
    },
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Where exporters write it, in the order in which `Entry.error` is taken. */
const networkErrorPlaces = [
  ['response', '_error'],
  ['response', '_failureText'],
  ['_error'],
  ['_failureText'],
] as const;

async function locateNetworkError(
  capture: Capture,
  row: number,
): Promise<{ readonly networkErrorPointer?: string }> {
  // Broken exchanges have no body, or the beginning of one; a huge one is not worth parsing for a pointer.
  if ((capture.index.columns.entryLength[row] as number) > MAX_BODY_BYTES) return {};
  const raw = await capture.openRawEntry(row);
  for (const place of networkErrorPlaces) {
    const found = place.reduce<unknown>((value, name) => object(value)?.[name], raw);
    if (found !== undefined && found !== null && found !== '')
      return { networkErrorPointer: `/${place.join('/')}` };
  }
  return {};
}
