import type { Words } from '../../words.ts';

export const logReadErrors: Words['logReadErrors'] = {
  'logs/format-wrong': {
    what: 'Ce fichier ne décrit aucun format de journal.',
    next: 'Regardez l’endroit indiqué ; docs/log-formats.md montre ce qui y a sa place.',
  },
  'logs/format-unknown': {
    what: 'Aucun format de journal ne porte ce nom.',
    next: 'La liste des formats donne les noms existants.',
  },
  'logs/zone-unknown': {
    what: 'Aucun fuseau horaire ne porte ce nom.',
    next: 'Écrivez UTC, un décalage comme +02:00 ou un nom comme Europe/Paris.',
  },
  'logs/input-failed': {
    what: 'Ce chemin est illisible.',
    next: 'Vérifiez qu’il existe et que vous avez le droit de le lire.',
  },
};
