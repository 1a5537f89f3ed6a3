import { EntryFlag, NO_RANGE, type ProducerId } from '@harrier/har';
import type { EvidenceKind } from '@harrier/knowledge';
import type { Exchange } from '../exchange/exchange.ts';
import { fieldValue } from '../exchange/field-value.ts';
import { HeadSign } from '../exchange/head-words.ts';
import type { CaptureView, ColumnView } from './capture-view.ts';
import { oncePerCapture } from './once-per-capture.ts';

/** Exporters that write why an exchange broke (`_error`, `_failureText`). Firefox, Safari, Fiddler and Charles do not. */
const tellNetworkErrors: ReadonlySet<ProducerId> = new Set([
  'chrome',
  'edge',
  'opera',
  'chromium',
  'playwright',
  'puppeteer',
  'chrome-har-capturer',
  'capture-har',
  'chrome-har',
  'browsertime',
  'mitmproxy',
  'http-toolkit',
  'harrier',
]);

/** Whether the capture holds a kind of evidence at all; what it does not hold proves nothing by being absent. */
export function holdsEvidence(view: Omit<CaptureView, 'holds'>, evidence: EvidenceKind): boolean {
  switch (evidence) {
    case 'response-bodies':
      return textResponses(view).withText > 0 || textResponses(view).all === 0;
    case 'request-credentials':
      return (
        someMentioning(view, HeadSign.authorization | HeadSign.cookie, carriesStandardCredentials) &&
        keepsFields(view)
      );
    case 'network-errors':
      return (
        tellNetworkErrors.has(view.capture.producer.id) ||
        someRow(view, (row) => ((view.index.columns.flags[row] as number) & EntryFlag.hasError) !== 0)
      );
    case 'timings':
      // Where nothing was answered, there was nothing to time.
      return (
        !someRow(view, (row) => view.outcome(row) === 'answered') ||
        someRow(view, (row) => (view.index.columns.wait[row] as number) > 0)
      );
  }
}

/** Whether a request was exported with what proves who sends it. Chrome leaves these fields out by default since 130. */
export function carriesCredentials(view: Pick<CaptureView, 'exchange'>, row: number): boolean {
  const exchange = view.exchange(row);
  if (exchange?.mentions(credentialSigns) !== true) return false;
  const { request } = exchange.entry;
  return (
    request.cookies.length > 0 ||
    credentialFields.some((name) => (fieldValue(request.headers, name) ?? '') !== '')
  );
}

/**
 * Authorization, Cookie or Set-Cookie: what sanitized exports leave out everywhere, while keys under other names stay in. An export
 * with Set-Cookie would hold Cookie as well.
 */
function carriesStandardCredentials({ entry: { request, response } }: Exchange): boolean {
  return (
    ['authorization', 'cookie'].some((name) => (fieldValue(request.headers, name) ?? '') !== '') ||
    (fieldValue(response.headers, 'set-cookie') ?? '').includes('=')
  );
}

/** One after the other, so that the first one of which it is true is the last to be parsed. */
function someMentioning(
  view: Pick<CaptureView, 'openedRows' | 'exchange'>,
  signs: number,
  test: (exchange: Exchange) => boolean,
): boolean {
  return view.openedRows.some((row) => {
    const exchange = view.exchange(row);
    return exchange?.mentions(signs) === true && test(exchange);
  });
}

/**
 * Whether fields stand where they stood. Our sanitizing replaces credentials by pseudonyms, the same for the same value; a
 * capture with its marker and without any pseudonym was treated by somebody else, too, and may lack more.
 */
function keepsFields(view: Pick<CaptureView, 'openedRows' | 'exchange' | 'capture'>): boolean {
  return !isSanitized(view) || view.openedRows.some((row) => carriesPseudonym(view, row));
}

/** How the pseudonyms of our sanitizing begin: `hx-tok-…`, `hx-ses-…`. */
const pseudonym = /(?:^|[\s=:"])hx-[a-z]{2,5}-/;

function carriesPseudonym(view: Pick<CaptureView, 'exchange'>, row: number): boolean {
  const exchange = view.exchange(row);
  if (exchange === undefined || exchange.head?.includes('hx-') === false) return false;
  const { request, response } = exchange.entry;
  return [
    fieldValue(request.headers, 'authorization'),
    fieldValue(request.headers, 'cookie'),
    fieldValue(response.headers, 'set-cookie'),
  ].some((value) => pseudonym.test(value ?? ''));
}

/** Our own marker: that a credential is not there is never said of a capture that somebody has cleaned. */
export function isSanitized({ capture }: Pick<ColumnView, 'capture'>): boolean {
  const marker = capture.log.custom._harrier;
  return typeof marker === 'object' && marker !== null && 'sanitized' in marker && marker.sanitized === true;
}

/** RFC 9110 §11.6.2, §11.7.2; RFC 6265 §5.4; and the names that services give to keys of their own. */
const credentialFields = ['authorization', 'proxy-authorization', 'cookie', 'x-auth-token', 'x-api-key'];
const credentialSigns = HeadSign.cookie | HeadSign.authorization | HeadSign.key;

interface TextResponses {
  readonly all: number;
  readonly withText: number;
}

/** Answers that should have a text: status 200 to 299 of a textual media type and with some content. */
export const textResponses = oncePerCapture((view: ColumnView): TextResponses => {
  const { columns, length } = view.index;
  let all = 0;
  let withText = 0;
  for (let row = 0; row < length; row++) {
    const status = columns.status[row] as number;
    if (status < 200 || status > 299 || status === 204 || status === 205) continue;
    if (!/^text\/|json|xml|javascript|graphql/.test(view.mimeType(row))) continue;
    if (view.method(row) === 'HEAD' || columns.contentSize[row] === 0) continue;
    all++;
    const isThere =
      columns.contentLength[row] !== NO_RANGE ||
      ((columns.flags[row] as number) & (EntryFlag.bodyInFile | EntryFlag.damaged)) !== 0;
    if (isThere) withText++;
  }
  return { all, withText };
});

function someRow(view: ColumnView, test: (row: number) => boolean): boolean {
  for (let row = 0; row < view.index.length; row++) if (test(row)) return true;
  return false;
}
