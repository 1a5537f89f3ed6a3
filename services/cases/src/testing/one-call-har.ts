/** What a test wants of the call that {@link oneCallHar} holds. */
export interface OneCall {
  /** Value of its `Authorization`, the one field that may hold a credential; undefined: there is none. */
  readonly authorization: string | undefined;
  /** Of the response, what is not a 401 without a body. */
  readonly response?: Readonly<Record<string, unknown>>;
  /** How often it is made. */
  readonly entries?: number;
}

/** A HAR of one call, as text. */
export function oneCallHar({ authorization, response = {}, entries = 1 }: OneCall): string {
  const entry = {
    startedDateTime: '2026-01-01T00:00:00.000Z',
    time: 10,
    request: {
      method: 'GET',
      url: 'https://api.example.test/calls/1',
      httpVersion: 'HTTP/1.1',
      headers: authorization === undefined ? [] : [{ name: 'Authorization', value: authorization }],
      queryString: [],
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
  const creator = { name: 'trial', version: '1' };
  return JSON.stringify({ log: { version: '1.2', creator, entries: Array(entries).fill(entry) } });
}
