import { brotliCompressSync } from 'node:zlib';
import type { Scenario } from '../../scenario/scenario.ts';
import { takes } from '../portal.ts';
import { family, service } from '../web-app/app.ts';
import { annuaire, denwa, telefonie } from '../web-app/looks.ts';
import { body, json, nothing, redirect } from '../web-app/reply.ts';
import { fault } from '../web-app/truth-of.ts';

/** Other pages that ask too much, too often, or in the wrong order. */
const traffic = family('traffic-abroad', 'measure', annuaire);

const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    nr: (index * 7907) % 99_991,
    anrufer: `+1555010${index % 10}`,
    dauer: (index * 41) % 2400,
    ende: 'normal beendet',
  }));

export const trafficAbroad: readonly Scenario[] = [
  traffic({
    name: 'tentatives-en-rafale',
    title: 'La messagerie échoue et la page devient lente.',
    script: `for (let essai = 0; essai < 7; essai++) { if ((await http.send('POST', '/rest/v2/messagerie', { lire: true })).ok) break; }`,
    routes: () => ({ '/rest/v2/messagerie': json({ libelle: 'Service indisponible' }, { status: 503 }) }),
    truth: fault('slow/retry-storm', '/rest/v2/messagerie', { allows: ['fail/http-5xx'] }),
  }),
  traffic({
    name: 'hitori-zutsu',
    title: '部署の一覧が出るまで長くかかります。',
    look: denwa,
    script: `const shain = Array.from({ length: 15 }, (_, index) => 3000 + index);
      await Promise.all(shain.map((bango) => http.get('/svc/shain/' + bango + '/zaiseki.do')));`,
    routes: () => ({ '/svc/shain/*': json({ zaiseki: true }, { afterMs: 50 }) }),
    truth: fault('slow/many-calls', /\/svc\/shain\/30\d\d\//),
  }),
  traffic({
    name: 'staendig-nachgefragt',
    title: 'Die Anzeigetafel verbraucht viel Datenvolumen.',
    look: telefonie,
    script: `for (let runde = 0; runde < 7; runde++) { await http.send('POST', '/Dienste/Tafel', { warteschlange: 2 }); await pause(300); }`,
    routes: () => ({ '/Dienste/Tafel': json({ Wartend: 0 }) }),
    truth: fault('slow/polling', '/Dienste/Tafel', { allows: ['slow/duplicate-calls', 'slow/many-calls'] }),
  }),
  traffic({
    name: 'eins-nach-dem-anderen',
    title: 'Die Übersicht baut sich Kachel für Kachel auf.',
    look: telefonie,
    script: `await http.get('/Dienste/Kachel/Anrufe'); await http.get('/Dienste/Kachel/Geraete'); await http.get('/Dienste/Kachel/Nutzer'); await http.get('/Dienste/Kachel/Lizenzen');`,
    routes: () => ({ '/Dienste/Kachel/*': json({ Anzahl: 3 }, { afterMs: 390 }) }),
    truth: fault('slow/waterfall', /\/Dienste\/Kachel\//, { allows: ['slow/wait-unexplained'] }),
  }),
  traffic({
    name: 'double-lecture',
    title: 'Chaque fiche est lue deux fois.',
    script: `const lire = () => http.get('/rest/v2/fiches/12?detail=complet');
      await lire(); await pause(150); await lire(); await lire();`,
    routes: () => ({ '/rest/v2/fiches/12': json({ nom: 'Moreau', poste: '4711' }) }),
    truth: fault('slow/duplicate-calls', '/rest/v2/fiches/12', {
      allows: ['slow/polling', 'slow/not-cached'],
    }),
  }),
  traffic({
    name: 'liste-nicht-gepackt',
    title: 'Die Anrufliste lädt unterwegs sehr lange.',
    look: telefonie,
    script: `await http.get('/Dienste/Anrufe');`,
    routes: () => ({
      '/Dienste/Anrufe': body(
        'application/xml; charset=utf-8',
        `<Anrufe>${rows(1100)
          .map(({ nr, anrufer, dauer }) => `<Anruf Nr="${nr}" Von="${anrufer}" Dauer="${dauer}"/>`)
          .join('')}</Anrufe>`,
      ),
    }),
    truth: fault('slow/uncompressed', '/Dienste/Anrufe'),
  }),
  traffic({
    name: 'alles-auf-einmal',
    title: 'Die Seite friert beim Öffnen der Anrufliste ein.',
    look: telefonie,
    script: `await http.get('/Dienste/Anrufe?alle=ja');`,
    routes: () => ({
      '/Dienste/Anrufe': async (_, response) => {
        const packed = brotliCompressSync(JSON.stringify(rows(5200)));
        response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'br' });
        (response as NodeJS.WritableStream).write(packed.subarray(0, packed.length >> 1));
        await takes(180);
        response.end(packed.subarray(packed.length >> 1));
      },
    }),
    truth: fault('slow/big-response', '/Dienste/Anrufe'),
  }),
  traffic({
    name: 'detours',
    title: 'Chaque recherche fait des détours.',
    script: `await http.get('/rest/recherche?q=mo');`,
    routes: () => ({
      '/rest/recherche': redirect('/rest/v1/recherche?q=mo', 308),
      '/rest/v1/recherche': redirect('/rest/v2/recherche?q=mo', 302, { afterMs: 80 }),
      '/rest/v2/recherche': redirect('/rest/v2/recherche/contacts?q=mo', 303, { afterMs: 80 }),
      '/rest/v2/recherche/contacts': json({ contacts: [] }),
    }),
    truth: fault('slow/redirects', ['/rest/recherche', '/rest/v1/recherche', '/rest/v2/recherche']),
  }),
  traffic({
    name: 'setsuzoku-ga-nokoranai',
    title: '毎回同じだけ待たされます。',
    look: denwa,
    script: `for (let n = 0; n < 7; n++) await http.get('https://kyuu.example.test/sys/' + n);`,
    sites: () => [
      service(
        denwa,
        'kyuu.example.test',
        {
          '/sys/*': nothing(200, {
            fields: { connection: 'close', 'content-type': 'text/plain', 'content-length': '0' },
          }),
        },
        { protocol: 'http/1.1' },
      ),
    ],
    truth: fault('slow/no-reuse', /kyuu\.example\.test\/sys\//, {
      allows: ['slow/many-calls', 'slow/tls', 'slow/connect', 'slow/polling'],
    }),
  }),
];
