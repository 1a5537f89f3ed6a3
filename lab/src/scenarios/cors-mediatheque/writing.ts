import type { Scenario } from '../../scenario/scenario.ts';
import { mishap, open } from './family.ts';

const LOAN = {
  url: 'prets.example.org/exemplaires/4471',
  method: 'PATCH',
  options: `{ headers: { 'Content-Type': 'application/merge-patch+json' }, body: '{"retour":"2026-02-02"}' }`,
  server: 'Kestrel',
  answer: { json: { retour: '2026-02-02' }, fields: open() },
} as const;

const asked = (more: Parameters<typeof open>[0] = {}) => ({
  status: 204,
  fields: open({
    'Access-Control-Allow-Methods': 'GET, POST, PATCH',
    'Access-Control-Allow-Headers': 'Content-Type',
    ...more,
  }),
});

/** What the library's page may not change. */
export const writing: readonly Scenario[] = [
  mishap({
    ...LOAN,
    name: 'options-introuvable',
    title: 'Prolonger un prêt ne marche pas.',
    preflight: { status: 404, fields: open(), html: '<h1>Page introuvable</h1>' },
    finding: 'cors/preflight-status',
    reason: 'PreflightInvalidStatus',
    allows: ['fail/http-4xx'],
  }),
  mishap({
    ...LOAN,
    name: 'options-en-panne',
    title: 'Prolonger un prêt ne marche pas depuis ce matin.',
    preflight: { status: 503, fields: open(), text: 'Service momentanément indisponible' },
    finding: 'cors/preflight-status',
    reason: 'PreflightInvalidStatus',
    allows: ['fail/http-5xx'],
  }),
  mishap({
    ...LOAN,
    name: 'options-renvoyee',
    title: 'Prolonger un prêt ne marche pas depuis que tout demande une connexion.',
    preflight: { status: 302, fields: { Location: 'https://comptes.example.org/connexion' } },
    finding: 'cors/preflight-redirect',
    reason: 'PreflightDisallowedRedirect',
    allows: ['auth/redirect-to-login'],
  }),
  mishap({
    ...LOAN,
    name: 'options-muette',
    title: 'Prolonger un prêt ne marche pas.',
    preflight: { status: 200, fields: { Allow: 'OPTIONS, TRACE, GET, HEAD, POST' } },
    finding: 'cors/preflight-missing-allow-origin',
    reason: 'PreflightMissingAllowOriginHeader',
  }),
  mishap({
    ...LOAN,
    name: 'options-autre-site',
    title: 'Prolonger un prêt marche à la mairie seulement.',
    preflight: asked({ 'Access-Control-Allow-Origin': 'https://mairie.example.org' }),
    finding: 'cors/preflight-allow-origin-mismatch',
    reason: 'PreflightAllowOriginMismatch',
  }),
  mishap({
    ...LOAN,
    name: 'options-etoile',
    title: 'Prolonger un prêt ne marche que sans compte.',
    options: `{ cookies: true, headers: { 'Content-Type': 'application/merge-patch+json' }, body: '{}' }`,
    preflight: asked({ 'Access-Control-Allow-Origin': '*' }),
    finding: 'cors/preflight-wildcard',
    reason: 'PreflightWildcardOriginNotAllowed',
    needsBrowserError: true,
  }),
  mishap({
    ...LOAN,
    name: 'options-sans-accord',
    title: 'Prolonger un prêt ne marche que sans compte.',
    options: `{ cookies: true, headers: { 'Content-Type': 'application/merge-patch+json' }, body: '{}' }`,
    preflight: asked({ 'Access-Control-Allow-Credentials': 'false' }),
    finding: 'cors/preflight-no-allow-credentials',
    reason: 'PreflightInvalidAllowCredentials',
    needsBrowserError: true,
  }),
  mishap({
    ...LOAN,
    name: 'methode-en-minuscules',
    title: 'Prolonger un prêt ne marche pas, alors que PATCH est permis.',
    // The Fetch standard leaves this one method as it is written.
    script: `await fetch('https://prets.example.org/exemplaires/4471', { method: 'patch', body: '{}' }).catch(function () {});`,
    method: 'patch',
    preflight: asked(),
    finding: 'cors/preflight-method',
    reason: 'MethodDisallowedByPreflightResponse',
  }),
  mishap({
    ...LOAN,
    name: 'champ-inconnu',
    title: 'Prolonger un prêt ne marche plus depuis la dernière version.',
    options: `{ headers: { 'Content-Type': 'application/json', 'If-Match': '"v3"', 'X-Requested-With': 'XMLHttpRequest' }, body: '{}' }`,
    preflight: asked({ 'Access-Control-Allow-Headers': 'Content-Type, If-Match' }),
    finding: 'cors/preflight-header',
    reason: 'HeaderDisallowedByPreflightResponse',
  }),
];
