import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page, trackingId } from '../../../testing/names.ts';
import { dns } from './rule.ts';

const unanswered = { url: `${api}/users`, status: 0, trackingId: trackingId(4) };

checkRule(dns, import.meta.url, {
  'finds.name-that-does-not-resolve-for-several-requests-as-one': harOf([
    page,
    { ...unanswered, error: 'net::ERR_NAME_NOT_RESOLVED' },
    { ...unanswered, url: `${api}/queues`, trackingId: trackingId(5), error: 'net::ERR_NAME_NOT_RESOLVED' },
  ]),
  'finds.name-that-counts-visitors-as-a-warning': harOf([
    page,
    {
      url: 'https://collect.tracking.example/b',
      type: 'ping',
      method: 'POST',
      status: 0,
      error: 'net::ERR_NAME_NOT_RESOLVED',
    },
  ]),
  'finds.counter-of-ones-own-site-as-a-warning': harOf([
    page,
    { ...unanswered, url: 'https://tracker.example.test/pixel?id=7', error: 'net::ERR_NAME_NOT_RESOLVED' },
  ]),
  'finds.name-in-a-web-sockets-own-message': harOf([
    page,
    {
      url: 'wss://events.example.test/presence',
      type: 'websocket',
      status: 0,
      messages: [{ type: 'error', data: 'Error in connection establishment: net::ERR_NAME_NOT_RESOLVED' }],
    },
  ]),
  'finds.answer-that-fiddler-wrote-for-a-name-it-could-not-find': harOf(
    [
      page,
      {
        ...unanswered,
        status: 502,
        mimeType: 'text/html',
        body: '[Fiddler] DNS Lookup for "api.example.test" failed. System.Net.Sockets.SocketException No such host is known',
      },
    ],
    'Fiddler',
  ),
  'quiet.refused-connection': harOf([page, { ...unanswered, error: 'net::ERR_CONNECTION_REFUSED' }]),
  'quiet.exporter-that-does-not-say-why': harOf([page, unanswered], 'Firefox'),
});
