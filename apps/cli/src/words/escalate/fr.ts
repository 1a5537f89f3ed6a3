import type { EscalateWords } from './escalate-words.ts';

export const frEscalate: EscalateWords = {
  usage: {
    'bad-answers': ({ path, pointer, expected }) =>
      `Les réponses ${path} ne sont pas valables : à ${pointer || '/'}, il faut ${expected}.`,
    'bad-log-records': ({ path, place, expected }) =>
      `${path} n’est pas un résultat de harrier logs search --json : à l’entrée ${place}, il faut ${expected}.`,
    'bad-picture': ({ path, expected }) =>
      `${path} n’est ni une image ni un enregistrement entier que l’on puisse joindre ; il faut ${expected}.`,
    'not-of-case': ({ path, case: number }) =>
      `Aucune note du dossier de support ${number} ne dit que l’automatisation a pris en charge ${path}. Indiquez l’original ou le fichier nettoyé de ce dossier, ou omettez --case.`,
  },
  command: {
    escalate: {
      summary: 'le dossier dont l’ingénierie a besoin, et ce qui y manque encore',
      about:
        'Écrit un zip : les requêtes en échec sans secrets, les entrées de journal de leurs identifiants de suivi, une chronologie, les étapes de reproduction et un résumé. Il est toujours écrit et dit s’il est prêt ou à l’état de brouillon, et ce qui manque ; avec --require-ready, un brouillon finit avec 1. La même entrée donne les mêmes octets.',
    },
  },
  option: {
    logs: 'résultat de harrier logs search --json ; peut être indiqué plusieurs fois',
    answers:
      'ce que vous savez en plus : JSON avec error, trackingIds, seen, at, needed, steps, environment …',
    attach:
      'une capture d’écran (PNG, JPEG) ou un enregistrement (WebM, MP4), dont les métadonnées sont retirées ; peut être indiqué plusieurs fois. Avec record : port ou adresse ws:// d’un navigateur lancé avec le débogage à distance',
    target: 'aussi un texte à coller : bems, jira ou github ; generic par défaut',
    'require-ready': 'finir avec 1 si le dossier est un brouillon',
    case: 'le dossier de support d’un serveur, dont vient la capture : son numéro ou son id ; l’état de son journal d’audit est joint ; avec send : son numéro au dépôt',
  },
  told: { done: (size, file) => `${size} écrits dans ${file}.` },
};
