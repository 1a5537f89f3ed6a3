import { fr as bench } from './bench/fr.ts';
import { details } from './details/fr.ts';
import { escalate } from './escalate/fr.ts';
import { knowledgeBase } from './knowledge/fr.ts';
import { logs } from './logs/fr.ts';
import { tools } from './tools/fr.ts';
import type { WebWords } from './web-words.ts';

export const fr: WebWords = {
  start: {
    title: 'Ouvrir une capture',
    drop: 'Déposez un fichier HAR ou SAZ ici',
    choose: 'Choisir un fichier',
    example: 'Ouvrir l’exemple',
    private: 'Le fichier reste dans ce navigateur. Rien n’est envoyé.',
  },
  reading: {
    progress: (readBytes, totalBytes, entries) =>
      `${readBytes} sur ${totalBytes}, ${entries} ${/^[01]$/.test(entries) ? 'requête' : 'requêtes'}`,
    cancel: 'Annuler',
    meanwhile: 'Le tableau est déjà utilisable ; la cause est indiquée une fois tout lu.',
  },
  answer: {
    whoCanFix: (who) => `Qui peut corriger : ${who}`,
    trackingId: 'Identifiant de suivi',
    copy: 'Copier',
    copied: 'Copié',
    evidence: 'Preuves',
    moreFindings: (count) => (count === 1 ? '1 autre constat' : `${count} autres constats`),
    requests: (count) => `${count} ${count < 2 ? 'requête' : 'requêtes'}`,
    failed: (count) => `${count} ${count < 2 ? 'échec' : 'échecs'}`,
  },
  table: {
    label: 'Requêtes',
    index: '#',
    started: 'Début',
    method: 'Méthode',
    url: 'URL',
    code: 'Code',
    trackingId: 'Identifiant de suivi',
    error: 'Erreur',
    org: 'Organisation',
    time: 'Durée',
    waterfall: 'Cascade',
  },
  filter: {
    label: 'Filtre',
    placeholder: 'status:>=400 OR wait:>1s',
    quick: { failed: 'en échec', slow: 'lentes', cors: 'CORS', auth: 'connexion' },
    shown: (shown, all) => `${shown} sur ${all}`,
  },
  details,
  ...tools,
  logs,
  bench,
  escalate,
  knowledgeBase,
  frame: { language: 'Langue', theme: 'Clair ou sombre', closeCapture: (name) => `Fermer ${name}` },
};
