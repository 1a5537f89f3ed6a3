import { bundleBuild } from './bundle-build.ts';
import type { Look } from './look.ts';
import { moduleBuild } from './module-build.ts';

/** What rules are developed by: English, ES modules and `fetch`, behind nginx. */
export const directory: Look = {
  host: 'directory.example.test',
  title: 'Directory',
  language: 'en',
  fields: { server: 'nginx', 'strict-transport-security': 'max-age=31536000; includeSubDomains' },
  session: { path: '/api/session', value: { user: 'avery', locale: 'en', features: ['numbers', 'calls'] } },
  idField: 'x-request-id',
  build: moduleBuild,
};

/** What rules are only measured by: other languages, other servers, classic bundles and `XMLHttpRequest`. */
export const annuaire: Look = {
  host: 'annuaire.example.test',
  title: 'Annuaire téléphonique',
  language: 'fr',
  fields: { server: 'Apache/2.4.58 (Unix)', 'strict-transport-security': 'max-age=63072000' },
  session: {
    path: '/rest/v2/profil',
    value: { identifiant: 'c.moreau', langue: 'fr', droits: ['annuaire'] },
  },
  idField: 'x-correlation-id',
  build: bundleBuild,
};

export const telefonie: Look = {
  host: 'telefonie.example.test',
  title: 'Anlagenverwaltung',
  language: 'de',
  fields: {
    server: 'Microsoft-IIS/10.0',
    'strict-transport-security': 'max-age=15552000; includeSubDomains',
  },
  session: {
    path: '/Dienste/Sitzung',
    value: { Benutzer: 'l.brandt', Sprache: 'de-DE', Rollen: ['Verwaltung'] },
  },
  idField: 'x-vorgangs-id',
  build: bundleBuild,
};

export const denwa: Look = {
  host: 'denwa.example.test',
  title: '内線番号管理',
  language: 'ja',
  fields: { server: 'Jetty(12.0.7)', 'strict-transport-security': 'max-age=31536000' },
  session: { path: '/svc/whoami.do', value: { userId: 'sato', lang: 'ja', kengen: ['bango'] } },
  idField: 'x-amzn-trace-id',
  build: bundleBuild,
};
