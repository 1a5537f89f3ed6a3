import type { Words } from '../../words.ts';

export const logStoreErrors: Words['logStoreErrors'] = {
  'logs/store-address': {
    what: 'Ceci ne désigne aucun entrepôt de journaux.',
    next: 'Écrivez sqlite:<chemin> ou clickhouse://<hôte>:<port>/<base>.',
  },
  'logs/store-unreachable': {
    what: 'L’entrepôt de journaux est injoignable.',
    next: 'Vérifiez qu’il fonctionne, que son adresse est exacte et que son fichier est lisible.',
  },
  'logs/store-refused': {
    what: 'L’entrepôt de journaux refuse cet utilisateur.',
    next: 'Vérifiez l’utilisateur, le mot de passe et les droits accordés.',
  },
  'logs/store-failed': {
    what: 'L’entrepôt de journaux a répondu par une erreur.',
    next: 'Son propre journal en dit plus ; réessayez quand il sera rétabli.',
  },
  'logs/store-unwritable': {
    what: 'L’entrepôt de journaux n’est pas accessible en écriture.',
    next: 'Vérifiez que son disque a de la place et que rien d’autre ne le bloque, puis relancez l’importation : rien n’est enregistré deux fois.',
  },
  'logs/store-foreign': {
    what: 'Ce fichier n’est pas un entrepôt de journaux.',
    next: 'Indiquez un autre chemin ; un nouveau fichier devient de lui-même un entrepôt.',
  },
  'logs/store-newer': {
    what: 'Cet entrepôt de journaux a été écrit par une version plus récente de Harrier.',
    next: 'Mettez Harrier à jour ou utilisez un autre entrepôt.',
  },
  'logs/store-read-only': {
    what: 'Cet entrepôt est seulement consulté ; il n’accepte aucun enregistrement.',
    next: 'Importez dans un entrepôt qui vous appartient.',
  },
  'logs/sources-file': {
    what: 'Le fichier des sources est illisible.',
    next: 'Comparez-le avec l’exemple de docs/logs.md.',
  },
};
