import type { ExceptionWords } from '../../exception/exception-words.ts';

export const exceptions: ExceptionWords = {
  news: {
    requested: 'Quelqu’un demande à voir une partie d’un original scellé.',
    'consent-given': 'Le client accepte qu’une partie d’un original scellé soit vue.',
    declined: 'Le client refuse. Rien de l’original scellé n’est montré.',
    approved: 'La demande est approuvée. Le détenteur d’une clé peut remettre ce qui est demandé.',
    refused: 'La demande est refusée. Rien de l’original scellé n’est montré.',
    withdrawn: 'La demande a été retirée.',
    released: 'Ce qui était demandé est remis, au seul demandeur. Le retrait n’est possible qu’une fois.',
    fetched: 'Une partie d’un original scellé a été ouverte, comme approuvé.',
    lapsed: 'Le délai de cette demande est écoulé. Elle est close.',
  },
  reasons: {
    'value-needed': 'une valeur est nécessaire',
    'body-needed': 'un corps est nécessaire',
    legal: 'obligation légale',
    'sanitizer-fault': 'trop de données retirées',
    'security-incident': 'incident de sécurité',
  },
  scope: {
    values: (count) => `Demandé : ce que remplacent des pseudonymes de la capture nettoyée (${count}).`,
    entries: (entries) =>
      `Demandé : ce qui a été retiré de ces requêtes de la capture nettoyée : ${entries}.`,
    whole: 'Demandé : l’original entier.',
  },
  by: (name) => `Par : ${name}`,
  reason: (reason) => `Motif : ${reason}`,
  sealed: (sha256) => `Original scellé : SHA-256 ${sha256}`,
  audit: (head) => `Journal d’audit : ${head}`,
};
