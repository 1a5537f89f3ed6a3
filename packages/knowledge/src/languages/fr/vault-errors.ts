import type { Words } from '../../words.ts';

export const vaultErrors: Words['vaultErrors'] = {
  'vault/key-unreadable': {
    what: 'Aucune clé OpenPGP n’a pu être lue dans ce fichier.',
    next: 'Exportez la clé avec gpg --armor --export et indiquez ce fichier.',
  },
  'vault/key-private': {
    what: 'C’est une clé privée ; pour sceller, il faut la clé publique.',
    next: 'Exportez la clé publique avec gpg --armor --export. La clé privée reste chez son détenteur.',
  },
  'vault/key-version': {
    what: 'La clé est d’une version que gpg 2.2 ne sait pas utiliser.',
    next: 'Créez une clé de version 4, par exemple avec gpg 2.2.',
  },
  'vault/key-algorithm': {
    what: 'La clé utilise un algorithme que gpg 2.2 ne connaît pas.',
    next: 'Prenez RSA à 3072 bits au moins, Curve25519 au format de gpg, ou une courbe NIST.',
  },
  'vault/key-weak': {
    what: 'La clé est trop courte : RSA demande au moins 3072 bits.',
    next: 'Créez une clé plus longue.',
  },
  'vault/key-expired': {
    what: 'La clé a expiré.',
    next: 'Demandez à son détenteur de la prolonger et de l’exporter à nouveau.',
  },
  'vault/key-revoked': {
    what: 'La clé a été révoquée.',
    next: 'Demandez à son détenteur la clé qui la remplace.',
  },
  'vault/key-not-yet-valid': {
    what: 'La clé n’est pas encore valable.',
    next: 'Vérifiez l’horloge de cette machine et la date de début de la clé.',
  },
  'vault/key-not-for-encryption': {
    what: 'La clé sert à signer, on ne peut rien chiffrer pour elle.',
    next: 'Demandez à son détenteur d’ajouter une sous-clé de chiffrement et d’exporter la clé à nouveau.',
  },
  'vault/too-few-recipients': {
    what: 'Trop peu de clés différentes ont été données.',
    next: 'Donnez autant de clés que la politique l’exige : avec une seconde clé, perdre l’une n’est pas perdre l’original.',
  },
  'vault/key-public': {
    what: 'Le fichier ne contient pas de clé privée.',
    next: 'Exportez-la avec gpg --export-secret-keys sur la machine de son détenteur.',
  },
  'vault/password-needed': {
    what: 'La clé privée est protégée par un mot de passe.',
    next: 'Saisissez-le quand il est demandé, ou indiquez un fichier qui le contient.',
  },
  'vault/password-wrong': {
    what: 'Le mot de passe ne déverrouille pas la clé privée.',
    next: 'Vérifiez le mot de passe ; les majuscules comptent.',
  },
  'vault/not-sealed': {
    what: 'Ce n’est pas un fichier scellé.',
    next: 'Indiquez le fichier écrit lorsque l’original a été scellé.',
  },
  'vault/wrong-key': {
    what: 'Aucune des clés n’ouvre ce fichier : il a été scellé pour d’autres.',
    next: 'Adressez-vous au détenteur d’une des clés pour lesquelles il a été scellé.',
  },
  'vault/damaged': {
    what: 'Le fichier a été modifié ou tronqué ; ce qui en est sorti a été jeté.',
    next: 'Récupérez-le à nouveau et comparez son SHA-256 avec celui du dossier.',
  },
  'vault/unsupported': {
    what: 'Le fichier est chiffré d’une manière qui ne s’ouvre pas ici.',
    next: 'Ouvrez-le avec gpg.',
  },
  'vault/key-not-for-signing': {
    what: 'Cette clé ne permet pas de signer : elle a expiré, a été révoquée ou ne sert qu’au chiffrement.',
    next: 'Indiquez une clé privée dont une partie valide sert à signer ; gpg --list-secret-keys la marque [S].',
  },
};
