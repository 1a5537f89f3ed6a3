import type { EscalationWords } from '../../escalation/escalation-words.ts';
import { quote } from './phrases.ts';

// In French 0 and 1 are singular.
const plural = (count: number, one: string, many: string) =>
  `${count.toLocaleString('fr')} ${count < 2 ? one : many}`;

export const escalation: EscalationWords = {
  title: 'Escalade',
  state: {
    ready: 'Prêt : chaque question a sa réponse et ses preuves.',
    draft: 'Brouillon : il manque des réponses.',
  },
  question: {
    error: 'Quelle erreur voyez-vous ?',
    'tracking-ids': 'Quels identifiants de suivi voyez-vous ?',
    'logs-searched': 'Les identifiants de suivi ont-ils été cherchés dans les journaux ?',
    'logs-seen': 'Que montrent les journaux ?',
    time: 'Quand cela s’est-il produit ?',
    needed: 'Une escalade est-elle vraiment nécessaire ?',
  },
  lack: {
    'no-error': () => ({
      what: 'Rien n’a échoué dans la capture.',
      next: 'Refaites la capture pendant que l’erreur se produit, ou indiquez sous "error", dans les réponses, la requête qui la montre.',
    }),
    'no-such-entry': ({ entry, entries }) => ({
      what: `Les réponses citent la requête ${entry}, mais la capture en compte ${entries}.`,
      next: 'Prenez l’index que montre harrier table.',
    }),
    'no-id': () => ({
      what: 'Aucun identifiant de suivi n’accompagne l’erreur.',
      next: 'Cherchez un identifiant dans le message d’erreur ou les en-têtes de réponse et indiquez-le sous "trackingIds" dans les réponses.',
    }),
    'id-not-in-capture': ({ id }) => ({
      what: `${id} ne figure pas dans la capture.`,
      next: 'Vérifiez l’identifiant, ou joignez la capture dont il provient.',
    }),
    'not-searched': ({ id }) => ({
      what: 'Les journaux n’ont pas été consultés.',
      next:
        id === undefined
          ? 'Dès qu’un identifiant de suivi est connu, lancez harrier logs search --json avec lui et donnez le résultat avec --logs.'
          : `Lancez harrier logs search --json ${id} et donnez son résultat avec --logs.`,
    }),
    'no-records': ({ id }) => ({
      what:
        id === undefined
          ? 'Aucune entrée de journal n’a été trouvée.'
          : `Aucune entrée de journal ne porte ${id}.`,
      next: 'Cherchez dans toutes les sources et régions. Si les journaux n’ont vraiment rien, dites où vous avez cherché sous "logsWithoutRecords" dans les réponses.',
    }),
    'nothing-seen': () => ({
      what: 'Aucune entrée de journal ne signale d’erreur.',
      next: 'Dites sous "seen", dans les réponses, ce que montrent les journaux.',
    }),
    'no-time': () => ({
      what: 'On ne sait pas quand cela s’est produit.',
      next: 'Indiquez l’heure et son fuseau sous "at" dans les réponses, par exemple 2026-01-15T09:30:00+01:00.',
    }),
    'time-without-zone': ({ time }) => ({
      what: `${time} n’est pas une heure avec fuseau.`,
      next: 'Écrivez la date, l’heure et le fuseau, par exemple 2026-01-15T09:30:00+01:00.',
    }),
    'time-outside': ({ time, from, until }) => ({
      what: `${time} est hors de la capture, qui va de ${from} à ${until}.`,
      next: 'Corrigez l’heure, ou joignez la capture de ce moment.',
    }),
    solvable: ({ fixer, how }) => ({
      what: `Cela peut se résoudre sans escalade ; qui peut corriger : ${fixer}.`,
      next: `${how} Si cela a été fait sans succès, dites-le sous "needed" dans les réponses.`,
    }),
    'no-reason': () => ({
      what: 'Rien ne montre que l’ingénierie doit intervenir.',
      next: 'Dites sous "needed", dans les réponses, pourquoi le support ne peut pas résoudre le cas.',
    }),
  },
  section: {
    questions: 'Questions',
    findings: 'Constats',
    errors: 'Requêtes en échec',
    'tracking-ids': 'Identifiants de suivi',
    'log-records': 'Entrées de journal',
    timeline: 'Chronologie',
    flow: 'Parcours à travers les services',
    steps: 'Étapes de reproduction',
    environment: 'Environnement',
    pictures: 'Captures d’écran et enregistrements',
    redactions: 'Ce qui a été retiré',
    files: 'Fichiers',
  },
  original: 'Capture d’origine',
  evidence: 'Preuves',
  missing: 'Il manque',
  next: 'Ensuite',
  none: 'Aucun élément.',
  whoCanFix: 'Qui peut corriger',
  labelled: (label) => `${label} : `,
  utc: 'Toutes les heures sont en UTC.',
  records: (count) => plural(count, 'entrée de journal', 'entrées de journal'),
  leftOut: (entries) =>
    `${plural(entries, 'requête écartée', 'requêtes écartées')} : les plus parlantes sont ici.`,
  step: {
    open: (url) => `Ouvrir ${url}`,
    send: (method, url) => `Faire l’action qui envoie ${method} ${url}`,
    submit: (url) => `Envoyer le formulaire destiné à ${url}`,
    use: (handler, method, url) => `Actionner l’élément qui exécute ${handler} : il envoie ${method} ${url}`,
    click: (name, role) => `Cliquer sur ${name === '' ? role : `${quote(name)} (${role})`}`,
    key: (key) => `Appuyer sur ${key}`,
    form: (name) => (name === '' ? 'Envoyer le formulaire' : `Envoyer le formulaire ${quote(name)}`),
    observe: (result) => `Constater : ${result}`,
  },
  environment: {
    browser: 'Navigateur',
    recorder: 'Enregistré par',
    'user-agent': 'User-Agent',
    hosts: 'Hôtes',
  },
  noPicture: 'Aucune capture d’écran n’est jointe. L’ingénierie en demande une.',
  picturesUnread:
    'Les métadonnées des captures d’écran et des enregistrements ont été retirées ; personne n’a cherché de données d’authentification dans ce qu’ils montrent.',
  redacted: (credentials, places) =>
    `${plural(credentials, 'donnée d’authentification retirée', 'données d’authentification retirées')} de ${plural(places, 'endroit', 'endroits')}. Un pseudonyme remplace chacune.`,
  audit: (head, time) =>
    `Le journal d’audit du serveur en était à ${head} une fois cette capture prise en charge (${time}).`,
};
