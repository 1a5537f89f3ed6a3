import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { RequestDetails, ResponseFilter, WebRequestApi } from '../browser-api/extension-api.ts';
import { recordByWebRequest } from './web-request-recorder.ts';

type Listener = (details: RequestDetails) => void;

/** Firefox, as far as recording meets it: events that a test raises, and filters that a test feeds. */
class FakeFirefox {
  readonly listeners = new Map<string, Listener>();
  readonly filters = new Map<string, ResponseFilter & { readonly passedOn: ArrayBuffer[] }>();

  readonly api = new Proxy({} as WebRequestApi, {
    get: (_, name: string) =>
      name === 'filterResponseData'
        ? (id: string) => this.#filter(id)
        : {
            addListener: (listener: Listener) => this.listeners.set(name, listener),
            removeListener: () => this.listeners.delete(name),
          },
  });

  raise(name: string, details: Partial<RequestDetails>): void {
    const usual = { requestId: '7', url: 'https://portal.example.test/api/users?page=2', method: 'GET' };
    this.listeners.get(name)?.({ ...usual, tabId: 3, type: 'xmlhttprequest', timeStamp: 0, ...details });
  }

  #filter(id: string): ResponseFilter {
    const passedOn: ArrayBuffer[] = [];
    const filter = {
      passedOn,
      ondata: null,
      onstop: null,
      onerror: null,
      write: (data: ArrayBuffer) => void passedOn.push(data),
      disconnect: () => {},
    };
    this.filters.set(id, filter);
    return filter;
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('navigator', {
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0',
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const startMs = Date.UTC(2026, 10, 21, 12);

/** No recording takes longer to end, ms. */
const LONGEST_STOP_MS = 5000;

async function captureOf(recorder: ReturnType<typeof recordByWebRequest>) {
  const stopped = recorder.stop();
  await vi.advanceTimersByTimeAsync(LONGEST_STOP_MS);
  const { pieces, missing } = await stopped;
  const { log } = JSON.parse(Buffer.concat([...pieces]).toString('utf8')) as {
    log: { browser: object; entries: Record<string, unknown>[] };
  };
  return { log, missing };
}

it('makes an entry of what Firefox tells, and hands every byte of the body on to the page', async () => {
  const firefox = new FakeFirefox();
  const recorder = recordByWebRequest(firefox.api, 3, '1.0.0');
  firefox.raise('onBeforeRequest', { timeStamp: startMs });
  firefox.raise('onSendHeaders', {
    timeStamp: startMs + 10,
    requestHeaders: [{ name: 'Accept', value: 'application/json' }],
  });
  firefox.raise('onHeadersReceived', {
    timeStamp: startMs + 110,
    statusCode: 502,
    statusLine: 'HTTP/2.0 502 Bad Gateway',
    ip: '203.0.113.7',
    responseHeaders: [{ name: 'Content-Type', value: 'application/json' }],
  });
  const filter = firefox.filters.get('7');
  const body = new TextEncoder().encode('{"error":"no"}');
  filter?.ondata?.({ data: body.slice(0, 5).buffer });
  filter?.ondata?.({ data: body.slice(5).buffer });
  filter?.onstop?.();
  firefox.raise('onCompleted', { timeStamp: startMs + 160, statusCode: 502 });
  const { log, missing } = await captureOf(recorder);
  expect(Buffer.concat((filter?.passedOn ?? []).map((piece) => Buffer.from(piece))).toString()).toBe(
    '{"error":"no"}',
  );
  expect(log.browser).toEqual({ name: 'Firefox', version: '128.0' });
  expect(log.entries).toMatchObject([
    {
      startedDateTime: '2026-11-21T12:00:00.000Z',
      time: 160,
      timings: { blocked: 10, wait: 100, receive: 50 },
      serverIPAddress: '203.0.113.7',
      request: { queryString: [{ name: 'page', value: '2' }] },
      response: { status: 502, statusText: 'Bad Gateway', content: { text: '{"error":"no"}' } },
    },
  ]);
  expect(missing).toContain('phases');
});

it('keeps a request that failed, one that was sent elsewhere, and one that is still open', async () => {
  const firefox = new FakeFirefox();
  const recorder = recordByWebRequest(firefox.api, 3, '1.0.0');
  firefox.raise('onBeforeRequest', { requestId: '1', timeStamp: startMs });
  firefox.raise('onBeforeRedirect', {
    requestId: '1',
    timeStamp: startMs + 20,
    statusCode: 302,
    redirectUrl: 'https://portal.example.test/sign-in',
  });
  firefox.raise('onBeforeRequest', { requestId: '2', timeStamp: startMs + 30 });
  firefox.filters.get('2')?.onerror?.();
  firefox.raise('onErrorOccurred', {
    requestId: '2',
    timeStamp: startMs + 90,
    error: 'NS_ERROR_CONNECTION_REFUSED',
  });
  firefox.raise('onBeforeRequest', { requestId: '3', timeStamp: startMs + 95 });
  const { log } = await captureOf(recorder);
  expect(log.entries).toMatchObject([
    { response: { status: 302, redirectURL: 'https://portal.example.test/sign-in' } },
    { response: { status: 0, _error: 'NS_ERROR_CONNECTION_REFUSED' }, timings: { blocked: 60 } },
    { _pending: true, time: 0 },
  ]);
});

/** An answer of which everything was told but the end of its body. */
function answerWithoutItsEnd(firefox: FakeFirefox) {
  firefox.raise('onBeforeRequest', { timeStamp: startMs });
  firefox.raise('onHeadersReceived', {
    timeStamp: startMs + 100,
    statusCode: 200,
    responseHeaders: [{ name: 'Content-Type', value: 'text/plain' }],
  });
  const filter = firefox.filters.get('7');
  filter?.ondata?.({ data: new TextEncoder().encode('first, ').buffer });
  firefox.raise('onCompleted', { timeStamp: startMs + 150, statusCode: 200 });
  return filter;
}

it('waits for the last piece of a body whose request has ended', async () => {
  const firefox = new FakeFirefox();
  const recorder = recordByWebRequest(firefox.api, 3, '1.0.0');
  const filter = answerWithoutItsEnd(firefox);
  setTimeout(() => {
    filter?.ondata?.({ data: new TextEncoder().encode('last').buffer });
    filter?.onstop?.();
  }, 2000);
  const { log } = await captureOf(recorder);
  expect(log.entries).toMatchObject([{ response: { content: { text: 'first, last' } } }]);
});

it('keeps as much of a body as there is when its last piece does not come, and says so', async () => {
  const firefox = new FakeFirefox();
  const recorder = recordByWebRequest(firefox.api, 3, '1.0.0');
  answerWithoutItsEnd(firefox);
  const { log } = await captureOf(recorder);
  const content = { text: 'first, ', comment: 'The recording ended before the whole body had come.' };
  expect(log.entries).toMatchObject([{ response: { content } }]);
});

it('keeps a request that failed although nobody says that its body is over', async () => {
  const firefox = new FakeFirefox();
  const recorder = recordByWebRequest(firefox.api, 3, '1.0.0');
  firefox.raise('onBeforeRequest', { timeStamp: startMs });
  firefox.raise('onErrorOccurred', { timeStamp: startMs + 20, error: 'NS_BINDING_ABORTED' });
  const { log } = await captureOf(recorder);
  expect(log.entries).toMatchObject([{ response: { _error: 'NS_BINDING_ABORTED' } }]);
});

it('leaves a very large body, hands it on all the same, and says that it is missing', async () => {
  const firefox = new FakeFirefox();
  const recorder = recordByWebRequest(firefox.api, 3, '1.0.0');
  firefox.raise('onBeforeRequest', { timeStamp: startMs });
  const filter = firefox.filters.get('7');
  const piece = new ArrayBuffer(17 * 1024 * 1024);
  filter?.ondata?.({ data: piece });
  filter?.ondata?.({ data: piece });
  filter?.onstop?.();
  firefox.raise('onCompleted', { timeStamp: startMs + 150, statusCode: 200 });
  const { log, missing } = await captureOf(recorder);
  const content = { comment: 'The body is larger than the recording takes.' };
  expect(log.entries).toMatchObject([{ response: { content } }]);
  expect(filter?.passedOn).toHaveLength(2);
  expect(missing).toContain('bodies-over-limit');
});

it('keeps no more than there is room for when many bodies come side by side, and hands all of them on', async () => {
  const firefox = new FakeFirefox();
  const recorder = recordByWebRequest(firefox.api, 3, '1.0.0', { mostBytes: 10, mostOfOneBytes: 6 });
  const ids = ['1', '2', '3', '4'];
  for (const requestId of ids) firefox.raise('onBeforeRequest', { requestId, timeStamp: startMs });
  const feed = (requestId: string, text: string) =>
    firefox.filters.get(requestId)?.ondata?.({ data: new TextEncoder().encode(text).buffer });
  feed('1', 'abcd');
  feed('2', 'efgh');
  feed('3', 'ijkl');
  // Larger than one may be: what was kept of it makes room for another.
  feed('2', 'mnop');
  feed('4', 'qrst');
  feed('3', 'u');
  for (const requestId of ids) {
    firefox.raise('onHeadersReceived', {
      requestId,
      timeStamp: startMs + 10,
      statusCode: 200,
      responseHeaders: [{ name: 'Content-Type', value: 'text/plain' }],
    });
    firefox.filters.get(requestId)?.onstop?.();
    firefox.raise('onCompleted', { requestId, timeStamp: startMs + 20, statusCode: 200 });
  }
  const { log, missing } = await captureOf(recorder);
  const contents = log.entries.map(({ response }) => (response as { content: { text?: string } }).content);
  expect(contents.map(({ text }) => text)).toEqual(['abcd', undefined, undefined, 'qrst']);
  expect(ids.map((id) => firefox.filters.get(id)?.passedOn.length)).toEqual([1, 2, 2, 1]);
  expect(missing).toContain('bodies-over-limit');
});
