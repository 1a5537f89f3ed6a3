import { countText } from '../format/quantity.ts';
import type {
  CliWords,
  CommandHelps,
  FilterWords,
  OptionHelps,
  UsageWords,
  WriteTroubles,
} from './cli-words.ts';
import { frEscalate } from './escalate/fr.ts';
import { frLogs } from './logs/fr.ts';
import { frRecord } from './record/fr.ts';
import { frSend } from './send/fr.ts';
import { frTrace } from './trace/fr.ts';

/** In French 0 and 1 are singular. */
const counted = (count: number, one: string, many: string) => `${countText(count)} ${count < 2 ? one : many}`;
const requests = (count: number) => counted(count, 'requête', 'requêtes');
const list = (words: readonly string[]) => words.join(', ');
const meant = (word: string | undefined) => (word === undefined ? '' : ` Vouliez-vous dire ${word} ?`);

const usage: UsageWords = {
  'unknown-command': ({ given, meant: other, commands }) =>
    `La commande ${given} n’existe pas.${meant(other)} Les commandes sont ${list(commands)}.`,
  'unknown-topic': ({ given, nearest }) =>
    `Aucune page sur ${given}.${nearest.length === 0 ? '' : ` Vouliez-vous dire ${list(nearest)} ?`}`,
  'unknown-option': ({ given, meant: other }) => `L’option ${given} n’existe pas.${meant(other)}`,
  'option-elsewhere': ({ option, command, commands }) =>
    `${option} n’est pas une option de ${command} ; elle appartient à ${list(commands)}.`,
  'needs-value': ({ option, oneOf }) =>
    `${option} attend une valeur${oneOf === undefined ? '' : ` : ${list(oneOf)}`}.`,
  'takes-no-value': ({ option }) => `${option} ne prend pas de valeur.`,
  'given-twice': ({ option }) => `${option} est indiquée deux fois.`,
  'not-one-of': ({ option, given, oneOf, meant: other }) =>
    `${option} ne peut pas être ${given} ; valeurs possibles : ${list(oneOf)}.${meant(other)}`,
  'missing-argument': ({ argument }) => `Il manque <${argument}>.`,
  'extra-argument': ({ given }) => `${given} est un argument de trop.`,
  'exclude-each-other': ({ options }) => `${options[0]} et ${options[1]} s’excluent.`,
  'not-an-index': ({ given }) =>
    `${given} n’est pas un index ; un index est un entier à partir de 0, comme le montre harrier table.`,
  'no-such-entry': ({ index, entries }) =>
    entries === 0
      ? `Il n’y a pas de requête ${index} : la capture n’en contient aucune.`
      : `Il n’y a pas de requête ${index} : la dernière est la ${entries - 1}.`,
  filter: ({ at, problem, term }) => `--filter, caractère ${at + 1} : ${filterProblem[problem](term)}.`,
  'missing-output': () => 'Il manque la destination : -o <out.har>, ou -o - pour la sortie standard.',
  'missing-option': ({ option }) => `Il manque ${option}.`,
  'bad-session-key': ({ path }) =>
    `${path} ne contient pas de clé de session telle que gpg --show-session-key l’affiche.`,
  'output-is-input': ({ path }) => `${path} est le fichier d’entrée ; y écrire le détruirait.`,
  'output-exists': ({ path }) => `${path} existe déjà ; --force le remplace.`,
  'output-is-folder': ({ path }) => `${path} est un dossier.`,
  'no-bytes-to-write': () => '-o écrit des corps : à utiliser avec --tab payload, preview ou response.',
  'body-not-recorded': () =>
    'La capture ne contient pas ce corps : il n’a pas été enregistré, ou a été omis à cause de sa taille.',
  'needs-other': ({ option, other }) => `${option} s’emploie avec ${other}.`,
  'unreadable-option': ({ option, path }) => `${option} : impossible de lire ${path}.`,
  'bad-policy': ({ path, pointer, what }) => `La politique ${path} n’est pas valable : ${pointer} ${what}.`,
  'bad-settings': ({ path, pointer, rule }) =>
    `Les réglages de ${path} ne sont pas valables${pointer === '' ? '' : `, à ${pointer}`} : ${rule}.`,
  'bad-playbook': ({ path, line, column, pointer, what }) =>
    `Le guide ${path} n’est pas valable : ligne ${line}, colonne ${column}${pointer === '' ? '' : ` (${pointer})`} : ${what}.`,
  'no-playbooks': ({ path }) => `--playbooks : le dossier ${path} ne contient aucun fichier *.json.`,
  'playbook-twice': ({ id, paths }) => `${paths.join(' et ')} sont tous deux le guide « ${id} ».`,
  'bad-report': ({ path }) => `${path} n’est pas un rapport de harrier sanitize.`,
  'short-key': ({ path }) => `La clé dans ${path} compte moins de 32 octets.`,
  'bad-key': ({ option, path }) => `${option} : ${path} ne contient aucune clé utilisable.`,
  ...frEscalate.usage,
  ...frRecord.usage,
  ...frLogs.usage,
  ...frTrace.usage,
};

const filterProblem: FilterWords = {
  'unknown-key': (term) => `${term} ne commence par aucune clé connue et est cherché comme texte`,
  'missing-value': (term) => `il manque une valeur à ${term}`,
  'bad-value': (term) => `cette clé ne connaît pas la valeur ${term}`,
  'bad-regex': (term) => `${term} n’est pas une expression régulière que l’on puisse chercher sans risque`,
  'missing-operand': (term) => `il manque quelque chose à côté de ${term}`,
  'unclosed-parenthesis': () => 'une parenthèse n’est pas fermée',
  'too-deep': () => 'trop de parenthèses sont imbriquées',
  'too-long': () => 'l’expression est trop longue',
  'not-observable': (term) => `aucune capture n’enregistre ce que demande ${term}, qui ne trouve donc rien`,
};

const command: CommandHelps = {
  open: {
    summary: 'l’atelier dans le navigateur',
    about:
      'Sert l’atelier sur un port libre de cette machine et affiche son adresse. Les captures restent sur la machine ; Ctrl-C y met fin.',
  },
  triage: {
    summary: 'ce qui a échoué, pourquoi, et quel identifiant de suivi chercher',
    about:
      'La première ligne est la réponse. Suivent les preuves, les autres constats, les identifiants à chercher, les requêtes lentes et la description de la capture.',
  },
  compare: {
    summary: 'ce qui diffère entre une capture qui marche et une qui échoue',
    about:
      'Donnez les deux captures dans n’importe quel ordre : d’une personne pour qui cela marche et d’une autre pour qui cela échoue, ou d’avant et d’après un changement. La première ligne est la différence la plus parlante.',
  },
  table: {
    summary:
      'toutes les requêtes : début, méthode, statut, durée, URL, identifiant de suivi, erreur, organisation',
    about:
      'Dans un terminal, l’identifiant de suivi et l’erreur figurent sous leur requête ; ailleurs, une ligne par requête.',
  },
  show: {
    summary: 'une requête : headers, payload, preview, response, initiator, timing',
    about:
      'L’index est le nombre de la première colonne de harrier table. Les secrets sont masqués ; --unmasked les montre.',
  },
  sanitize: {
    summary: 'retirer les secrets, garder ce qui sert au diagnostic',
    about:
      'Le résultat est vérifié avant d’être écrit ; il apparaît entier ou pas du tout. --check dit seulement s’il reste des secrets, et se termine alors par 1.',
  },
  convert: {
    summary: 'convertir SAZ, gzip, zip, zip de Playwright ou HAR endommagé en HAR 1.2',
    about:
      'Le fichier apparaît entier ou pas du tout, lisible par vous seul. Il contient tous les secrets de l’entrée.',
  },
  seal: {
    summary: 'chiffrer un fichier pour les détenteurs de clés',
    about:
      'Le résultat est un message OpenPGP que gpg ouvre ; il apparaît entier ou pas du tout. Une clé que gpg 2.2 ne sait pas utiliser, ou qui a expiré, est refusée. Le fichier d’entrée reste tel quel.',
  },
  unseal: {
    summary: 'ouvrir un fichier scellé',
    about:
      'Le résultat n’apparaît qu’une fois prouvé que personne n’a modifié le fichier. Le mot de passe de la clé privée est demandé, ou vient de --password-file ou de HARRIER_KEY_PASSWORD.',
  },
  serve: {
    summary: 'le serveur des dossiers, avec son processus de traitement',
    about:
      'Sert l’API HTTP et traite les dossiers jusqu’à Ctrl-C, qui laisse finir l’étape en cours. Le premier démarrage affiche un lien pour créer le premier administrateur : quiconque l’a peut le devenir. Les réglages viennent des options, sinon de HARRIER_DATABASE, HARRIER_OBJECTS, HARRIER_HOST, HARRIER_PORT, HARRIER_ORIGIN, HARRIER_VAULT_KEYS, HARRIER_WATCHED_FOLDER, HARRIER_CONNECTORS, HARRIER_SECRETS, HARRIER_OIDC ; les fichiers sont dans HARRIER_DATA (par défaut .harrier).',
  },
  worker: {
    summary: 'un processus de traitement de plus pour les dossiers',
    about:
      'Traite les dossiers à côté d’un serveur, sur toute machine qui atteint la même base et les mêmes objets, jusqu’à Ctrl-C. Accepte les réglages de serve.',
  },
  case: {
    summary: 'les dossiers d’un serveur',
    about:
      'list [mots], show <dossier>, attach <dossier> <fichier…>, note <dossier> <texte>, process <dossier> (attend la fin du traitement des pièces jointes ; finit par 1 si une personne est nécessaire). <dossier> est un numéro ou un identifiant. Le jeton d’API vient de HARRIER_TOKEN, le serveur de --server ou de HARRIER_SERVER. backfill <connecteur> dry-run|run|stop|show reprend ce qu’un système de tickets contenait avant d’être connecté (pour les administrateurs).',
  },
  exception: {
    summary: 'une partie d’un original scellé, après l’accord de deux autres personnes',
    about:
      'list, show <id>, request <marque> <pourquoi> (la marque figure dans la note du dossier ; --to est votre propre clé publique), withdraw <id>, approve <id>, refuse <id> ; pour le détenteur de la clé material <id> -o <fichier> (pour gpg --show-session-key), release <id> avec --key ou --session-key, refuse-release <id> ; pour le demandeur fetch <id> -o <fichier>, une seule fois. Chaque ligne : identifiant, état, ce qui est demandé, motif, qui, pourquoi, et les étapes qui vous sont permises. Jeton et serveur comme pour harrier case.',
  },
  ...frEscalate.command,
  ...frRecord.command,
  ...frSend.command,
  ...frLogs.command,
  ...frTrace.command,
  explain: {
    summary: 'ce que signifie un en-tête, un statut, une méthode, une phase ou un constat',
    about:
      'Pages sur les méthodes, en-têtes, codes de statut, phases de temps, constats et termes, sur l’enregistrement et la lecture des captures, et sur les identifiants de suivi. Le groupe peut être omis. Sans sujet, la commande liste ce qui existe.',
  },
  completion: {
    summary: 'complétion des commandes et options pour bash, zsh ou fish',
    about:
      'Affiche un script pour le shell. bash : source <(harrier completion bash) dans ~/.bashrc. zsh : harrier completion zsh > _harrier dans un dossier de $fpath. fish : harrier completion fish > ~/.config/fish/completions/harrier.fish. Les explications sont dans la langue de --lang.',
  },
};

const option: OptionHelps = {
  help: 'ce texte',
  version: 'la version',
  all: 'tous les constats, et le nombre de remarques sur l’usage de HTTP ; avec trace : toutes les lignes',
  json: 'sortie pour programmes sur la sortie standard',
  csv: 'valeurs séparées par des virgules (RFC 4180) qu’aucun tableur ne calcule',
  filter: 'seulement les requêtes qui conviennent, p. ex. status:4xx,5xx ou wait:>1s',
  format:
    'text, json ou sarif (SARIF 2.1.0, pour les pipelines) ; avec logs import, l’identifiant d’un format de journal',
  group: 'template : requêtes regroupées par méthode, hôte et chemin, avec nombre, erreurs et durées',
  tab: 'headers, payload, preview, response, initiator ou timing',
  unmasked: 'montrer les secrets',
  'fail-on': 'finir avec 1 si un constat est au moins info, warning ou error',
  formats:
    'lire aussi selon le format de journal de ce fichier, de Harrier ou de lnav ; peut être donnée plusieurs fois',
  playbooks: 'utiliser aussi les guides (*.json) de ce dossier',
  output: 'où écrire ; - est la sortie standard',
  force: 'remplacer un fichier existant',
  check: 'dire seulement si la capture contient encore des secrets',
  report: 'ce qui a été retiré, sans les valeurs ; avec --check : le rapport à comparer',
  'report-page': 'la même chose en page lisible',
  policy: 'vos propres noms, motifs et exceptions',
  preset: 'default, strict (n’épargne ni cookie ni jeton) ou webex',
  'strip-jwt': 'remplacer les JSON Web Tokens en entier ; sinon expiration, émetteur et portée restent',
  'key-file': 'les mêmes pseudonymes pour toutes les captures d’un dossier ; créé s’il n’existe pas',
  sign: 'signer avec cette clé privée : un rapport avec Ed25519 (PEM), un dossier d’escalade avec OpenPGP',
  trust: 'avec --check : n’accepter que cette clé Ed25519',
  'sealed-map': 'ce que remplace chaque pseudonyme, chiffré pour --to',
  to: 'clé publique OpenPGP de qui peut l’ouvrir ; peut être donnée plusieurs fois',
  compress: 'compresser avant de chiffrer : un HAR est réduit au quart environ',
  capsule: 'écrire aussi la capsule : elle donne aux détenteurs des clés la clé de session de ce fichier',
  split: 'écrire des parties d’au plus cette taille (100MB) : <fichier>.001 et suivantes ; cat les réunit',
  verify: 'relire le fichier scellé et le comparer avant d’annoncer la fin',
  key: 'fichier de la clé privée, tel que gpg --export-secret-keys l’écrit',
  'session-key':
    'fichier de la clé de session de ce seul fichier, telle que gpg --show-session-key l’affiche',
  'password-file': 'fichier du mot de passe de la clé privée',
  database: 'sqlite:<chemin> ou postgres://<hôte>/<nom>',
  objects: 'répertoire des fichiers des dossiers de support',
  listen: 'adresse d’écoute ; hors de la boucle locale, derrière TLS',
  port: 'port d’écoute ; 0 en prend un libre',
  origin: 'adresse du serveur pour les navigateurs, p. ex. https://harrier.example.com',
  'vault-keys': 'clés publiques OpenPGP pour lesquelles les originaux sont scellés, deux au moins',
  watch: 'répertoire des dossiers de support, à surveiller aussi',
  server: 'le serveur, p. ex. https://harrier.example.com',
  for: 'ce qui est demandé : des pseudonymes (hx-…,hx-…), entries:3,4 ou whole',
  reason: 'le motif, en un mot',
  lang: 'en, fr, ja, ko, zh-CN ou zh-TW ; par défaut selon l’environnement',
  password:
    'pour une archive protégée ; plutôt dans HARRIER_PASSWORD, que les autres utilisateurs ne voient pas',
  member: 'quelle capture d’une archive qui en contient plusieurs',
  engine: 'auto, wasm ou typescript : ce qui lit le fichier',
  ...frEscalate.option,
  ...frRecord.option,
  ...frSend.option,
  ...frLogs.option,
};

const writeTrouble: WriteTroubles = {
  noFolder: 'le dossier n’existe pas',
  forbidden: 'vous n’avez pas le droit d’y écrire',
  readOnly: 'le système de fichiers est en lecture seule',
  full: 'le disque est plein',
  other: 'le système a refusé',
};

/** French. */
export const fr: CliWords = {
  usage,
  usageNext: {
    help: (call) => `Voir ${call} --help.`,
    table: 'harrier table liste les requêtes avec leur index.',
    topics: 'harrier explain liste les sujets.',
  },
  filterNote: (at, sentence) => `--filter, caractère ${at + 1} : ${sentence}.`,
  filterProblem,
  help: {
    tagline:
      'Dit ce qui a échoué dans une capture HTTP (HAR, SAZ de Fiddler), qui le dit, et quel identifiant de suivi chercher.',
    commands: 'Commandes',
    options: 'Options',
    examples: 'Exemples',
    exitCodes: 'Codes de retour',
    exitCode: [
      'fait',
      'fait, et un constat était aussi grave que --fail-on le demandait',
      'mauvais usage',
      'l’entrée ne peut pas être lue',
      'refusé par sécurité ; rien n’a été écrit',
      'un service, un entrepôt ou la sortie n’a pas pu être atteint',
    ],
    command,
    option,
    standardInput: 'Un fichier nommé - est l’entrée standard.',
  },
  errors: {
    input: (file, what) => `${file} ne peut pas être lu : ${what}`,
    line: (line) => `ligne ${line}`,
    column: (column) => `colonne ${column}`,
    byte: (byteOffset) => `octet ${byteOffset}`,
    next: 'Suite : ',
    givePassword:
      'Donnez le mot de passe avec --password, ou dans HARRIER_PASSWORD où les autres utilisateurs ne le voient pas.',
    standardInput: 'L’entrée standard',
    output: (file, why) => `${file} n’a pas pu être écrit : ${why}.`,
    noSuchFile: 'Ce fichier n’existe pas.',
    outputNext: 'Choisissez un autre endroit avec -o.',
    writeTrouble,
    internal: (what) => `C’est un défaut de Harrier, pas de votre capture : ${what}.`,
    internalNext:
      'Merci de le signaler avec la commande et la ligne ci-dessus, sans la capture : elle peut contenir des secrets.',
    interrupted: 'Arrêté. Il ne reste rien d’inachevé.',
  },
  progress: {
    reading: (percent, entries) => `${percent} %  ${requests(entries)}`,
    writing: (size) => `${size} écrits`,
  },
  mask: (characters) => `‹masqué, ${characters}›`,
  table: {
    heads: {
      index: '#',
      started: 'Début (UTC)',
      method: 'Méthode',
      status: 'Code',
      time: 'Durée',
      trackingId: 'Identifiant de suivi',
      url: 'URL',
      error: 'Erreur',
      org: 'Org.',
    },
    templateHeads: { count: 'Nombre', errors: 'Erreurs', p50Ms: 'p50', p95Ms: 'p95' },
    empty: 'La capture ne contient aucune requête.',
    noneFits: (entries) => `Le filtre ne convient à aucune des ${requests(entries)}.`,
  },
  show: {
    general: 'Général',
    requestHeaders: 'En-têtes de la requête',
    responseHeaders: 'En-têtes de la réponse',
    query: 'Chaîne de requête',
    form: 'Données du formulaire',
    requestBody: 'Corps de la requête',
    noQuery: 'Ni chaîne de requête ni corps.',
    labels: {
      url: 'URL',
      method: 'Méthode',
      status: 'Statut',
      started: 'Début',
      time: 'Durée',
      remoteAddress: 'Adresse distante',
      protocol: 'Protocole',
      referrerPolicy: 'Politique de référent',
      initiator: 'Initiateur',
      priority: 'Priorité',
      type: 'Type',
      size: 'Taille',
      trackingId: 'Identifiant de suivi',
      error: 'Erreur',
      org: 'Organisation',
      fromCache: 'Du cache',
      comment: 'Commentaire',
    },
    size: (wire, content) => `${wire} reçus, ${content} de contenu`,
    noStatus: 'non enregistré',
    noResponse: '0 (pas de réponse)',
    pending: 'encore en cours quand la capture a été enregistrée',
    none: '(aucun)',
    noBody: {
      'no-body': 'Il n’y a pas de corps : ce type de réponse n’en a pas.',
      'not-captured': 'Le corps n’a pas été capturé.',
      failed: 'Il n’y a pas de corps : aucune réponse n’a été reçue.',
      'over-limit': 'L’exportateur a omis le corps à cause de sa taille.',
      'cors-preflight': 'Le navigateur n’enregistre pas le corps d’une requête CORS préliminaire.',
      unknown: 'La capture ne contient pas de corps.',
    },
    binary: (mediaType, size) => `${mediaType}, ${size}, pas du texte. Les premiers octets :`,
    mediaTypeUnknown: 'type non enregistré',
    cut: (shown) => `Coupé après ${shown}. -o <fichier> écrit tout.`,
    invalidBase64: 'Le corps est annoncé en base64 et ne l’est pas ; voici ce qui était écrit.',
    messages: (count) => counted(count, 'message', 'messages'),
    sent: 'envoyé',
    received: 'reçu',
    written: (size, file) => `${size} écrits dans ${file}.`,
    initiatedBy: 'Causée par',
    callStack: 'Pile d’appels',
    noInitiator: 'La capture ne dit pas ce qui a causé cette requête.',
    started: (instant) => `Début à ${instant}`,
    phase: 'Phase',
    start: 'Début',
    duration: 'Durée',
    total: 'Total',
    servedFromMemory: 'Servie par le cache mémoire : rien n’est passé par le réseau.',
    failedHere: 'échec ici',
    noTiming: 'Aucune durée n’a été enregistrée.',
  },
  compare: {
    differences: 'Différences',
    captures: 'Captures',
    counts: (paired, onlyA, onlyB) =>
      `${countText(paired)} dans les deux, ${countText(onlyA)} seulement dans a, ${countText(onlyB)} seulement dans b`,
    leftClosed: (pairs) =>
      `${counted(pairs, 'requête commune n’a été comparée', 'requêtes communes n’ont été comparées')} que par statut et durée : assez d’autres du même genre ont été lues.`,
  },
  triage: {
    findings: 'Constats',
    evidence: 'Preuves',
    why: 'Pourquoi',
    whoCanFix: 'Qui peut corriger',
    next: 'Suite',
    more: (count) => `… et encore ${countText(count)} ; --json les contient tous.`,
    lint: (count) =>
      `${count === 1 ? 'Une remarque' : `${countText(count)} remarques`} sur l’usage de HTTP ; --json les contient.`,
    folded: (count) =>
      count === 1
        ? '… et encore un, moins parlant ou qui découle de ceux-ci ; --json le contient.'
        : `… et encore ${countText(count)}, moins parlants ou qui découlent de ceux-ci ; --json les contient tous.`,
    searchFor: (id) => `Cherchez ${id} dans les journaux.`,
    common: 'Ce que les requêtes en échec ont en commun',
    ids: 'Identifiants de suivi à chercher',
    sanitized: (ruleSet: string) => `par Harrier, règles ${ruleSet}`,
    noIds: 'Aucun identifiant de suivi n’a été enregistré.',
    slow: 'Requêtes lentes',
    capture: 'Capture',
    notes: 'Remarques sur le fichier',
    labels: {
      file: 'Fichier',
      otherMembers: 'Contient aussi',
      producer: 'Créé par',
      sanitized: 'Nettoyée',
      requests: 'Requêtes',
      span: 'Temps',
      hosts: 'Hôtes',
    },
    counts: (entries, failed, slow) =>
      `${countText(entries)}, dont ${`${countText(failed)} en échec`}, ${counted(slow, 'lente', 'lentes')}`,
    someFailed: (failed) =>
      `${counted(failed, 'requête a échoué', 'requêtes ont échoué')} ; la liste : harrier table --filter is:failed.`,
    times: (count) => `${countText(count)} fois`,
  },
  sanitize: {
    stage: {
      learn: 'recherche des secrets',
      write: 'retrait',
      verify: 'vérification du résultat',
    },
    done: (credentials: number, places: number, size: string, file: string) =>
      `${counted(credentials, 'secret retiré', 'secrets retirés')} de ${counted(places, 'endroit', 'endroits')} ; ${size} écrits dans ${file}.`,
    summary: (credentials: number, places: number) =>
      `${counted(credentials, 'secret retiré', 'secrets retirés')} de ${counted(places, 'endroit', 'endroits')}.`,
    unswept: (count: number) =>
      `${count === 1 ? 'Une valeur a été retirée' : `${countText(count)} valeurs ont été retirées`} là où un nom ou une forme l’indiquait, mais trop courte ou courante pour être cherchée ailleurs.`,
    dropped: (count: number) =>
      `${count === 1 ? 'Un corps illisible a été retiré' : `${countText(count)} corps illisibles ont été retirés`} en entier.`,
    exposures: 'Secrets présents dans l’original',
    until: (instant: string) => `valable jusqu’au ${instant}`,
    more: (count: number) => `… et ${countText(count)} de plus`,
    clean: 'Aucun secret trouvé.',
    notClean: (places: number) => `Il reste des secrets à ${counted(places, 'endroit', 'endroits')}.`,
    sameFile: 'Le fichier est celui pour lequel le rapport a été écrit.',
    otherFile: 'Le fichier n’est pas celui pour lequel le rapport a été écrit.',
    signature: {
      none: 'Le rapport n’est pas signé.',
      good: 'La signature du rapport est bonne.',
      bad: 'La signature du rapport manque, est fausse ou vient d’une autre clé.',
    },
    refused: {
      'sanitize/damaged-input': {
        what: 'La capture est endommagée, et ce qui ne peut être analysé ne peut être nettoyé.',
        next: 'Écrivez les entrées entières dans un nouveau fichier avec harrier convert, puis nettoyez celui-ci.',
      },
      'sanitize/survivor': {
        what: 'La vérification du résultat a encore trouvé quelque chose ; rien n’a été écrit.',
        next: 'C’est un défaut de Harrier : signalez-le avec les endroits ci-dessus, sans la capture.',
      },
      'sanitize/worker-ended': {
        what: 'Un fil qui faisait une partie du travail s’est arrêté avant la fin ; rien n’a été écrit.',
        next: 'Fermez d’autres programmes pour libérer de la mémoire, puis réessayez.',
      },
    },
    page: {
      title: 'Rapport de nettoyage',
      files: 'Fichiers',
      size: 'Taille',
      input: 'Original',
      output: 'Fichier nettoyé',
      rules: 'Règles',
      exposuresAbout:
        'Quiconque possède l’original peut s’en servir. L’empreinte figure dans le fichier nettoyé ; elle ne peut être calculée sans la clé.',
      kind: 'Nature',
      fingerprint: 'Empreinte',
      hosts: 'Hôtes',
      places: 'Endroits',
      until: 'Valable jusqu’au',
      revoke: 'Que faire',
      byRule: 'Par règle',
      rule: 'Règle',
    },
  },
  serve: {
    up: 'Le serveur est en marche. Ctrl-C y met fin.',
    setupLink: 'Créez le premier administrateur avec ce lien, valable une fois :',
    noAnswer: (server) => `Le serveur ${server} ne répond pas.`,
    noAnswerNext: 'Vérifiez son adresse et qu’il fonctionne.',
    cannotListen: (place) =>
      `Rien ne peut être servi à l’adresse ${place} : le port est pris, ou le système ne l’accorde pas.`,
    cannotListenNext: 'Choisissez-en un autre avec --port ou --listen, ou arrêtez le programme qui l’occupe.',
    workerUp: 'Le processus de traitement est en marche. Ctrl-C y met fin.',
  },
  open: { serving: 'Ouvrez l’adresse dans un navigateur. Ctrl-C y met fin.' },
  explain: { name: '<nom>' },
  convert: {
    standardOutput: 'la sortie standard',
    done: (entries, size, file) => `${requests(entries)}, ${size}, dans ${file}.`,
    notes: (count) =>
      `${counted(count, 'particularité', 'particularités')} de l’entrée ; voir harrier triage.`,
  },
  seal: {
    done: (keys, size, file) =>
      `${size} écrits dans ${file} ; ${counted(keys, 'clé l’ouvre', 'clés l’ouvrent')} :`,
    parts: (count, list) => `${counted(count, 'partie', 'parties')} ; leurs empreintes sont dans ${list}.`,
    verified: 'Relu : le fichier redonne les mêmes octets.',
    expiring: (fingerprint, days) =>
      `La clé ${fingerprint} expire ${days === 0 ? 'aujourd’hui' : days === 1 ? 'dans 1 jour' : `dans ${countText(days)} jours`} : faites-la prolonger.`,
    notProven: (file) => `${file} a été écrit, mais ne redonne pas les mêmes octets.`,
    notProvenNext: 'Gardez l’original, vérifiez le disque et scellez-le à nouveau.',
  },
  unseal: {
    done: (size, file) => `${size} écrits dans ${file} ; personne ne l’a modifié.`,
    askPassword: (key) => `Mot de passe pour ${key} : `,
  },
  escalate: frEscalate.told,
  record: frRecord.told,
  send: frSend.told,
  logs: frLogs.told,
  trace: frTrace.told,
};
