import type {
  ChromeCookie,
  ChromeEntry,
  ChromeInitiator,
  ChromeWebSocketMessage,
  NameValue,
} from './chrome-har.ts';
import { chromeTimings, type PhasesMs, totalMs } from './timings.ts';

/** One request and its answer, said once; {@link chromeEntry} spells it as Chrome does. */
export interface Exchange {
  readonly startEpochMs: number;
  readonly method: string;
  readonly url: string;
  /** Chrome's `_resourceType`: `xhr`, `script`, `preflight` … */
  readonly resourceType: string;
  readonly initiator: ChromeInitiator;
  readonly requestFields: readonly NameValue[];
  readonly cookies?: readonly ChromeCookie[];
  /** The request's body. */
  readonly sent?: { readonly mimeType: string; readonly text: string };
  readonly answer: Answer;
  readonly phases: PhasesMs;
  readonly connectionId: string;
  readonly serverAddress: string;
  readonly fromCache?: 'memory' | 'disk';
  /** Default: `http/2.0`. */
  readonly httpVersion?: string;
  readonly webSocketMessages?: readonly ChromeWebSocketMessage[];
}

/** What came back. `status` 0: nothing did. */
export interface Answer {
  readonly status: number;
  readonly statusText?: string;
  readonly fields: readonly NameValue[];
  /** `x-unknown` is Chrome's word for none. */
  readonly mimeType: string;
  /** Not there: no body, or one that the browser did not keep. */
  readonly text?: string;
  readonly encoding?: 'base64';
  /** Decoded; default: what `text` holds. */
  readonly sizeBytes?: number;
  /** Chrome's `_error`, e.g. `net::ERR_FAILED`. */
  readonly error?: string;
}

/** What compression leaves of a text, and what header fields take: for `_transferSize`, roughly. */
const compressedShare = 0.3;
const headerBytes = 420;

/** The entry of one exchange on the capture's only page. */
export function chromeEntry(exchange: Exchange): ChromeEntry {
  const { answer, sent, cookies = [], fromCache, webSocketMessages } = exchange;
  const timings = chromeTimings(exchange.phases);
  const isAnswered = answer.status !== 0;
  const httpVersion = isAnswered ? (exchange.httpVersion ?? 'http/2.0') : '';
  const sizeBytes = answer.sizeBytes ?? textBytes(answer);
  return {
    _connectionId: exchange.connectionId,
    ...(fromCache === undefined ? {} : { _fromCache: fromCache }),
    _initiator: exchange.initiator,
    _priority: priorities[exchange.resourceType] ?? 'High',
    _resourceType: exchange.resourceType,
    ...(webSocketMessages === undefined ? {} : { _webSocketMessages: webSocketMessages }),
    cache: {},
    connection: '443',
    pageref: 'page_1',
    request: {
      method: exchange.method,
      url: exchange.url,
      httpVersion,
      headers: exchange.requestFields,
      queryString: queryString(exchange.url),
      cookies,
      headersSize: -1,
      bodySize: sent === undefined ? 0 : Buffer.byteLength(sent.text),
      ...(sent === undefined ? {} : { postData: sent }),
    },
    response: {
      status: answer.status,
      statusText: answer.statusText ?? '',
      httpVersion,
      headers: answer.fields,
      cookies: [],
      content: {
        size: sizeBytes,
        mimeType: answer.mimeType,
        ...(answer.text === undefined ? {} : { text: answer.text }),
        ...(answer.encoding === undefined ? {} : { encoding: answer.encoding }),
      },
      redirectURL: '',
      headersSize: -1,
      bodySize: fromCache === undefined ? -1 : 0,
      _transferSize:
        fromCache === undefined && isAnswered ? Math.round(sizeBytes * compressedShare) + headerBytes : 0,
      _error: answer.error ?? null,
      _fetchedViaServiceWorker: false,
    },
    serverIPAddress: isAnswered ? exchange.serverAddress : '',
    startedDateTime: new Date(exchange.startEpochMs).toISOString(),
    time: totalMs(timings),
    timings,
  };
}

const priorities: Readonly<Record<string, ChromeEntry['_priority']>> = {
  document: 'VeryHigh',
  stylesheet: 'VeryHigh',
  image: 'Low',
  ping: 'VeryLow',
  websocket: 'VeryLow',
};

function textBytes({ text = '', encoding }: Answer): number {
  return encoding === 'base64' ? Buffer.byteLength(text, 'base64') : Buffer.byteLength(text);
}

/** Chrome writes names and values as they stand in the URL, still percent-encoded. */
function queryString(url: string): NameValue[] {
  const start = url.indexOf('?');
  if (start < 0) return [];
  return url
    .slice(start + 1)
    .split('&')
    .map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return { name, value: value.join('=') };
    });
}
