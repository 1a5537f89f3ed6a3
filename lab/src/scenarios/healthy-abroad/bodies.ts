import { gzipSync } from 'node:zlib';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Look } from '../web-app/look.ts';
import { annuaire, denwa, telefonie } from '../web-app/looks.ts';
import { body, json, type Reply } from '../web-app/reply.ts';
import { healthy } from '../web-app/truth-of.ts';
import { works } from './family.ts';

function shows(look: Look, name: string, title: string, path: string, reply: Reply): Scenario {
  return works({
    name,
    title,
    look,
    script: `show((await http.get('${path}')).text.length);`,
    routes: () => ({ [path]: reply }),
    truth: healthy(),
  });
}

/** Answers in which nothing is wrong but the words. */
export const bodies: readonly Scenario[] = [
  shows(
    annuaire,
    'aucune-erreur',
    'Tout marche : la liste des erreurs est vide.',
    '/rest/v2/synchro',
    json({ succes: true, erreurs: [], errors: null, nbErreurs: 0 }),
  ),
  shows(
    annuaire,
    'cours-sur-les-erreurs',
    'Tout marche : un catalogue de formations.',
    '/rest/v2/formations',
    json({
      formations: [
        {
          titre: 'Gérer une erreur 500 sans paniquer',
          code: 'ERR-500',
          error: 'niveau débutant',
          statut: 'complet',
        },
      ],
    }),
  ),
  shows(
    telefonie,
    'stoerungsliste',
    'Alles in Ordnung: die Seite zeigt Störungen eines alten Jahres.',
    '/Dienste/Stoerungen',
    json({
      Eintraege: [
        { Zeit: '2019-01-14T07:10:00', status: 'failed', error: 'Leitung 4 ohne Signal', behoben: true },
        { Zeit: '2019-01-14T07:12:00', status: 'ok', error: null, behoben: true },
      ],
      errorCode: '0',
      errorText: 'kein Fehler',
    }),
  ),
  shows(
    telefonie,
    'fehlertexte',
    'Alles in Ordnung: die Texte der Oberfläche.',
    '/Dienste/Texte',
    json({
      error: { title: 'Fehler', retry: 'Bitte erneut versuchen' },
      'http.404': 'Nicht gefunden',
      'http.503': 'Dienst nicht verfügbar',
    }),
  ),
  shows(
    denwa,
    'seijou-kekka',
    '問題なし: 結果は OK です。',
    '/svc/jotai.do',
    json({ result: 'OK', status: 0, errcode: 0, errmsg: 'ok', errors: {} }),
  ),
  shows(
    denwa,
    'shippai-no-tokei',
    '問題なし: 失敗した通話の統計です。',
    '/svc/tokei.do',
    json({
      success: 1893,
      failure: 22,
      error: 4,
      naiyou: [
        { code: 503, kensu: 4 },
        { code: 404, kensu: 18 },
      ],
    }),
  ),
  shows(
    annuaire,
    'liste-en-clair',
    'Tout marche : une liste en texte simple.',
    '/rest/v2/codes.txt',
    body('text/plain; charset=utf-8', '404;Introuvable\n500;Erreur interne\n'),
  ),
  works({
    name: 'gepackte-liste',
    title: 'Alles in Ordnung: eine große Liste kommt gepackt.',
    look: telefonie,
    script: `show((await http.get('/Dienste/Anrufe')).json().length);`,
    routes: () => ({
      '/Dienste/Anrufe': body(
        'application/json',
        gzipSync(
          JSON.stringify(
            Array.from({ length: 900 }, (_, index) => ({ nr: index, dauer: (index * 31) % 600 })),
          ),
        ),
        { fields: { 'content-encoding': 'gzip' } },
      ),
    }),
    truth: healthy(),
  }),
  works({
    name: 'multistatut-reussi',
    title: 'Tout marche : quatre postes mis à jour d’un coup.',
    script: `await http.send('POST', '/rest/v2/lot', [1, 2, 3, 4]);`,
    routes: () => ({
      '/rest/v2/lot': json(
        [1, 2, 3, 4].map((id) => ({ id, statut: 200, erreur: null })),
        { status: 207 },
      ),
    }),
    truth: healthy(),
  }),
  works({
    name: 'graphql-seijou',
    title: '問題なし: GraphQL で障害の一覧を取得します。',
    look: denwa,
    script: `await http.send('POST', '/svc/graphql', { query: '{ shougai { error kaisu } }' });`,
    routes: () => ({ '/svc/graphql': json({ data: { shougai: [{ error: '断線', kaisu: 2 }] } }) }),
    truth: healthy(),
  }),
];
