import { countText } from '../../format/quantity.ts';
import type { TraceWords } from './trace-words.ts';

export const frTrace: TraceWords = {
  usage: {
    'no-tracking-id': ({ index }) =>
      `La requête ${index} ne porte aucun identifiant de suivi : aucun journal ne peut être interrogé. Les requêtes préliminaires n’en portent jamais.`,
  },
  command: {
    trace: {
      summary: 'une requête à travers tous les services, et où elle a échoué',
      about:
        'Prend un identifiant de suivi, ou une capture et l’index d’une requête. Les lignes viennent de l’entrepôt de journaux ; ce que les guides attendent et qu’aucune ligne ne montre est dit en premier.',
    },
  },
  told: {
    broke: (service, call, what) => `Échec dans ${service}, ${call} : ${what}`,
    request: 'la requête',
    refused: (refused, of) => `Message bien remis ; commandes refusées : ${refused} sur ${of}.`,
    cause: (text) => `Cause : ${text}`,
    received: 'Ce service n’a fait que transmettre : celui qui l’a dit n’a aucune ligne ici.',
    missing: (service, call) => `Aucune ligne de ${service}, ${call}.`,
    drift: (element, values, from, to) =>
      `${element} a changé en chemin : ${values}, entre ${from} et ${to}.`,
    askedOff: (member) => `La page elle-même a demandé de désactiver ${member}, pourtant renseigné.`,
    whole: 'Aucun échec, d’après les lignes.',
    noLines: 'Aucun service n’a de ligne sur cette requête.',
    chosen: (requests, call) =>
      `L’identifiant désigne une session de ${countText(requests)} ${requests < 2 ? 'requête' : 'requêtes'} ; affiché ici : ${call}.`,
    cut: (records) => `Seuls les ${countText(records)} premiers enregistrements ont été pris.`,
    attempt: (number) => `essai ${number + 1}`,
    clock: (offset) => `horloge ${offset}`,
    moreLines: (lines) => `encore ${countText(lines)} ; --all les affiche`,
    heads: { hop: 'Service', call: 'Appel', start: 'Début', took: 'Durée', status: 'Statut' },
  },
};
