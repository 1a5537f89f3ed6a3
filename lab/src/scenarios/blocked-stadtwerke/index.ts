import { createHash } from 'node:crypto';
import type { Site } from '../../network/site.ts';
import type { FindingName } from '../../scenario/finding-names.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { ExpectedVerdict, RequestMatcher } from '../../scenario/truth.ts';
import { host } from '../host.ts';
import { type OlderPageSpec, olderPage } from '../older-page.ts';
import { visitsOf } from '../visit.ts';

const utilityVisit = visitsOf('blocked-stadtwerke', 'measure');

const HOME = 'https://stadtwerke.example.com/';

interface Missing extends Partial<OlderPageSpec> {
  readonly name: string;
  readonly complaint: string;
  readonly others?: readonly Site[];
  readonly on: RequestMatcher;
  readonly also?: readonly RequestMatcher[];
  readonly finding: FindingName;
  readonly said?: Omit<ExpectedVerdict, 'on'>;
  readonly allows?: readonly FindingName[];
  readonly drive?: Scenario['drive'];
}

function missing(spec: Missing): Scenario {
  const { name, complaint, others = [], on, also = [], finding, said, allows, drive, ...page } = spec;
  const reason = said?.blockedReason ?? said?.errorText;
  return utilityVisit({
    name,
    title: complaint,
    url: HOME,
    ...(drive === undefined ? {} : { drive }),
    sites: () => [
      olderPage({
        host: 'stadtwerke.example.com',
        lang: 'de',
        title: 'Stadtwerke',
        fields: { Server: 'lighttpd/1.4.73' },
        ...page,
      }),
      ...others,
    ],
    truth: {
      expects: [{ finding, on: [on, ...also], ...(reason ? { reason } : {}), root: true }],
      ...(allows === undefined ? {} : { allows }),
      ...(said === undefined ? {} : { browser: [{ on, ...said }] }),
    },
  });
}

const OLD_SCRIPT = 'window.tarife = 2025;';

/** A German utility's page with things missing. Only ever counted: no rule is written by it. */
export const blockedStadtwerke: readonly Scenario[] = [
  missing({
    name: 'zaehler-skript-gesperrt',
    complaint: 'Das Feld für den Zählerstand fehlt.',
    documentFields: {
      'Content-Security-Policy': "script-src 'self' https://cdn.example.com; object-src 'none'",
    },
    body: '<script src="https://zaehler.example.org/feld.js"></script>',
    on: { url: 'zaehler.example.org/feld.js' },
    finding: 'block/content-security-policy',
    said: { blockedReason: 'csp' },
  }),
  missing({
    name: 'karte-gesperrt-und-gemeldet',
    complaint: 'Die Karte der Baustellen fehlt.',
    documentFields: {
      'Content-Security-Policy': "connect-src 'self'; report-uri https://berichte.example.org/csp",
    },
    script: `await ask('GET', 'https://karten.example.net/kacheln/1');
      await ask('GET', '/abgleich');`,
    routes: { '/abgleich': { json: { stand: 7 } } },
    others: [host({ host: 'berichte.example.org', routes: { '/csp': { status: 202 } } })],
    on: { url: 'karten.example.net/kacheln/1' },
    also: [{ method: 'POST', url: 'berichte.example.org/csp' }],
    finding: 'block/content-security-policy',
    said: { blockedReason: 'csp', issue: 'ContentSecurityPolicyIssue' },
  }),
  missing({
    name: 'alte-schnittstelle-ohne-https',
    complaint: 'Die Störungsliste bleibt leer.',
    script: `await ask('GET', 'http://stoerung.example.net/liste.xml');`,
    on: { url: 'stoerung.example.net/liste.xml' },
    finding: 'block/mixed-content',
    said: { blockedReason: 'mixed-content' },
  }),
  missing({
    name: 'pruefsumme-falsch',
    complaint: 'Der Tarifrechner fehlt.',
    body: `<script src="/js/tarife.js" integrity="sha256-${createHash('sha256').update(OLD_SCRIPT).digest('base64')}"></script>`,
    routes: { '/js/tarife.js': { script: 'window.tarife = 2026;', type: 'application/javascript' } },
    on: { url: '/js/tarife.js' },
    finding: 'block/integrity',
  }),
  missing({
    name: 'skript-ist-text',
    complaint: 'Die Hilfe klappt nicht auf.',
    body: '<script src="/js/hilfe.js"></script>',
    routes: {
      '/js/hilfe.js': { text: 'window.hilfe = true;', fields: { 'X-Content-Type-Options': 'nosniff' } },
    },
    on: { url: '/js/hilfe.js' },
    finding: 'block/nosniff',
    allows: ['lint/content-type-mismatch'],
  }),
  missing({
    name: 'bild-gehoert-anderen',
    complaint: 'Das Foto des Wasserwerks fehlt.',
    body: '<img src="https://bilder.example.org/werk.jpg" alt="">',
    others: [
      host({
        host: 'bilder.example.org',
        routes: {
          '/werk.jpg': {
            bytes: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46]),
            type: 'image/jpeg',
            fields: { 'Cross-Origin-Resource-Policy': 'same-origin', Server: 'ATS' },
          },
        },
      }),
    ],
    on: { url: 'bilder.example.org/werk.jpg' },
    finding: 'block/response-policy',
    said: { blockedReason: 'corp-not-same-origin' },
  }),
  missing({
    name: 'rahmen-verboten',
    complaint: 'Das Kundenkonto erscheint nicht mehr auf der Seite.',
    body: '<iframe src="https://konto.example.org/uebersicht" title="Konto"></iframe>',
    others: [
      host({
        host: 'konto.example.org',
        routes: {
          '/uebersicht': {
            html: '<title>Konto</title>',
            fields: { 'Content-Security-Policy': 'frame-ancestors https://www.stadtwerke.example.com' },
          },
        },
      }),
    ],
    on: { url: 'konto.example.org/uebersicht' },
    finding: 'block/response-policy',
    said: { errorText: 'net::ERR_BLOCKED_BY_RESPONSE' },
    allows: ['block/content-security-policy'],
  }),
  missing({
    name: 'erweiterung-sperrt',
    complaint: 'Bei einem Kunden lässt sich das Formular nicht absenden.',
    script: `await ask('POST', 'https://tracking.example.org/auftrag', { headers: { 'Content-Type': 'application/json' }, body: '{}' });`,
    async drive({ page, open, until }) {
      const session = await page.context().newCDPSession(page);
      await session.send('Fetch.enable', { patterns: [{ urlPattern: '*tracking*' }] });
      session.on('Fetch.requestPaused', ({ requestId }) => {
        void session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
      });
      await open(HOME);
      await until();
    },
    on: { method: 'POST', url: 'tracking.example.org/auftrag' },
    also: [{ method: 'OPTIONS', url: 'tracking.example.org/auftrag' }],
    finding: 'block/by-client',
    said: { errorText: 'net::ERR_BLOCKED_BY_CLIENT' },
  }),
  utilityVisit({
    name: 'werbung-gesperrt',
    title: 'Geht: nur die Zählpixel fehlen.',
    url: HOME,
    sites: () => [
      olderPage({
        host: 'stadtwerke.example.com',
        lang: 'de',
        title: 'Stadtwerke',
        body: '<img src="https://pixel.example.org/p.gif" alt="">',
        script: `await ask('GET', '/tarife.json');`,
        routes: { '/tarife.json': { json: [{ name: 'Grund', cent: 31.2 }] } },
      }),
    ],
    async drive({ page, open, until }) {
      const session = await page.context().newCDPSession(page);
      await session.send('Network.enable');
      await session.send('Network.setBlockedURLs', { urls: ['*pixel.example.org*'] });
      await open(HOME);
      await until();
    },
    truth: { healthy: true, expects: [], allows: ['block/by-client'] },
  }),
];
