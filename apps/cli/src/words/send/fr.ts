import type { SendWords } from './send-words.ts';

export const frSend: SendWords = {
  command: {
    send: {
      summary: 'remettre un fichier propre ou scellé au dépôt d’un fournisseur',
      about:
        'Envoie un fichier par HTTPS PUT vers <url>, avec le numéro de dossier de --case et le jeton d’envoi de ce dossier. Le jeton vient de --token-file ou de HARRIER_DROP_TOKEN, sinon il est demandé. Rien ne peut en être repris ; seuls partent donc : un HAR ou un SAZ où sanitize --check ne trouve aucun secret, un message OpenPGP chiffré tel que harrier seal l’écrit, ou un paquet de harrier escalate non modifié. Là-bas, le nom est en minuscules et contient une empreinte.',
    },
  },
  option: { 'token-file': 'fichier du jeton d’envoi du dossier' },
  told: {
    done: (size, name, place) => `Le dépôt ${place} l’a reçu : ${name}, ${size}.`,
    askToken: (caseNumber) => `Jeton d’envoi du dossier ${caseNumber} : `,
    refused: {
      'not-clean': {
        what: (file) => `${file} n’a pas été envoyé : il contient des secrets.`,
        next: 'Envoyez le fichier écrit par harrier sanitize, ou scellez celui-ci avec harrier seal.',
      },
      'other-kind': {
        what: (file) =>
          `${file} n’a pas été envoyé : ce n’est ni une capture qui puisse être examinée (HAR, SAZ), ni un message OpenPGP chiffré sous forme binaire, ni un paquet de harrier escalate non modifié.`,
        next: 'Faites d’une capture un fichier propre avec harrier sanitize ; chiffrez tout le reste avec harrier seal.',
      },
    },
    trouble: {
      'no-answer': {
        what: (place) => `Le dépôt ${place} est injoignable.`,
        next: 'Vérifiez l’adresse et le réseau, puis envoyez-le à nouveau.',
      },
      'wrong-token': {
        what: (place) => `Le dépôt ${place} n’accepte pas le numéro de dossier avec ce jeton.`,
        next: 'Vérifiez le numéro. Ces jetons expirent : demandez-en un nouveau pour le dossier.',
      },
      'not-taken': {
        what: (place, status) => `Le dépôt ${place} n’a pas pris le fichier ; il a répondu ${status}.`,
        next: 'Réessayez plus tard. Si cela persiste, demandez à qui gère le dépôt quelle adresse, quelle taille et quel type de fichier il accepte.',
      },
    },
  },
};
