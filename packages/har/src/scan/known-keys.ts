import { Field, Part } from './entry-sink.ts';

/** Kinds of containers, as far as the index distinguishes them. The kernels share the numbers. */
export const Container = {
  root: 1,
  log: 2,
  entries: 3,
  entry: 4,
  request: 5,
  response: 6,
  content: 7,
  postData: 8,
  timings: 9,
  requestHeaders: 10,
  responseHeaders: 11,
  requestHeader: 12,
  responseHeader: 13,
  otherObject: 14,
  otherArray: 15,
} as const;

/** Pseudo fields of a header object: its value counts only once its name is known. */
export const HEADER_NAME = 62;
export const HEADER_VALUE = 63;

/** A key that the walk knows: what its value is. */
export interface KnownKey {
  /** ASCII. */
  readonly name: Uint8Array;
  /** A `Field`, a pseudo field, or 0. */
  readonly field: number;
  /** Kind of the container that the value opens, or 0. */
  readonly container: number;
}

const { root, log, entries, entry, request, response, content, postData, timings } = Container;
const { requestHeaders, responseHeaders, requestHeader, responseHeader } = Container;

/** The known keys of each kind of container, by its number; a key's place in its list is its bit. */
export const knownKeys: readonly (readonly KnownKey[])[] = tables({
  [root]: { log: [0, log], entries: [0, entries] },
  [log]: { entries: [0, entries] },
  [entry]: {
    startedDateTime: [Field.startedDateTime],
    time: [Field.time],
    request: [0, request],
    response: [0, response],
    timings: [0, timings],
    _resourceType: [Field.resourceType],
    _fromCache: [Field.fromCache],
    _fetchType: [Field.fetchType],
    _error: [Field.error],
    _failureText: [Field.failureText],
    _webSocketMessages: [Field.webSocketMessages],
    _initiator: [Field.initiator],
  },
  [request]: {
    method: [Field.method],
    url: [Field.url],
    headers: [0, requestHeaders],
    postData: [Field.postData, postData],
  },
  [response]: {
    status: [Field.status],
    headers: [0, responseHeaders],
    content: [0, content],
    headersSize: [Field.headersSize],
    bodySize: [Field.bodySize],
    _transferSize: [Field.transferSize],
    _error: [Field.responseError],
    _failureText: [Field.responseFailureText],
    _fetchType: [Field.responseFetchType],
  },
  [content]: {
    size: [Field.contentSize],
    mimeType: [Field.mimeType],
    text: [Field.contentText],
    encoding: [Field.contentEncoding],
    _file: [Field.contentFile],
  },
  [postData]: { text: [Field.postDataText], _file: [Field.postDataFile] },
  [timings]: {
    blocked: [Field.blocked],
    dns: [Field.dns],
    connect: [Field.connect],
    ssl: [Field.ssl],
    send: [Field.send],
    wait: [Field.wait],
    receive: [Field.receive],
  },
  [requestHeader]: { name: [HEADER_NAME], value: [HEADER_VALUE] },
  [responseHeader]: { name: [HEADER_NAME], value: [HEADER_VALUE] },
});

/** The part of an entry that a container is, by the container's number. */
export const partOf: readonly (Part | undefined)[] = [
  ...new Array<undefined>(request),
  Part.request,
  Part.response,
  Part.content,
  Part.postData,
  Part.timings,
  Part.requestHeaders,
  Part.responseHeaders,
];

/** The header whose value is the tracking id; names of headers are compared without case. */
export const trackingIdHeader = ascii('trackingid');

type Written = Readonly<
  Record<number, Readonly<Record<string, readonly [field: number, container?: number]>>>
>;

function tables(written: Written): KnownKey[][] {
  const lists: KnownKey[][] = [];
  for (const [kind, keys] of Object.entries(written)) {
    lists[Number(kind)] = Object.entries(keys).map(([name, [field, container = 0]]) => ({
      name: ascii(name),
      field,
      container,
    }));
  }
  return lists;
}

/** The bytes of an ASCII text. */
export function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}
