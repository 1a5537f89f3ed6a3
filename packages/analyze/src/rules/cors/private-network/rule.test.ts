import { checkRule } from '../../../testing/check-rule.ts';
import { leave, preflight, preflightWith, told, unsent } from '../../../testing/cors-steps.ts';
import { harOf } from '../../../testing/har-of.ts';
import { page, portal } from '../../../testing/names.ts';
import { privateNetwork } from './rule.ts';

const printer = 'http://printer.example.test/status';
const asked = { ...preflight.request, 'access-control-request-private-network': 'true' };
const everything = { ...leave, 'access-control-allow-credentials': 'true' };

checkRule(privateNetwork, import.meta.url, {
  'finds.request-that-the-browser-stopped': harOf([
    page,
    {
      url: printer,
      status: 0,
      error: 'net::ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS',
      request: { referer: `${portal}/` },
    },
  ]),
  'finds.preflight-without-leave-for-the-network': preflightWith(everything, { request: asked }),
  'finds.preflight-that-does-not-speak-of-credentials-either': preflightWith(leave, { request: asked }),
  'finds.host-of-the-local-network-as-a-hint': harOf([
    page,
    {
      url: 'https://desk-phone.lan.example.test/status',
      status: 0,
      error: 'net::ERR_FAILED',
      request: { referer: `${portal}/` },
    },
  ]),
  'finds.host-of-which-the-browser-says-so': harOf([
    page,
    {
      url: 'https://desk-phone.lan.example.test/status',
      status: 0,
      error: 'net::ERR_FAILED',
      request: { referer: `${portal}/` },
      ...told('LocalNetworkAccessPermissionDenied'),
    },
  ]),
  'quiet.preflight-with-leave-for-the-network': preflightWith(
    { ...everything, 'access-control-allow-private-network': 'true' },
    { request: asked },
  ),
  'quiet.request-that-an-extension-stopped': harOf([
    page,
    { ...unsent, url: printer, error: 'net::ERR_BLOCKED_BY_CLIENT' },
  ]),
});
