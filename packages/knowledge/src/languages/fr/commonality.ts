import type { CommonalityWords } from '../../commonality/trait.ts';

export const commonality: CommonalityWords = {
  dimension: {
    template: 'requête',
    host: 'hôte',
    site: 'site',
    region: 'repère de région de l’hôte',
    serverIp: 'adresse du serveur',
    connection: 'connexion',
    httpVersion: 'version de HTTP',
    scheme: 'schéma',
    method: 'méthode',
    resourceType: 'type de ressource',
    mediaType: 'type de média envoyé',
    initiatorType: 'initiateur',
    initiator: 'script à l’origine',
    page: 'page',
    hour: 'heure',
    idPrefix: 'préfixe de l’identifiant de suivi',
    authorization: 'Authorization envoyé',
    cookies: 'cookies envoyés',
    body: 'corps envoyé',
    priority: 'priorité',
  },
  yes: 'oui',
  no: 'non',
  common: (what, value, { failed, allFailed, others, allOthers }) =>
    `${what} ${value} : ${failed} des ${allFailed} requêtes échouées, et ${others} des ${allOthers} autres.`,
};
