import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { page, portal } from '../../../testing/names.ts';
import { proxyAuthentication } from './rule.ts';

const refused: Step = {
  url: `${portal}/`,
  type: 'document',
  status: 407,
  mimeType: 'text/plain',
  response: { 'proxy-authenticate': 'Basic realm="office"' },
};

checkRule(proxyAuthentication, import.meta.url, {
  'finds.proxy-that-wants-a-password': harOf([refused]),
  'finds.tunnel-that-the-proxy-refused': harOf([
    page,
    {
      url: 'https://voicemail.example.test/v1/messages',
      status: 0,
      error: 'net::ERR_TUNNEL_CONNECTION_FAILED',
    },
  ]),
  'quiet.challenge-that-was-answered': harOf([
    { ...refused, response: { 'proxy-authenticate': 'Negotiate' }, atMs: 100 },
    { ...page, url: `${portal}/`, atMs: 300 },
  ]),
  'quiet.service-that-wants-a-password': harOf([{ ...refused, status: 401 }]),
  'quiet.proxy-that-is-not-there': harOf([
    { url: `${portal}/`, type: 'document', status: 0, error: 'net::ERR_PROXY_CONNECTION_FAILED' },
  ]),
});
