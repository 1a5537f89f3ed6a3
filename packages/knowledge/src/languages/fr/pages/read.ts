import type { ReadingGuide } from '../../../pages/read/read-book.ts';

export const readingGuide: ReadingGuide = {
  lead: 'Une capture est la liste de tout ce que le navigateur a demandé au réseau, avec les durées, les en-têtes et le plus souvent les corps. Lisez-la à partir du premier échec.',
  steps: [
    'Ouvrez le fichier. Notez qui l’a enregistré, avec quel programme, et si quelque chose a été retiré.',
    'Trouvez les requêtes en échec : statut de 400 ou plus, `0`, ou erreur à l’intérieur d’un `200`.',
    'Cherchez les requêtes lentes, et dans quelle phase elles l’étaient.',
    'Comparez les en-têtes de requête et de réponse : authentification (`Authorization`, `Cookie`, `WWW-Authenticate`) et CORS (`Origin`, `Access-Control-Allow-Origin`).',
    'Relevez les identifiants de suivi des requêtes en échec ou lentes, et cherchez-les dans les journaux.',
    'Recoupez avec les corps : qu’a envoyé la page, qu’a répondu le service ?',
  ],
  partsHeading: 'Ce que dit chaque partie d’une requête',
  parts: [
    'En-têtes : adresse, méthode, statut, adresse du serveur et ce que les deux côtés ont dit du message.',
    'Contenu envoyé : la chaîne de requête, le formulaire ou le corps.',
    'Aperçu : la réponse mise en forme pour la lecture.',
    'Réponse : la réponse telle qu’elle est arrivée.',
    'Initiateur : quel script, à quelle ligne, a causé la requête.',
    'Durées : le temps pris par chaque phase.',
  ],
  traps: [
    'La dernière erreur est rarement la première : regardez les heures de début.',
    'Un corps absent peut ne pas avoir été enregistré, plutôt que ne pas exister.',
    'Le statut `0` dit qu’aucune réponse n’a été enregistrée ; ce n’est pas une réponse du serveur.',
    'Une requête qui n’a jamais quitté le navigateur ne laisse de trace dans aucun journal.',
    'Certaines tailles sont compressées, d’autres non : comparez ce qui est comparable.',
  ],
};
