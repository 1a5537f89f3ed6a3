import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page, trackingId } from '../../../testing/names.ts';
import { gatewayEnvoy } from './rule.ts';

const broken = {
  url: `${api}/numbers`,
  status: 503,
  mimeType: 'text/plain',
  response: { server: 'envoy' },
};

checkRule(gatewayEnvoy, import.meta.url, {
  'finds.service-without-a-healthy-instance': harOf([
    page,
    { ...broken, trackingId: trackingId(3), body: 'no healthy upstream' },
  ]),
  'finds.service-that-refuses-connections': harOf([
    page,
    {
      ...broken,
      body: 'upstream connect error or disconnect/reset before headers. reset reason: remote connection failure, transport failure reason: delayed connect error: Connection refused',
    },
  ]),
  'finds.route-whose-time-was-over': harOf([
    page,
    { ...broken, status: 504, body: 'upstream request timeout' },
  ]),
  'finds.broken-connection-that-a-retry-healed-as-a-warning': harOf([
    page,
    {
      ...broken,
      atMs: 1000,
      body: 'upstream connect error or disconnect/reset before headers. reset reason: connection termination',
    },
    { url: broken.url, atMs: 2000, body: { numbers: [] } },
  ]),
  'quiet.service-that-says-itself-that-it-is-busy': harOf([
    page,
    {
      ...broken,
      response: { server: 'istio-envoy' },
      mimeType: 'application/json',
      body: { message: 'Busy.' },
    },
  ]),
});
