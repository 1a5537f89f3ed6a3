import type { FindingName } from '../../scenario/finding-names.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { cookie, host } from '../host.ts';
import { olderPage } from '../older-page.ts';
import { visitsOf } from '../visit.ts';

const shopVisit = visitsOf('cookies-boutique', 'measure');

const PLACED = ['b0ut', '1que', '77d2'].join('');

/** What becomes of an order without its basket; true, but not the point. */
const allows: readonly FindingName[] = [
  'auth/missing-credentials',
  'auth/unauthorized',
  'auth/cookie-lost',
  'auth/no-challenge',
  'auth/scope-missing',
  'fail/http-4xx',
  'lint/cookie-attributes',
];

/** A shop whose basket hangs on a cookie that the browser throws away. */
function lostBasket(
  name: string,
  title: string,
  setCookie: string,
  finding: FindingName,
  reason: string,
  basketHost = 'boutique.example.org',
): Scenario {
  const cookieName = setCookie.split('=', 1)[0] ?? '';
  const routes: Parameters<typeof host>[0]['routes'] = {
    'POST /panier': { status: 201, fields: { 'Set-Cookie': setCookie }, text: 'Ajouté' },
    'GET /commande': (request) =>
      cookie(request, cookieName) === undefined
        ? { status: 401, type: 'application/problem+json', json: { title: 'Session inconnue', status: 401 } }
        : { text: 'ok' },
  };
  const here = basketHost === 'boutique.example.org';
  const base = here ? '' : `https://${basketHost}`;
  return shopVisit({
    name,
    title,
    url: 'https://boutique.example.org/',
    sites: () => [
      olderPage({
        host: 'boutique.example.org',
        protocol: 'http/1.1',
        fields: { Server: 'Apache/2.4.58 (Unix)' },
        lang: 'fr',
        title: 'La boutique du port',
        script: `await ask('POST', '${base}/panier', { cookies: true, body: 'article=12' });
          await ask('GET', '${base}/commande', { cookies: true });
          await ask('GET', '${base}/commande', { cookies: true });`,
        routes: here ? routes : {},
      }),
      ...(here
        ? []
        : [
            host({
              host: basketHost,
              fields: {
                Server: 'gunicorn',
                'Access-Control-Allow-Origin': 'https://boutique.example.org',
                'Access-Control-Allow-Credentials': 'true',
              },
              routes,
            }),
          ]),
    ],
    truth: {
      expects: [
        {
          finding,
          on: [
            { method: 'POST', url: '/panier' },
            ...(finding === 'auth/cookie-third-party' ? [{ url: '/commande' }] : []),
          ],
          reason,
          root: true,
          notObservableWhenSanitized: true,
        },
      ],
      allows,
      browser: [{ on: { method: 'POST', url: '/panier' }, cookieReason: reason }],
    },
  });
}

/** A French shop. Only ever counted: no rule is written by it. */
export const cookiesBoutique: readonly Scenario[] = [
  lostBasket(
    'samesite-none-en-clair',
    'Le panier se vide à chaque page.',
    `PHPSESSID=${PLACED}; path=/; SameSite=none`,
    'auth/cookie-samesite',
    'SameSiteNoneInsecure',
  ),
  lostBasket(
    'samesite-absent',
    'Le panier se vide à chaque page depuis qu’il est chez un prestataire.',
    `panier=${PLACED}; path=/; secure; httponly`,
    'auth/cookie-samesite',
    'SchemefulSameSiteUnspecifiedTreatedAsLax',
    'paniers.example.com',
  ),
  lostBasket(
    'cookie-tiers',
    'Le panier se vide en navigation privée.',
    `panier=${PLACED}; path=/; secure; httponly; samesite=none`,
    'auth/cookie-third-party',
    'UserPreferences',
    'paniers.example.net',
  ),
  lostBasket(
    'domaine-trop-large',
    'Le panier se vide à chaque page.',
    `panier=${PLACED}; domain=org; path=/; secure`,
    'auth/cookie-domain',
    'InvalidDomain',
  ),
  lostBasket(
    'prefixe-et-chemin',
    'Le panier se vide à chaque page depuis l’audit.',
    `__Host-panier=${PLACED}; Path=/panier; Secure; HttpOnly`,
    'auth/cookie-prefix',
    'InvalidPrefix',
  ),
  lostBasket(
    'panier-trop-grand',
    'Les grandes commandes se perdent.',
    `panier=${'article-12x3.'.repeat(330)}; path=/; secure`,
    'auth/cookie-too-large',
    'NameValuePairExceedsMaxSize',
  ),
  shopVisit({
    name: 'session-effacee',
    title: 'Après l’écran de paiement, tout est à refaire.',
    url: 'https://boutique.example.org/',
    sites: () => [
      olderPage({
        host: 'boutique.example.org',
        lang: 'fr',
        title: 'La boutique du port',
        script: `await ask('POST', '/connexion');
          await ask('GET', '/compte');
          await ask('GET', '/paiement/retour');
          await ask('GET', '/compte');`,
        routes: {
          '/connexion': { fields: { 'Set-Cookie': `JSESSIONID=${PLACED}; Path=/; HttpOnly; Secure` } },
          '/paiement/retour': {
            text: 'merci',
            fields: { 'Set-Cookie': 'JSESSIONID=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT' },
          },
          '/compte': (request) =>
            cookie(request, 'JSESSIONID')
              ? { text: 'ok' }
              : { status: 401, text: 'Veuillez vous connecter.' },
        },
      }),
    ],
    truth: {
      expects: [
        {
          finding: 'auth/cookie-lost',
          on: [{ url: '/compte', nth: 1 }],
          root: true,
          notObservableWhenSanitized: true,
        },
      ],
      allows,
    },
  }),
  shopVisit({
    name: 'deconnexion-normale',
    title: 'Marche : quelqu’un se déconnecte et revoit l’accueil.',
    url: 'https://boutique.example.org/',
    sites: () => [
      olderPage({
        host: 'boutique.example.org',
        lang: 'fr',
        title: 'La boutique du port',
        script: `await ask('POST', '/connexion');
          await ask('GET', '/compte');
          await ask('POST', '/deconnexion');
          await ask('GET', '/vitrine');`,
        routes: {
          '/connexion': {
            fields: { 'Set-Cookie': `JSESSIONID=${PLACED}; Path=/; HttpOnly; Secure` },
            text: 'ok',
          },
          '/compte': { text: 'ok' },
          '/deconnexion': {
            text: 'ok',
            fields: { 'Set-Cookie': 'JSESSIONID=; Path=/; Max-Age=0; Secure; HttpOnly' },
          },
          '/vitrine': { json: { articles: [] } },
        },
      }),
    ],
    truth: { healthy: true, expects: [], allows: ['lint/cookie-attributes'] },
  }),
];
