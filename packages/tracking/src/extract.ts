import { organisationOfToken } from './tracking-id/credentials.ts';
import { type FindOptions, type FoundTrackingId, findTrackingIds } from './tracking-id/find.ts';
import { callKey, sessionKey } from './tracking-id/keys.ts';
import { parseTrackingIds } from './tracking-id/parse.ts';
import type { TrackingId } from './tracking-id/tracking-id.ts';

/** A header field as any reader has it. RFC 9110 §5. */
export interface NameValue {
  readonly name: string;
  readonly value: string;
}

/** What of an HTTP exchange can hold tracking ids. Bodies as decoded text, where they are at hand. */
export interface ExchangeTexts {
  readonly requestHeaders: readonly NameValue[];
  readonly responseHeaders: readonly NameValue[];
  readonly requestBody?: string;
  readonly responseBody?: string;
}

/** `…-header`: the tracking-id header itself · `…-field`: inside some other header · `…-body`. */
export type ExchangePlace =
  | 'request-header'
  | 'response-header'
  | 'response-body'
  | 'request-body'
  | 'request-field'
  | 'response-field';

/** An id and where the exchange holds it. */
export interface PlacedTrackingId {
  readonly id: TrackingId;
  readonly place: ExchangePlace;
  /** RFC 6901, relative to the HAR entry, e.g. `/request/headers/3/value`. */
  readonly pointer: string;
  /** Offset in the text at `pointer`, in UTF-16 units; undefined where a header was read as a whole. */
  readonly start?: number;
  /** Its place says that it is a tracking id, by header name or by label. */
  readonly labelled: boolean;
}

/**
 * How the answer's id differs from the request's: `service` same call, written by another service ·
 * `call` same session, other counters · `session` another base altogether, so search for both.
 */
export type TrackingIdMismatch = 'service' | 'call' | 'session';

export interface ExchangeTrackingIds {
  /** Each id once per place, the best place first. */
  readonly ids: readonly PlacedTrackingId[];
  /**
   * The id to search for: the request's header, else the response's, else a labelled one in a body.
   * undefined is no fault: clients leave the header out, and preflights never carry it.
   */
  readonly primary?: PlacedTrackingId;
  /** Both headers are there and disagree. */
  readonly mismatch?: TrackingIdMismatch;
}

/** The order of trust; `primary` is the first id, unless that stands in a field or unlabelled in a body. */
const PLACES: readonly ExchangePlace[] = [
  'request-header',
  'response-header',
  'response-body',
  'request-body',
  'request-field',
  'response-field',
];

/** Header fields that carry credentials, whose tails look like ids. */
const CREDENTIAL_FIELD = /^(?:proxy-)?authorization$|^(?:set-)?cookie2?$|token|secret|password|api-?key/;

/** Whether a header field holds a tracking id by its name, in any spelling: `TrackingID`, `X-Tracking-Id` … */
export function isTrackingIdField(name: string): boolean {
  return /tracking[-_]?id$/i.test(name);
}

/** Every tracking id of one exchange, which of them to search for, and whether request and response agree. */
export function extractTrackingIds(exchange: ExchangeTexts, options: FindOptions = {}): ExchangeTrackingIds {
  const organisations = new Set([...(options.organisations ?? []), ...tokenOrganisations(exchange)]);
  const found = [
    ...fromHeaders('request', exchange.requestHeaders, { organisations }),
    ...fromHeaders('response', exchange.responseHeaders, { organisations }),
    ...fromBody('response', exchange.responseBody, { organisations }),
    ...fromBody('request', exchange.requestBody, { organisations }),
  ];
  const ids = PLACES.flatMap((place) => oncePerPlace(found.filter((one) => one.place === place)));
  const request = ids.find((one) => one.place === 'request-header');
  const response = ids.find((one) => one.place === 'response-header');
  const primary = request ?? response ?? ids.find((one) => one.labelled) ?? ids.find(isInBody);
  const mismatch = request && response && compareIds(request.id, response.id);
  return { ids, ...(primary && { primary }), ...(mismatch && { mismatch }) };
}

/** How two ids of one exchange differ; undefined = they do not. */
export function compareIds(request: TrackingId, response: TrackingId): TrackingIdMismatch | undefined {
  if (sessionKey(request) !== sessionKey(response)) return 'session';
  if (callKey(request) !== callKey(response)) return 'call';
  return request.prefix.toLowerCase() === response.prefix.toLowerCase() ? undefined : 'service';
}

function fromHeaders(
  side: 'request' | 'response',
  fields: readonly NameValue[],
  options: FindOptions,
): PlacedTrackingId[] {
  const own: PlacedTrackingId[] = [];
  const others: PlacedTrackingId[] = [];
  fields.forEach(({ name, value }, index) => {
    const pointer = `/${side}/headers/${index}/value`;
    if (isTrackingIdField(name)) {
      // A relative such as `X-Tracking-Id` may be somebody else's; the plain name goes first.
      const list = name.toLowerCase() === 'trackingid' ? own : others;
      for (const id of parseTrackingIds(value))
        list.push({ id, place: `${side}-header`, pointer, labelled: true });
    } else if (!CREDENTIAL_FIELD.test(name.toLowerCase())) {
      others.push(...findTrackingIds(value, options).map((one) => placed(one, `${side}-field`, pointer)));
    }
  });
  return [...own, ...others];
}

function fromBody(
  side: 'request' | 'response',
  text: string | undefined,
  options: FindOptions,
): PlacedTrackingId[] {
  if (text === undefined) return [];
  const pointer = side === 'request' ? '/request/postData/text' : '/response/content/text';
  const found = findTrackingIds(text, options);
  // A labelled id is the body's own; the others may be quoted from anywhere.
  return [...found.filter((one) => one.labelled), ...found.filter((one) => !one.labelled)].map((one) =>
    placed(one, `${side}-body`, pointer),
  );
}

function placed(found: FoundTrackingId, place: ExchangePlace, pointer: string): PlacedTrackingId {
  return { id: found.id, place, pointer, start: found.start, labelled: found.labelled };
}

function oncePerPlace(ids: readonly PlacedTrackingId[]): PlacedTrackingId[] {
  const seen = new Set<string>();
  return ids.filter(({ id }) => {
    const folded = id.text.toLowerCase();
    if (seen.has(folded)) return false;
    seen.add(folded);
    return true;
  });
}

function isInBody(one: PlacedTrackingId): boolean {
  return one.place === 'response-body' || one.place === 'request-body';
}

function tokenOrganisations(exchange: ExchangeTexts): string[] {
  return exchange.requestHeaders.flatMap((field) => {
    const organisation =
      field.name.toLowerCase() === 'authorization' ? organisationOfToken(field.value) : undefined;
    return organisation === undefined ? [] : [organisation];
  });
}
