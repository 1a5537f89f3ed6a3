import type { PhaseWords } from '../../phase/phase-words.ts';

export const phases: PhaseWords = {
  queueing:
    'Le navigateur a retenu la requête : d’autres étaient prioritaires, ou six connexions vers l’hôte étaient prises (HTTP/1.1).',
  stalled: 'La requête a attendu dans le navigateur une connexion libre ou un proxy, avant tout envoi.',
  proxy: 'Le navigateur négociait avec un proxy.',
  dns: 'L’adresse de l’hôte était recherchée. Trop long : le résolveur, ou le chemin vers lui, est lent.',
  connect: 'La connexion TCP s’ouvrait, TLS compris. Trop long : distance, pertes de paquets ou pare-feu.',
  ssl: 'TLS était négocié. Trop long : distance, ou équipement qui inspecte TLS en chemin.',
  serviceWorkerStartup: 'Le service worker de la page démarrait.',
  serviceWorkerRespondWith: 'Le service worker de la page préparait la réponse.',
  serviceWorkerRequest: 'La requête était remise au service worker de la page.',
  send: 'La requête partait. Trop long : envoi volumineux ou liaison montante lente.',
  wait: 'La requête était envoyée et rien n’était revenu : un aller-retour et le travail du serveur. Trop long : consultez les journaux du service.',
  receive:
    'La réponse arrivait. Trop long : contenu volumineux, ligne lente, ou serveur qui envoie par morceaux.',
  unaccounted: 'La capture compte ce temps comme écoulé sans l’attribuer à aucune phase.',
};
