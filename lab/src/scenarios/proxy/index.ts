import type { Scenario } from '../../scenario/scenario.ts';
import { application } from '../application.ts';
import { host } from '../host.ts';
import { visitsOf } from '../visit.ts';

const proxyVisit = visitsOf('proxy', 'develop');

const BLOCK_PAGE = `<!doctype html><html data-lab="done"><head><title>Access denied - Web Gateway</title><link rel="icon" href="data:,"></head>
<body><h1>Access denied</h1><p>Category: file sharing. Policy: office. Ask the help desk and give them the number 7731-204.</p></body></html>`;

/** What stands between a person and the portal. */
export const proxy: readonly Scenario[] = [
  proxyVisit({
    name: 'sign-in-wanted-plain',
    title: 'The intranet page opens to a proxy’s demand for a password.',
    url: 'http://intranet.example.test/news',
    browser: { proxy: { demandsCredentials: true } },
    sites: () => [],
    drive: (tab) => tab.open('http://intranet.example.test/news'),
    truth: {
      expects: [
        { finding: 'block/proxy-authentication', on: [{ url: 'intranet.example.test/news' }], root: true },
      ],
      allows: ['fail/http-4xx'],
    },
  }),
  proxyVisit({
    name: 'sign-in-wanted-tunnel',
    title: 'The portal does not open at the office.',
    browser: { proxy: { demandsCredentials: true } },
    sites: () => [],
    drive: (tab) => tab.open('https://portal.example.test/'),
    truth: {
      expects: [{ finding: 'block/proxy-authentication', on: [{ url: 'portal.example.test/' }], root: true }],
      allows: ['fail/http-4xx'],
    },
  }),
  proxyVisit({
    name: 'tunnel-refused',
    title: 'The portal opens at the office, but voicemail never loads.',
    browser: { proxy: { refusesTunnelsTo: ['voicemail.example.test'] } },
    sites: () => [
      application({
        script: `await client.get('/api/session');
          await client.get('https://voicemail.example.test/v1/messages');`,
        routes: { '/api/session': { json: { user: 'avery' } } },
      }),
    ],
    truth: {
      expects: [
        {
          finding: 'block/proxy-authentication',
          on: [{ url: 'voicemail.example.test/v1/messages' }],
          reason: 'net::ERR_TUNNEL_CONNECTION_FAILED',
          root: true,
        },
      ],
      allows: ['fail/unreachable'],
      browser: [
        {
          on: { url: 'voicemail.example.test/v1/messages' },
          errorText: 'net::ERR_TUNNEL_CONNECTION_FAILED',
        },
      ],
    },
  }),
  proxyVisit({
    name: 'gateway-shows-its-own-page',
    title: 'Uploads fail at the office with "Unexpected token <".',
    sites: () => [
      application({ script: `await client.get('https://files.example.com/v1/folders');` }),
      host({
        host: 'files.example.com',
        fields: {
          via: '1.1 gw-07 (Web Gateway 9.2)',
          'x-gateway-policy': 'office; category=file-sharing; action=block',
          'access-control-allow-origin': '*',
        },
        routes: { '/v1/folders': { status: 403, html: BLOCK_PAGE } },
      }),
    ],
    truth: {
      expects: [{ finding: 'block/interception', on: [{ url: 'files.example.com/v1/folders' }], root: true }],
      allows: ['fail/http-4xx', 'auth/firewall-refused', 'fail/html-for-json'],
    },
  }),
  proxyVisit({
    name: 'captive-portal',
    title: 'Nothing loads in the hotel before somebody accepts the terms.',
    url: 'http://portal.example.test/',
    sites: () => [
      host({
        host: 'portal.example.test',
        scheme: 'http',
        protocol: 'http/1.1',
        routes: {},
        otherwise: {
          status: 302,
          fields: {
            location: 'http://wifi-welcome.example.net/terms?from=portal.example.test',
            server: 'hotspot',
          },
        },
      }),
      host({
        host: 'wifi-welcome.example.net',
        scheme: 'http',
        routes: {
          '/terms': {
            html: `<!doctype html><html data-lab="done"><head><title>Guest Wi-Fi: log in to the network</title><link rel="icon" href="data:,"></head>
              <body><h1>Welcome</h1><button>Accept and connect</button></body></html>`,
          },
        },
      }),
    ],
    truth: {
      expects: [
        {
          finding: 'block/captive-portal',
          on: [{ url: 'portal.example.test/' }, { url: 'wifi-welcome.example.net/terms' }],
          root: true,
        },
      ],
      allows: ['auth/redirect-to-login', 'slow/redirects'],
    },
  }),
  proxyVisit({
    name: 'proxy-in-between',
    title: 'Works, through the proxy of the office.',
    browser: { proxy: { connectDelayMs: 20 } },
    sites: () => [
      application({
        script: `await client.get('/api/session');
          await client.get('https://api.example.test/v1/users');`,
        fields: { via: '1.1 office-proxy' },
        routes: { '/api/session': { json: { user: 'avery' } } },
      }),
      host({
        host: 'api.example.test',
        fields: { 'access-control-allow-origin': '*', via: '1.1 office-proxy' },
        routes: { '/v1/users': { json: { users: [] } } },
      }),
    ],
    truth: { healthy: true, expects: [], allows: ['block/interception', 'slow/proxy'] },
  }),
];
