import type { GroupWords } from '../../../words.ts';

export const captureFindings: GroupWords<'capture'> = {
  'capture/no-content': {
    verdict: (f) =>
      `Il manque à la capture le contenu de ${f.withoutContent} des ${f.textResponses} réponses textuelles.`,
    explanation: () =>
      'Elle a été enregistrée sans le contenu. Les textes d’erreur, les échecs à l’intérieur d’un 200 et les autorisations n’y sont pas visibles.',
    nextStep: () =>
      'Refaites la capture et enregistrez-la avec le contenu (dans Chrome : « Export HAR (with sensitive data) » ou « Save all as HAR with content »).',
  },
  'capture/truncated': {
    verdict: (f) =>
      f.entries < 2
        ? `Le fichier est coupé ; ${f.entries === 0 ? 'aucune requête complète n’a' : 'une requête complète a'} été lue avant la coupure.`
        : `Le fichier est coupé ; les ${f.entries} requêtes complètes situées avant la coupure ont été lues.`,
    explanation: () => 'Le fichier s’arrête avant sa fin. Ce qui s’est passé après la coupure est inconnu.',
    nextStep: () =>
      'Redemandez le fichier : un envoi interrompu ou un disque plein laissent de tels fichiers.',
  },
  'capture/damaged': {
    verdict: (f) => {
      const line = f.line === undefined ? '' : `, d’abord à la ligne ${f.line}`;
      const where = f.damages === 1 ? 'à un endroit' : `à ${f.damages} endroits`;
      return `Le fichier est endommagé ${where}${line} ; tout ce qui l’entoure a été lu.`;
    },
    explanation: (f) => {
      if (f.damagedEntries === 0) return 'Aucune requête n’a été perdue.';
      return f.damagedEntries === 1
        ? 'Une requête n’a pu être lue qu’avec tolérance et peut être incomplète.'
        : `${f.damagedEntries} requêtes n’ont pu être lues qu’avec tolérance et peuvent être incomplètes.`;
    },
    nextStep: () =>
      'Demandez l’original : un fichier modifié à la main est souvent endommagé de cette façon.',
  },
  'capture/not-preserved': {
    verdict: (f) =>
      `La capture commence par une page à laquelle menait une autre page de ${f.host} ; ce qui précède manque.`,
    explanation: () =>
      'Sans « Preserve log », le navigateur oublie toutes les requêtes à chaque navigation. Rien n’a échoué dans ce qui reste. Une page rechargée a le même aspect.',
    nextStep: () =>
      'Si le problème s’est produit avant cette page, refaites la capture avec « Preserve log » activé.',
  },
  'capture/started-late': {
    verdict: (f) =>
      `L’enregistrement a commencé après le chargement de la page : il contient ${f.requests} de ses requêtes, mais pas la page elle-même.`,
    explanation: () => 'La connexion, les fichiers de la page et ses premières requêtes manquent.',
    nextStep: () =>
      'Si le problème n’y figure pas, ouvrez d’abord les outils de développement, puis chargez la page et répétez les étapes.',
  },
  'capture/sanitized': {
    verdict: (f) =>
      ({
        harrier: 'Harrier a retiré les identifiants d’accès et les a remplacés par des pseudonymes.',
        devtools: 'La capture a été exportée sans cookies ni Authorization, comme Chrome le fait par défaut.',
        other: 'Les identifiants d’accès de la capture sont masqués.',
      })[f.by],
    explanation: () =>
      'On ne peut pas savoir si une requête portait des identifiants valides ; ces contrôles sont signalés comme non observables.',
    nextStep: () =>
      'C’est normal. Si la connexion elle-même pose problème, demandez aussi le texte d’erreur affiché à ce moment.',
  },
  'capture/over-sanitized': {
    verdict: (f) =>
      f.maskedIds > 0
        ? `Des identifiants de suivi ont été retirés (requêtes concernées : ${f.maskedIds}) ; on ne peut pas les chercher dans les journaux.`
        : `Tant d’éléments ont été retirés qu’il reste peu à dire : ${f.masked} textes sur ${f.values} dans les réponses sont masqués.`,
    explanation: () =>
      'Les textes d’erreur, les noms des fonctionnalités et les identifiants de suivi sont nécessaires au diagnostic ; aucun ne donne accès à quoi que ce soit.',
    nextStep: () =>
      'Demandez une capture nettoyée avec « harrier sanitize », qui retire les identifiants d’accès et garde le suivi et les erreurs.',
  },
  'capture/cache-disabled': {
    verdict: (f) =>
      `La capture a été faite avec le cache du navigateur désactivé : les ${f.requests} requêtes examinées demandent toutes une copie fraîche.`,
    explanation: () =>
      'Les pages se chargent plus lentement que pour l’utilisateur, et l’on ne peut rien dire de la mise en cache.',
    nextStep: () =>
      'Si le problème est le temps de chargement, refaites la capture avec « Disable cache » désactivé.',
  },
  'capture/wrong-page': {
    verdict: (f) => `La capture ne contient pas ${f.wanted} ; elle concerne ${f.hosts}.`,
    explanation: () =>
      'Une autre page, un autre onglet ou un autre système que celui du dossier a été enregistré.',
    nextStep: (f) => `Demandez une capture de ${f.wanted} pendant que le problème se produit.`,
  },
  'capture/too-old': {
    verdict: (f) => `La capture date du ${f.recordedAt}, ${f.days} jours avant le dossier.`,
    explanation: () =>
      'Les journaux de cette époque ont sans doute disparu, et elle montre peut-être un autre problème.',
    nextStep: () =>
      'Demandez une nouvelle capture et vérifiez l’horloge de l’ordinateur qui a fait celle-ci.',
  },
  'capture/no-error': {
    verdict: (f) => `Aucune des ${f.requests} requêtes n’a échoué ni été lente.`,
    explanation: () =>
      'Si quelque chose ne va pas, cela se voit à l’écran, dans les données ou dans la console du navigateur, qu’une capture ne contient pas.',
    nextStep: () =>
      'Demandez une capture d’écran et les messages de la console, et comparez avec la capture d’un utilisateur chez qui tout fonctionne.',
  },
  'capture/no-ids': {
    verdict: (f) => `Aucune des ${f.requests} requêtes d’API ne porte d’identifiant de suivi.`,
    explanation: () => 'Sans identifiant, on ne peut pas retrouver exactement les entrées de journal.',
    nextStep: () => 'Cherchez dans les journaux par heure, hôte et chemin.',
  },
  'capture/out-of-order': {
    verdict: (f) => {
      if (f.moved === 0) return `Durées négatives dans cette capture : ${f.negative}.`;
      return `Requêtes placées dans le fichier après des requêtes plus récentes : ${f.moved}${f.negative === 0 ? '' : ` ; durées négatives : ${f.negative}`}.`;
    },
    explanation: () =>
      'Le fichier a été fusionné, modifié ou écrit par un outil. Ici, les requêtes sont classées par leur début.',
    nextStep: () => 'Il n’y a rien à faire ; d’autres outils peuvent montrer un autre ordre.',
  },
  'capture/producer': {
    verdict: (f) => {
      const name = f.version === undefined ? f.producer : `${f.producer} ${f.version}`;
      const lacks = [
        f.networkErrors ? '' : 'pourquoi des connexions ont échoué',
        f.timings ? '' : 'combien de temps ont pris les phases',
      ].filter(Boolean);
      return `Cette capture vient de ${name}, qui n’indique pas ${lacks.join(' ni ')}.`;
    },
    explanation: () => 'Les contrôles qui en ont besoin se contentent de moins ou restent muets.',
    nextStep: () => 'Si la cause reste obscure, enregistrez les mêmes étapes avec Chrome ou Edge.',
  },
  'capture/counter-gap': {
    verdict: (f) =>
      `La session ${f.session} saute des numéros entre ${f.first} et ${f.last} (${f.numbers}${f.missing > 5 ? ' …' : ''}) : il y a eu des requêtes que la capture ne contient pas.`,
    explanation: () =>
      'La capture a été filtrée, commencée tard ou enregistrée tôt, ou un autre onglet de la même session les a envoyées.',
    nextStep: (f) =>
      `Cherchez ${f.session} dans les journaux : ils connaissent aussi les requêtes manquantes.`,
  },
};
