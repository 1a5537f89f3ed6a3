import type { CaseWords } from '../../intake/intake-words.ts';
import { octets } from './phrases.ts';

export const cases: CaseWords = {
  errors: {
    'store/unreachable': {
      what: 'La base de données est injoignable.',
      next: 'Vérifiez qu’elle fonctionne, ainsi que son adresse et son compte.',
    },
    'store/wrong-url': {
      what: 'Ce n’est pas une adresse de base de données.',
      next: 'Écrivez sqlite:<chemin> ou postgres://<hôte>/<nom>.',
    },
    'store/newer': {
      what: 'Une version plus récente de Harrier a utilisé cette base.',
      next: 'Lancez cette version, ou restaurez une sauvegarde antérieure.',
    },
    'objects/missing': {
      what: 'Le fichier n’est pas dans le stockage d’objets.',
      next: 'Cherchez dans l’historique du dossier s’il a été supprimé.',
    },
    'objects/unreachable': {
      what: 'Le stockage d’objets ne répond pas ou n’accepte rien.',
      next: 'Vérifiez l’espace libre, l’adresse et le compte.',
    },
    'objects/damaged': {
      what: 'Le stockage d’objets a rendu d’autres octets que ceux déposés.',
      next: 'Vérifiez le disque ou le service, et restaurez le fichier depuis une sauvegarde.',
    },
    'case-system/unreachable': {
      what: 'Le système de tickets est injoignable.',
      next: 'Vérifiez son adresse et le réseau ; le travail reprend dès qu’il répond.',
    },
    'case-system/busy': {
      what: 'Le système de tickets demande d’attendre.',
      next: 'Rien à faire : le travail reprend après le délai demandé.',
    },
    'case-system/not-signed-in': {
      what: 'Le système de tickets refuse le compte.',
      next: 'Renouvelez le mot de passe ou le jeton du compte dans les réglages, puis relancez.',
    },
    'case-system/forbidden': {
      what: 'Le compte n’a pas ce droit dans le système de tickets.',
      next: 'Donnez ce droit au compte, puis relancez.',
    },
    'case-system/not-found': {
      what: 'Le système de tickets ne l’a plus.',
      next: 'Regardez le dossier : il a pu être déplacé ou fusionné.',
    },
    'case-system/too-large': {
      what: 'Le fichier dépasse la taille admise par le système de tickets.',
      next: 'Relevez sa limite, ou gardez les gros fichiers dans le coffre.',
    },
    'case-system/type-refused': {
      what: 'Le système de tickets refuse ce type de fichier.',
      next: 'Autorisez ce type, ou choisissez une autre extension pour les fichiers scellés.',
    },
    'case-system/closed': {
      what: 'Le dossier est clos et n’accepte plus rien.',
      next: 'Rouvrez le dossier, puis relancez.',
    },
    'case-system/unexpected': {
      what: 'Harrier ne comprend pas la réponse du système de tickets.',
      next: 'Vérifiez sa version ; signalez le problème si elle est prise en charge.',
    },
    'intake/original-gone': {
      what: 'La pièce jointe a disparu avant d’être scellée.',
      next: 'Harrier n’a rien supprimé. Redemandez-la si elle est nécessaire.',
    },
    'intake/original-changed': {
      what: 'La pièce jointe a été modifiée pendant le traitement. Rien n’a été supprimé.',
      next: 'La nouvelle version est traitée à part ; vérifiez le dossier.',
    },
    'intake/unreadable': {
      what: 'La pièce jointe ressemble à une capture mais ne peut être lue. Elle est toujours là.',
      next: 'Examinez-la vous-même : elle peut contenir des identifiants.',
    },
    'intake/not-sanitized': {
      what: 'Aucune copie propre ne pouvait être garantie : aucune n’a été faite. L’original est toujours là.',
      next: 'Supprimez-le ou scellez-le à la main, et signalez de quel type de capture il s’agit.',
    },
    'intake/not-sealed': {
      what: 'L’original n’a pas pu être scellé de façon à se rouvrir. Il est toujours là.',
      next: 'Vérifiez les clés du coffre et l’espace libre, puis relancez.',
    },
    'intake/copy-differs': {
      what: 'La copie scellée du dossier n’est pas celle qui y a été déposée. L’original est toujours là.',
      next: 'Retirez la mauvaise copie du dossier, puis relancez.',
    },
    'intake/still-there': {
      what: 'L’original peut encore être téléchargé après sa suppression.',
      next: 'Supprimez-le à la main ou adressez-vous à l’administrateur du système de tickets.',
    },
    'intake/internal': {
      what: 'Une erreur est survenue dans Harrier. Rien n’est perdu.',
      next: 'Relancez ; signalez le problème s’il persiste.',
    },
    'request/invalid': {
      what: 'La requête n’est pas conforme.',
      next: 'Comparez-la à la description de l’API.',
    },
    'request/not-signed-in': {
      what: 'Vous n’êtes pas connecté.',
      next: 'Connectez-vous, ou envoyez un jeton d’API.',
    },
    'request/wrong-sign-in': {
      what: 'Nom, mot de passe ou code incorrect.',
      next: 'Réessayez ; après plusieurs échecs, le compte est bloqué un moment.',
    },
    'request/second-factor': {
      what: 'Ce compte exige aussi un code.',
      next: 'Saisissez les six chiffres de votre application d’authentification.',
    },
    'request/forbidden': {
      what: 'Vos rôles ne le permettent pas.',
      next: 'Adressez-vous à une personne qui en a le rôle, ou à un administrateur.',
    },
    'request/wrong-origin': {
      what: 'La requête vient d’un autre site.',
      next: 'Faites-le depuis les pages de Harrier.',
    },
    'request/not-found': { what: 'Cela n’existe pas ici.', next: 'Vérifiez l’adresse ou le numéro.' },
    'request/conflict': {
      what: 'Cela ne correspond pas à l’état actuel.',
      next: 'Rechargez, puis refaites ce qui reste à faire.',
    },
    'request/common-password': {
      what: 'Ce mot de passe fait partie de ceux que l’on essaie en premier.',
      next: 'Choisissez-en un autre : quelques mots sans rapport entre eux sont longs et faciles à retenir.',
    },
    'request/too-large': {
      what: 'C’est plus grand que ce qui est accepté ici.',
      next: 'Envoyez moins, ou demandez à un administrateur de relever la limite.',
    },
    'request/enough': {
      what: 'Il y en a déjà autant que possible.',
      next: 'Supprimez-en un dont personne n’a plus besoin.',
    },
    'request/too-many': { what: 'Trop de requêtes.', next: 'Attendez la durée indiquée par Retry-After.' },
    'request/gone': { what: 'Déjà utilisé ou expiré.', next: 'Demandez-en un nouveau.' },
    'request/identity-provider': {
      what: 'Le fournisseur d’identité ne répond pas.',
      next: 'Réessayez dans une minute. Si cela persiste, prévenez la personne qui gère ce serveur : on vérifie d’abord l’adresse et le certificat du fournisseur.',
    },
    'request/internal': {
      what: 'Une erreur est survenue dans Harrier.',
      next: 'Réessayez ; si elle persiste, signalez-la avec l’identifiant de la requête.',
    },
  },
  note: {
    replaced:
      'Une capture contenant des identifiants était jointe ici. Elle a été remplacée par une copie nettoyée.',
    originalStays:
      'Une capture contenant des identifiants est jointe ici, et ELLE Y EST TOUJOURS. Une copie nettoyée a été ajoutée.',
    clean: ({ name, bytes, sha256 }) =>
      `Copie nettoyée : ${name} (${octets(bytes)}, SHA-256 ${sha256}). Merci de travailler avec celle-ci.`,
    found: (credentials, places) =>
      `Remplacé : ${credentials} ${/^[01]$/.test(credentials) ? 'secret' : 'secrets différents'}, à ${places} ${/^[01]$/.test(places) ? 'endroit' : 'endroits'}.`,
    repaired: 'L’original est endommagé ; la copie contient les requêtes intactes.',
    droppedBodies: (bodies) => `Contenus illisibles retirés entièrement : ${bodies}.`,
    otherCaptures: (captures) =>
      `L’archive contient d’autres captures, présentes seulement dans l’original scellé : ${captures}.`,
    sealed: ({ name, bytes, sha256, keys }) =>
      `Original scellé : ${name} (${octets(bytes)}, SHA-256 ${sha256}). Seules ces clés l’ouvrent : ${keys}.`,
    keptInVault: 'gardé dans le coffre, trop grand pour ce système de tickets',
    original: (sha256, bytes) => `Original : ${octets(bytes)}, SHA-256 ${sha256}.`,
    removal: {
      removed: 'Il a été supprimé une fois la copie scellée relue et vérifiée.',
      'was-gone': 'Il était déjà supprimé, une fois la copie scellée relue et vérifiée.',
      'not-removable':
        'Ce système de tickets ne permet pas de supprimer les pièces jointes. Un administrateur doit la retirer.',
      forbidden:
        'Le compte de Harrier n’a pas le droit de le supprimer. Une personne habilitée doit le retirer.',
      replaced:
        'La pièce jointe a été remplacée entre-temps : elle n’a donc pas été supprimée. La nouvelle est examinée à part.',
    },
    purge: {
      P0: 'non supprimable',
      P1: 'absent des pages et de l’API ; les octets peuvent être encore stockés',
      P2: 'dans la corbeille',
      P3: 'absent du stockage principal ; des copies ailleurs sont possibles',
      P4: 'absence vérifiée dans le stockage lui-même',
    },
    binUntil: (date) => `La corbeille est vidée le ${date}.`,
    residual: (copies) => `Des copies peuvent subsister : ${copies}.`,
    residualCopy: {
      'mail-copies': 'courriels envoyés avec la pièce',
      backups: 'sauvegardes',
      'same-content-elsewhere': 'autres pièces jointes de même contenu',
      'search-index': 'index de recherche',
      'old-versions': 'anciennes versions',
      thumbnails: 'aperçus',
      'merged-cases': 'dossiers fusionnés avec celui-ci',
      'deleted-records': 'stockage des éléments supprimés',
      'content-delivery': 'caches d’un réseau de diffusion',
    },
    listSeparator: ', ',
    revoke:
      'Quiconque a vu l’original en détient les identifiants : fermez ces sessions et remplacez ces clés.',
    exception: (mark) =>
      `Si la copie nettoyée ne suffit pas, demandez l’original dans Harrier avec la marque ${mark} et votre motif ; une autre personne doit l’approuver.`,
    expired: (days) =>
      `L’original scellé a été supprimé après ${days} ${/^[01]$/.test(days) ? 'jour' : 'jours'}, la durée de conservation de cette organisation. La copie nettoyée est conservée.`,
    audit: (head) => `Journal d’audit : ${head}`,
    link: (url) => `Détails : ${url}`,
  },
};
