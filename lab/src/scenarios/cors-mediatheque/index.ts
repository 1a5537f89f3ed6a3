import type { Scenario } from '../../scenario/scenario.ts';
import { host } from '../host.ts';
import { olderPage } from '../older-page.ts';
import { LIBRARY, libraryVisit, open } from './family.ts';
import { reading } from './reading.ts';
import { writing } from './writing.ts';

const page = (script: string) =>
  olderPage({ host: 'mediatheque.example.org', lang: 'fr', title: 'Médiathèque', script });

const asked = open({
  'Access-Control-Allow-Headers': 'content-type, x-lecteur',
  'Access-Control-Max-Age': '0',
});

/** A French library whose page calls other hosts. Only ever counted: no rule is written by it. */
export const corsMediatheque: readonly Scenario[] = [
  ...reading,
  ...writing,
  libraryVisit({
    name: 'delai-non-expose',
    title: 'Le site réessaie sans cesse au lieu d’attendre.',
    url: LIBRARY,
    sites: () => [
      page(`var r = await ask('GET', 'https://catalogue.example.net/ws/notices');
        document.title = 'Attendez ' + r.getResponseHeader('Retry-After');`),
      host({
        host: 'catalogue.example.net',
        routes: {
          '/ws/notices': {
            status: 429,
            fields: open({ 'Retry-After': '30', 'X-Request-Id': 'req-7f0c11' }),
            json: { erreur: 'Trop de demandes' },
          },
        },
      }),
    ],
    truth: {
      expects: [
        { finding: 'fail/rate-limited', on: [{ url: '/ws/notices' }], root: true },
        { finding: 'cors/header-not-exposed', on: [{ url: '/ws/notices' }] },
      ],
      allows: ['fail/http-4xx'],
    },
  }),
  libraryVisit({
    name: 'question-repetee',
    title: 'Marche, mais chaque frappe fait deux demandes.',
    url: LIBRARY,
    sites: () => [
      page(`for (var i = 1; i <= 7; i++)
        await ask('POST', 'https://catalogue.example.net/ws/suggestions', { headers: { 'Content-Type': 'application/json', 'X-Lecteur': 'l-88' }, body: '{"debut":"' + 'jardins'.slice(0, i) + '"}' });`),
      host({
        host: 'catalogue.example.net',
        routes: {
          'OPTIONS /ws/suggestions': { status: 200, fields: asked },
          '/ws/suggestions': { fields: open(), json: ['jardin', 'jardinage'] },
        },
      }),
    ],
    truth: {
      healthy: true,
      expects: [{ finding: 'cors/repeated-preflights', on: [{ method: 'OPTIONS', url: '/ws/suggestions' }] }],
      allows: ['slow/waterfall', 'slow/many-calls'],
    },
  }),
  libraryVisit({
    name: 'tout-va-bien',
    title: 'Marche : une recherche, une absence attendue, une image sans accord.',
    url: LIBRARY,
    sites: () => [
      page(`await ask('GET', 'https://catalogue.example.net/ws/notices');
        await ask('GET', 'https://catalogue.example.net/ws/notices/inconnue');
        await new Promise(function (ended) { var image = new Image(); image.onload = image.onerror = ended; image.src = 'https://images.example.com/c.svg'; });`),
      host({
        host: 'catalogue.example.net',
        fields: open(),
        routes: {
          '/ws/notices': { json: { notices: [] } },
          '/ws/notices/inconnue': { status: 404, json: { message: 'Aucune notice' } },
        },
      }),
      host({
        host: 'images.example.com',
        routes: {
          '/c.svg': { type: 'image/svg+xml', text: '<svg xmlns="http://www.w3.org/2000/svg"/>' },
        },
      }),
    ],
    truth: { healthy: true, expects: [], allows: ['fail/http-4xx'] },
  }),
];
