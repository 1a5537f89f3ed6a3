import type { Scenario } from '../../scenario/scenario.ts';
import { mishap, open } from './family.ts';

const NOTICES = { notices: [{ cote: 'R LEM', titre: 'Le jardin de poche', disponible: true }] };
const CATALOGUE = { url: 'catalogue.example.net/ws/notices', server: 'Microsoft-IIS/10.0' } as const;

/** What the library's page may not read. */
export const reading: readonly Scenario[] = [
  mishap({
    ...CATALOGUE,
    name: 'catalogue-muet',
    title: 'Le catalogue reste vide.',
    answer: { json: NOTICES },
    finding: 'cors/missing-allow-origin',
    reason: 'MissingAllowOriginHeader',
  }),
  mishap({
    name: 'police-refusee',
    title: 'Les lettres ont changé d’allure depuis le déménagement des polices.',
    url: 'polices.example.com/garamond.woff2',
    server: 'AmazonS3',
    head: `<style>@font-face { font-family: Livre; src: url(https://polices.example.com/garamond.woff2) format('woff2'); }
      h1 { font-family: Livre, serif; }</style>`,
    script: `await document.fonts.ready;`,
    answer: { bytes: Buffer.from('wOF2'), type: 'font/woff2' },
    finding: 'cors/missing-allow-origin',
    reason: 'MissingAllowOriginHeader',
  }),
  mishap({
    name: 'module-refuse',
    title: 'La visionneuse ne s’ouvre plus.',
    url: 'visionneuse.example.com/dist/lecteur.mjs',
    server: 'Caddy',
    script: `await import('https://visionneuse.example.com/dist/lecteur.mjs');`,
    answer: {
      script: 'export const version = 3;',
      fields: { 'Access-Control-Allow-Origin': 'https://www.mediatheque.example.org' },
    },
    finding: 'cors/allow-origin-mismatch',
    reason: 'AllowOriginMismatch',
  }),
  mishap({
    ...CATALOGUE,
    name: 'barre-oblique',
    title: 'Le catalogue reste vide ; l’adresse autorisée a été copiée du navigateur.',
    answer: {
      json: NOTICES,
      fields: open({ 'Access-Control-Allow-Origin': 'https://mediatheque.example.org/' }),
    },
    finding: 'cors/allow-origin-mismatch',
    reason: 'AllowOriginMismatch',
  }),
  mishap({
    ...CATALOGUE,
    name: 'sans-chiffrement',
    title: 'Le catalogue reste vide depuis le passage à https.',
    answer: {
      json: NOTICES,
      fields: open({ 'Access-Control-Allow-Origin': 'http://mediatheque.example.org' }),
    },
    finding: 'cors/allow-origin-mismatch',
    reason: 'AllowOriginMismatch',
  }),
  mishap({
    ...CATALOGUE,
    name: 'deux-fois',
    title: 'Le catalogue reste vide depuis qu’un relais a été placé devant.',
    answer: {
      json: NOTICES,
      fields: { 'Access-Control-Allow-Origin': ['*', 'https://mediatheque.example.org'] },
    },
    finding: 'cors/multiple-allow-origin',
    reason: 'MultipleAllowOriginValues',
    allows: ['lint/duplicate-header'],
  }),
  mishap({
    ...CATALOGUE,
    name: 'vrai-n-est-pas-une-origine',
    title: 'Le catalogue reste vide ; quelqu’un a écrit « true ».',
    answer: { json: NOTICES, fields: open({ 'Access-Control-Allow-Origin': 'true' }) },
    finding: 'cors/invalid-allow-origin',
    reason: 'InvalidAllowOriginValue',
  }),
  mishap({
    name: 'prets-etoile',
    title: 'Mes prêts ne s’affichent pas.',
    url: 'prets.example.org/moi',
    server: 'Kestrel',
    options: '{ cookies: true }',
    answer: { json: { prets: [] }, fields: open({ 'Access-Control-Allow-Origin': '*' }) },
    finding: 'cors/wildcard-with-credentials',
    reason: 'WildcardOriginNotAllowed',
    needsBrowserError: true,
  }),
  mishap({
    name: 'prets-sans-accord',
    title: 'Mes prêts ne s’affichent pas.',
    url: 'prets.example.org/moi',
    server: 'Kestrel',
    options: '{ cookies: true }',
    answer: { json: { prets: [] }, fields: open({ 'Access-Control-Allow-Credentials': '1' }) },
    finding: 'cors/no-allow-credentials',
    reason: 'InvalidAllowCredentials',
    needsBrowserError: true,
  }),
  mishap({
    ...CATALOGUE,
    name: 'panne-cachee',
    title: 'La recherche échoue par moments.',
    answer: {
      status: 502,
      fields: { Server: 'nginx' },
      html: '<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center></body></html>',
    },
    finding: 'cors/masked-server-error',
    reason: 'MissingAllowOriginHeader',
    allows: ['fail/http-5xx', 'fail/upstream', 'cors/missing-allow-origin'],
  }),
  mishap({
    name: 'couverture-trop-lourde',
    title: 'Les grandes images de couverture ne s’envoient pas.',
    url: 'depot.example.net/couvertures',
    method: 'POST',
    options: `{ headers: { 'Content-Type': 'text/plain' }, body: 'x'.repeat(9000) }`,
    server: 'openresty',
    answer: { status: 413, html: '<html><head><title>413 Request Entity Too Large</title></head></html>' },
    finding: 'cors/masked-server-error',
    reason: 'MissingAllowOriginHeader',
    allows: ['fail/http-4xx', 'fail/too-large', 'cors/missing-allow-origin'],
  }),
];
