import type { Entry } from '@harrier/har';
import type { TraitDimension } from '@harrier/knowledge';
import { fieldValue } from '../exchange/field-value.ts';
import { urlPlace } from '../exchange/path-template.ts';
import { siteOf } from '../findings/relevance.ts';

/** What a request has in each dimension; undefined where it is not known. Never a credential, a query or an id. */
export const traitOf: { readonly [Dimension in TraitDimension]: (entry: Entry) => string | undefined } = {
  template: ({ request }) => `${request.method} ${placeOf(request.url)}`,
  host: ({ request }) => known(urlPlace(request.url).host),
  site: ({ request }) => known(siteOf(urlPlace(request.url).host)),
  region: ({ request }) => regionOf(urlPlace(request.url).host),
  serverIp: ({ serverIPAddress }) => known(serverIPAddress),
  connection: ({ connection }) => known(connection),
  httpVersion: (entry) => (isAnswered(entry) ? known(entry.response.httpVersion)?.toLowerCase() : undefined),
  scheme: ({ request }) => /^[a-z]{2,6}(?=:)/i.exec(request.url)?.[0].toLowerCase(),
  method: ({ request }) => known(request.method),
  resourceType: ({ resourceType }) => known(resourceType),
  mediaType: ({ request }) => known(request.postData?.mimeType.split(';')[0]),
  initiatorType: ({ initiator }) => known(initiator?.type),
  initiator: (entry) => initiatorOf(entry),
  page: ({ pageref }) => known(pageref),
  hour: ({ startEpochMs }) =>
    startEpochMs === undefined ? undefined : `${new Date(startEpochMs).toISOString().slice(0, 13)}Z`,
  idPrefix: ({ request }) =>
    /^[A-Za-z-]{2,20}(?=_)/.exec(fieldValue(request.headers, 'trackingid') ?? '')?.[0],
  authorization: (entry) => sent(entry, fieldValue(entry.request.headers, 'authorization') !== undefined),
  cookies: (entry) =>
    sent(
      entry,
      entry.request.cookies.length > 0 || fieldValue(entry.request.headers, 'cookie') !== undefined,
    ),
  body: ({ request }) => isThere(request.postData !== undefined),
  priority: ({ priority }) => known(priority),
};

function placeOf(url: string): string {
  const { host, path } = urlPlace(url);
  return host + path;
}

/** `cpapi-a.wbx.example` and `idbroker-eu.…`: a short mark at the end of the first label. */
function regionOf(host: string): string | undefined {
  return /^[a-z\d-]{2,60}-([a-z]{1,2}\d?)(?=\.)/.exec(host)?.[1];
}

/** The script that asked, without its query. */
function initiatorOf({ initiator }: Entry): string | undefined {
  const url = initiator?.url ?? initiator?.stack?.callFrames[0]?.url;
  return url === undefined ? undefined : known(placeOf(url));
}

function known(text: string | undefined): string | undefined {
  return text === undefined || text === '' || text.length > 200 ? undefined : text;
}

/** Of a request that broke, browsers record the fields that the page gave, not those that they add themselves. */
function sent(entry: Entry, there: boolean): string | undefined {
  return isAnswered(entry) ? isThere(there) : undefined;
}

function isAnswered({ response }: Entry): boolean {
  return (response.status ?? 0) > 0;
}

function isThere(there: boolean): string {
  return there ? 'yes' : 'no';
}
