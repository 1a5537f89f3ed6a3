/** One request of an invented capture. Defaults: a GET of 120 ms, answered 200 with JSON. */
export interface Step {
  readonly url: string;
  readonly method?: string;
  /** ms after the capture's start; default: 100 ms after the step before. */
  readonly atMs?: number;
  readonly status?: number;
  readonly type?: string;
  readonly error?: string;
  readonly trackingId?: string;
  readonly sent?: unknown;
  /** An object is written as JSON; `null`: the capture does not hold the body. */
  readonly body?: unknown;
  readonly mimeType?: string;
  readonly request?: Readonly<Record<string, string>>;
  readonly response?: Readonly<Record<string, string>>;
  readonly timings?: Readonly<Record<string, number>>;
  readonly httpVersion?: string;
  /** Decoded bytes of the content, where they are not those of `body`. */
  readonly sizeBytes?: number;
  /** Bytes on the wire; default 300. */
  readonly transferBytes?: number;
  /** Without header fields, as DevTools writes a request that was never sent. */
  readonly bare?: boolean;
  /** Chrome's `_initiator`. */
  readonly initiator?: unknown;
  /** Further members of the entry and of its response, e.g. `_fromCache`. */
  readonly more?: {
    readonly entry?: Readonly<Record<string, unknown>>;
    readonly response?: Readonly<Record<string, unknown>>;
  };
  /** `_webSocketMessages`. */
  readonly messages?: readonly Readonly<Record<string, unknown>>[];
}

/** A capture as Chrome 137 writes it, unless `creator` says otherwise. Everybody in it is invented. */
export function harOf(steps: readonly Step[], creator = 'WebInspector'): unknown {
  const startEpochMs = Date.UTC(2025, 2, 4, 9, 30, 0);
  let atMs = 0;
  const entries = steps.map((step) => {
    atMs = step.atMs ?? atMs + 100;
    return entryOf(step, startEpochMs + atMs);
  });
  return { log: { version: '1.2', creator: { name: creator, version: '137.0' }, pages: [], entries } };
}

function entryOf(step: Step, startEpochMs: number): unknown {
  const { status = 200, method = 'GET', error } = step;
  const timings = step.timings ?? (status === 0 ? { blocked: 4, send: 0, wait: 0, receive: 0 } : usual);
  const answered = status > 0;
  const mimeType = step.mimeType ?? (answered ? 'application/json' : 'x-unknown');
  const text = step.body === undefined || step.body === null ? undefined : textOf(step.body);
  return {
    startedDateTime: new Date(startEpochMs).toISOString(),
    time: durationOf(timings),
    _resourceType: step.type ?? 'xhr',
    ...(step.initiator === undefined ? {} : { _initiator: step.initiator }),
    ...step.more?.entry,
    ...(step.messages === undefined ? {} : { _webSocketMessages: step.messages }),
    request: {
      method,
      url: step.url,
      httpVersion: step.httpVersion ?? 'http/2.0',
      headers: [
        ...fieldsOf({
          ...(step.bare ? { referer: '' } : usualFields),
          ...(step.trackingId ? { trackingid: step.trackingId } : {}),
          ...step.request,
        }),
      ],
      queryString: [],
      cookies: [],
      headersSize: -1,
      bodySize: 0,
      ...(step.sent === undefined
        ? {}
        : { postData: { mimeType: 'application/json', text: textOf(step.sent) } }),
    },
    response: {
      status,
      statusText: '',
      httpVersion: step.httpVersion ?? 'http/2.0',
      headers: answered ? fieldsOf({ 'content-type': mimeType, ...step.response }) : [],
      cookies: [],
      content: {
        size: step.sizeBytes ?? text?.length ?? (step.body === null ? 512 : 0),
        mimeType,
        ...(text === undefined ? {} : { text }),
      },
      redirectURL: step.response?.location ?? '',
      headersSize: -1,
      bodySize: -1,
      _transferSize: step.transferBytes ?? 300,
      ...(error === undefined ? {} : { _error: error }),
      ...step.more?.response,
    },
    cache: {},
    timings: { dns: -1, connect: -1, ssl: -1, ...timings },
    serverIPAddress: answered ? '203.0.113.7' : '',
  };
}

const usualFields = {
  accept: 'application/json',
  'accept-language': 'en',
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Chrome/137.0.0.0',
};
const usual = { blocked: 2, send: 0.2, wait: 115, receive: 2.8 };

/** HAR counts `ssl` inside `connect`, and Chrome's `_` phases inside `blocked`. */
function durationOf(timings: Readonly<Record<string, number>>): number {
  return Object.entries(timings)
    .filter(([name]) => name !== 'ssl' && !name.startsWith('_'))
    .reduce((sum, [, ms]) => sum + Math.max(0, ms), 0);
}

function textOf(body: unknown): string {
  return typeof body === 'string' ? body : JSON.stringify(body);
}

function fieldsOf(fields: Readonly<Record<string, string>>): { name: string; value: string }[] {
  return Object.entries(fields).map(([name, value]) => ({ name, value }));
}
