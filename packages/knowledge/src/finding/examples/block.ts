import { type GroupSamples, request, withoutId } from './shared.ts';

const policies = ['resource-policy', 'embedder-policy', 'opener-policy', 'framing', 'opaque'] as const;

export const blockSamples: GroupSamples<'block'> = {
  'block/by-client': [
    { ...request, code: 'net::ERR_BLOCKED_BY_CLIENT' },
    { ...withoutId, count: 3 },
  ],
  'block/by-administrator': [{ ...request, code: 'net::ERR_BLOCKED_BY_ADMINISTRATOR' }],
  'block/content-security-policy': [
    { ...request, directive: 'connect-src', blocked: 'weather.example.net', reported: true },
    { ...request, directive: 'script-src', blocked: 'maps.example.net', reported: false, count: 2 },
    { ...withoutId, blocked: 'maps.example.net', reported: false },
    { ...withoutId, directive: 'script-src', blocked: 'inline', reported: true, nonceOfACachedPage: true },
    { ...withoutId, directive: 'connect-src', blocked: 'weather.example.net', reported: false, unseen: true },
  ],
  'block/response-policy': policies.flatMap((policy) => [
    { ...request, code: 'net::ERR_BLOCKED_BY_RESPONSE', policy, value: 'same-origin' },
    { ...withoutId, code: 'net::ERR_BLOCKED_BY_RESPONSE', policy, count: 2 },
  ]),
  'block/nosniff': [
    { ...request, mimeType: 'text/html', expected: 'text/javascript' },
    { ...withoutId, mimeType: 'text/plain', expected: 'text/css', count: 2 },
  ],
  'block/integrity': [{ ...request, algorithm: 'sha384' }],
  'block/mixed-content': [{ ...request, page: 'https://portal.example.test' }],
  'block/proxy-authentication': [
    request,
    { ...withoutId, code: 'net::ERR_TUNNEL_CONNECTION_FAILED', count: 2 },
  ],
  'block/interception': [
    { ...request, blockPage: true, vendor: 'Webwatch' },
    { ...withoutId, blockPage: true },
    { ...request, blockPage: false, vendor: 'Webwatch', count: 12 },
    { ...request, blockPage: false },
  ],
  'block/captive-portal': [request, { ...withoutId, portal: 'wifi.example.net' }],
};
