import type { Scenario } from '../../scenario/scenario.ts';
import { family } from '../web-app/app.ts';
import { closedHost } from '../web-app/live.ts';
import { annuaire, denwa, telefonie } from '../web-app/looks.ts';
import { body, html, inTurn, json, nothing, redirect } from '../web-app/reply.ts';

/** Other mixtures of faults with one cause. */
const composite = family('composite-abroad', 'measure', telefonie);

const UNAVAILABLE = body(
  'text/plain',
  'upstream connect error or disconnect/reset before headers. reset reason: connection failure',
  { status: 503, fields: { server: 'istio-envoy' } },
);

export const compositeAbroad: readonly Scenario[] = [
  composite({
    name: 'nummerndienst-weg',
    title: 'Nummern fehlen, Berichte auch, und alles wird langsam.',
    script: `for (let versuch = 0; versuch < 5; versuch++) { if ((await http.get('/Dienste/Nummern')).ok) break; await pause(60); }
      await http.get('/Dienste/Berichte/Nummern');
      await http.send('POST', '/Dienste/Sammel', [1, 2]);`,
    routes: () => ({
      '/Dienste/Nummern': UNAVAILABLE,
      '/Dienste/Berichte/Nummern': json({
        Erfolg: false,
        success: false,
        Meldung: 'Nummerndienst nicht erreichbar',
      }),
      '/Dienste/Sammel': json(
        {
          Antworten: [
            { Id: 1, status: 200 },
            { Id: 2, status: 503 },
          ],
        },
        { status: 207 },
      ),
    }),
    truth: {
      expects: [
        { finding: 'fail/gateway-envoy', on: [{ url: '/Dienste/Nummern' }], root: true },
        { finding: 'slow/retry-storm', on: [{ url: '/Dienste/Nummern' }] },
        { finding: 'fail/error-in-success', on: [{ url: '/Dienste/Berichte/Nummern' }] },
        { finding: 'fail/batch-item', on: [{ url: '/Dienste/Sammel' }] },
      ],
      allows: ['fail/http-5xx'],
    },
  }),
  composite({
    name: 'hote-disparu',
    title: 'Plus de présence depuis le déménagement, et la page interroge sans cesse.',
    look: annuaire,
    browser: { unreachable: { 'presence-ancienne.example.test': 'refused' } },
    script: `await http.get('https://presence-ancienne.example.test/etat'); await http.get('https://presence-ancienne.example.test/etat');
      for (let tour = 0; tour < 6; tour++) { await http.get('/rest/v2/presence'); await pause(220); }
      await http.send('PUT', '/rest/v2/presence/abonnement', { hote: 'presence-ancienne' });`,
    routes: () => ({
      '/rest/v2/presence': json({ etats: [] }),
      '/rest/v2/presence/abonnement': json({ libelle: 'Hôte inconnu' }, { status: 422 }),
    }),
    truth: {
      expects: [
        {
          finding: 'fail/refused',
          on: [{ url: 'presence-ancienne.example.test/etat' }],
          reason: 'net::ERR_CONNECTION_REFUSED',
          root: true,
        },
        { finding: 'slow/polling', on: [{ url: '/rest/v2/presence' }] },
        { finding: 'fail/http-4xx', on: [{ url: '/rest/v2/presence/abonnement' }] },
      ],
      allows: ['slow/duplicate-calls', 'slow/many-calls'],
      browser: [
        { on: { url: 'presence-ancienne.example.test/etat' }, errorText: 'net::ERR_CONNECTION_REFUSED' },
      ],
    },
  }),
  composite({
    name: 'furui-peeji',
    title: '更新のあと、画面の一部が出ず、保存もできません。',
    look: denwa,
    documentFields: { age: '10800', 'cache-control': 'public, max-age=21600' },
    script: `await new Promise((resolve) => {
        const buhin = document.createElement('script');
        buhin.src = '/static/js/hyou.0d5c77ab.chunk.js';
        buhin.onload = buhin.onerror = resolve;
        document.head.appendChild(buhin);
      });
      await http.send('POST', '/svc/hozon.do', { keishiki: 1 });
      await http.get('/svc/v1/bango.do');`,
    routes: () => ({
      '/static/js/*': html('<html><head><title>404</title></head></html>', { status: 404 }),
      '/svc/hozon.do': json({ message: '形式 1 は廃止されました' }, { status: 400 }),
      '/svc/v1/bango.do': json({ bango: [] }, { fields: { deprecation: 'true' } }),
    }),
    truth: {
      expects: [
        { finding: 'version/stale-document', on: [{ url: '/' }], root: true },
        { finding: 'version/chunk-missing', on: [{ url: '/static/js/hyou.0d5c77ab.chunk.js' }] },
        { finding: 'fail/http-4xx', on: [{ url: '/svc/hozon.do' }] },
        { finding: 'version/deprecated-api', on: [{ url: '/svc/v1/bango.do' }] },
      ],
      // The missing file is a refusal as well.
      allows: ['fail/http-4xx'],
    },
  }),
  composite({
    name: 'abgemeldet',
    title: 'Nach der Pause bleibt alles leer, und nichts wird gespeichert.',
    script: `await Promise.all([http.get('/Dienste/Nutzer'), http.get('/Dienste/Geraete')]);
      await http.send('POST', '/Dienste/Geraete', { Typ: 'Tisch' });
      await http.get('/Dienste/Lizenzen');`,
    routes: () => ({
      'POST /Dienste/Geraete': nothing(405, { fields: { allow: 'GET' } }),
      '/Dienste/Lizenzen': json({ success: false, errorText: 'Keine Sitzung' }),
      '/Dienste/*': redirect('https://anmeldung.example.test/anmelden?zurueck=1'),
    }),
    sites: () => [
      {
        host: 'anmeldung.example.test',
        handle: html(
          '<!DOCTYPE html><html lang="de"><head><title>Anmelden</title></head><body><form><input type="password" name="kennwort"></form></body></html>',
          { fields: { 'access-control-allow-origin': '*' } },
        ),
      },
    ],
    truth: {
      expects: [
        {
          finding: 'auth/redirect-to-login',
          on: [
            { method: 'GET', url: '/Dienste/Nutzer' },
            { method: 'GET', url: '/Dienste/Geraete' },
          ],
          root: true,
        },
        { finding: 'fail/html-for-json', on: [{ url: 'anmeldung.example.test/anmelden' }] },
        { finding: 'fail/method-not-allowed', on: [{ method: 'POST', url: '/Dienste/Geraete' }] },
        { finding: 'fail/error-in-success', on: [{ url: '/Dienste/Lizenzen' }] },
      ],
      allows: [
        'fail/http-4xx',
        'slow/redirects',
        'slow/duplicate-calls',
        'cors/missing-allow-origin',
        'cors/allow-origin-mismatch',
      ],
    },
  }),
  composite({
    name: 'limite-atteinte',
    title: 'La page d’équipe ne montre que la moitié des collègues.',
    look: annuaire,
    script: `await Promise.all(Array.from({ length: 16 }, (_, rang) => http.get('/rest/v2/collegues/' + (700 + rang))));
      await http.send('POST', '/rest/v2/graph', { query: '{ equipe { presents } }' });
      await http.get('/rest/v2/equipe/photo');`,
    routes: () => {
      let appels = 0;
      return {
        '/rest/v2/collegues/*': (request, response) =>
          ++appels > 11
            ? json({ libelle: 'Quota dépassé' }, { status: 429, fields: { 'retry-after': '20' } })(
                request,
                response,
              )
            : json({ nom: 'Petit' }, { afterMs: 45 })(request, response),
        '/rest/v2/graph': json({ data: { equipe: null }, errors: [{ message: 'Équipe incomplète' }] }),
        '/rest/v2/equipe/photo': nothing(404),
      };
    },
    truth: {
      expects: [
        { finding: 'slow/many-calls', on: [{ url: /\/collegues\/7\d\d$/ }], root: true },
        {
          finding: 'fail/rate-limited',
          on: [11, 12, 13, 14, 15].map((nth) => ({ url: /\/collegues\/7\d\d$/, nth })),
        },
        { finding: 'fail/graphql', on: [{ url: '/rest/v2/graph' }] },
        { finding: 'fail/http-4xx', on: [{ url: '/rest/v2/equipe/photo' }] },
      ],
      allows: ['fail/error-in-success', 'fail/http-4xx'],
    },
  }),
  composite({
    name: 'tsuuchi-tomaru',
    title: '新しい回線から、通知が届かず画面が重くなりました。',
    look: denwa,
    script: `const tsuuchi = new WebSocket('wss://tsuuchi.example.test/jotai');
      await new Promise((resolve) => { tsuuchi.onclose = resolve; });
      for (let kai = 0; kai < 6; kai++) { await http.get('/svc/jotai.do'); await pause(210); }
      await http.get('/svc/rokuon.do');`,
    sites: () => [closedHost('tsuuchi.example.test')],
    routes: () => ({
      '/svc/jotai.do': json({ jotai: 'fumei' }),
      '/svc/rokuon.do': inTurn(json({ message: '400: 契約がありません (Onsei Bank)' }, { status: 502 })),
    }),
    truth: {
      expects: [
        { finding: 'fail/web-socket', on: [{ url: /^wss:\/\/tsuuchi/ }], root: true },
        { finding: 'slow/polling', on: [{ url: '/svc/jotai.do' }] },
        { finding: 'fail/upstream', on: [{ url: '/svc/rokuon.do' }] },
      ],
      allows: ['slow/duplicate-calls', 'slow/many-calls', 'fail/http-5xx'],
    },
  }),
];
