import type { Words } from '../../words.ts';

export const errors: Words['errors'] = {
  'har/not-json': {
    what: 'Ce n’est pas du JSON, et aucune requête n’a pu en être lue.',
    next: 'Exportez de nouveau la capture ; un fichier modifié ou copié comme texte est souvent endommagé.',
  },
  'har/not-a-capture': {
    what: 'Ce fichier est lisible, mais ce n’est pas une capture.',
    next: 'Donnez un HAR ou un SAZ de Fiddler, tel quel ou dans un gzip ou un zip.',
  },
  'har/empty': { what: 'Le fichier est vide.', next: 'Exportez ou téléchargez de nouveau la capture.' },
  'har/password-needed': {
    what: 'L’archive est protégée par un mot de passe.',
    next: 'Donnez son mot de passe.',
  },
  'har/password-wrong': {
    what: 'Le mot de passe n’ouvre pas cette archive.',
    next: 'Vérifiez le mot de passe ; les majuscules comptent.',
  },
  'har/archive-damaged': {
    what: 'L’archive est endommagée.',
    next: 'Téléchargez-la ou exportez-la de nouveau.',
  },
  'har/archive-limit': {
    what: 'La décompression dépasserait une limite qui protège des archives malveillantes.',
    next: 'Si vous faites confiance à l’archive, décompressez-la vous-même et ouvrez la capture qu’elle contient.',
  },
  'har/too-large': {
    what: 'Une partie de la capture est trop grande pour être ouverte en entier.',
    next: 'N’ouvrez que son début.',
  },
  'har/source-failed': {
    what: 'Les octets du fichier n’ont pas pu être obtenus.',
    next: 'Vérifiez que le fichier est toujours là et que vous avez le droit de le lire.',
  },
  'har/cancelled': { what: 'La lecture a été arrêtée.', next: 'Recommencez quand vous voulez.' },
  'har/no-such-entry': {
    what: 'La capture n’a pas de requête à cet index.',
    next: 'Consultez le tableau : les index commencent à 0.',
  },
};
