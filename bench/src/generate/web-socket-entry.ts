import type { ChromeEntry, ChromeWebSocketMessage } from '../chrome/chrome-har.ts';
import { chromeEntry } from '../chrome/exchange.ts';
import type { EntryIngredients } from './generate-entry.ts';

/** A WebSocket as Chrome writes it: status 101, times of messages in seconds, binary data as base64. */
export function webSocketEntry({ random, session }: EntryIngredients, url: string): ChromeEntry {
  const startEpochMs = session.nextStartEpochMs();
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
  return chromeEntry({
    startEpochMs,
    method: 'GET',
    url,
    resourceType: 'websocket',
    initiator: { type: 'other' },
    requestFields: [
      { name: 'Connection', value: 'Upgrade' },
      { name: 'Host', value: new URL(url).host },
      { name: 'Origin', value: 'https://admin.example.test' },
      { name: 'Sec-WebSocket-Version', value: '13' },
      { name: 'Upgrade', value: 'websocket' },
    ],
    answer: {
      status: 101,
      statusText: 'Switching Protocols',
      fields: [
        { name: 'Connection', value: 'upgrade' },
        { name: 'Upgrade', value: 'websocket' },
      ],
      mimeType: 'x-unknown',
    },
    phases: { stalled: random.between(1, 9), wait: random.between(10, 60) },
    connectionId: session.nextConnectionId(),
    serverAddress: '198.51.100.41',
    httpVersion: 'http/1.1',
    webSocketMessages: messages,
  });
}
