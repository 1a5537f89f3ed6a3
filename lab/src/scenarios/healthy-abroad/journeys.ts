import type { Scenario } from '../../scenario/scenario.ts';
import { service } from '../web-app/app.ts';
import { liveHost } from '../web-app/live.ts';
import { annuaire, denwa, telefonie } from '../web-app/looks.ts';
import { body, html, inTurn, json, nothing, redirect, silence } from '../web-app/reply.ts';
import { healthy } from '../web-app/truth-of.ts';
import { works } from './family.ts';

const token = (name: string) => Buffer.from(`laboratoire: ${name}`).toString('base64url');

/** Ways through applications that lead where they should. */
export const journeys: readonly Scenario[] = [
  works({
    name: 'conflit-puis-fusion',
    title: 'Tout marche : une fiche modifiée ailleurs est fusionnée puis enregistrée.',
    script: `for (let version = 3; version < 5; version++) {
        const reponse = await http.send('PUT', '/rest/v2/fiches/8', { nom: 'Moreau', version });
        if (reponse.status !== 409) break;
        await http.get('/rest/v2/fiches/8');
      }`,
    routes: () => ({
      'GET /rest/v2/fiches/8': json({ nom: 'Moreau', version: 4 }),
      'PUT /rest/v2/fiches/8': inTurn(
        json({ libelle: 'Version dépassée' }, { status: 409 }),
        json({ version: 5 }),
      ),
    }),
    truth: healthy(['fail/conflict', 'fail/http-4xx']),
  }),
  works({
    name: 'sitzung-erneuert',
    title: 'Alles in Ordnung: die Sitzung läuft ab und wird erneuert.',
    look: telefonie,
    script: `let ausweis = '${token('alt')}';
      const holen = (pfad) => http.get(pfad, { headers: { authorization: 'Bearer ' + ausweis } });
      if ((await holen('/Dienste/Nutzer')).status === 401) {
        ausweis = (await http.send('POST', '/Dienste/Anmeldung/erneuern', {})).json().access_token;
        await holen('/Dienste/Nutzer');
      }
      await holen('/Dienste/Rollen');`,
    routes: () => ({
      '/Dienste/Nutzer': inTurn(
        json({ Meldung: 'Ausweis abgelaufen' }, { status: 401, fields: { 'www-authenticate': 'Bearer' } }),
        json({ Nutzer: [] }),
      ),
      '/Dienste/Rollen': json({ Rollen: [] }),
      '/Dienste/Anmeldung/erneuern': json({ access_token: token('neu'), expires_in: 900 }),
    }),
    truth: healthy(['auth/unauthorized', 'auth/token-expired', 'fail/http-4xx']),
  }),
  works({
    name: 'connexion-par-le-portail',
    title: 'Tout marche : deux détours par le portail d’identité.',
    script: '',
    routes: () => ({
      '/ouvrir': redirect('https://identite.example.test/cas/login?service=annuaire', 303),
      '/retour': redirect('/', 302, {
        fields: { 'set-cookie': 'JSESSIONID=j-42; Path=/; Secure; HttpOnly; SameSite=Lax' },
      }),
    }),
    sites: () => [
      service(annuaire, 'identite.example.test', {
        '/cas/login': redirect('https://annuaire.example.test/retour?ticket=ST-42', 302),
      }),
    ],
    drive: async (tab) => {
      await tab.open('https://annuaire.example.test/ouvrir');
      await tab.until();
    },
    truth: healthy(['slow/redirects']),
  }),
  works({
    name: 'nyuuryoku-no-tochuu',
    title: '問題なし: 入力のたびに前の検索をやめます。',
    look: denwa,
    script: `let mae;
      const matsu = [];
      for (const moji of ['s', 'sa', 'sat', 'sato']) {
        if (mae) mae.abort();
        mae = new AbortController();
        matsu.push(http.get('/svc/kensaku.do?q=' + moji, { signal: mae.signal }));
        await pause(35);
      }
      await Promise.all(matsu);`,
    routes: () => ({ '/svc/kensaku.do': json({ kekka: ['sato'] }, { afterMs: 120 }) }),
    truth: healthy(['fail/aborted-by-user', 'slow/many-calls']),
  }),
  works({
    name: 'evenements-fermes',
    title: 'Tout marche : la page n’écoute plus une fois l’import terminé.',
    script: `const flux = new EventSource('/rest/v2/import/flux');
      await new Promise((resolve) => flux.addEventListener('fin', resolve));
      flux.close();`,
    routes: () => ({
      '/rest/v2/import/flux': (_, response) => {
        response.setHeader('content-type', 'text/event-stream;charset=UTF-8');
        (response as NodeJS.WritableStream).write('event: etape\ndata: 50\n\nevent: fin\ndata: 100\n\n');
      },
    }),
    truth: healthy(['fail/aborted-by-user']),
  }),
  works({
    name: 'lange-abfrage',
    title: 'Alles in Ordnung: die Seite wartet auf Neues.',
    look: telefonie,
    script: `for (let runde = 0; runde < 3; runde++) await http.send('POST', '/Dienste/Neues', { seit: runde });`,
    routes: () => ({
      '/Dienste/Neues': inTurn(
        json({ Neues: [] }, { afterMs: 1100 }),
        json({ Neues: ['Anruf'] }, { afterMs: 300 }),
        json({ Neues: [] }, { afterMs: 1100 }),
      ),
    }),
    truth: healthy([
      'slow/long-poll',
      'slow/polling',
      'slow/server',
      'slow/wait-unexplained',
      'slow/waterfall',
      'slow/duplicate-calls',
    ]),
  }),
  works({
    name: 'douki-no-tsuushin',
    title: '問題なし: WebSocket は決まりどおりに終わります。',
    look: denwa,
    script: `const tsuushin = new WebSocket('wss://tsuuchi.example.test/jotai');
      await new Promise((resolve) => { tsuushin.onmessage = () => tsuushin.close(1000); tsuushin.onclose = resolve; });`,
    sites: () => [
      liveHost('tsuuchi.example.test', (socket) => {
        socket.send('{"jotai":"zaiseki"}');
        setTimeout(() => socket.close(1000), 60);
      }),
    ],
    truth: healthy(),
  }),
  works({
    name: 'kein-bild',
    title: 'Alles in Ordnung: ohne Bild steht das Kürzel da.',
    look: telefonie,
    script: `await Promise.all([1, 2].map((nr) => new Promise((resolve) => {
        const bild = new Image(); bild.onload = bild.onerror = resolve; bild.src = '/Bilder/' + nr + '.jpg';
      })));
      await http.get('/Dienste/Nutzer/1/Einstellungen');
      await http.send('PUT', '/Dienste/Nutzer/1/Einstellungen', { Ansicht: 'dicht' });`,
    routes: () => ({
      '/Bilder/*': html(
        '<html><head><title>404 - Datei oder Verzeichnis wurde nicht gefunden.</title></head></html>',
        { status: 404 },
      ),
      'GET /Dienste/Nutzer/1/Einstellungen': nothing(404),
      'PUT /Dienste/Nutzer/1/Einstellungen': nothing(204),
    }),
    truth: healthy(['fail/http-4xx']),
  }),
  works({
    name: 'mesures-bloquees',
    title: 'Tout marche ; un bloqueur arrête la mesure d’audience.',
    script: `await Promise.allSettled([fetch('https://audience.example.test/hit'), http.get('/rest/v2/contacts')]);`,
    routes: () => ({ '/rest/v2/contacts': json({ contacts: [] }) }),
    drive: async (tab) => {
      await tab.page.route('https://audience.example.test/**', (route) => route.abort('blockedbyclient'));
      await tab.open('https://annuaire.example.test/');
      await tab.until();
    },
    truth: healthy(['block/by-client']),
  }),
  works({
    name: 'toujours-valable',
    title: 'Tout marche : la liste n’a pas changé.',
    script: `await fetch('/rest/v2/modeles', { cache: 'no-cache' }); await fetch('/rest/v2/modeles', { cache: 'no-cache' });`,
    routes: () => {
      const lastModified = 'Mon, 02 Dec 2019 08:00:00 GMT';
      return {
        '/rest/v2/modeles': (request, response) =>
          request.headers['if-modified-since'] === undefined
            ? json(
                { modeles: ['bureau'] },
                { fields: { 'last-modified': lastModified, 'cache-control': 'no-cache' } },
              )(request, response)
            : nothing(304, { fields: { 'last-modified': lastModified, 'cache-control': 'no-cache' } })(
                request,
                response,
              ),
      };
    },
    truth: healthy(['slow/duplicate-calls']),
  }),
  works({
    name: 'anderer-dienst-erlaubt',
    title: 'Alles in Ordnung: ein anderer Dienst wird gefragt und erlaubt es.',
    look: telefonie,
    script: `await http.send('PATCH', 'https://nummern.example.test/v3/nummer/4711', { frei: true }, { headers: { 'x-mandant': 'm-2' } });`,
    sites: () => [
      service(telefonie, 'nummern.example.test', {
        'OPTIONS /v3/*': nothing(200, {
          fields: {
            'access-control-allow-methods': 'PATCH',
            'access-control-allow-headers': 'Content-Type, X-Mandant',
            'access-control-max-age': '300',
          },
        }),
        '/v3/*': json({ frei: true }),
      }),
    ],
    truth: healthy(),
  }),
  works({
    name: 'bubun-saisei',
    title: '問題なし: 録音を途中から再生します。',
    look: denwa,
    script: `await http.get('/rokuon/8.mp3', { headers: { range: 'bytes=0-1' } }); await http.get('/rokuon/8.mp3', { headers: { range: 'bytes=2-' } });`,
    routes: () => ({
      '/rokuon/8.mp3': (request, response) => {
        const isProbe = request.headers.range === 'bytes=0-1';
        return body('audio/mpeg', Buffer.alloc(isProbe ? 2 : 300), {
          status: 206,
          fields: { 'content-range': isProbe ? 'bytes 0-1/302' : 'bytes 2-301/302', etag: '"r8"' },
        })(request, response);
      },
    }),
    truth: healthy(),
  }),
  works({
    name: 'abgang-mit-zaehler',
    title: 'Alles in Ordnung: beim Speichern der Aufzeichnung war noch ein Zähler unterwegs.',
    look: telefonie,
    exportEarly: true,
    script: `navigator.sendBeacon('/zaehler', 'seite=uebersicht'); await http.get('/Dienste/Nutzer'); void http.get('/Dienste/Ereignisse');`,
    routes: () => ({
      '/zaehler': silence,
      '/Dienste/Nutzer': json({ Nutzer: [] }),
      '/Dienste/Ereignisse': silence,
    }),
    truth: healthy(['fail/pending']),
  }),
  works({
    name: 'attente-demandee',
    title: 'Tout marche : le service demande une seconde, la page attend.',
    script: `for (let essai = 0; essai < 3; essai++) {
        const reponse = await http.get('/rest/v2/recherche?q=mo');
        if (reponse.ok) break;
        await pause(1000 * Number(reponse.header('retry-after')));
      }`,
    routes: () => ({
      '/rest/v2/recherche': inTurn(
        json({ libelle: 'Trop de requêtes' }, { status: 429, fields: { 'retry-after': '1' } }),
        json({ contacts: [] }),
      ),
    }),
    truth: healthy(['fail/rate-limited', 'fail/http-4xx']),
  }),
  works({
    name: 'tsugi-no-peeji',
    title: '問題なし: 続きの場所を前の結果が教えます。',
    look: denwa,
    script: `let tsugi = '/svc/rireki.do';
      while (tsugi) tsugi = (await http.get(tsugi)).json().tsugi;`,
    routes: () => {
      let peeji = 0;
      return {
        '/svc/rireki.do': (request, response) =>
          json(
            { tsugi: ++peeji < 5 ? `/svc/rireki.do?kara=z${(peeji * 6007).toString(36)}` : null },
            { afterMs: 40 },
          )(request, response),
      };
    },
    truth: healthy(['slow/waterfall']),
  }),
];
