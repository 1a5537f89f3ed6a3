import type { ChromeEntry, ChromeWebSocketMessage } from '../chrome/chrome-har.ts';
import { chromeTimings, totalMs } from '../chrome/timings.ts';
import type { EntryIngredients } from './generate-entry.ts';

/** A WebSocket as Chrome writes it: status 101, times of messages in seconds, binary data as base64. */
export function webSocketEntry({ random, session }: EntryIngredients, url: string): ChromeEntry {
  const startEpochMs = session.nextStartEpochMs();
  const timings = chromeTimings({ stalled: random.between(1, 9), wait: random.between(10, 60) });
  const messages = Array.from({ length: random.integer(2, 40) }, (_, position): ChromeWebSocketMessage => {
    const isBinary = random.chance(0.1);
    const data = JSON.stringify({ id: random.uuid(), event: 'presence', user: 'Zoë Müller', n: position });
    return {
      type: position % 4 === 0 ? 'send' : 'receive',
      time: (startEpochMs + position * random.between(5, 900)) / 1000,
      opcode: isBinary ? 2 : 1,
      data: isBinary ? Buffer.from(data).toString('base64') : data,
    };
  });
  return {
    _connectionId: session.nextConnectionId(),
    _initiator: { type: 'other' },
    _priority: 'VeryLow',
    _resourceType: 'websocket',
    _webSocketMessages: messages,
    cache: {},
    connection: '443',
    pageref: 'page_1',
    request: {
      method: 'GET',
      url,
      httpVersion: 'http/1.1',
      headers: [
        { name: 'Connection', value: 'Upgrade' },
        { name: 'Host', value: new URL(url).host },
        { name: 'Origin', value: 'https://admin.example.test' },
        { name: 'Sec-WebSocket-Version', value: '13' },
        { name: 'Upgrade', value: 'websocket' },
      ],
      queryString: [],
      cookies: [],
      headersSize: 181,
      bodySize: 0,
    },
    response: {
      status: 101,
      statusText: 'Switching Protocols',
      httpVersion: 'http/1.1',
      headers: [
        { name: 'Connection', value: 'upgrade' },
        { name: 'Upgrade', value: 'websocket' },
      ],
      cookies: [],
      content: { size: 0, mimeType: 'x-unknown' },
      redirectURL: '',
      headersSize: 74,
      bodySize: 0,
      _transferSize: 74,
      _error: null,
      _fetchedViaServiceWorker: false,
    },
    serverIPAddress: '198.51.100.41',
    startedDateTime: new Date(startEpochMs).toISOString(),
    time: totalMs(timings),
    timings,
  };
}
