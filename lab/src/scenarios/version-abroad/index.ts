import type { Scenario } from '../../scenario/scenario.ts';
import { family } from '../web-app/app.ts';
import { annuaire, denwa, telefonie } from '../web-app/looks.ts';
import { html, inTurn, json } from '../web-app/reply.ts';
import { fault } from '../web-app/truth-of.ts';

/** Builds that do not fit, of applications made otherwise. */
const version = family('version-abroad', 'measure', annuaire);

/** As bundlers' runtimes load a part: a script element and its error event. */
const loadChunk = (address: string) => `await new Promise(function (resolve) {
    var element = document.createElement('script');
    element.src = '${address}';
    element.onload = element.onerror = resolve;
    document.head.appendChild(element);
  });`;

export const versionAbroad: readonly Scenario[] = [
  version({
    name: 'morceau-introuvable',
    title: 'Le bouton « Statistiques » ne réagit plus depuis la mise à jour.',
    script: loadChunk('/static/js/7.3d9a01fe.chunk.js'),
    routes: () => ({
      '/static/js/7.3d9a01fe.chunk.js': html('<html><head><title>404 Introuvable</title></head></html>', {
        status: 404,
      }),
    }),
    truth: fault('version/chunk-missing', '/static/js/7.3d9a01fe.chunk.js', {
      allows: ['fail/http-4xx', 'version/stale-document'],
    }),
  }),
  version({
    name: 'seite-statt-skript',
    title: 'Weiße Seite nach dem Update: „Unexpected token <“.',
    look: telefonie,
    script: loadChunk('/static/js/berichte.c81f0d55.chunk.js'),
    routes: () => ({
      '/static/js/*': html(
        '<!DOCTYPE html><html lang="de"><head><title>Anlagenverwaltung</title></head><body><div id="app"></div></body></html>',
      ),
    }),
    truth: fault('version/chunk-missing', '/static/js/berichte.c81f0d55.chunk.js', {
      allows: ['block/nosniff', 'lint/content-type-mismatch', 'fail/html-for-json', 'version/stale-document'],
    }),
  }),
  version({
    name: 'futatsu-no-ban',
    title: '保存できたりできなかったりします。',
    look: denwa,
    script: `for (let turn = 0; turn < 4; turn++) await http.send('POST', '/svc/hozon.do', { bango: 4711, turn });`,
    routes: () => {
      const fresh = json({ ok: 1 }, { fields: { 'x-app-version': '8.14.2' } });
      const old = json(
        { message: '項目 turn は不明です' },
        { status: 400, fields: { 'x-app-version': '8.13.0' } },
      );
      return { '/svc/hozon.do': inTurn(fresh, old, fresh, old) };
    },
    truth: fault('version/mixed-builds', '/svc/hozon.do', { allows: ['fail/http-4xx'] }),
  }),
  version({
    name: 'service-en-fin-de-vie',
    title: 'Tout marche ; le service annonce son arrêt.',
    script: `await http.get('/rest/v1/postes');`,
    routes: () => ({
      '/rest/v1/postes': json(
        { postes: [] },
        {
          fields: { warning: '299 - "API obsolete, voir /rest/v2"', sunset: 'Mon, 30 Sep 2030 22:00:00 GMT' },
        },
      ),
    }),
    truth: fault('version/deprecated-api', '/rest/v1/postes'),
  }),
];
