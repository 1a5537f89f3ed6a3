import type { Words } from '../../words.ts';

export const exceptionRefusals: Words['exceptionRefusals'] = {
  'exception/not-allowed': {
    what: 'Votre rôle ne permet pas cette étape.',
    next: 'Adressez-vous à une personne qui a ce rôle.',
  },
  'exception/same-person': {
    what: 'Le demandeur, l’approbateur et le détenteur de la clé doivent être trois personnes.',
    next: 'Laissez cette étape à quelqu’un d’autre.',
  },
  'exception/wrong-state': {
    what: 'L’exception n’en est pas à cette étape.',
    next: 'Rechargez la page pour voir où elle en est.',
  },
  'exception/too-late': { what: 'Le délai de cette étape est écoulé.', next: 'Faites une nouvelle demande.' },
  'exception/reason-too-short': {
    what: 'Le motif est trop court pour qui le lira dans un an.',
    next: 'Dites ce qui est cherché, et pourquoi le fichier nettoyé ne suffit pas.',
  },
  'exception/empty-scope': {
    what: 'La demande ne désigne rien.',
    next: 'Désignez au moins une valeur ou une requête de la capture.',
  },
  'exception/narrower-first': {
    what: 'Le fichier entier n’est donné que si des valeurs isolées n’ont pas suffi.',
    next: 'Demandez d’abord les valeurs ou les requêtes nécessaires.',
  },
  'exception/consent-awaited': {
    what: 'Le client n’a pas encore donné son accord.',
    next: 'Attendez la réponse, ou relancez le client.',
  },
  'exception/wrong-recipient': {
    what: 'L’envoi n’est pas chiffré pour le seul demandeur.',
    next: 'Refaites-le avec la clé jointe à la demande.',
  },
  'exception/wrong-token': {
    what: 'Ce lien n’ouvre rien.',
    next: 'Ouvrez l’exception et demandez un nouveau lien.',
  },
  'exception/other-session': {
    what: 'Le lien appartient à une autre session.',
    next: 'Utilisez-le dans la session où il a été donné.',
  },
  'exception/used': {
    what: 'L’envoi a déjà été récupéré ; chacun ne sert qu’une fois.',
    next: 'Faites une nouvelle demande s’il le faut encore.',
  },
  'exception/not-found': { what: 'Cette exception n’existe pas.', next: 'Vérifiez le numéro.' },
  'exception/conflict': {
    what: 'Quelqu’un d’autre a été plus rapide.',
    next: 'Rechargez la page pour voir ce qui a été décidé.',
  },
  'exception/not-sealed': {
    what: 'Aucun original n’a été scellé pour cette pièce jointe.',
    next: 'Regardez ce qu’est devenue la pièce jointe ; il n’y a peut-être rien à demander.',
  },
  'exception/no-values': {
    what: 'Aucune liste de valeurs isolées n’a été scellée pour ce fichier.',
    next: 'Demandez le fichier entier, et dites dans le motif ce qu’il vous en faut.',
  },
  'exception/bad-key': {
    what: 'Ce n’est pas une clé publique unique pour laquelle on puisse chiffrer.',
    next: 'Exportez votre propre clé publique OpenPGP avec gpg --armor --export, et donnez-la.',
  },
};
