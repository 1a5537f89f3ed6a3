import type { Scenario } from '../../scenario/scenario.ts';
import { host } from '../host.ts';
import { olderPage } from '../older-page.ts';
import { visitsOf } from '../visit.ts';

const officeVisit = visitsOf('proxy-kaisha', 'measure');

const work = (script: string) =>
  olderPage({ host: 'kinmu.example.com', lang: 'ja', title: '勤務表', script });

/** A Japanese office behind its gateway. Only ever counted: no rule is written by it. */
export const proxyKaisha: readonly Scenario[] = [
  officeVisit({
    name: 'ninsho-yokyu',
    title: '社内から勤務表が開かない。',
    browser: { proxy: { demandsCredentials: true } },
    sites: () => [],
    drive: (tab) => tab.open('https://kinmu.example.com/'),
    truth: {
      expects: [{ finding: 'block/proxy-authentication', on: [{ url: 'kinmu.example.com/' }], root: true }],
      allows: ['fail/http-4xx'],
    },
  }),
  officeVisit({
    name: 'tonneru-kyohi',
    title: '社内では添付だけ送れない。',
    url: 'https://kinmu.example.com/',
    browser: { proxy: { refusesTunnelsTo: ['tenpu.example.org'] } },
    sites: () => [work(`await ask('PUT', 'https://tenpu.example.org/file/1', { body: 'x' });`)],
    truth: {
      expects: [
        {
          finding: 'block/proxy-authentication',
          on: [
            { method: 'PUT', url: 'tenpu.example.org/file/1' },
            { method: 'OPTIONS', url: 'tenpu.example.org/file/1' },
          ],
          reason: 'net::ERR_TUNNEL_CONNECTION_FAILED',
          root: true,
        },
      ],
      allows: ['fail/unreachable'],
      browser: [
        {
          on: { method: 'OPTIONS', url: 'tenpu.example.org/file/1' },
          errorText: 'net::ERR_TUNNEL_CONNECTION_FAILED',
        },
      ],
    },
  }),
  officeVisit({
    name: 'shadan-gamen',
    title: '地図だけ表示されない。',
    url: 'https://kinmu.example.com/',
    sites: () => [
      work(`await ask('GET', 'https://chizu.example.org/tiles.json');`),
      host({
        host: 'chizu.example.org',
        protocol: 'http/1.1',
        fields: {
          'Access-Control-Allow-Origin': '*',
          Via: '1.1 proxy03.office (SecureWeb/11)',
          'X-SecureWeb-Action': 'BLOCK',
          Server: 'SecureWeb',
        },
        routes: {
          '/tiles.json': {
            html: '<html><head><title>アクセスがブロックされました</title></head><body>会社の方針により、このサイトは表示できません。カテゴリ: 地図</body></html>',
          },
        },
      }),
    ],
    truth: {
      expects: [{ finding: 'block/interception', on: [{ url: '/tiles.json' }], root: true }],
      allows: ['fail/html-for-json', 'auth/firewall-refused'],
    },
  }),
  officeVisit({
    name: 'wifi-no-gamen',
    title: '駅の無線で何も開かない。',
    url: 'http://kinmu.example.com/',
    sites: () => [
      host({
        host: 'kinmu.example.com',
        scheme: 'http',
        routes: {
          '/': { status: 307, fields: { Location: 'http://login.eki-wifi.example.org/guest' } },
        },
      }),
      host({
        host: 'login.eki-wifi.example.org',
        scheme: 'http',
        routes: {
          '/guest': {
            html: '<html lang="ja" data-lab="done"><head><title>駅 Wi-Fi 接続</title><link rel="icon" href="data:,"></head><body><button>同意して接続</button></body></html>',
          },
        },
      }),
    ],
    truth: {
      expects: [
        {
          finding: 'block/captive-portal',
          on: [{ url: 'kinmu.example.com/' }, { url: 'login.eki-wifi.example.org/guest' }],
          root: true,
        },
      ],
      allows: ['auth/redirect-to-login', 'slow/redirects'],
    },
  }),
];
