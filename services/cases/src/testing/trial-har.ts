/** What a test wants of a call. */
export interface OneCall {
  /** Value of its `Authorization`; undefined: there is none. */
  readonly authorization: string | undefined;
  readonly url?: string;
  readonly queryString?: readonly { readonly name: string; readonly value: string }[];
  /** Of the response, what is not a 401 without a body. */
  readonly response?: Readonly<Record<string, unknown>>;
}

/** A HAR of calls, as text. */
export function harOf(...calls: readonly OneCall[]): string {
  const creator = { name: 'trial', version: '1' };
  return JSON.stringify({ log: { version: '1.2', creator, entries: calls.map(entryOf) } });
}

function entryOf({
  authorization,
  url = 'https://api.example.test/calls/1',
  queryString = [],
  response = {},
}: OneCall): unknown {
  return {
    startedDateTime: '2026-01-01T00:00:00.000Z',
    time: 10,
    request: {
      method: 'GET',
      url,
      httpVersion: 'HTTP/1.1',
      headers: authorization === undefined ? [] : [{ name: 'Authorization', value: authorization }],
      queryString,
      cookies: [],
      headersSize: -1,
      bodySize: 0,
    },
    response: {
      status: 401,
      statusText: 'Unauthorized',
      httpVersion: 'HTTP/1.1',
      headers: [],
      cookies: [],
      content: { size: 0, mimeType: 'text/plain' },
      redirectURL: '',
      headersSize: -1,
      bodySize: 0,
      ...response,
    },
    cache: {},
    timings: { send: 1, wait: 8, receive: 1 },
  };
}
