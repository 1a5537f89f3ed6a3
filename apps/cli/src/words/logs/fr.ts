import { countText } from '../../format/quantity.ts';
import type { LogsWords } from './logs-words.ts';

const counted = (count: number, one: string, many: string) => `${countText(count)} ${count < 2 ? one : many}`;
const records = (count: number) => counted(count, 'enregistrement', 'enregistrements');
const files = (count: number) => counted(count, 'fichier', 'fichiers');

export const frLogs: LogsWords = {
  usage: {
    'not-an-id': ({ given }) =>
      `${given} ne contient aucun identifiant de suivi : donnez-en un, son UUID ou ses huit premiers chiffres.`,
    'not-a-moment': ({ option, given }) =>
      `${option} : ${given} n’est pas une date ; écrivez 2026-01-12T06:00:00Z.`,
    'not-a-field': ({ given }) => `--field : ${given} n’est pas de la forme nom=valeur.`,
    'not-a-number': ({ option, given }) => `${option} : ${given} n’est pas un nombre.`,
    'unknown-format': ({ given, meant }) =>
      `Il n’y a pas de format de journal ${given}.${meant === undefined ? '' : ` Vouliez-vous dire ${meant} ?`}`,
    'not-a-zone': ({ given }) =>
      `--zone : ${given} n’est pas un fuseau horaire ; écrivez UTC, +02:00 ou Europe/Berlin.`,
    'no-words': () => 'Aucun mot à chercher : il faut des lettres ou des chiffres.',
    'no-source': () =>
      'Rien ne dit à quelle source appartient la requête : donnez --host ou --source, ou utilisez --scope global.',
  },
  command: {
    'logs import': {
      summary: 'importer des journaux dans l’entrepôt, chaque enregistrement une fois',
      about:
        'Accepte fichiers, dossiers, archives et entrée standard. Les secrets sont effacés à l’entrée. Une importation interrompue reprend où elle s’est arrêtée quand on la relance.',
    },
    'logs search': {
      summary: 'ce que tous les services ont noté sur un identifiant',
      about:
        'Accepte un identifiant sous toutes ses formes, un UUID seul, ses huit premiers chiffres ou une ligne collée qui en contient un. Les enregistrements viennent dans l’ordre du temps.',
    },
    'logs grep': {
      summary: 'les enregistrements qui contiennent tous les mots',
      about: 'La casse ne compte pas ; record* trouve ce qui commence ainsi.',
    },
    'logs sources': {
      summary: 'ce qui est stocké, par source et région',
      about: 'Liste l’entrepôt et les sources que nomme le fichier des sources.',
    },
    'logs follow': {
      summary: 'importer des journaux dans l’entrepôt au fil de leur croissance',
      about: 'Lit ce qui existe, puis ce qui s’ajoute, malgré rotation et troncature. Ctrl-C y met fin.',
    },
  },
  option: {
    store: 'sqlite:<chemin> ou clickhouse://<hôte>:<port>/<base> ; par défaut un fichier à vous',
    source: 'nom de la source : où va l’importation, ou ce qui est cherché (plusieurs avec des virgules)',
    sources: 'fichier qui décrit les sources : hôtes, régions, entrepôts tiers',
    region: 'région des enregistrements',
    scope: 'source (celle de la requête) ou global (toutes)',
    host: 'hôte de la requête, pour trouver sa source',
    level: 'call, request (par défaut) ou session',
    since: 'seulement à partir de ce moment, p. ex. 2026-01-12T06:00:00Z',
    until: 'seulement avant ce moment',
    around: 'seulement cinq minutes avant et après ce moment',
    service: 'seulement ce service (plusieurs avec des virgules)',
    severity: 'seulement à partir de cette gravité : trace, debug, info, warn, error ou fatal',
    field: 'seulement si cette valeur nommée est exactement celle-ci, p. ex. thread=exec-3 ; répétable',
    status: 'seulement ce statut HTTP, ou une plage : 500-599',
    limit: 'au plus ce nombre d’enregistrements, à partir du premier',
    as: 'text, jsonl ou otlp ; avec trace : mermaid, svg, otlp ou jaeger',
    explain: 'dire seulement comment chaque ligne est lue, sans rien stocker',
    zone: 'fuseau des heures qui n’en ont pas, p. ex. Europe/Berlin',
    'keep-credentials': 'stocker les secrets tels quels',
  },
  told: {
    imported: (read, added, count) =>
      `${records(read)} dans ${files(count)}, dont ${counted(added, 'nouveau', 'nouveaux')}.`,
    stopped: (added) => `Arrêté ; ${records(added)} en place. Relancez pour continuer.`,
    following: (count) => `Suivi de ${files(count)}. Ctrl-C y met fin.`,
    none: 'Rien n’a été trouvé.',
    found: (count) => `${records(count)}.`,
    partial: (name, reason) => `La réponse est incomplète : ${name} ${reason}.`,
    reason: {
      unreachable: 'est injoignable',
      slow: 'n’a pas répondu à temps',
      refused: 'a refusé',
      failed: 'a répondu par une erreur',
    },
    nameless: 'une partie de l’entrepôt',
    otherIds: (ids) => `Aussi dans votre saisie : ${ids}.`,
    note: {
      cut: (name) => `${name} est endommagé ou s’arrête trop tôt ; ce qui précède a été lu.`,
      packed: (name) => `${name} est compressé d’une façon qui n’est pas lue ici.`,
      binary: (name) => `${name} n’est pas un journal.`,
      limit: (name) => `${name} dépasse une limite de décompression ; le reste est omis.`,
      link: (name) => `${name} est un lien et a été ignoré.`,
      unreadable: (name) => `${name} est illisible.`,
      'line-cut': (name) => `${name} a des lignes plus longues que la limite ; elles sont découpées.`,
      'record-cut': (name) => `${name} a des enregistrements plus longs que la limite ; ils sont découpés.`,
      rotated: (name) => `${name} a subi une rotation ; le nouveau fichier est lu.`,
      truncated: (name) => `${name} a été tronqué ; il est relu depuis le début.`,
    },
    formatNote: {
      'layouts-assumed': (place) =>
        `${place} n’indique aucune écriture de l’heure ; les usuelles sont essayées.`,
      unsupported: (place) => `${place} n’est pas repris.`,
    },
    heads: {
      name: 'Source',
      region: 'Région',
      kind: 'Nature',
      records: 'Enregistrements',
      first: 'Premier (UTC)',
      last: 'Dernier (UTC)',
    },
    noSources: 'L’entrepôt est vide.',
    fits: (format, pattern) => `${format}, motif ${pattern}`,
    goesOn: (why) => `continue un enregistrement plus haut ; seule : ${why}`,
    fitsNone: (format, character, expected) =>
      `texte ; le plus proche est ${format}, qui attendait ${expected} au caractère ${character}`,
  },
};
