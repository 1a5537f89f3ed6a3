import { describe, expect, it } from 'vitest';
import { networkCodeOf, networkFailureOf } from '../../../failures/net-errors.ts';
import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page, portal, trackingId } from '../../../testing/names.ts';
import { network } from './rule.ts';

const unanswered = { url: `${api}/users`, status: 0, trackingId: trackingId(4) };

checkRule(network, import.meta.url, {
  'finds.no-answer-in-an-exporter-that-does-not-say-why': harOf([page, unanswered], 'Firefox'),
  'finds.answer-against-the-protocol': harOf([
    page,
    { ...unanswered, error: 'net::ERR_INVALID_HTTP_RESPONSE' },
  ]),
  'finds.failure-without-a-reason': harOf([
    page,
    { ...unanswered, url: `${portal}/api/users`, error: 'net::ERR_FAILED' },
  ]),
  'finds.what-installs-the-page-as-a-warning': harOf([
    page,
    { url: 'https://login.example.test/authorize', type: 'manifest', error: 'net::ERR_FAILED', body: null },
  ]),
  'quiet.what-an-exact-rule-tells': harOf([page, { ...unanswered, error: 'net::ERR_NAME_NOT_RESOLVED' }]),
  'quiet.script-of-a-service-worker': harOf([
    page,
    {
      url: `${portal}/worker.js`,
      type: 'script',
      status: 0,
      mimeType: 'x-unknown',
      body: 'self.skipWaiting();',
    },
  ]),
  'quiet.missing-script-that-chrome-calls-aborted': harOf([
    page,
    {
      url: `${portal}/old.js`,
      type: 'script',
      status: 404,
      error: 'net::ERR_ABORTED',
      mimeType: 'text/html',
      body: '',
    },
  ]),
  'quiet.request-still-in-flight': harOf([
    page,
    { url: `${api}/users`, status: 0, timings: { blocked: -3490189, send: 0, wait: 0, receive: 0 } },
  ]),
  'quiet.picture-inside-the-page': harOf([
    page,
    { url: 'data:image/gif;base64,R0lGOD', type: 'image', status: 0 },
  ]),
});

describe('the meaning of an error', () => {
  it.each([
    ['net::ERR_NAME_NOT_RESOLVED', 'dns'],
    ['net::ERR_DNS_TIMED_OUT', 'dns'],
    ['net::ERR_CONNECTION_REFUSED', 'refused'],
    ['net::ERR_ADDRESS_UNREACHABLE', 'unreachable'],
    ['net::ERR_CONNECTION_TIMED_OUT', 'timeout'],
    ['net::ERR_TIMED_OUT', 'timeout'],
    ['net::ERR_CONNECTION_RESET', 'reset'],
    ['net::ERR_CONNECTION_CLOSED', 'reset'],
    ['net::ERR_EMPTY_RESPONSE', 'empty'],
    ['net::ERR_HTTP2_PROTOCOL_ERROR', 'reset'],
    ['net::ERR_QUIC_PROTOCOL_ERROR.QUIC_TOO_MANY_RTOS', 'reset'],
    ['net::ERR_INVALID_HTTP_RESPONSE', 'protocol'],
    ['net::ERR_CERT_AUTHORITY_INVALID', 'tls'],
    ['net::ERR_SSL_VERSION_OR_CIPHER_MISMATCH', 'tls'],
    ['net::ERR_SSL_CLIENT_AUTH_CERT_NEEDED', 'client-certificate'],
    ['net::ERR_BAD_SSL_CLIENT_AUTH_CERT', 'client-certificate'],
    ['net::ERR_INTERNET_DISCONNECTED', 'offline'],
    ['net::ERR_NETWORK_CHANGED', 'offline'],
    ['net::ERR_TUNNEL_CONNECTION_FAILED', 'proxy'],
    ['net::ERR_PROXY_CONNECTION_FAILED', 'proxy'],
    ['net::ERR_BLOCKED_BY_CLIENT', 'blocked'],
    ['net::ERR_BLOCKED_BY_ADMINISTRATOR', 'blocked'],
    ['net::ERR_BLOCKED_BY_RESPONSE.NotSameOrigin', 'blocked'],
    ['net::ERR_INCOMPLETE_CHUNKED_ENCODING', 'cut'],
    ['net::ERR_TOO_MANY_REDIRECTS', 'redirect-loop'],
    ['Max redirects exceeded', 'redirect-loop'],
    ['net::ERR_ABORTED', 'aborted'],
    ['NS_BINDING_ABORTED', 'aborted'],
    ['getaddrinfo ENOTFOUND api.example.test', 'dns'],
    ['connect ECONNREFUSED 203.0.113.7:443', 'refused'],
    ['read ECONNRESET', 'reset'],
    ['net::ERR_FAILED', 'none'],
  ] as const)('of %s is %s', (error, failure) => {
    expect(networkFailureOf(error)).toBe(failure);
  });

  it('keeps the code and nothing around it', () => {
    expect(networkCodeOf('Page closed: net::ERR_FAILED at https://user:pass@example.test/?k=v')).toBe(
      'net::ERR_FAILED',
    );
    expect(networkCodeOf('connect ECONNREFUSED 203.0.113.7:443')).toBe('ECONNREFUSED');
    expect(networkCodeOf('server closed the connection')).toBeUndefined();
  });
});
