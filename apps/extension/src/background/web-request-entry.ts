import type { RequestDetails } from '../browser-api/extension-api.ts';

/** One request as `webRequest` told of it. */
export interface SeenRequest {
  readonly key: string;
  readonly begun: RequestDetails;
  readonly pageId: string | undefined;
  sent?: RequestDetails;
  received?: RequestDetails;
  /** Completed, failed or redirected; absent: still open. */
  ended?: RequestDetails;
  readonly pieces: Uint8Array[];
  /** Settles when no more of the body comes. */
  bodyRead: Promise<void>;
  /** The body was too large, or there was no room for it. */
  isBodyLeft?: boolean;
  /** The recording was over before the last piece came. */
  isBodyCut?: boolean;
}

type HeaderList = RequestDetails['requestHeaders'];

/** HAR 1.2 entry of what `webRequest` tells; what it does not tell is said to be unknown (-1). */
export function webRequestEntry(seen: SeenRequest, nowMs: number): object {
  const { begun, sent, received, ended, pageId } = seen;
  const sentMs = sent?.timeStamp ?? begun.timeStamp;
  const answeredMs = received?.timeStamp ?? ended?.timeStamp;
  const endMs = ended?.timeStamp ?? nowMs;
  const isPending = ended === undefined;
  const wait = answeredMs === undefined ? 0 : Math.max(0, answeredMs - sentMs);
  const blocked = Math.max(0, (received === undefined ? endMs : sentMs) - begun.timeStamp);
  const receive = received === undefined ? 0 : Math.max(0, endMs - received.timeStamp);
  const isSilent = isPending && received === undefined;
  return {
    ...(pageId === undefined ? {} : { pageref: pageId }),
    startedDateTime: new Date(begun.timeStamp).toISOString(),
    time: isSilent ? 0 : blocked + (received === undefined ? 0 : wait) + receive,
    request: requestOf(seen),
    response: responseOf(seen),
    cache: {},
    timings: isSilent
      ? { blocked: -1, dns: -1, connect: -1, ssl: -1, send: 0, wait: 0, receive: 0 }
      : { blocked, dns: -1, connect: -1, ssl: -1, send: 0, wait: received === undefined ? 0 : wait, receive },
    ...(received?.ip ? { serverIPAddress: received.ip } : {}),
    _resourceType: resourceTypes[begun.type] ?? begun.type,
    ...(begun.originUrl === undefined ? {} : { _initiator: { type: 'other', url: begun.originUrl } }),
    ...(ended?.fromCache ? { _fromCache: 'disk' } : {}),
    ...(isPending ? { _pending: true, _pendingMs: nowMs - begun.timeStamp } : {}),
  };
}

function requestOf({ begun, sent }: SeenRequest): object {
  const headers = fieldsOf(sent?.requestHeaders);
  const text = bodyText(begun.requestBody);
  const url = begun.url.split('#', 1)[0] ?? '';
  const query = url.includes('?') ? url.slice(url.indexOf('?') + 1) : '';
  const mimeType = headers.find(({ name }) => name.toLowerCase() === 'content-type')?.value ?? '';
  return {
    method: begun.method,
    url,
    httpVersion: '',
    headers,
    queryString: query === '' ? [] : query.split('&').map(pairOf),
    cookies: [],
    headersSize: -1,
    bodySize: text === undefined ? 0 : new TextEncoder().encode(text).length,
    ...(text === undefined ? {} : { postData: { mimeType, text } }),
  };
}

function responseOf({ received, ended, pieces, isBodyLeft, isBodyCut }: SeenRequest): object {
  const headers = fieldsOf(received?.responseHeaders);
  const fieldOf = (wanted: string) => headers.find(({ name }) => name.toLowerCase() === wanted)?.value ?? '';
  const [, httpVersion = '', statusText = ''] =
    /^(HTTP\/[\d.]+) \d+ ?(.*)$/.exec(received?.statusLine ?? '') ?? [];
  const size = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const mimeType = fieldOf('content-type');
  return {
    status: received?.statusCode ?? ended?.statusCode ?? 0,
    statusText,
    httpVersion,
    headers,
    cookies: [],
    content: {
      size,
      mimeType: mimeType || 'x-unknown',
      ...contentText(pieces, mimeType, isBodyLeft === true),
      ...(isBodyCut && !isBodyLeft ? { comment: 'The recording ended before the whole body had come.' } : {}),
    },
    redirectURL: ended?.redirectUrl ?? fieldOf('location'),
    headersSize: -1,
    bodySize: -1,
    ...(ended?.error === undefined ? {} : { _error: ended.error }),
  };
}

function contentText(pieces: readonly Uint8Array[], mimeType: string, isLeft: boolean): object {
  if (isLeft) return { comment: 'The body is larger than the recording takes.' };
  if (pieces.length === 0) return {};
  const isText = /^text\/|json|xml|javascript|graphql|x-www-form-urlencoded/i.test(mimeType);
  const charset = /charset="?([\w-]+)/i.exec(mimeType)?.[1]?.toLowerCase() ?? 'utf-8';
  const bytes = joined(pieces);
  if (isText && (charset === 'utf-8' || charset === 'us-ascii')) {
    try {
      return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
    } catch {
      // Not what it calls itself.
    }
  }
  return { text: base64Of(bytes), encoding: 'base64' };
}

/** What a page sent: forms as they are written, anything else where it is text. */
function bodyText(body: RequestDetails['requestBody']): string | undefined {
  if (body?.formData !== undefined)
    return Object.entries(body.formData)
      .flatMap(([name, values]) =>
        values.map((value) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`),
      )
      .join('&');
  const bytes = body?.raw?.flatMap(({ bytes: piece }) =>
    piece === undefined ? [] : [new Uint8Array(piece)],
  );
  return bytes === undefined || bytes.length === 0 ? undefined : new TextDecoder().decode(joined(bytes));
}

function fieldsOf(list: HeaderList): { name: string; value: string }[] {
  return (list ?? []).map(({ name, value = '' }) => ({ name, value }));
}

function pairOf(pair: string): { name: string; value: string } {
  const at = pair.indexOf('=');
  return at < 0 ? { name: pair, value: '' } : { name: pair.slice(0, at), value: pair.slice(at + 1) };
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** Firefox' words, as DevTools would say it. */
const resourceTypes: Readonly<Record<string, string>> = {
  main_frame: 'document',
  sub_frame: 'document',
  xmlhttprequest: 'xhr',
  beacon: 'ping',
  web_manifest: 'manifest',
  csp_report: 'csp-violation-report',
  imageset: 'image',
};
